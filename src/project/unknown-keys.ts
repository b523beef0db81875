import type { Document } from "../document.ts";
import { type ForeignKey, foreignKeys } from "../foreign-keys.ts";
import {
	knownKeys,
	type Subject,
	schemasAt,
	type Violation,
} from "../schema.ts";
import { type Node, type Property, property } from "../syntax/tree.ts";
import type { Project } from "./project.ts";

/** A key that the client does not read where it stands. */
export interface UnknownKey {
	readonly document: Document;
	/** What it stands in. */
	readonly holder: Node;
	readonly property: Property;
	readonly name: string;
	readonly subject: Subject;
	/** What it is elsewhere; absent for a key of no other client or place. */
	readonly foreign: ForeignKey | undefined;
	/** The keys that would be read in its place. */
	readonly known: readonly string[];
	/** `other-transport`: of a server reached in another way. `other-client`: as another client calls it. `unknown`: of nobody. */
	readonly origin: "other-transport" | "other-client" | "unknown";
}

const found = new WeakMap<Document, readonly UnknownKey[]>();

/** Every key of the project's documents that its client does not read; looked for once a document. */
export function unknownKeys({ documents }: Project): UnknownKey[] {
	return documents.flatMap((document) => {
		const known = found.get(document) ?? findUnknownKeys(document);
		found.set(document, known);
		return known;
	});
}

function findUnknownKeys(document: Document): UnknownKey[] {
	const { schema } = document;
	if (!schema) return [];
	const knownAt = new Map<string, readonly string[]>();
	return document.violations.flatMap((violation) => {
		const { pointer } = violation.node;
		const known =
			knownAt.get(pointer) ?? knownKeys(schema, schemasAt(schema, pointer));
		knownAt.set(pointer, known);
		return toUnknownKey(document, violation, known) ?? [];
	});
}

function toUnknownKey(
	document: Document,
	violation: Violation,
	known: readonly string[],
): UnknownKey | undefined {
	const { keyword, params, node, subject } = violation;
	if (keyword !== "additionalProperties") return undefined;
	// what costs more than the key itself is said by the rule for the value
	if (isMisunderstood(document, node) || violation.effect !== "inert") {
		return undefined;
	}
	const name = String(params.additionalProperty);
	const unknown = property(node, name);
	if (!unknown) return undefined;
	const foreign = foreignKey(document, violation, name);
	const isOfTransport =
		subject === "server" &&
		node.pointer === violation.owner &&
		known.includes(name) &&
		isTransportField(document, name);
	return {
		document,
		holder: node,
		property: unknown,
		name,
		subject,
		foreign,
		known,
		origin: isOfTransport
			? "other-transport"
			: foreign
				? "other-client"
				: "unknown",
	};
}

/** What a key of a server, or at the root of a file, is to other clients and in other files; nothing in the deeper objects of a server but `oauth`. */
function foreignKey(
	{ kind }: Document,
	{ node, subject, owner }: Violation,
	name: string,
): ForeignKey | undefined {
	if (subject === "server") {
		if (node.pointer === owner) return foreignKeyAt("server", name);
		return node.pointer === `${owner}/oauth`
			? foreignKeyAt("oauth", name)
			: undefined;
	}
	if (node.pointer !== "" || subject === "manifest") return undefined;
	if (subject === "root") return foreignKeyAt("root", name);
	if (subject === "definition") {
		return foreignKeyAt(
			kind.schema === "claude-agent" ? "agent" : "skill",
			name,
		);
	}
	return foreignKeyAt("settings", name);
}

function foreignKeyAt(
	place: keyof typeof foreignKeys,
	name: string,
): ForeignKey | undefined {
	const keys = foreignKeys[place];
	return Object.hasOwn(keys, name) ? keys[name] : undefined;
}

/** Fields that only some transports have, beside those that every client has a name for. */
const TRANSPORT_FIELDS: readonly string[] = ["headersHelper", "oauth"];

/** Whether a field is one that only some transports have, as the client of a file calls it. */
function isTransportField(
	{ readers: [reader] }: Document,
	name: string,
): boolean {
	if (!reader) return false;
	const { command, args, env, url, headers } = reader.fields;
	return [command, args, env, ...url, headers, ...TRANSPORT_FIELDS].includes(
		name,
	);
}

/** An object of which another rule says that it should not be there at all: its keys are not the mistake. */
function isMisunderstood({ kind, root }: Document, node: Node): boolean {
	const [map] = kind.servers ?? [];
	const lacksServers =
		map !== undefined &&
		kind.schema !== undefined &&
		/^\/[\w.]+$/.test(map) &&
		!property(root, map.slice(1));
	const lacksHooks = kind.schema === "plugin-hooks" && !property(root, "hooks");
	if (node === root) return lacksServers || lacksHooks;
	const isWrapperTwice = node.pointer === "/mcpServers/mcpServers";
	const isHandlerAsGroup =
		/^\/hooks\/[^/]*\/\d+$/.test(node.pointer) && !property(node, "hooks");
	return isWrapperTwice || isHandlerAsGroup;
}
