import { readerOf } from "../project/project.ts";
import { defineRule } from "../rule.ts";
import { property } from "../syntax/tree.ts";

export default defineRule({
	effect: "inert",
	severity: "error",
	summary: "Servers are declared in a settings file, where they are not read.",
	rationale: `
Claude Code does not read \`"mcpServers"\` in any settings file, and does not say so. The servers of a project stand in \`.mcp.json\`, those
of a user in \`~/.claude.json\` (\`claude mcp add --scope user\`).`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "mcpServers": { "docs": { "command": "docs-server" } } }',
			good: '{ "enabledMcpjsonServers": ["docs"] }',
			beside: {
				".mcp.json":
					'{ "mcpServers": { "docs": { "command": "docs-server" } } }',
			},
		},
	],
	needs: [{ schema: "claude-settings" }],

	*check({ documents }) {
		for (const document of documents) {
			if (document.kind.schema !== "claude-settings") continue;
			const found = property(document.root, "mcpServers");
			if (!found) continue;
			yield {
				location: found.key,
				message: `${readerOf(document)} does not read "mcpServers" in a settings file; move it to .mcp.json at the root of the project.`,
			};
		}
	},
});
