import { readRepositoryVariables } from "../project/environment.ts";
import { findPreload } from "../project/preloads.ts";
import { defineRule } from "../rule.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "risky",
	severity: "error",
	summary:
		"A variable makes other programs run a file that the repository decides on.",
	rationale: `
\`env\` of a project file reaches every command, hook and MCP server of the session, and with \`claude -p\` it does so before anybody trusted the folder. A variable such as
\`LD_PRELOAD\`, \`BASH_ENV\`, \`GIT_SSH_COMMAND\` or \`NODE_OPTIONS=--require\` makes programs run more than they were asked to: whoever can change that file, by a pull request or
in a shared folder, runs code on the machines of all others, and no permission rule sees it. Set such a variable where it is needed: in the script or in the
server's own \`env\`. Options that load nothing, paths of the machine and plain programs are fine.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "env": { "BASH_ENV": "./scripts/env.sh" } }',
			good: '{ "env": { "NODE_OPTIONS": "--max-old-space-size=4096" } }',
		},
	],
	needs: [{ schema: "claude-settings", words: ["env"] }],

	*check({ documents }) {
		for (const variable of documents.flatMap(readRepositoryVariables)) {
			const { name, text, node, document } = variable;
			const preload = findPreload(name, text);
			if (!preload) continue;
			yield {
				location: node,
				message: `"${name}" makes ${preload.programs} run ${quote(preload.code)}, which whoever can change the repository decides on; set it only where it is needed.`,
				severity: document.kind.scope === "local" ? "info" : preload.severity,
			};
		}
	},
});
