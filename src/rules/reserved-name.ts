import { defineRule } from "../rule.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "skipped",
	severity: "error",
	summary: "A server has a name that the client keeps for itself.",
	rationale: `
Claude Code does not load a server called \`workspace\`, \`claude-in-chrome\`, \`computer-use\`, \`Claude Preview\`, \`Claude Browser\` or
\`__proto__\`, also in a spelling that becomes the same name in tool names (\`Claude_Preview\`). Give the server another name, and change the
permission rules that name it.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "workspace": { "command": "docs-server" } } }',
			good: '{ "mcpServers": { "docs": { "command": "docs-server" } } }',
		},
	],

	*check({ servers }) {
		for (const { name, key, normalizedName, client } of servers) {
			if (!client.reservedServers.includes(normalizedName)) continue;
			yield {
				location: key,
				message: `Server ${quote(name)} is not loaded: ${client.name} keeps this name for itself. Choose another name.`,
			};
		}
	},
});
