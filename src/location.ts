/** A stretch of text: UTF-16 offsets from the start of the file, half-open. */
export interface Range {
	readonly start: number;
	readonly end: number;
}

/** A range in a file, and the value it belongs to. */
export interface Location extends Range {
	/** Path relative to the working directory, with forward slashes. */
	readonly file: string;
	/** JSON Pointer (RFC 6901); the empty string is the whole document. */
	readonly pointer: string;
}

/** Line and column, both from 1; columns count UTF-16 units. */
export interface Position {
	readonly line: number;
	readonly column: number;
}

/** Appends one reference token to a JSON Pointer, escaped as RFC 6901 asks. */
export function childPointer(pointer: string, token: string | number): string {
	return `${pointer}/${String(token).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The pointer of the value that holds the value at a pointer. */
export function parentPointer(pointer: string): string {
	return pointer.slice(0, Math.max(pointer.lastIndexOf("/"), 0));
}

/** The unescaped reference tokens of a JSON Pointer. */
export function pointerTokens(pointer: string): string[] {
	return pointer
		.split("/")
		.slice(1)
		.map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/**
 * Turns offsets of one text into positions. A line ends at LF, CRLF or a lone CR.
 * Offsets outside the text are clamped to it.
 */
export function createPositions(text: string): (offset: number) => Position {
	const starts = [0];
	for (const match of text.matchAll(/\r\n|\n|\r/g)) {
		starts.push(match.index + match[0].length);
	}
	return (offset) => {
		const at = Math.min(Math.max(offset, 0), text.length);
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);
			if ((starts[middle] ?? 0) <= at) low = middle;
			else high = middle - 1;
		}
		return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
	};
}
