import type { Range } from "../location.ts";
import type { StringNode } from "../syntax/tree.ts";

/** A stretch of text that knows where it stands in its file, although escapes or an encoding lie between. */
export interface Excerpt {
	readonly text: string;
	/** The value it belongs to (RFC 6901). */
	readonly pointer: string;
	/** Where a part of the text stands in the file. The arguments are UTF-16 offsets into `text`, half-open. */
	locate(start: number, end: number): Range;
}

/** A part of an excerpt. */
export function cut(
	{ text, pointer, locate }: Excerpt,
	start: number,
	end = text.length,
): Excerpt {
	return {
		text: text.slice(start, end),
		pointer,
		locate: (from, to) => locate(start + from, start + to),
	};
}

/** What is left of an excerpt without white space at its ends. */
export function trimmed(excerpt: Excerpt): Excerpt {
	const { text } = excerpt;
	const start = text.length - text.trimStart().length;
	return cut(excerpt, start, Math.max(start, text.trimEnd().length));
}

/** An excerpt without the quotes around it, if there are any; also without the first of two that is missing its partner. */
export function unquoted(excerpt: Excerpt): Excerpt {
	const { text } = excerpt;
	const [opening = ""] = /^\\?["'`]/.exec(text) ?? [];
	if (opening === "") return excerpt;
	const isClosed = text.length >= 2 * opening.length && text.endsWith(opening);
	return cut(
		excerpt,
		opening.length,
		isClosed ? text.length - opening.length : text.length,
	);
}

/** The text that an excerpt stands for once it is decoded, where all of it is one place: nobody can point at a part of a base64 text. */
export function decoded(
	{ text, pointer, locate }: Excerpt,
	meaning: string,
): Excerpt {
	return {
		text: meaning,
		pointer,
		locate: () => locate(0, text.length),
	};
}

/** An excerpt without the backslashes that a shell takes away inside double quotes. */
export function withoutBackslashes(excerpt: Excerpt): Excerpt {
	if (!excerpt.text.includes("\\")) return excerpt;
	return respelled(
		excerpt,
		excerpt.text,
		/\\(["\\$`])/y,
		([, character = ""]) => character,
	);
}

/** The inside of a JSON string without its escapes. */
export function unescaped(excerpt: Excerpt): Excerpt {
	return excerpt.text.includes("\\")
		? respelled(excerpt, excerpt.text, JSON_ESCAPE, readEscape)
		: excerpt;
}

/** The text that a base64 text stands for, one character for each byte; nothing where it stands for none. Takes the alphabet of addresses too. */
export function decodeBase64(text: string): string | undefined {
	if (!/^[\w+/-]{4,}={0,2}$/.test(text)) return undefined;
	try {
		return atob(text.replaceAll("-", "+").replaceAll("_", "/"));
	} catch {
		return undefined;
	}
}

/** The value of a string of a tree, whose offsets are those of the excerpt that holds it. */
export function valueExcerpt(
	holder: Excerpt,
	{ start, end, value, pointer }: StringNode,
): Excerpt {
	const written = {
		...cut(holder, start, end),
		pointer: holder.pointer === "" ? pointer : holder.pointer,
	};
	if (written.text.startsWith('"') && written.text.includes("\\")) {
		const plain = unescaped(cut(written, 1, written.text.length - 1));
		if (plain.text === value) return plain;
	}
	const at = written.text.indexOf(value);
	if (at !== -1) return cut(written, at, at + value.length);
	return {
		text: value,
		pointer: written.pointer,
		locate: (from, to) => {
			const part = value.slice(from, to);
			const found = part === "" ? -1 : written.text.indexOf(part);
			return found === -1
				? written.locate(0, written.text.length)
				: written.locate(found, found + part.length);
		},
	};
}

const JSON_ESCAPE = /\\(?:u([0-9a-fA-F]{4})|(.))/sy;

const ESCAPED: Readonly<Record<string, string>> = {
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "\t",
};

function readEscape([, code, character = ""]: RegExpExecArray): string {
	return code === undefined
		? (ESCAPED[character] ?? character)
		: String.fromCharCode(Number.parseInt(code, 16));
}

/** An excerpt in which escapes have become what they stand for, one UTF-16 unit each. */
function respelled(
	excerpt: Excerpt,
	written: string,
	pattern: RegExp,
	read: (match: RegExpExecArray) => string,
): Excerpt {
	const offsets: number[] = [];
	let text = "";
	for (let at = 0; at < written.length; ) {
		pattern.lastIndex = at;
		const found = written[at] === "\\" ? pattern.exec(written) : null;
		offsets.push(at);
		text += found ? read(found) : written[at];
		at += found ? found[0].length : 1;
	}
	offsets.push(written.length);
	const origin = (at: number) => offsets[at] ?? written.length;
	return {
		text,
		pointer: excerpt.pointer,
		locate: (from, to) => excerpt.locate(origin(from), origin(to)),
	};
}
