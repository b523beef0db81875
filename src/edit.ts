import type { Location, Range } from "./location.ts";

/** A change of a file's text: what stands in the range becomes the text. An empty range inserts. */
export interface Edit extends Range {
	readonly file: string;
	/** As it is written in the file, with its quotes and escapes. */
	readonly text: string;
}

/** Writes something else in a place. */
export function replace({ file, start, end }: Location, text: string): Edit {
	return { file, start, end, text };
}
