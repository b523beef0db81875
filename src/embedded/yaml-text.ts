import type { Range } from "../location.ts";
import type { StringNode } from "../syntax/tree.ts";
import {
	type InnerText,
	joinPieces,
	type Piece,
	writtenText,
} from "./inner-text.ts";

/**
 * The text of a scalar of YAML, plain, quoted or a block, without its indentation, quotes, escapes and folds. Where these cannot be followed, all of it stands in one place.
 * @param source the whole file
 */
export function yamlText(source: string, node: StringNode): InnerText {
	const { start, end, value } = node;
	const whole = writtenText(source, { start: 0, end: source.length });
	const pieces = alignedPieces(source, node);
	return joinPieces(whole, pieces ?? [{ start, end, meaning: value }]);
}

/** The pieces of the file that make the value; nothing where they make another. */
function alignedPieces(
	source: string,
	{ start, end, value }: StringNode,
): Piece[] | undefined {
	const pieces: Piece[] = [];
	let at = 0;
	let last = start;
	for (const line of contentLines(source, { start, end }, value)) {
		const meaning = line.map((piece) => meaningOf(source, piece)).join("");
		const [first] = line;
		if (!first || meaning === "") continue;
		const between = separators(value, at).find((each) =>
			value.startsWith(meaning, at + each.length),
		);
		if (between === undefined) return undefined;
		if (between !== "")
			pieces.push({ start: last, end: first.start, meaning: between });
		for (const piece of line) pieces.push(piece);
		at += between.length + meaning.length;
		last = line.at(-1)?.end ?? last;
	}
	const rest = value.slice(at);
	if (rest.trim() !== "") return undefined;
	if (rest !== "") pieces.push({ start: last, end: last, meaning: rest });
	return pieces;
}

function meaningOf(source: string, { start, end, meaning }: Piece): string {
	return meaning ?? source.slice(start, end);
}

/** What can stand for a line break and indentation between two lines of a value, the likeliest first. */
function separators(value: string, at: number): string[] {
	let end = at;
	while (value[end] === "\n") end++;
	const found = end > at ? [value.slice(at, end)] : [];
	return [...found, ...(value[at] === " " ? [" "] : []), ""];
}

/** The lines of a scalar without what only its style asks for: each as the pieces that make its text. */
function contentLines(
	source: string,
	{ start, end }: Range,
	value: string,
): Piece[][] {
	const style = source[start];
	if (style === "|" || style === ">") {
		const headerEnd = source.indexOf("\n", start);
		if (headerEnd === -1 || headerEnd >= end) return [];
		const lines = linesOf(source, { start: headerEnd + 1, end });
		const indent = blockIndent(source, lines, value);
		return lines.map(({ start: from, end: to }) => [
			{ start: Math.min(from + indent, to), end: to },
		]);
	}
	const isQuoted = style === '"' || style === "'";
	const inside = isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
	const lines = linesOf(source, inside);
	return lines.map((line, index) => {
		const text = source.slice(line.start, line.end);
		const from = index === 0 ? 0 : text.search(/[^ \t]|$/);
		const to =
			index === lines.length - 1 ? text.length : contentEnd(text, style);
		const trimmed = {
			start: line.start + Math.min(from, to),
			end: line.start + to,
		};
		return isQuoted ? unescapedPieces(source, trimmed, style) : [trimmed];
	});
}

/** Where a line ends without the blanks at its end, of which double quotes can have one that is escaped. */
function contentEnd(text: string, style: string | undefined): number {
	let end = text.length;
	while (end > 0 && /[ \t]/.test(text[end - 1] ?? "")) end--;
	let backslash = end;
	while (text[backslash - 1] === "\\") backslash--;
	const isEscaped = style === '"' && (end - backslash) % 2 === 1;
	return isEscaped ? Math.min(end + 1, text.length) : end;
}

function linesOf(source: string, { start, end }: Range): Range[] {
	const lines: Range[] = [];
	let at = start;
	for (const { 0: lineBreak, index } of source
		.slice(start, end)
		.matchAll(/\r?\n|\r/g)) {
		lines.push({ start: at, end: start + index });
		at = start + index + lineBreak.length;
	}
	lines.push({ start: at, end });
	return lines;
}

/** How many columns of a block are indentation: those of its first line that are not in the value. */
function blockIndent(
	source: string,
	lines: readonly Range[],
	value: string,
): number {
	const first = lines
		.map(({ start, end }) => source.slice(start, end))
		.find((line) => line.trim() !== "");
	const [kept = ""] = /^[ \t]*(?=\S)/m.exec(value) ?? [];
	const [written = ""] = /^[ \t]*/.exec(first ?? "") ?? [];
	return Math.max(written.length - kept.length, 0);
}

const ESCAPES: Readonly<Record<string, string>> = {
	"0": "\0",
	a: "\x07",
	b: "\b",
	e: "\x1b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "\t",
	v: "\v",
	N: "\u0085",
	_: "\u00a0",
	L: "\u2028",
	P: "\u2029",
	" ": " ",
	'"': '"',
	"/": "/",
	"\\": "\\",
	"\t": "\t",
};

/** A line inside quotes: its escapes are pieces of their own. One at the end of a line joins it with the next. */
function unescapedPieces(
	source: string,
	{ start, end }: Range,
	quotes: string,
): Piece[] {
	const text = source.slice(start, end);
	const pattern =
		quotes === "'"
			? /''/g
			: /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.|$)/g;
	const pieces: Piece[] = [];
	let at = 0;
	for (const { 0: written, index } of text.matchAll(pattern)) {
		if (index > at) pieces.push({ start: start + at, end: start + index });
		at = index + written.length;
		pieces.push({
			start: start + index,
			end: start + at,
			meaning: quotes === "'" ? "'" : readEscape(written),
		});
	}
	if (at < text.length) pieces.push({ start: start + at, end });
	return pieces;
}

function readEscape(written: string): string {
	const [, letter = "", digits = ""] = /^\\(.?)(.*)$/s.exec(written) ?? [];
	if (digits === "") return ESCAPES[letter] ?? "";
	const code = Number.parseInt(digits, 16);
	return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}
