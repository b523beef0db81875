/** A text that is at most so many bytes long in UTF-8, cut between two characters. */
export function cutText(text: string, mostBytes: number): string {
	if (text.length * 3 <= mostBytes) return text;
	let bytes = 0;
	let end = 0;
	for (const character of text) {
		bytes += bytesOf(character);
		if (bytes > mostBytes) return text.slice(0, end);
		end += character.length;
	}
	return text;
}

/** The same of Markdown, cut at the end of a line, which is said. */
export function cutLines(text: string, mostBytes: number): string {
	if (cutText(text, mostBytes) === text) return text;
	const fitting = cutText(text, mostBytes - CUT.length);
	return fitting.slice(0, Math.max(fitting.lastIndexOf("\n"), 0)) + CUT;
}

/** An empty line ends a table. */
const CUT = "\n\nThe rest is cut off here, because GitHub takes no more.\n";

function bytesOf(character: string): number {
	const code = character.codePointAt(0) ?? 0;
	if (code < 0x80) return 1;
	if (code < 0x800) return 2;
	return code < 0x10000 ? 3 : 4;
}
