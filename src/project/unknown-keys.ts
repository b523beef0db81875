import type { Document } from "../document.ts";
import { foreignKeys } from "../foreign-keys.ts";
import { pointerTokens } from "../location.ts";
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
	readonly property: Property;
	readonly name: string;
	readonly subject: Subject;
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
	{ keyword, params, node, subject }: Violation,
	known: readonly string[],
): UnknownKey | undefined {
	if (keyword !== "additionalProperties") return undefined;
	if (isMisunderstood(document, node)) return undefined;
	const name = String(params.additionalProperty);
	const unknown = property(node, name);
	if (!unknown) return undefined;
	return {
		document,
		property: unknown,
		name,
		subject,
		known,
		origin: originOf(name, subject, pointerTokens(node.pointer).length),
	};
}

/** @param depth how far the object that holds the key is from the root */
function originOf(
	name: string,
	subject: Subject,
	depth: number,
): UnknownKey["origin"] {
	if (subject === "server" && depth === SERVER_DEPTH) {
		if (TRANSPORT_FIELDS.includes(name)) return "other-transport";
		return Object.hasOwn(foreignKeys.server, name) ? "other-client" : "unknown";
	}
	if (depth > 0) return "unknown";
	const place = subject === "root" ? "root" : "settings";
	return Object.hasOwn(foreignKeys[place], name) ? "other-client" : "unknown";
}

/** A server is a member of a map at the root; deeper objects are parts of a server, such as its `oauth`. */
const SERVER_DEPTH = 2;

/** The fields that only some transports have. */
const TRANSPORT_FIELDS: readonly string[] = [
	"command",
	"args",
	"env",
	"url",
	"headers",
	"headersHelper",
	"oauth",
];

/** An object of which another rule says that it should not be there at all: its keys are not the mistake. */
function isMisunderstood({ kind, root }: Document, node: Node): boolean {
	const isServerFile = kind.schema === "claude-mcp";
	const lacksServers = isServerFile && !property(root, "mcpServers");
	if (node === root) return lacksServers;
	const isWrapperTwice = node.pointer === "/mcpServers/mcpServers";
	const isHandlerAsGroup =
		/^\/hooks\/[^/]*\/\d+$/.test(node.pointer) && !property(node, "hooks");
	return isWrapperTwice || isHandlerAsGroup;
}
