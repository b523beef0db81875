import { isSeq } from "yaml";
import type { Range } from "../location.ts";
import { quote } from "../wording.ts";
import { findFrontMatter } from "./fences.ts";
import type { SyntaxProblem, SyntaxTree } from "./tree.ts";
import {
	type Mistake,
	mistakeIn,
	parseYaml,
	TooMuch,
	type YamlDocument,
	yamlTree,
} from "./yaml-tree.ts";

/** Front matter of more UTF-16 units was not written by hand; it is not read. */
const LONGEST = 100_000;

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

function unchecked(file: string, range: Range, reason: string): SyntaxTree {
	const message = `${reason}, so nothing in this file was checked`;
	const location = { file, pointer: "", start: range.start, end: range.end };
	return {
		root: undefined,
		errors: [{ location, message, sort: "unchecked" }],
	};
}

function read(file: string, source: string, offset: number): SyntaxTree {
	const plain = parseClientYaml(source);
	const error = mistakeIn(plain, source);
	if (!error) {
		const place = (start: number, end: number) => ({
			start: offset + start,
			end: offset + end,
		});
		return { root: yamlTree(file, plain, source, place), errors: [] };
	}
	const repaired = quoteValues(source);
	const second = parseClientYaml(repaired.text);
	if (!mistakeIn(second, repaired.text)) {
		const place = (start: number, end: number) => ({
			start: offset + repaired.original(start),
			end: offset + repaired.original(end),
		});
		return { root: yamlTree(file, second, repaired.text, place), errors: [] };
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
function parseClientYaml(source: string): YamlDocument {
	const text = source.replace(/\r(?!\n)/g, "\n");
	const document = parseYaml(text);
	return document.errors.some(({ code }) => code === "TAB_AS_INDENT")
		? parseYaml(
				text.replace(/^[ \t]+/gm, (indent) => indent.replaceAll("\t", " ")),
			)
		: document;
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
	const document = parseYaml(value);
	return !mistakeIn(document, value) && isSeq(document.contents);
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
