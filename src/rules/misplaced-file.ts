import { posix } from "node:path";
import { defineRule } from "../rule.ts";

export default defineRule({
	effect: "inert",
	severity: "error",
	summary: "The file stands where no client looks for it.",
	rationale: `
Claude Code reads the servers of a project from \`.mcp.json\` in the folder of the session and in the folders above it. It does not read
\`.claude/.mcp.json\` or \`.claude/mcp.json\`, and does not say so.`,
	examples: [
		{
			file: ".claude/mcp.json",
			bad: '{ "mcpServers": { "docs": { "command": "docs-server" } } }',
			good: "",
		},
	],

	*check({ documents, folder }) {
		for (const { kind, file, text } of documents) {
			if (!kind.belongs || text.trim() === "") continue;
			const place = posix.join(folder, kind.belongs);
			yield {
				location: { file, pointer: "", start: 0, end: 1 },
				message: `No client reads this file; move its servers to ${place}.`,
			};
		}
	},
});
