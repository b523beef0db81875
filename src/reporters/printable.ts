/** What a terminal acts on, and what is not seen or turns the order of letters around; but for the joiners, which are letters of some scripts. */
const INVISIBLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text from a file, on one line, without what a terminal or a workflow runner would take for a command. */
export function printable(text: string): string {
	return text
		.replaceAll("\t", " ")
		.replace(INVISIBLE, (character) => "\ufffd".repeat(character.length))
		.replaceAll("##[", "## [");
}

/** A text of JSON in which no such character and no command stands as it is: each is escaped, which for who reads the JSON is the same. */
export function printableJson(json: string): string {
	return json
		.replace(INVISIBLE, (character) =>
			character === "\n" ? character : escaped(character),
		)
		.replaceAll("##[", "#\\u0023[");
}

function escaped(text: string): string {
	return Array.from({ length: text.length }, (_, index) => {
		const code = text.charCodeAt(index).toString(16);
		return `\\u${code.padStart(4, "0")}`;
	}).join("");
}
