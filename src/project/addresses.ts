import { meantTransport, type Transport } from "../clients.ts";
import { type Node, type Property, property, valueAt } from "../syntax/tree.ts";
import type { ServerDeclaration } from "./servers.ts";

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

/** An address that is not where the client looks, or without the type that makes it one. */
export interface Address {
	readonly found: Property;
	/** The transport to write as the type. */
	readonly meant: Transport;
	/** What to do beside writing the type, as a part of a sentence; empty for nothing. */
	readonly write: string;
}

/** Where a server that the client takes for a local one without a command, or a remote one without a url, gives its address. */
export function findAddress({
	node,
	type,
	transport,
}: ServerDeclaration): Address | undefined {
	if (property(node, "command")) return undefined;
	if (type && !transport) return undefined;
	const url = property(node, "url");
	const written = writtenTransport(node);
	if (url) {
		return type && transport !== "stdio"
			? undefined
			: { found: url, meant: written ?? likelyTransport(url.value), write: "" };
	}
	const other = ADDRESS_KEYS.map((key) => property(node, key)).find(Boolean);
	if (other) {
		return {
			found: other,
			meant: written ?? likelyTransport(other.value),
			write: `rename "${other.key.value}" to "url"`,
		};
	}
	const holder = property(node, "transport");
	const nested = valueAt(holder?.value, "url");
	if (!holder || !nested) return undefined;
	return {
		found: holder,
		meant: written ?? likelyTransport(nested),
		write: 'put the "url" into the server itself, not into "transport"',
	};
}

/** The transport that a server names where other clients look for it: in `transport`, or in the type inside it. */
function writtenTransport(node: Node): Transport | undefined {
	const holder = property(node, "transport")?.value;
	const word = holder?.type === "object" ? valueAt(holder, "type") : holder;
	return word?.type === "string" ? meantTransport(word.value) : undefined;
}

/** The transport that an address is usually served over. */
function likelyTransport(url: Node): Transport {
	const text = url.type === "string" ? url.value : "";
	if (/^wss?:/i.test(text)) return "ws";
	return /\/sse\/?(?:[?#].*)?$/i.test(text) ? "sse" : "http";
}
