import { isNotTaken, readRepositoryVariables } from "../project/environment.ts";
import { readerOf } from "../project/project.ts";
import { defineRule } from "../rule.ts";
import { quote } from "../wording.ts";

/** Variables that protect whoever has them switched on. */
const PROTECTIONS: readonly string[] = [
	"CLAUDE_CODE_SUBPROCESS_ENV_SCRUB",
	"CLAUDE_CODE_SAFE_MODE",
];

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "A variable is not taken from a file of this scope.",
	rationale: `
Claude Code sets the variables under \`env\` of a project file for the session, with exceptions: where home, temporary and configuration folders are, and some of
its own switches, a repository cannot say. It leaves them out without a word. \`CLAUDE_CODE_SUBPROCESS_ENV_SCRUB\` is one of them: in a project file it does not
keep the credentials from commands, hooks and servers. Set such a variable in \`~/.claude/settings.json\` or in the shell that starts the session.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "env": { "CLAUDE_CODE_SUBPROCESS_ENV_SCRUB": "1" } }',
			good: '{ "env": { "CLAUDE_CODE_MCP_ALLOWLIST_ENV": "1" } }',
		},
	],
	needs: [{ schema: "claude-settings", words: ["env"] }],

	*check({ documents }) {
		for (const variable of documents.flatMap(readRepositoryVariables)) {
			if (!isNotTaken(variable)) continue;
			const { name, text, node, document } = variable;
			const isProtection =
				PROTECTIONS.includes(name) && /^(?:1|true|yes|on)$/i.test(text);
			yield {
				location: node,
				message: `${readerOf(document)} does not take the variable ${quote(name)} from ${document.kind.title}${isProtection ? ", so it protects nobody" : ""}; set it in ~/.claude/settings.json, or in the shell that starts the session.`,
				severity: isProtection ? "error" : "warning",
			};
		}
	},
});
