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
	const byFile = new Map<string, Document[]>();
	for (const document of documents) {
		const known = byFile.get(document.file);
		if (known) known.push(document);
		else byFile.set(document.file, [document]);
	}
	return ({ file, start }) => {
		const [first, ...others] = byFile.get(file) ?? [];
		return others.reduce(
			(best, each) =>
				holds(each, start) && (!best || isInside(each, best)) ? each : best,
			first && holds(first, start) ? first : undefined,
		);
	};
}

function holds({ container }: Placed, at: number): boolean {
	return !container || (at >= container.start && at <= container.end);
}

function isInside(
	{ container }: Placed,
	{ container: other }: Placed,
): boolean {
	if (!container || !other) return other === undefined;
	return container.end - container.start < other.end - other.start;
}
