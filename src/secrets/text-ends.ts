/** A text without the characters at its end that are among some. An expression would look for them from every place in the text. */
export function withoutEnd(text: string, characters: string): string {
	let end = text.length;
	while (end > 0 && characters.includes(text[end - 1] ?? " ")) end--;
	return text.slice(0, end);
}

/** The same for its beginning. */
export function withoutStart(text: string, characters: string): string {
	let start = 0;
	while (start < text.length && characters.includes(text[start] ?? " "))
		start++;
	return text.slice(start);
}
