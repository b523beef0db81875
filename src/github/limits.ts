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

function bytesOf(character: string): number {
	const code = character.codePointAt(0) ?? 0;
	if (code < 0x80) return 1;
	if (code < 0x800) return 2;
	return code < 0x10000 ? 3 : 4;
}
