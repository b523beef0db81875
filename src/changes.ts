import type { Source } from "./document.ts";
import type { Location } from "./location.ts";
import type { Diagnostic } from "./rule.ts";
import { RunError } from "./run-error.ts";

/** Lines of a file, from 1; the last one is among them. */
export interface Lines {
	readonly first: number;
	readonly last: number;
}

/** What has changed in each file, by its path relative to the working folder: some lines, or all of it. A file that is not among them is as it was. */
export type Changes = ReadonlyMap<string, readonly Lines[] | "all">;

/** Nobody can tell what has changed. The message is one sentence. */
export class ChangesError extends RunError {}

/** Whether a diagnostic is about something that has changed: it, or one of the places that it names, lies on a changed line. */
export function isChanged(
	{ location, related = [] }: Diagnostic,
	changes: Changes,
	sources: ReadonlyMap<string, Source>,
): boolean {
	const places = [location, ...related.map((each) => each.location)];
	return places.some((place) =>
		touches(changes.get(place.file) ?? [], place, sources.get(place.file)),
	);
}

function touches(
	changed: readonly Lines[] | "all",
	{ start, end }: Location,
	source: Source | undefined,
): boolean {
	if (changed === "all" || !source) return changed === "all";
	const first = source.position(start).line;
	// the end is exclusive
	const last = source.position(Math.max(start, end - 1)).line;
	return changed.some((lines) => lines.first <= last && first <= lines.last);
}
