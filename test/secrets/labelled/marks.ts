/** A part of a text, in UTF-16 code units; the end is not included. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** The private use area of Unicode: no text of ours has these, and no writer of JSON or YAML escapes them. */
const FIRST = 0xe000;
/** How many marks one text can have. */
const MOST = 3_000;
const MARK = /[\uE000-\uF76F]/g;

/** A text with marks around it that say where it ends up in a file, however it is put into one. */
export function marked(text: string, id: number): string {
	if (id < 0 || id >= MOST) throw new Error(`no mark has the number ${id}`);
	const [start, end] = [FIRST + 2 * id, FIRST + 2 * id + 1];
	return String.fromCharCode(start) + text + String.fromCharCode(end);
}

/** A text without its marks. */
export function withoutMarks(text: string): string {
	return text.replace(MARK, "");
}

/** Where a mark with this number was. */
export interface MarkedSpan extends Span {
	readonly id: number;
}

/** Takes the marks out of a text and says where they were: what was put into the text twice is there twice. */
export function readMarks(text: string): {
	readonly text: string;
	readonly spans: readonly MarkedSpan[];
} {
	const starts = new Map<number, number>();
	const spans: MarkedSpan[] = [];
	let removed = 0;
	for (const { 0: mark, index } of text.matchAll(MARK)) {
		const number = mark.charCodeAt(0) - FIRST;
		const id = number >> 1;
		const at = index - removed;
		if (number % 2 === 0) starts.set(id, at);
		else spans.push({ id, start: starts.get(id) ?? 0, end: at });
		removed += 1;
	}
	return { text: withoutMarks(text), spans };
}

/** Changes the text between marks, and only that. The change must leave the marks alone. */
export function changeMarked(
	text: string,
	change: (inside: string) => string,
): string {
	return text.replace(
		/([\uE000-\uF76F])([^\uE000-\uF76F]*)([\uE000-\uF76F])/g,
		(all, start: string, inside: string, end: string) =>
			end.charCodeAt(0) === start.charCodeAt(0) + 1 &&
			start.charCodeAt(0) % 2 === 0
				? start + change(inside) + end
				: all,
	);
}
