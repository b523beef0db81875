import type { DocumentKind } from "../kinds.ts";
import type { Range } from "../location.ts";
import type { SyntaxTree } from "../syntax/tree.ts";

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
}

/** Finds the documents in a text. It must not start with a byte order mark. Never throws. */
export type EmbeddedSearch = (
	file: string,
	text: string,
) => readonly EmbeddedSource[];
