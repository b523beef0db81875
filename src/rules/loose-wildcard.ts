import { permissionNeeds } from "../permissions/needs.ts";
import { defineRule } from "../rule.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "risky",
	severity: "warning",
	summary:
		"A wildcard among a command's options also lets through options that nobody meant.",
	rationale: `
\`*\` in a rule about commands stands for any characters, spaces included. \`Bash(git * main)\` allows \`git push main\`, and \`git -c core.pager=… log main\` as well, which runs whatever the
option names. Claude Code warns of such rules when it starts. Write the subcommand out and put the wildcard after it: \`Bash(git push * main)\`.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "permissions": { "allow": ["Bash(git * main)"] } }',
			good: '{ "permissions": { "allow": ["Bash(git checkout *)"] } }',
		},
	],
	needs: permissionNeeds,

	*check({ permissions }) {
		for (const { behavior, tool, content, node, mistake } of permissions) {
			if (behavior !== "allow" || tool !== "Bash" || mistake !== undefined)
				continue;
			if (content === undefined || !hasWildcardBeforeRest(content)) continue;
			yield {
				location: node,
				message: `${quote(`Bash(${content})`)} also allows any options in the place of "*"; write out what stands there, and use "*" only at the end.`,
			};
		}
	},
});

/**
 * Whether a wildcard stands where the client's own options of a command can stand, with more of the command after it: in a variable before it, or after the program's name and its options.
 * Source: the rules that 2.1.329 warns of.
 */
function hasWildcardBeforeRest(content: string): boolean {
	if (content.endsWith(":*") || /[|;&<>]/.test(content)) return false;
	const words = content.trim().split(/\s+/);
	if (/^\w+=.*\*/.test(words[0] ?? "")) return true;
	const at = words.findIndex((word) => word.includes("*"));
	// a path up to the wildcard is no option
	if (at < 1 || at === words.length - 1 || /\/.*\*/.test(words[at] ?? ""))
		return false;
	return words.slice(1, at).every((word) => word.startsWith("-"));
}
