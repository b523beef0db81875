import {
	isAlias,
	isMap,
	isScalar,
	isSeq,
	type Pair,
	parseDocument,
	visit,
	type YAMLError,
	type YAMLMap,
	type Document as YamlDocument,
} from "yaml";
import { childPointer, type Range } from "../location.ts";
import type { Node, Property, StringNode } from "./tree.ts";

export type { YamlDocument };

/** Values nested deeper than this are not read; as in JSON. */
const MAX_DEPTH = 1000;

/** How many values aliases may make of a text. */
const MOST_NODES = 100_000;

/** More than is read. */
export class TooMuch extends Error {}

/** Reads YAML; what is wrong with it is in the document. Of a key that stands twice both stay. */
export function parseYaml(source: string): YamlDocument {
	return parseDocument(source, {
		merge: true,
		prettyErrors: false,
		uniqueKeys: false,
		logLevel: "silent",
	});
}

/** What keeps a text from being read, and where. */
export type Mistake = Pick<YAMLError, "code" | "pos">;

/**
 * The first mistake; an alias of nothing is one, which the library finds only later.
 * @throws TooMuch where aliases repeat too much
 */
export function mistakeIn(
	document: YamlDocument,
	source: string,
): Mistake | undefined {
	const error = document.errors.find(
		// a value may start with a comma
		({ code, pos }) => code !== "BAD_SCALAR_START" || source[pos[0]] !== ",",
	);
	if (error?.code === "RESOURCE_EXHAUSTION") throw new TooMuch();
	if (error) return error;
	const anchors = new Set<string>();
	let mistake: Mistake | undefined;
	visit(document, {
		Node(_key, node) {
			if (!isAlias(node)) {
				if (node.anchor) anchors.add(node.anchor);
				return undefined;
			}
			if (anchors.has(node.source)) return undefined;
			const [start = 0, end = 0] = node.range ?? [];
			mistake = { code: "BAD_ALIAS", pos: [start, end] };
			return visit.BREAK;
		},
	});
	return mistake;
}

/** Where a stretch of the text that was read stands in the file. */
type Place = (start: number, end: number) => Range;

/**
 * The tree of a document without errors; nothing for one that is empty.
 * @throws TooMuch where values are nested too deeply or repeated by too many aliases
 */
export function yamlTree(
	file: string,
	document: YamlDocument,
	source: string,
	place: Place,
): Node | undefined {
	const anchors = new Map<string, unknown>();
	let left = MOST_NODES;

	function toNode(
		node: unknown,
		pointer: string,
		around: Range,
		depth: number,
	): Node {
		if (--left < 0 || depth > MAX_DEPTH) throw new TooMuch();
		if (isAlias(node)) {
			return toNode(anchors.get(node.source), pointer, around, depth + 1);
		}
		const [from, to] = rangeOf(node) ?? [around.start, around.end];
		const end = isScalar(node) ? trimmedEnd(source, from, to) : to;
		const location = { file, pointer, ...place(from, end) };
		if (isMap(node)) {
			if (node.anchor) anchors.set(node.anchor, node);
			const properties = toProperties(node, pointer, depth);
			const last = properties.at(-1);
			const isOpen = !node.flow && last;
			return {
				...location,
				type: "object",
				properties,
				end: isOpen ? Math.max(last.value.end, last.key.end) : location.end,
			};
		}
		if (isSeq(node)) {
			if (node.anchor) anchors.set(node.anchor, node);
			const items = node.items.map((item, index) =>
				toNode(
					item,
					childPointer(pointer, index),
					{ start: from, end: from },
					depth + 1,
				),
			);
			const last = items.at(-1);
			return {
				...location,
				type: "array",
				items,
				end: !node.flow && last ? last.end : location.end,
			};
		}
		if (!isScalar(node)) return { ...location, type: "null" };
		if (node.anchor) anchors.set(node.anchor, node);
		const { value } = node;
		if (typeof value === "string")
			return { ...location, type: "string", value };
		if (typeof value === "number")
			return { ...location, type: "number", value };
		if (typeof value === "boolean")
			return { ...location, type: "boolean", value };
		return { ...location, type: "null" };
	}

	function toProperties(
		map: YAMLMap,
		pointer: string,
		depth: number,
	): Property[] {
		const own = map.items.flatMap((pair) => toProperty(pair, pointer, depth));
		const names = new Set(own.map(({ key }) => key.value));
		const merged = map.items
			.filter(isMerge)
			.flatMap(({ value }) => {
				const target = isAlias(value) ? anchors.get(value.source) : value;
				return isMap(target) ? toProperties(target, pointer, depth + 1) : [];
			})
			.filter(({ key }) => !names.has(key.value));
		return [...merged, ...own];
	}

	function toProperty(pair: Pair, pointer: string, depth: number): Property[] {
		const key = toKey(pair, pointer);
		if (!key || isMerge(pair)) return [];
		const [, end = 0] = rangeOf(pair.key) ?? [];
		const around = { start: end, end };
		const value = toNode(pair.value, key.pointer, around, depth + 1);
		return [{ key, value }];
	}

	/** The key as a string; nothing for a list or map in its place. */
	function toKey({ key }: Pair, pointer: string): StringNode | undefined {
		const range = rangeOf(key);
		if (!isScalar(key) || !range) return undefined;
		const value = String(key.value);
		return {
			file,
			pointer: childPointer(pointer, value),
			...place(...range),
			type: "string",
			value,
		};
	}

	const { contents } = document;
	return contents === null || (isScalar(contents) && contents.value === null)
		? undefined
		: toNode(contents, "", { start: 0, end: 0 }, 0);
}

function isMerge({ key }: Pair): boolean {
	return isScalar(key) && key.source === "<<" && key.type === "PLAIN";
}

function rangeOf(node: unknown): [number, number] | undefined {
	const range =
		isScalar(node) || isMap(node) || isSeq(node) ? node.range : null;
	return range ? [range[0], range[1]] : undefined;
}

/** A block of text ends where its last word does. */
function trimmedEnd(source: string, start: number, end: number): number {
	return start + source.slice(start, end).trimEnd().length;
}
