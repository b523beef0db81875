import type { Range } from "../location.ts";
import { type InnerText, joinPieces, type Piece } from "./inner-text.ts";

/**
 * What stands in an inner text for an expression that GitHub replaces: one word for every shell, and for JSON a part of a string. Nobody writes this character, so a text with it is known to be unknown.
 */
export const UNKNOWN_TEXT = "\uE0EE";

/** The expressions `${{ … }}` of a text, in its order. */
export function findExpressions(text: string): Range[] {
	const found: Range[] = [];
	let start = text.indexOf("${{");
	while (start !== -1) {
		const close = text.indexOf("}}", start);
		if (close === -1) break;
		found.push({ start, end: close + 2 });
		start = text.indexOf("${{", close + 2);
	}
	return found;
}

/** The text with one word in the place of each expression. */
export function withoutExpressions(inner: InnerText): InnerText {
	const found = findExpressions(inner.text);
	if (found.length === 0) return inner;
	const pieces: Piece[] = [];
	let at = 0;
	for (const { start, end } of found) {
		if (start > at) pieces.push({ start: at, end: start });
		pieces.push({ start, end, meaning: UNKNOWN_TEXT });
		at = end;
	}
	if (at < inner.text.length)
		pieces.push({ start: at, end: inner.text.length });
	return joinPieces(inner, pieces);
}
