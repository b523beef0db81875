import type { Location } from "../location.ts";
import type { Fix } from "../text-edit.ts";

/** A value of a document. Every node knows its place. */
export type Node =
	| ObjectNode
	| ArrayNode
	| StringNode
	| NumberNode
	| BooleanNode
	| NullNode;

export interface ObjectNode extends Location {
	readonly type: "object";
	/** In the order of the text, duplicates included. */
	readonly properties: readonly Property[];
}

export interface ArrayNode extends Location {
	readonly type: "array";
	readonly items: readonly Node[];
}

export interface StringNode extends Location {
	readonly type: "string";
	/** The decoded value; the location includes the quotes. */
	readonly value: string;
	/** A shell or a workflow puts something in before anybody gets it; in the value that stands as it is written. */
	readonly isFilledIn?: true;
}

export interface NumberNode extends Location {
	readonly type: "number";
	readonly value: number;
}

export interface BooleanNode extends Location {
	readonly type: "boolean";
	readonly value: boolean;
}

export interface NullNode extends Location {
	readonly type: "null";
}

/** A key and its value. The key's pointer is that of the value. */
export interface Property {
	readonly key: StringNode;
	readonly value: Node;
}

/** Why a text, or a whole file, cannot be read. */
export interface SyntaxProblem {
	readonly location: Location;
	/** What is wrong and what to do, without a full stop. */
	readonly message: string;
	/**
	 * `syntax`: the text is wrong. `refused`: the client does not read such a file. `unchecked`: only we cannot read it. `command`: the client refuses a
	 * command. `misread`: it takes one for something else than it looks like.
	 */
	readonly sort: "syntax" | "refused" | "unchecked" | "command" | "misread";
	readonly fix?: Fix;
}

/** What a syntax makes of a text. */
export interface SyntaxTree {
	/** There although there are errors, if these leave no doubt about the values (comments, trailing commas). */
	readonly root: Node | undefined;
	/** What could be read of a text that is wrong, where `root` is absent. It says what stands in the file, not what the client makes of it. */
	readonly remains?: Node;
	readonly errors: readonly SyntaxProblem[];
}

/** The value of a key as JSON.parse sees it: of duplicates, the last. */
export function property(
	node: Node | undefined,
	key: string,
): Property | undefined {
	return node?.type === "object" ? lastByKey(node).get(key) : undefined;
}

const indexes = new WeakMap<ObjectNode, ReadonlyMap<string, Property>>();

/** The properties that count, by key; made once an object. */
function lastByKey(node: ObjectNode): ReadonlyMap<string, Property> {
	const known = indexes.get(node);
	if (known) return known;
	const index = new Map(node.properties.map((each) => [each.key.value, each]));
	indexes.set(node, index);
	return index;
}

/** The value under a path of keys and indexes, or nothing. */
export function valueAt(
	node: Node | undefined,
	...path: readonly (string | number)[]
): Node | undefined {
	return path.reduce<Node | undefined>(
		(current, token) =>
			current?.type === "array"
				? current.items[Number(token)]
				: property(current, String(token))?.value,
		node,
	);
}

/** The properties that count: of duplicates only the last. */
export function effectiveProperties(node: Node | undefined): Property[] {
	return node?.type === "object" ? [...lastByKey(node).values()] : [];
}

/** The items of an array; none for anything else. */
export function itemsOf(node: Node | undefined): readonly Node[] {
	return node?.type === "array" ? node.items : [];
}

/** The items of an array that are strings. */
export function stringItems(node: Node | undefined): StringNode[] {
	return itemsOf(node).filter((item) => item.type === "string");
}

/** A node as a plain JavaScript value, as JSON.parse would give it, but without keys called `__proto__`: the client does not look at them. */
export function plainValue(node: Node): unknown {
	switch (node.type) {
		case "object": {
			const entries = node.properties
				.filter(({ key }) => key.value !== "__proto__")
				.map(({ key, value }) => [key.value, plainValue(value)] as const);
			return Object.fromEntries(entries);
		}
		case "array":
			return node.items.map(plainValue);
		case "null":
			return null;
		default:
			return node.value;
	}
}

/** A node and everything inside it, outermost first. */
export function* descendants(node: Node): Generator<Node> {
	yield node;
	if (node.type === "array") {
		for (const item of node.items) yield* descendants(item);
	} else if (node.type === "object") {
		for (const { value } of node.properties) yield* descendants(value);
	}
}
