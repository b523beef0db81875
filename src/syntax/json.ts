import * as jsonc from "jsonc-parser";
import { type Edit, fixWith, replace } from "../edit.ts";
import { childPointer } from "../location.ts";
import { describeSyntaxError } from "./json-errors.ts";
import type { Node, Property, SyntaxProblem, SyntaxTree } from "./tree.ts";

/** Values nested deeper than this are not read; Claude Code sets no limit, real files stay below 20. */
export const MAX_DEPTH = 1000;

/** The tokens of jsonc-parser's scanner that are looked at by number, because its enum is erased. */
const TOKEN = {
	openBrace: 1,
	closeBrace: 2,
	openBracket: 3,
	closeBracket: 4,
	comma: 5,
	lineComment: 12,
	blockComment: 13,
	endOfFile: 17,
} as const;

/**
 * Reads strict JSON. A text is accepted exactly if `JSON.parse` accepts it; an empty one is accepted and has no root.
 * The text must not start with a byte order mark.
 */
export function parseJson(file: string, text: string): SyntaxTree {
	return parse(file, text, true);
}

/** Reads JSON with comments and trailing commas, as editors do. */
export function parseJsonc(file: string, text: string): SyntaxTree {
	return parse(file, text, false);
}

function parse(file: string, text: string, strict: boolean): SyntaxTree {
	if (text.trim() === "") return { root: undefined, errors: [] };
	const scan = scanTokens(text);
	if (scan.depth > MAX_DEPTH) {
		const location = { file, pointer: "", start: 0, end: 1 };
		const message = `Values are nested more than ${MAX_DEPTH} levels deep, so nothing in this file was checked`;
		return {
			root: undefined,
			errors: [{ location, message, sort: "unchecked" }],
		};
	}
	const mistakes: jsonc.ParseError[] = [];
	const tree = jsonc.parseTree(text, mistakes, { allowTrailingComma: true });
	const [mistake] = mistakes;
	if (mistake) {
		const { start, end, message } = describeSyntaxError(text, mistake);
		return {
			root: undefined,
			...(tree && { remains: toNode(file, "", tree) }),
			errors: [syntaxProblem(file, start, Math.min(end, text.length), message)],
		};
	}
	return {
		root: tree && toNode(file, "", tree),
		errors: strict && !isJson(text) ? strictErrors(file, text, scan) : [],
	};
}

interface Scan {
	readonly depth: number;
	readonly comments: readonly { offset: number; length: number }[];
	readonly trailingCommas: readonly number[];
}

/** One pass over the tokens: how deep, and what only JSONC has. */
function scanTokens(text: string): Scan {
	const scanner = jsonc.createScanner(text, false);
	const comments: { offset: number; length: number }[] = [];
	const trailingCommas: number[] = [];
	let depth = 0;
	let deepest = 0;
	let commaBefore: number | undefined;
	for (;;) {
		const token: number = scanner.scan();
		const offset = scanner.getTokenOffset();
		if (token === TOKEN.endOfFile) break;
		if (token === TOKEN.lineComment || token === TOKEN.blockComment) {
			comments.push({ offset, length: scanner.getTokenLength() });
			continue;
		}
		if (token > TOKEN.blockComment && token < TOKEN.endOfFile - 1) continue;
		const closes = token === TOKEN.closeBrace || token === TOKEN.closeBracket;
		if (token === TOKEN.openBrace || token === TOKEN.openBracket) {
			deepest = Math.max(deepest, ++depth);
		} else if (closes) {
			depth--;
			if (commaBefore !== undefined) trailingCommas.push(commaBefore);
		}
		commaBefore = token === TOKEN.comma ? offset : undefined;
	}
	return { depth: deepest, comments, trailingCommas };
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

/** What makes JSON of the editors' sort not JSON: trailing commas and comments. */
function strictErrors(file: string, text: string, scan: Scan): SyntaxProblem[] {
	const problems = scan.trailingCommas.map((offset) => {
		const problem = syntaxProblem(
			file,
			offset,
			offset + 1,
			"A trailing comma stands before the closing bracket; remove it",
		);
		return {
			...problem,
			...fixWith("Remove it", [replace(problem.location, "")]),
		};
	});
	const [first] = scan.comments;
	if (first) {
		const more = scan.comments.length - 1;
		const others =
			more === 0
				? ""
				: ` (and ${more} more ${more === 1 ? "comment" : "comments"})`;
		const problem = syntaxProblem(
			file,
			first.offset,
			first.offset + first.length,
			`A comment${others}; JSON has none, so remove it`,
		);
		problems.push({
			...problem,
			...fixWith(
				more === 0 ? "Remove it" : "Remove the comments",
				removeComments(file, text, scan.comments),
				{ unsafe: true },
			),
		});
	}
	if (problems.length > 0) return problems;
	return [syntaxProblem(file, 0, text.length, "The text is not JSON")];
}

/** Takes comments out: with their lines where nothing else is in these, and with the white space before them at the end of a line. */
function removeComments(
	file: string,
	text: string,
	comments: Scan["comments"],
): Edit[] {
	let last = 0;
	return comments.map(({ offset, length }) => {
		const end = offset + length;
		let start = offset;
		while (start > last && /[ \t]/.test(text.charAt(start - 1))) start--;
		let behind = end;
		while (/[ \t]/.test(text.charAt(behind))) behind++;
		const [newline = ""] =
			/^(?:\r\n|\n|\r)/.exec(text.slice(behind, behind + 2)) ?? [];
		const isAtStart = start === 0 || /[\r\n]/.test(text.charAt(start - 1));
		const isAtEnd = newline !== "" || behind === text.length;
		const range =
			isAtStart && isAtEnd
				? { start, end: behind + newline.length }
				: isAtEnd
					? { start, end: behind }
					: isAtStart
						? { start: offset, end: behind }
						: { start, end };
		last = range.end;
		return replace({ file, pointer: "", ...range }, "");
	});
}

function syntaxProblem(
	file: string,
	start: number,
	end: number,
	message: string,
): SyntaxProblem {
	const location = { file, pointer: "", start, end };
	return { location, message, sort: "syntax" };
}

function toNode(file: string, pointer: string, tree: jsonc.Node): Node {
	const location = {
		file,
		pointer,
		start: tree.offset,
		end: tree.offset + tree.length,
	};
	const children = tree.children ?? [];
	switch (tree.type) {
		case "object": {
			const properties = children
				.map((child) => toProperty(file, pointer, child))
				.filter((property) => property !== undefined);
			return { ...location, type: "object", properties };
		}
		case "array": {
			const items = children.map((child, index) =>
				toNode(file, childPointer(pointer, index), child),
			);
			return { ...location, type: "array", items };
		}
		case "null":
			return { ...location, type: "null" };
		case "boolean":
			return { ...location, type: "boolean", value: Boolean(tree.value) };
		case "number":
			return { ...location, type: "number", value: Number(tree.value) };
		default:
			return { ...location, type: "string", value: String(tree.value) };
	}
}

/** A key whose value is missing from a broken text has no place in the tree. */
function toProperty(
	file: string,
	pointer: string,
	tree: jsonc.Node,
): Property | undefined {
	const [key, value] = tree.children ?? [];
	if (!key || !value) return undefined;
	const name = String(key.value);
	const child = childPointer(pointer, name);
	const keyNode = toNode(file, child, key);
	if (keyNode.type !== "string") return undefined;
	return { key: keyNode, value: toNode(file, child, value) };
}
