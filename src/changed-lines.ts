import { diffArrays } from "diff";
import type { Lines } from "./changes.ts";

/** Beyond this many changed lines all lines of a file count as changed. */
const MOST_CHANGES = 5000;

/**
 * The lines of a text that are not in another one, in order. Where lines were only taken away, the lines on both sides count: what is said there may be about what is
 * missing. Line ends do not count, because git may write others than it keeps.
 */
export function changedLines(
	before: string,
	after: string,
): readonly Lines[] | "all" {
	const changes = diffArrays(linesOf(before), linesOf(after), {
		maxEditLength: MOST_CHANGES,
	});
	if (!changes) return "all";
	const changed: Lines[] = [];
	let line = 1;
	changes.forEach(({ added, removed, count }, index) => {
		if (added) changed.push({ first: line, last: line + count - 1 });
		if (removed && !changes[index + 1]?.added)
			changed.push({ first: Math.max(line - 1, 1), last: line });
		if (!removed) line += count;
	});
	return changed;
}

function linesOf(text: string): string[] {
	return text.split(/\r\n|\n|\r/);
}
