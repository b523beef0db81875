import { type Client, meantTransport, typeOf } from "../clients.ts";
import { type Edit, fixWith, insertBefore, replaceString } from "../edit.ts";
import { type Address, findAddress } from "../project/addresses.ts";
import { costOf, type ServerDeclaration } from "../project/servers.ts";
import { defineRule, type Problem } from "../rule.ts";
import { property } from "../syntax/tree.ts";
import { both, either, quote } from "../wording.ts";

export default defineRule({
	effect: "skipped",
	severity: "error",
	summary: "A remote server does not say its transport where the client looks.",
	rationale: `
Claude Code takes a server without \`"type"\` for a program on this machine. A server with a \`"url"\` and no \`"type"\` is dropped. Several
clients guess the transport from the URL, so entries copied from their pages lack it, or give the address as \`"serverUrl"\`,
\`"httpUrl"\` or inside \`"transport"\`. Roo Code rejects such an entry as well. Cline takes it for the older HTTP with server-sent events, and does not
reach a server that speaks Streamable HTTP.`,
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
		{
			file: "cline_mcp_settings.json",
			bad: '{ "mcpServers": { "docs": { "url": "https://docs.example.com/mcp" } } }',
			good: '{ "mcpServers": { "docs": { "type": "streamableHttp", "url": "https://docs.example.com/mcp" } } }',
			fix: "unsafe",
		},
	],

	*check({ declaredServers }) {
		for (const server of declaredServers) {
			const { name, client, type, transport } = server;
			const address = findAddress(server);
			const misread = address ? undefined : misreadAddress(server);
			if (misread) yield misread;
			if (!address) continue;
			const { found, write, meant, needsType } = address;
			const word = typeOf(client, meant);
			const isTyped = type && transport !== "stdio";
			const steps = [
				...(isTyped || !needsType ? [] : [`write ${typeAdvice(client, word)}`]),
				...(write ? [write] : []),
			];
			yield {
				location: found.key,
				message: `Server ${quote(name)}: ${client.name} does not see that it is a remote server; ${both(steps)}.`,
				...costOf(server),
				...fixWith(
					needsType && word
						? `Write "type": "${word}"`
						: `Write "${address.key}"`,
					editsFor(server, address, word),
				),
			};
		}
	},
});

/** What to write for the type; all words for remote servers where the client has none for this one. */
function typeAdvice({ transports }: Client, word: string | undefined): string {
	const words =
		word === undefined
			? Object.keys(transports).filter((each) => transports[each] !== "stdio")
			: [word];
	return either(words.map((each) => `"type": "${each}"`));
}

/** An address that shows a newer transport than the one that the client takes it for without a type. */
function misreadAddress(server: ServerDeclaration): Problem | undefined {
	const { name, client, type, transport, url, document, node } = server;
	const word = typeOf(client, "http");
	const holdsTransport = ["transport", "transportType"].some((key) =>
		property(node, key),
	);
	if (type || transport !== "sse" || !url || !word || holdsTransport) {
		return undefined;
	}
	const key = client.fields.url
		.map((field) => property(node, field))
		.find((found) => found?.value === url);
	if (!key || !/\/mcp\/?(?:[?#].*)?$/i.test(url.value)) return undefined;
	return {
		location: key.key,
		effect: "inert",
		message: `Server ${quote(name)}: ${client.name} takes an address without a type for a server of type "${typeOf(client, transport)}", and this one looks like Streamable HTTP; write "type": "${word}".`,
		severity: "warning",
		...fixWith(
			`Write "type": "${word}"`,
			[insertBefore(document, key, "type", `"${word}"`)],
			{ unsafe: true },
		),
	};
}

/** Writes the type where another client has it, or before the address; and gives the address its key. */
function editsFor(
	server: ServerDeclaration,
	{ found, meant, isCertain, key: wanted, needsType }: Address,
	word: string | undefined,
): (Edit | undefined)[] {
	const { document, type, transport, node, client } = server;
	const { key, value } = found;
	if (value.type !== "string" || !isCertain) return [];
	const rename =
		key.value === wanted ? [] : [replaceString(document, key, wanted)];
	if (!needsType && !type) return rename;
	if (word === undefined) return [];
	if (type) {
		return transport === "stdio" && type.value.type === "string"
			? [replaceString(document, type.value, word), ...rename]
			: rename;
	}
	const other = ["transport", "transportType"]
		.map((name) => property(node, name))
		.find((each) => each?.value.type === "string");
	if (other?.value.type !== "string") {
		return [insertBefore(document, found, "type", `"${word}"`), ...rename];
	}
	const written = other.value.value;
	if (meantTransport(written) !== meant) return [];
	const isRight = client.transports[written] === meant;
	return [
		replaceString(document, other.key, "type"),
		...(isRight ? [] : [replaceString(document, other.value, word)]),
		...rename,
	];
}
