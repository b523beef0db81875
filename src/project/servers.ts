import type { Client, Transport } from "../clients.ts";
import type { Document } from "../document.ts";
import { pointerTokens } from "../location.ts";
import { normalizeName } from "../permissions/mcp-names.ts";
import {
	effectiveProperties,
	itemsOf,
	type Node,
	type ObjectNode,
	type Property,
	property,
	type StringNode,
} from "../syntax/tree.ts";

/** One entry of a server map, with the fields that have the right type. */
export interface ServerDeclaration {
	readonly name: string;
	readonly key: StringNode;
	readonly node: ObjectNode;
	readonly document: Document;
	readonly client: Client;
	/** It is there for the document that declares it, and for nothing else. */
	readonly isPrivate: boolean;
	/** The name as it appears in tool names and permission rules. */
	readonly normalizedName: string;
	/** How the client reaches it; absent where the client cannot tell and drops it. */
	readonly transport: Transport | undefined;
	readonly type: Property | undefined;
	readonly command: StringNode | undefined;
	readonly args: readonly StringNode[];
	readonly env: readonly Property[];
	readonly url: StringNode | undefined;
	readonly headers: readonly Property[];
}

/** The servers that a document declares, in its order; of duplicate names the last. Entries that are no objects are left out. */
export function readServers(document: Document): ServerDeclaration[] {
	const [client] = document.readers;
	if (!client || !document.root) return [];
	return serverMaps(document)
		.flatMap(effectiveProperties)
		.flatMap(({ key, value }) =>
			value.type === "object" ? [readServer(document, client, key, value)] : [],
		);
}

/** The objects that hold server declarations. */
function serverMaps({ kind, readers, root }: Document): Node[] {
	const hasKey = readers.some(({ serversKey }) => property(root, serversKey));
	if (root && kind.bareServers && !hasKey) return [root];
	return (kind.servers ?? []).flatMap((pointer) =>
		pointerTokens(pointer).reduce<Node[]>(
			(nodes, token) => nodes.flatMap((node) => membersAt(node, token)),
			root ? [root] : [],
		),
	);
}

/** Whether a file holds its servers under the key of another of its readers, and not where its client looks. */
export function isForOtherReader({ readers, root }: Document): boolean {
	const [own, ...others] = readers.map(({ serversKey }) => serversKey);
	return (
		own !== undefined &&
		!property(root, own) &&
		others.some((key) => property(root, key))
	);
}

/** The members of a node that a token of a kind's pointer stands for. */
function membersAt(node: Node, token: string): readonly Node[] {
	if (token === "-") return itemsOf(node);
	if (token === "*") return effectiveProperties(node).map(({ value }) => value);
	return [property(node, token)?.value].filter((value) => value !== undefined);
}

/** What is lost with a server that the client cannot use, where that is more than the server. */
export function costOf({ document }: ServerDeclaration): {
	readonly effect?: "rejected";
} {
	return document.kind.needsEveryServer ? { effect: "rejected" } : {};
}

/** Whether tool names of such a server are taken apart at the wrong place: at the first `__`, or for want of any letter. */
export function isAmbiguousName(normalizedName: string): boolean {
	return /__|_$|^$/.test(normalizedName);
}

function readServer(
	document: Document,
	client: Client,
	key: StringNode,
	node: ObjectNode,
): ServerDeclaration {
	const { fields } = client;
	return {
		name: key.value,
		key,
		node,
		document,
		client,
		isPrivate:
			document.kind.privateServers === true || document.kind.isExample === true,
		normalizedName: normalizeName(key.value),
		transport: transportOf(client, node),
		type: property(node, "type"),
		command: stringAt(node, fields.command),
		args: itemsOf(property(node, fields.args)?.value).filter(isJudged),
		env: effectiveProperties(property(node, fields.env)?.value),
		url: fields.url
			.map((name) => stringAt(node, name))
			.find((each) => each !== undefined),
		headers: effectiveProperties(property(node, fields.headers)?.value),
	};
}

/** Longer texts are loaded and not judged: nobody wrote them by hand, and a pattern can take long over them. */
const LONGEST = 8192;

function isJudged(node: Node): node is StringNode {
	return node.type === "string" && node.value.length <= LONGEST;
}

function transportOf(
	{ transports, impliedTransports, ignoresUnknownTypes }: Client,
	node: ObjectNode,
): Transport | undefined {
	const type = property(node, "type")?.value;
	if (type?.type === "string" && Object.hasOwn(transports, type.value)) {
		return transports[type.value];
	}
	if (type && !ignoresUnknownTypes) return undefined;
	const [, implied] =
		Object.entries(impliedTransports).find(([field]) =>
			property(node, field),
		) ?? [];
	return implied;
}

function stringAt(node: ObjectNode, key: string): StringNode | undefined {
	const value = property(node, key)?.value;
	return value && isJudged(value) ? value : undefined;
}
