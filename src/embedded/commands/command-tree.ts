import { childPointer, type Range } from "../../location.ts";
import type {
	ArrayNode,
	Node,
	ObjectNode,
	Property,
	StringNode,
	SyntaxProblem,
	SyntaxTree,
} from "../../syntax/tree.ts";
import { type InnerText, parseInner } from "../inner-text.ts";
import type { CommandWord } from "./command-line.ts";

/** A value of the configuration that a command stands for, before it is known where in it. */
export type Draft = (file: string, pointer: string) => Node;

/** A key and its value, each at its place. */
export interface DraftProperty {
	readonly key: string;
	/** Where the key stands, or what says it: a flag. */
	readonly at: Range;
	readonly value: Draft;
}

/** A text that is a word, or a part of one. */
export function draftString(word: CommandWord): Draft {
	return (file, pointer) => stringNode(word, file, pointer);
}

export function draftArray(at: Range, items: readonly Draft[]): Draft {
	return (file, pointer): ArrayNode => ({
		type: "array",
		...rangeOnly(at),
		file,
		pointer,
		items: items.map((item, index) => item(file, childPointer(pointer, index))),
	});
}

export function draftObject(
	at: Range,
	properties: readonly (DraftProperty | undefined)[],
): Draft {
	return (file, pointer): ObjectNode => ({
		type: "object",
		...rangeOnly(at),
		file,
		pointer,
		properties: properties.flatMap((each) =>
			each ? [draftProperty(each, file, pointer)] : [],
		),
	});
}

/** A number that a word holds. */
export function draftNumber(word: CommandWord, value: number): Draft {
	const { start, end } = contentOf(word);
	return (file, pointer) => ({
		type: "number",
		value,
		start,
		end,
		file,
		pointer,
	});
}

/** A tree that was read from a part of the file. */
export function draftTree(node: Node): Draft {
	return (_file, pointer) => underPointer(node, pointer);
}

/** Reads the JSON of a word; its places are those of the file. */
export function parseWord(
	file: string,
	word: CommandWord,
	parse: (file: string, text: string) => SyntaxTree,
): SyntaxTree {
	return parseInner(file, word, (name, text) => {
		const tree = parse(name, text);
		const isFilledIn = ({ start, end }: Range) =>
			word.filledIn.some((range) => range.start < end && range.end > start);
		if (word.filledIn.length === 0 || !tree.root) return tree;
		return { ...tree, root: markFilledIn(tree.root, isFilledIn) };
	});
}

/** Where the text of a word stands, without quotes around it. */
export function contentOf({ text, locate }: InnerText): Range {
	return locate(0, text.length);
}

/** What is wrong with a command, at a place in it. */
export function commandProblem(
	file: string,
	at: Range,
	message: string,
	sort: "command" | "misread" = "command",
): SyntaxProblem {
	return { location: { ...rangeOnly(at), file, pointer: "" }, message, sort };
}

function draftProperty(
	{ key, at, value }: DraftProperty,
	file: string,
	parent: string,
): Property {
	const pointer = childPointer(parent, key);
	return {
		key: { type: "string", value: key, ...rangeOnly(at), file, pointer },
		value: value(file, pointer),
	};
}

function rangeOnly({ start, end }: Range): Range {
	return { start, end };
}

function stringNode(
	word: CommandWord,
	file: string,
	pointer: string,
): StringNode {
	return {
		type: "string",
		value: word.text,
		...contentOf(word),
		file,
		pointer,
		...(word.filledIn.length > 0 && { isFilledIn: true }),
	};
}

function underPointer(node: Node, parent: string): Node {
	const pointer = parent + node.pointer;
	if (node.type === "array") {
		const items = node.items.map((item) => underPointer(item, parent));
		return { ...node, pointer, items };
	}
	if (node.type !== "object") return { ...node, pointer };
	const properties = node.properties.map(({ key, value }) => ({
		key: { ...key, pointer: parent + key.pointer },
		value: underPointer(value, parent),
	}));
	return { ...node, pointer, properties };
}

function markFilledIn(node: Node, isFilledIn: (at: Range) => boolean): Node {
	if (node.type === "array") {
		const items = node.items.map((item) => markFilledIn(item, isFilledIn));
		return { ...node, items };
	}
	if (node.type === "object") {
		const properties = node.properties.map(({ key, value }) => ({
			key,
			value: markFilledIn(value, isFilledIn),
		}));
		return { ...node, properties };
	}
	return node.type === "string" && isFilledIn(node)
		? { ...node, isFilledIn: true }
		: node;
}
