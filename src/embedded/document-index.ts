import type { Location, Range } from "../location.ts";

/** The parts of a document that tell what a place belongs to. */
interface Placed {
	readonly file: string;
	readonly container?: Range;
}

/** Tells which document a place belongs to: of those of its file the innermost that holds it, or the file itself; nothing for a file without documents. */
export function documentIndex<Document extends Placed>(
	documents: readonly Document[],
): (place: Pick<Location, "file" | "start">) => Document | undefined {
	const byFile = groupBy(documents, ({ file }) => file);
	const searches = new Map<string, (at: number) => Document | undefined>();
	return ({ file, start }) => {
		const search = searches.get(file) ?? innermostOf(byFile.get(file) ?? []);
		searches.set(file, search);
		return search(start);
	};
}

/** The files among some documents, by name; what stands in them is left out. */
export function holdersByName<Document extends Placed>(
	documents: readonly Document[],
): ReadonlyMap<string, Document> {
	return new Map(
		documents
			.filter(({ container }) => !container)
			.map((document) => [document.file, document]),
	);
}

/** Sorts some things by what they have in common. */
export function groupBy<Each>(
	all: readonly Each[],
	keyOf: (each: Each) => string,
): ReadonlyMap<string, readonly Each[]> {
	const groups = new Map<string, Each[]>();
	for (const each of all) {
		const key = keyOf(each);
		const group = groups.get(key);
		if (group) group.push(each);
		else groups.set(key, [each]);
	}
	return groups;
}

/** Tells which of the documents of one file holds a place. Asking takes logarithmic time, because a page can have a thousand of them and ten thousand problems. */
function innermostOf<Document extends Placed>(
	documents: readonly Document[],
): (at: number) => Document | undefined {
	const [file] = holdersByName(documents).values();
	const inner = documents
		.flatMap((document) =>
			document.container ? [{ ...document.container, document }] : [],
		)
		.sort((a, b) => a.end - a.start - (b.end - b.start));
	// stretches between which nothing begins and nothing ends; what is at the end of a document belongs to it
	const starts = [
		...new Set(inner.flatMap(({ start, end }) => [start, end + 1])),
	].sort((a, b) => a - b);
	const owners: (Document | undefined)[] = starts.map(() => file);
	const free = starts.map((_, index) => index);
	for (const { start, end, document } of inner) {
		let at = firstFree(free, stretchAt(starts, start));
		for (; (starts[at] ?? end + 1) <= end; at = firstFree(free, at)) {
			owners[at] = document;
			free[at] = at + 1;
		}
	}
	return (at) => owners[stretchAt(starts, at)] ?? file;
}

/** The first stretch from one on that has no owner yet. */
function firstFree(free: number[], from: number): number {
	let at = from;
	for (
		let next = free[at];
		next !== undefined && next !== at;
		next = free[at]
	) {
		free[at] = free[next] ?? next;
		at = next;
	}
	return at;
}

/** The last stretch that begins at a place or before it; -1 before the first. */
function stretchAt(starts: readonly number[], place: number): number {
	let low = 0;
	let high = starts.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((starts[middle] ?? 0) <= place) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}
