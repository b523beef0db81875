import { meantTransport } from "../clients.ts";
import { type Edit, fixWith, insertBefore, replaceString } from "../edit.ts";
import { type Address, findAddress } from "../project/addresses.ts";
import type { ServerDeclaration } from "../project/servers.ts";
import { defineRule } from "../rule.ts";
import { property } from "../syntax/tree.ts";
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
			fix: "safe",
		},
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "serverUrl": "https://docs.example.com/mcp" } } }',
			good: '{ "mcpServers": { "docs": { "type": "http", "url": "https://docs.example.com/mcp" } } }',
			fix: "safe",
		},
	],

	*check({ declaredServers }) {
		for (const server of declaredServers) {
			const { name, client, type, transport } = server;
			const address = findAddress(server);
			if (!address) continue;
			const { found, write, meant, needsType } = address;
			const isTyped = type && transport !== "stdio";
			const steps = [
				...(isTyped || !needsType ? [] : [`write "type": "${meant}"`]),
				...(write ? [write] : []),
			];
			yield {
				location: found.key,
				message: `Server ${quote(name)}: ${client.name} does not see that it is a remote server; ${both(steps)}.`,
				...fixWith(
					needsType ? `Write "type": "${meant}"` : `Write "${address.key}"`,
					editsFor(server, address),
				),
			};
		}
	},
});

/** Writes the type where another client has it, or before the address; and gives the address its key. */
function editsFor(
	server: ServerDeclaration,
	{ found, meant, isCertain, key: wanted, needsType }: Address,
): (Edit | undefined)[] {
	const { document, type, transport, node, client } = server;
	const { key, value } = found;
	if (value.type !== "string" || !isCertain) return [];
	const rename =
		key.value === wanted ? [] : [replaceString(document, key, wanted)];
	if (!needsType && !type) return rename;
	if (type) {
		return transport === "stdio" && type.value.type === "string"
			? [replaceString(document, type.value, meant), ...rename]
			: rename;
	}
	const other = ["transport", "transportType"]
		.map((name) => property(node, name))
		.find((each) => each?.value.type === "string");
	if (other?.value.type !== "string") {
		return [insertBefore(document, found, "type", `"${meant}"`), ...rename];
	}
	const word = other.value.value;
	if (meantTransport(word) !== meant) return [];
	const isRight = client.transports[word] === meant;
	return [
		replaceString(document, other.key, "type"),
		...(isRight ? [] : [replaceString(document, other.value, meant)]),
		...rename,
	];
}
