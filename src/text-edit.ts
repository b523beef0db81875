import type { Range } from "./location.ts";

/** A change of a file's text: what stands in the range becomes the text. An empty range inserts. */
export interface Edit extends Range {
	readonly file: string;
	/** As it is written in the file, with its quotes and escapes. */
	readonly text: string;
}

/** How a problem can be put right by changing files. */
export interface Fix {
	/** What it does, as a command: `Write "http"`. No secret. */
	readonly title: string;
	/** What is changed; they do not overlap. */
	readonly edits: readonly Edit[];
	/** It changes what the file says, so it is done only for those who ask for it. Absent: it is what the author meant, and changes nothing that works. */
	readonly unsafe?: true;
}
