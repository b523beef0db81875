import { type Client, isReplaced, type Transport, typeOf } from "../clients.ts";
import { type Fix, fixWith, replaceString } from "../edit.ts";
import { withDefaults } from "../project/defaults.ts";
import { isExample } from "../project/example-files.ts";
import type { ServerDeclaration } from "../project/servers.ts";
import { isMeant } from "../references/intention.ts";
import { scanReferences } from "../references/scan.ts";
import { defineRule } from "../rule.ts";
import { ANGLE_PLACEHOLDER } from "../secrets/angle-placeholder.ts";
import type { StringNode } from "../syntax/tree.ts";
import { parseUrl } from "../url.ts";
import { both, quote } from "../wording.ts";

/** The schemes that a connection may have; ws is tried for http addresses too (measured on 2.1.329). */
const SCHEMES: Readonly<Record<Transport, readonly string[]>> = {
	stdio: [],
	http: ["http:", "https:"],
	sse: ["http:", "https:"],
	ws: ["ws:", "wss:", "http:", "https:"],
};

export default defineRule({
	effect: "inert",
	severity: "error",
	summary: "A server's address is not a URL that its transport can use.",
	rationale: `
Claude Code loads the server and only finds out when it connects: \`'url' is not a valid URL\`, or a refusal because the address is not http or
https. In CI nothing is said, and the tools of the server are not there. Other clients need an address as well; VS Code also takes sockets, as \`unix:///run/docs.sock\`.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "type": "http", "url": "docs.example.com/mcp" } } }',
			good: '{ "mcpServers": { "docs": { "type": "http", "url": "https://docs.example.com/mcp" } } }',
			fix: "unsafe",
		},
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "type": "http", "url": "wss://docs.example.com/mcp" } } }',
			good: '{ "mcpServers": { "docs": { "type": "ws", "url": "wss://docs.example.com/mcp" } } }',
			fix: "safe",
		},
	],

	*check({ declaredServers }) {
		for (const server of declaredServers) {
			const { name, url, transport, client } = server;
			if (!url || !transport || transport === "stdio") continue;
			const text = url.value.trim();
			const mistake = describeMistake(text, transport, client);
			if (!mistake || hasOtherReference(text, client)) continue;
			if (mistake.isPlaceholder && ANGLE_PLACEHOLDER.test(text)) continue;
			if (isExample(server.document) && UNFILLED.test(text)) continue;
			yield {
				location: url,
				message: `Server ${quote(name)}: ${mistake.message}.`,
				severity: PLACEHOLDER.test(url.value) ? "warning" : "error",
				...fixFor(server, url, mistake),
			};
		}
	},
});

/** What an example may have in the place of an address, or of a part of one. */
const UNFILLED = /[<>{}…]|\.\.\.|(?<![A-Za-z])your(?![a-z])/i;

/** What people leave to be filled in. */
const PLACEHOLDER = /<[^<>]+>/;

interface UrlMistake {
	readonly message: string;
	/** The address is one of a socket, and the type is not. */
	readonly isSocket?: boolean;
	/** Something has to be filled in; where it has the usual form, another rule says so. */
	readonly isPlaceholder?: boolean;
	/** What belongs in front of it. */
	readonly prefix?: string;
}

/** The type follows from the address; which scheme is missing is a guess. */
function fixFor(
	{ document, type, client }: ServerDeclaration,
	url: StringNode,
	{ isSocket, prefix }: UrlMistake,
): { readonly fix?: Fix } {
	const socket = typeOf(client, "ws");
	if (isSocket && socket && type?.value.type === "string") {
		return fixWith(`Write "type": "${socket}"`, [
			replaceString(document, type.value, socket),
		]);
	}
	if (prefix === undefined) return {};
	const edits = [replaceString(document, url, prefix + url.value.trim())];
	return fixWith(`Write "${prefix}" before it`, edits, { unsafe: true });
}

function describeMistake(
	text: string,
	transport: Transport,
	client: Client,
): UrlMistake | undefined {
	if (text === "") return undefined;
	const complete = withDefaults(text);
	const allowed = SCHEMES[transport];
	const [scheme] = /^[a-z][a-z\d+.-]*:(?!\d)/i.exec(complete) ?? [];
	if (scheme && client.socketSchemes.includes(scheme.toLowerCase())) {
		return undefined;
	}
	if (scheme && !allowed.includes(scheme.toLowerCase())) {
		const schemes = allowed.slice(0, 2).map((each) => `${each}//`);
		const isSocket = /^wss?:$/i.test(scheme);
		const socket = typeOf(client, "ws");
		const remedy =
			isSocket && socket
				? `write "type": "${socket}"`
				: isSocket
					? `${client.name} has no transport for it`
					: "correct the address";
		return {
			message: `a server of type "${typeOf(client, transport) ?? transport}" is reached over ${both(schemes)}, not ${scheme}; ${remedy}`,
			isSocket,
		};
	}
	const [placeholder] = PLACEHOLDER.exec(text) ?? [];
	if (placeholder) {
		return {
			message: `the url still has the placeholder ${quote(placeholder)}; fill it in`,
			isPlaceholder: true,
		};
	}
	const isOpen = complete.includes("${") || text.includes(":-}");
	if (isOpen || (scheme && parseUrl(complete))) return undefined;
	const message = `${quote(text)} is not a URL`;
	if (scheme) return { message };
	const prefix = /^(?:localhost|127\.|\[)/.test(complete)
		? "http://"
		: "https://";
	return {
		message: `${message}; write it with ${prefix} in front`,
		...(parseUrl(prefix + complete) && { prefix }),
	};
}

/** Whether the address is meant to come from a variable, in a way that the client does not know: then that is what is wrong. */
function hasOtherReference(text: string, { references }: Client): boolean {
	const place = { text, isStrict: true };
	return scanReferences(text).some(
		(reference) =>
			!(references && isReplaced(reference, references)) &&
			isMeant(reference, place),
	);
}
