import { meantTransport, type Transport } from "../clients.ts";
import { type Node, type Property, property, valueAt } from "../syntax/tree.ts";
import { withDefaults } from "./defaults.ts";
import type { ServerDeclaration } from "./servers.ts";

/** Keys under which other clients give the address, nearest to ours first. */
const ADDRESS_KEYS = [
	"url",
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
	/** The key that the address belongs under. */
	readonly key: string;
	/** The type has to be written, because the client does not see it from the address. */
	readonly needsType: boolean;
	/** What to do beside writing the type, as a part of a sentence; empty for nothing. */
	readonly write: string;
	/** The transport is written somewhere, or the address shows it. */
	readonly isCertain: boolean;
}

/** Where a server that the client takes for a local one without a command, or a remote one without a url, gives its address; nothing where the client takes no remote servers. */
export function findAddress({
	node,
	type,
	transport,
	client,
}: ServerDeclaration): Address | undefined {
	const { fields } = client;
	if (property(node, fields.command) || client.remoteRemedy) return undefined;
	if (type && !transport) return undefined;
	if (client.readsTransportKeys && hasTransportKey(node)) return undefined;
	const [key = "url"] = fields.url;
	const url = fields.url
		.map((name) => property(node, name))
		.find((each) => each !== undefined);
	const written = writtenTransport(node);
	const needsType = !Object.hasOwn(client.impliedTransports, key);
	const address = (found: Property, value: Node, write: string) => ({
		found,
		key,
		needsType,
		write,
		meant: written ?? likelyTransport(value),
		isCertain: written !== undefined || showsTransport(value),
	});
	if (url) {
		return transport !== undefined && transport !== "stdio"
			? undefined
			: address(url, url.value, "");
	}
	const other = ADDRESS_KEYS.map((name) => property(node, name)).find(Boolean);
	if (other) {
		const write = `rename "${other.key.value}" to "${key}"`;
		return address(other, other.value, write);
	}
	const holder = property(node, "transport");
	const nested = valueAt(holder?.value, "url");
	if (!holder || !nested) return undefined;
	const write = `put the "url" into the server itself, not into "transport"`;
	return address(holder, nested, write);
}

/** What makes a server a remote one where its client only starts programs: its address or, without one, its type; nothing for a server with a command. */
export function remoteField({
	client,
	node,
	type,
}: ServerDeclaration): Property | undefined {
	if (!client.remoteRemedy || property(node, client.fields.command)) {
		return undefined;
	}
	const address = ADDRESS_KEYS.map((key) => property(node, key)).find(Boolean);
	const word = type?.value.type === "string" ? type.value.value : "";
	const isRemote = (meantTransport(word) ?? "stdio") !== "stdio";
	return address ?? (isRemote ? type : undefined);
}

/** Whether the transport is named where older versions of a client had it. */
function hasTransportKey(node: Node): boolean {
	return ["transport", "transportType"].some((key) => property(node, key));
}

/** Whether an address has a scheme, or a path of the older transport: of a variable alone nobody knows. */
function showsTransport(address: Node): boolean {
	const text = address.type === "string" ? withDefaults(address.value) : "";
	return /^(?:https?|wss?):/i.test(text) || likelyTransport(address) === "sse";
}

/** The transport that a server names where other clients look for it: in `transport`, in the type inside it, or in `transportType`. */
function writtenTransport(node: Node): Transport | undefined {
	const holder = (
		property(node, "transport") ?? property(node, "transportType")
	)?.value;
	const word = holder?.type === "object" ? valueAt(holder, "type") : holder;
	const meant =
		word?.type === "string" ? meantTransport(word.value) : undefined;
	// an address is none of a program
	return meant === "stdio" ? undefined : meant;
}

/** The transport that an address is usually served over. */
export function likelyTransport(url: Node): Transport {
	const text = url.type === "string" ? url.value : "";
	if (/^wss?:/i.test(text)) return "ws";
	return /\/sse\/?(?:[?#].*)?$/i.test(text) ? "sse" : "http";
}
