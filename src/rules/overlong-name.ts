import { defineRule } from "../rule.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "error",
	summary: "A server's name is so long that none of its tools can be offered.",
	rationale: `
A tool is called \`mcp__<server>__<tool>\` and may have 128 characters in all; Claude Code leaves out a tool with a longer name. A server name of more than
120 characters leaves no room for any tool.`,
	examples: [
		{
			file: ".mcp.json",
			bad: `{ "mcpServers": { "${"docs-".repeat(25)}x": { "command": "docs-server" } } }`,
			good: '{ "mcpServers": { "docs": { "command": "docs-server" } } }',
		},
	],

	*check({ servers }) {
		for (const { name, key, normalizedName, client } of servers) {
			const shortestTool = `mcp__${normalizedName}__x`;
			const over = shortestTool.length - client.toolNameLimit;
			if (over <= 0) continue;
			yield {
				location: key,
				message: `Server ${quote(name)}: its name has ${name.length} characters, so every tool name is longer than the ${client.toolNameLimit} that ${client.name} sends; shorten it by ${over} or more.`,
			};
		}
	},
});
