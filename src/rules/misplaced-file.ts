import { posix } from "node:path";
import { defineRule } from "../rule.ts";

export default defineRule({
	effect: "inert",
	severity: "error",
	summary: "The file stands where no client looks for it.",
	rationale: `
Claude Code reads the servers of a project from \`.mcp.json\` in the folder of the session and in the folders above it. It does not read
\`.claude/.mcp.json\` or \`.claude/mcp.json\`, and does not say so. A skill is a folder of its own with a \`SKILL.md\` in it: \`.claude/skills/release.md\` is
not read.`,
	examples: [
		{
			file: ".claude/mcp.json",
			bad: '{ "mcpServers": { "docs": { "command": "docs-server" } } }',
			good: "",
		},
		{
			file: ".claude/skills/release.md",
			bad: "---\ndescription: Makes a release\n---\nMake a release.\n",
			good: "# Our skills\n",
		},
	],

	*check({ documents, folder }) {
		for (const { kind, file, root, errors } of documents) {
			const isEmpty = !root && errors.length === 0;
			if (!kind.belongs || isEmpty) continue;
			const place = posix.join(folder, kind.belongs);
			yield {
				location: { file, pointer: "", start: 0, end: 1 },
				message: `No client reads this file; move ${kind.holds ?? "what it holds"} to ${place}.`,
			};
		}
	},
});
