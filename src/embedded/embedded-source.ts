import type { DocumentKind } from "../kinds.ts";
import type { Location, Range } from "../location.ts";
import type { SyntaxTree } from "../syntax/tree.ts";

/** A file that a session is started with. */
export interface RequiredFile {
	/** As it is written; it counts from the project's folder. */
	readonly path: string;
	readonly location: Location;
	/** What is in it, as a part of a sentence: `its settings`. */
	readonly use: string;
}

/** A document that stands in another file: a block of a page, an argument of a command, a value of a workflow. */
export interface EmbeddedSource {
	readonly kind: DocumentKind;
	/** The block in the file that is the document, in UTF-16 units of the file. */
	readonly container: Range;
	/** Its places are those of the file. */
	readonly tree: SyntaxTree;
	/** Documents of one file with the same number count for the same session of the client. */
	readonly session: number;
	/** Stretches that something else replaces before a client sees them: nothing is known of what will stand there. */
	readonly replaced?: readonly Range[];
	/** Its session can have servers that stand in no file that is read. */
	readonly hasOtherServers?: boolean;
	/** Files that must be in the repository for the session to start. */
	readonly requiredFiles?: readonly RequiredFile[];
}

/** A file with more sessions was not written by people; the others are left out. */
export const MOST_SESSIONS = 1000;

/** Finds the documents in a text. It must not start with a byte order mark. Never throws. */
export type EmbeddedSearch = (
	file: string,
	text: string,
) => readonly EmbeddedSource[];
