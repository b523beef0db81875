import type { Transport } from "../clients.ts";
import type { ServerDeclaration } from "../project/servers.ts";
import { defineRule } from "../rule.ts";
import { type Property, property, valueAt } from "../syntax/tree.ts";
import { quote } from "../wording.ts";

/** Keys under which other clients give the address, nearest to ours first. */
const ADDRESS_KEYS = [
	"serverUrl",
	"httpUrl",
	"uri",
	"endpoint",
	"baseUrl",
	"URL",
	"Url",
] as const;

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
			const { name, client } = server;
			const address = findAddress(server);
			if (!address) continue;
			const { found, write, value } = address;
			const type = likelyTransport(value);
			yield {
				location: found.key,
				message: `Server ${quote(name)}: ${client.name} does not see that it is a remote server. Write "type": "${type}"${write}.`,
			};
		}
	},
});

interface Address {
	readonly found: Property;
	readonly value: string;
	/** What to write beside the type. */
	readonly write: string;
}

/** Where a server that the client takes for a local one without a command gives a URL. */
export function findAddress({
	node,
	type,
	transport,
}: ServerDeclaration): Address | undefined {
	if (property(node, "command")) return undefined;
	const url = property(node, "url");
	if (url) return type ? undefined : address(url, " beside the url");
	if (transport && transport !== "stdio") return undefined;
	if (type && transport !== "stdio") return undefined;
	const other = ADDRESS_KEYS.map((key) => property(node, key)).find(Boolean);
	if (other) return address(other, ` and name "${other.key.value}" "url"`);
	const transportKey = property(node, "transport");
	const nested = valueAt(transportKey?.value, "url");
	if (!transportKey || nested?.type !== "string") return undefined;
	return {
		found: transportKey,
		value: nested.value,
		write: ' and "url" in the server itself, not inside "transport"',
	};
}

function address(found: Property, write: string): Address {
	const { value } = found;
	return { found, value: value.type === "string" ? value.value : "", write };
}

/** The transport that an address is usually served over. */
export function likelyTransport(url: string): Transport {
	if (/^wss?:/i.test(url)) return "ws";
	return /\/sse\/?(?:[?#].*)?$/i.test(url) ? "sse" : "http";
}
