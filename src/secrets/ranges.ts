import type { Range } from "../location.ts";

function byStart(a: Range, b: Range): number {
	return a.start - b.start;
}

/** The same ranges in order, those that touch as one. */
export function merged(ranges: readonly Range[]): Range[] {
	const result: { start: number; end: number }[] = [];
	for (const { start, end } of [...ranges].sort(byStart)) {
		const last = result.at(-1);
		if (last && start <= last.end) last.end = Math.max(last.end, end);
		else result.push({ start, end });
	}
	return result;
}

/** Those of some ranges, which are in order and do not overlap, that reach into another. */
export function within(
	ranges: readonly Range[],
	start: number,
	end: number,
): readonly Range[] {
	let low = 0;
	for (let high = ranges.length; low < high; ) {
		const middle = (low + high) >> 1;
		if ((ranges[middle]?.end ?? 0) <= start) low = middle + 1;
		else high = middle;
	}
	let last = low;
	while ((ranges[last]?.start ?? end) < end) last++;
	return ranges.slice(low, last);
}

/** A text with something else in the place of some of its parts, which can be in any order, overlap, and reach beyond its ends. */
export function replaceRanges(
	text: string,
	ranges: readonly Range[],
	replacement: (range: Range) => string,
): string {
	if (ranges.length === 0) return text;
	let result = "";
	let position = 0;
	for (const { start, end } of merged(ranges)) {
		const from = Math.max(start, position);
		const to = Math.min(end, text.length);
		if (to <= from) continue;
		result +=
			text.slice(position, from) + replacement({ start: from, end: to });
		position = to;
	}
	return result + text.slice(position);
}
