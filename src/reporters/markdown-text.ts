import { printable } from "./printable.ts";

/**
 * A message as Markdown that says the same and does nothing else, wherever it stands in a line, in a cell of a table too: no line break, link, mention, number of an issue,
 * image, formula, emoji or HTML. What a message shows in double quotes, and every word that could be more than a word, becomes code, which Markdown and GitHub take
 * for what it is.
 */
export function markdownText(message: string): string {
	const written = joined(piecesOf(printable(message).trim()))
		.map(({ text, isCode }) => (isCode ? codeSpans(text) : text))
		.join("");
	return written.replace(/^(\d{1,9}(?=[.)])|(?=[-+=:]))/, "$1\\");
}

/** A value as it is, such as the path of a file: as code, on one line, in a cell of a table too. Nothing for an empty one. */
export function markdownCode(value: string): string {
	return codeSpans(printable(value));
}

/** A part of a message, as code or as it is. */
interface Piece {
	readonly text: string;
	readonly isCode: boolean;
	/** With the quotes around it, or the same. */
	readonly written: string;
}

function piecesOf(message: string): Piece[] {
	return [...message.matchAll(/"([^"]*)"|[^ "]+|[ "]/g)].flatMap(
		({ 0: written, 1: value }) =>
			value ? { text: value, isCode: true, written } : wordPieces(written),
	);
}

/** A word as code if it could be more than a word, without the punctuation around it. */
function wordPieces(word: string): Piece[] {
	if (isPlain(word)) return asText(word);
	const { length: start } = /^[(']*/.exec(word)?.[0] ?? "";
	let end = word.length;
	while (end > start && ".,;:!?)'".includes(word.charAt(end - 1))) end--;
	const inner = word.slice(start, end);
	return [
		...asText(word.slice(0, start)),
		{ text: inner, isCode: true, written: inner },
		...asText(word.slice(end)),
	];
}

function asText(text: string): Piece[] {
	return text === "" ? [] : [{ text, isCode: false, written: text }];
}

/** Whether neither Markdown nor GitHub sees anything in a word: no sign of theirs, no address, no emoji, no number of an issue, no name of a commit. */
function isPlain(word: string): boolean {
	return !/[^\p{L}\p{M}\p{N}.,;:!?()'"/%+=…\u2013\u2014 -]|:\/\/|www\.|:[\w+-]+:|\bGH-\d|\b[0-9a-f]{7,40}\b/iu.test(
		word,
	);
}

/** Code beside code would be read as one with other fences, so it is one, with its quotes. */
function joined(pieces: readonly Piece[]): Piece[] {
	const all: Piece[] = [];
	for (const piece of pieces) {
		const last = all.at(-1);
		if (!last?.isCode || !piece.isCode) {
			all.push(piece);
			continue;
		}
		const written = last.written + piece.written;
		all.splice(-1, 1, { text: written, isCode: true, written });
	}
	return all;
}

/** A bar ends the cell of a table even in code, and the escape that would keep it is seen outside of tables; so it stands between two spans. */
function codeSpans(text: string): string {
	return text
		.split("|")
		.map((part) => (part === "" ? "" : codeSpan(part)))
		.join("&#124;");
}

function codeSpan(text: string): string {
	const fence = fenceFor(text, 1);
	// what would be taken off
	const isPadded =
		/^`|`$/.test(text) ||
		(text.startsWith(" ") && text.endsWith(" ") && /[^ ]/.test(text));
	return isPadded ? `${fence} ${text} ${fence}` : fence + text + fence;
}

/** What nothing inside of a text ends: more backticks than stand anywhere in it side by side. */
export function fenceFor(text: string, least: number): string {
	const runs = text.match(/`+/g) ?? [];
	return "`".repeat(Math.max(least, ...runs.map(({ length }) => length + 1)));
}
