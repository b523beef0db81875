import { meantTransport } from "../clients.ts";
import { defineRule } from "../rule.ts";
import { either, quote } from "../wording.ts";

export default defineRule({
	effect: "skipped",
	severity: "error",
	summary: "A server's type is no transport that the client accepts in a file.",
	rationale: `
Claude Code knows \`stdio\`, \`http\` (also spelled \`streamable-http\`), \`sse\` and \`ws\`, in lower case. It drops a server with any other
\`type\`. Other clients use other words for the same transports: \`streamableHttp\`, \`local\`, \`remote\`. \`sdk\` and \`claudeai-proxy\`
exist, but not for a file.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "type": "streamableHttp", "url": "https://docs.example.com/mcp" } } }',
			good: '{ "mcpServers": { "docs": { "type": "http", "url": "https://docs.example.com/mcp" } } }',
		},
	],

	*check({ servers }) {
		for (const { name, type, client, transport, url } of servers) {
			if (transport || type?.value.type !== "string") continue;
			const word = type.value.value;
			const host = Object.hasOwn(client.hostTransports, word)
				? client.hostTransports[word]
				: undefined;
			if (host) {
				yield {
					location: type.value,
					message: `Server ${quote(name)}: the type "${word}" is only for ${host}, not for a file. Remove the server, or name its transport.`,
				};
				continue;
			}
			const meant =
				meantTransport(word) ??
				(word === "" ? (url ? "http" : "stdio") : undefined);
			const known = either(
				Object.keys(client.transports).map((each) => `"${each}"`),
			);
			const remedy = meant ? `Write "${meant}".` : `Write ${known}.`;
			yield {
				location: type.value,
				message: `Server ${quote(name)}: ${client.name} knows no type ${quote(word)}. ${remedy}`,
			};
		}
	},
});
