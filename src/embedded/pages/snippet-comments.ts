import * as jsonc from "jsonc-parser";
import type { Range } from "../../location.ts";
import { type InnerText, joinPieces } from "../inner-text.ts";
import { namesIn } from "./snippet-places.ts";

/** The tokens of jsonc-parser's scanner that are looked at by number, because its enum is erased. */
const TOKEN = { lineComment: 12, blockComment: 13, endOfFile: 17 } as const;

/** What says that something is left out: dots, or "other servers" and the like. */
const ELLIPSIS =
	/\.\.\.|…|^\W*(?:(?:your|the|any|all)\s+)?(?:other|existing|rest|more|additional|previous)\b/i;

/** The comments of a snippet that are about the page: those that say what is left out, or which file it is; all of them in a block that says that it has comments. */
export function plainComments(
	text: string,
	isWithComments: boolean,
): {
	readonly removed: readonly Range[];
	/** The text of the first comment, if nothing but a bracket is before it. */
	readonly firstComment: string;
} {
	if (!/\/[/*]/.test(text)) return { removed: [], firstComment: "" };
	const removed: Range[] = [];
	let firstComment = "";
	const runs: CommentRun[] = [];
	const scanner = jsonc.createScanner(text, false);
	for (;;) {
		const token: number = scanner.scan();
		if (token === TOKEN.endOfFile) break;
		if (token !== TOKEN.lineComment && token !== TOKEN.blockComment) continue;
		const start = scanner.getTokenOffset();
		const end = start + scanner.getTokenLength();
		const comment = text.slice(start, end);
		const isFirst = text.slice(0, start).trim() === "{";
		if (isFirst) firstComment = comment;
		const isLabel = isFirst && namesIn(comment, true).kinds.length > 0;
		const leavesOut = ELLIPSIS.test(comment);
		const before = runs.at(-1);
		const goesOn =
			before !== undefined &&
			start - before.end < LONGEST_SPACE &&
			/^\s*\n\s*$/.test(text.slice(before.end, start));
		if (goesOn && !isLabel && !before.isLabel) {
			before.end = end;
			before.leavesOut ||= leavesOut;
		} else runs.push({ start, end, isLabel, leavesOut });
	}
	for (const { start, end, isLabel, leavesOut } of runs) {
		if (!isLabel && !leavesOut && !isWithComments) continue;
		const comma = leavesOut ? lastComma(text, start, end) : undefined;
		if (comma !== undefined) removed.push({ start: comma, end: comma + 1 });
		removed.push({ start, end });
	}
	return { removed, firstComment };
}

/** Comments with nothing between them: the text of one can go on in the next. */
interface CommentRun {
	readonly start: number;
	end: number;
	readonly isLabel: boolean;
	/** One of them says that something is left out. */
	leavesOut: boolean;
}

/** The comma before a comment that stands for further values: without these it is one too many. */
function lastComma(
	text: string,
	start: number,
	end: number,
): number | undefined {
	const isLast = /^\s*[}\]]/.test(text.slice(end, end + LONGEST_SPACE));
	const before = text.slice(Math.max(start - LONGEST_SPACE, 0), start);
	const spaces = /,\s*$/.exec(before)?.[0];
	return isLast && spaces ? start - spaces.length : undefined;
}

/** More white space between two values is none of people. */
const LONGEST_SPACE = 400;

/** A text without some parts of it, which are in its order. */
export function withoutRanges(
	inner: InnerText,
	removed: readonly Range[],
): InnerText {
	if (removed.length === 0) return inner;
	let from = 0;
	const kept = removed.map(({ start, end }) => {
		const piece = { start: from, end: start };
		from = end;
		return piece;
	});
	return joinPieces(inner, [...kept, { start: from, end: inner.text.length }]);
}
