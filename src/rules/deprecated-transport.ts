import { defineRule } from "../rule.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "risky",
	severity: "info",
	summary: "A server uses a transport that is being replaced.",
	rationale: `
The HTTP+SSE transport was replaced by Streamable HTTP in the Model Context Protocol of 2025-03-26. It still works. If the server offers
Streamable HTTP (often under \`/mcp\`), use \`"type": "http"\` and that address.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "type": "sse", "url": "https://docs.example.com/sse" } } }',
			good: '{ "mcpServers": { "docs": { "type": "http", "url": "https://docs.example.com/mcp" } } }',
		},
	],
	needs: [{ servers: true, words: ["sse"] }],

	*check({ declaredServers }) {
		for (const { name, type, transport, client } of declaredServers) {
			const successor = transport && client.deprecatedTransports[transport];
			if (!type || !successor) continue;
			yield {
				location: type.value,
				message: `Server ${quote(name)}: the transport "${transport}" is deprecated; use "${successor}" if the server offers it.`,
			};
		}
	},
});
