import { parseCommandPattern } from "../permissions/command-patterns.ts";
import { permissionNeeds } from "../permissions/needs.ts";
import type { PermissionRule } from "../permissions/permission-rule.ts";
import { defineRule, type Severity } from "../rule.ts";
import { quote } from "../wording.ts";

/** Programs that run what their arguments say, whatever it is. */
const RUNNERS: ReadonlyMap<string, string> = new Map([
	...["bash", "sh", "zsh", "fish", "dash", "ksh", "cmd", "cmd.exe"].map(
		(name) => [name, "any shell command"] as const,
	),
	...["pwsh", "powershell", "powershell.exe", "osascript"].map(
		(name) => [name, "any script"] as const,
	),
	...[
		"python",
		"python3",
		"node",
		"deno",
		"bun",
		"ruby",
		"perl",
		"php",
		"lua",
		"tsx",
		"ts-node",
	].map((name) => [name, "any code"] as const),
	...["sudo", "doas", "su"].map(
		(name) => [name, "any command as another user"] as const,
	),
	...["eval", "exec", "env", "xargs"].map(
		(name) => [name, "any command"] as const,
	),
]);

/** Patterns for every file of the machine, or of the user. */
const EVERY_FILE: readonly string[] = ["//**", "//*", "~/**", "~/*"];

export default defineRule({
	effect: "risky",
	severity: "warning",
	summary:
		"An allow rule lets every command run, or every file be written, without a question.",
	rationale: `
\`Bash\`, \`Bash(*)\`, and rules for a shell or an interpreter with any arguments allow everything that the user may do: read keys, send files away, delete. In a committed file that is
decided for everyone who opens the repository. Allow the commands that are needed (\`Bash(npm run *)\`), or let each user decide in their own settings, together with the sandbox.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "permissions": { "allow": ["Bash(*)", "Bash(python3 *)"] } }',
			good: '{ "permissions": { "allow": ["Bash(npm run *)", "Bash(python3 scripts/check.py *)"] } }',
		},
	],
	needs: permissionNeeds,

	*check({ permissions }) {
		for (const rule of permissions) {
			if (rule.behavior !== "allow" || rule.mistake !== undefined) continue;
			const granted = whatIsGranted(rule);
			if (granted === undefined) continue;
			yield {
				location: rule.node,
				message: `${quote(rule.text)} allows ${granted} without a question; name what is needed instead.`,
				severity: severityOf(rule),
			};
		}
	},
});

/** What each user decides for themselves is theirs. */
function severityOf({ document }: PermissionRule): Severity {
	return document.kind.scope === "project" ? "warning" : "info";
}

function whatIsGranted({ tool, content }: PermissionRule): string | undefined {
	if (tool === "Edit" && content !== undefined && EVERY_FILE.includes(content))
		return "every file to be written";
	if (tool !== "Bash" && tool !== "PowerShell") return undefined;
	if (content === undefined || /^\*+$/.test(content)) return "every command";
	const { sort, text } = parseCommandPattern(content);
	const program = sort === "prefix" ? text : /^([^\s*]+)\*$/.exec(text)?.[1];
	const [name = "", option, ...more] = (program ?? "").split(" ");
	const granted = RUNNERS.get(name.slice(name.lastIndexOf("/") + 1));
	const isWhole =
		option === undefined || (/^-[ce]$/.test(option) && more.length === 0);
	return isWhole ? granted : undefined;
}
