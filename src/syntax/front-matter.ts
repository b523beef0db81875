import {
	isAlias,
	isMap,
	isScalar,
	isSeq,
	type Pair,
	parseDocument as parseYaml,
	visit,
	type YAMLError,
	type YAMLMap,
	type Document as YamlDocument,
} from "yaml";
import { childPointer, type Range } from "../location.ts";
import { quote } from "../wording.ts";
import { findFrontMatter } from "./fences.ts";
import type {
	Node,
	Property,
	StringNode,
	SyntaxProblem,
	SyntaxTree,
} from "./tree.ts";

/** Front matter of more UTF-16 units was not written by hand; it is not read. */
const LONGEST = 100_000;

/** Values nested deeper than this are not read; as in JSON. */
const MAX_DEPTH = 1000;

/** How many values aliases may make of a front matter. */
const MOST_NODES = 100_000;

/**
 * Reads the YAML between the fences of a Markdown text as Claude Code does. A text without front matter, or with an empty one, has no root and no errors.
 * The text must not start with a byte order mark. Never throws.
 */
export function parseFrontMatter(file: string, text: string): SyntaxTree {
	const range = findFrontMatter(text);
	if (!range) return { root: undefined, errors: [] };
	const source = text.slice(range.start, range.end);
	if (source.length > LONGEST) {
		return unchecked(
			file,
			range,
			`The front matter has more than ${LONGEST} characters`,
		);
	}
	try {
		return read(file, source, range.start);
	} catch (error) {
		// the library recurses into what it reads
		if (error instanceof TooMuch || error instanceof RangeError) {
			return unchecked(
				file,
				range,
				"Values are nested too deeply, or repeated by too many aliases",
			);
		}
		throw error;
	}
}

class TooMuch extends Error {}

function unchecked(file: string, range: Range, reason: string): SyntaxTree {
	const message = `${reason}, so nothing in this file was checked`;
	const location = { file, pointer: "", start: range.start, end: range.end };
	return {
		root: undefined,
		errors: [{ location, message, sort: "unchecked" }],
	};
}

function read(file: string, source: string, offset: number): SyntaxTree {
	const plain = parse(source);
	const error = errorOf(plain, source);
	if (!error) {
		const place = (start: number, end: number) => ({
			start: offset + start,
			end: offset + end,
		});
		return { root: toTree(file, plain, source, place), errors: [] };
	}
	const repaired = quoteValues(source);
	const second = parse(repaired.text);
	if (!errorOf(second, repaired.text)) {
		const place = (start: number, end: number) => ({
			start: offset + repaired.original(start),
			end: offset + repaired.original(end),
		});
		return { root: toTree(file, second, repaired.text, place), errors: [] };
	}
	return {
		root: undefined,
		errors: looksLikeFields(source)
			? [problem(file, source, offset, error)]
			: [],
	};
}

/** A text that starts with a horizontal rule is no front matter, and nobody misses it. */
function looksLikeFields(source: string): boolean {
	return /^\s*["']?[A-Za-z_][\w-]*["']?[ \t]*:/m.test(source);
}

/**
 * The client's reader takes a lone carriage return for a line break, and lets tabs indent: here they become a line break and spaces, so that
 * nothing moves.
 */
function parse(source: string): YamlDocument {
	const text = source.replace(/\r(?!\n)/g, "\n");
	const document = parseOnce(text);
	return document.errors.some(({ code }) => code === "TAB_AS_INDENT")
		? parseOnce(
				text.replace(/^[ \t]+/gm, (indent) => indent.replaceAll("\t", " ")),
			)
		: document;
}

function parseOnce(source: string): YamlDocument {
	return parseYaml(source, {
		merge: true,
		prettyErrors: false,
		uniqueKeys: false,
		logLevel: "silent",
	});
}

type Mistake = Pick<YAMLError, "code" | "pos">;

/** The first mistake; an alias of nothing is one, which the library finds only later. */
function errorOf(document: YamlDocument, source: string): Mistake | undefined {
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

interface Repaired {
	readonly text: string;
	/** The offset in the text as it is written. */
	original(offset: number): number;
}

/**
 * The text with quotes around the values of top-level lines that need them, which is how Claude Code reads YAML that does not parse.
 * Source: 330 texts put to 2.1.329.
 */
function quoteValues(source: string): Repaired {
	const lines: { from: number; to: number; quotedAt: number; end: number }[] =
		[];
	let text = "";
	let to = 0;
	for (const line of source.split("\n")) {
		const [, key = "", space = "", value = ""] =
			/^([a-zA-Z_-]+)(:\s+)(.+)$/.exec(line) ?? [];
		const isQuoted = needsQuotes(value);
		const prefix = key.length + space.length;
		lines.push({
			from: text.length,
			to,
			quotedAt: isQuoted ? prefix : Number.POSITIVE_INFINITY,
			end: to + line.length,
		});
		text += isQuoted
			? `${line.slice(0, prefix)}"${value.replace(/[\\"]/g, "\\$&")}"\n`
			: `${line}\n`;
		to += line.length + 1;
	}
	return {
		text,
		original(offset) {
			let low = 0;
			let high = lines.length - 1;
			while (low < high) {
				const middle = Math.ceil((low + high) / 2);
				if ((lines[middle]?.from ?? 0) <= offset) low = middle;
				else high = middle - 1;
			}
			const line = lines[low];
			if (!line) return offset;
			const column = offset - line.from;
			return column <= line.quotedAt
				? Math.min(line.to + column, source.length)
				: line.end;
		},
	};
}

/** Whether the client puts a value into quotes when it reads a front matter for the second time. */
function needsQuotes(value: string): boolean {
	const isInQuotes =
		(value.startsWith('"') && value.endsWith('"')) ||
		(value.startsWith("'") && value.endsWith("'"));
	if (isInQuotes || !/[{}[\]*&#!|>%@`]|: /.test(value)) return false;
	return !(value.startsWith("[") && value.endsWith("]") && isList(value));
}

function isList(value: string): boolean {
	const document = parseOnce(value);
	return !errorOf(document, value) && isSeq(document.contents);
}

/** What is wrong, at the place where the first reading failed. */
function problem(
	file: string,
	source: string,
	offset: number,
	error: Mistake,
): SyntaxProblem {
	const [position] = error.pos;
	const start = Math.min(position, Math.max(source.length - 1, 0));
	const lineEnd = source.indexOf("\n", start);
	const end = Math.max(
		lineEnd === -1 ? source.trimEnd().length : lineEnd,
		start + 1,
	);
	return {
		location: { file, pointer: "", start: offset + start, end: offset + end },
		message: `The front matter is not valid YAML, so nothing of it counts: ${describe(source, start, error)}`,
		sort: "syntax",
	};
}

function describe(source: string, at: number, { code }: Mistake): string {
	const line = source.slice(
		source.lastIndexOf("\n", at - 1) + 1,
		endOfLine(source, at),
	);
	const [, key] = /^\s*([\w-]+)\s*:/.exec(line) ?? [];
	const value = key ? `the value of ${quote(key)}` : "this text";
	if (code === "TAB_AS_INDENT") return "a tab indents; use spaces";
	if (code === "BAD_ALIAS" || code === "MISSING_CHAR")
		return `put ${value} into quotes, or close those that are open`;
	return `put ${value} into quotes, or write it after "|-" on indented lines of its own`;
}

function endOfLine(source: string, at: number): number {
	const end = source.indexOf("\n", at);
	return end === -1 ? source.length : end;
}

type Place = (start: number, end: number) => Range;

/** The tree of a document without errors. */
function toTree(
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
