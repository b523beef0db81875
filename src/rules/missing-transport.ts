import { findAddress } from "../project/addresses.ts";
import { defineRule } from "../rule.ts";
import { both, quote } from "../wording.ts";

export default defineRule({
	effect: "skipped",
	severity: "error",
	summary: "A remote server does not say its transport where the client looks.",
	rationale: `
Claude Code takes a server without \`"type"\` for a program on this machine. A server with a \`"url"\` and no \`"type"\` is dropped. Several
clients guess the transport from the URL, so entries copied from their pages lack it, or give the address as \`"serverUrl"\`,
\`"httpUrl"\` or inside \`"transport"\`.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "url": "https://docs.example.com/mcp" } } }',
			good: '{ "mcpServers": { "docs": { "type": "http", "url": "https://docs.example.com/mcp" } } }',
		},
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "serverUrl": "https://docs.example.com/mcp" } } }',
			good: '{ "mcpServers": { "docs": { "type": "http", "url": "https://docs.example.com/mcp" } } }',
		},
	],

	*check({ servers }) {
		for (const server of servers) {
			const { name, client, type, transport } = server;
			const address = findAddress(server);
			if (!address) continue;
			const { found, write, meant } = address;
			const steps = [
				...(type && transport !== "stdio" ? [] : [`write "type": "${meant}"`]),
				...(write ? [write] : []),
			];
			yield {
				location: found.key,
				message: `Server ${quote(name)}: ${client.name} does not see that it is a remote server; ${both(steps)}.`,
			};
		}
	},
});
