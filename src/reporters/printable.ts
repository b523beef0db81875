/** What a terminal acts on, and what is not seen or turns the order of letters around; but for the joiners, which are letters of some scripts. */
const INVISIBLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text from a file, on one line, without what a terminal or a workflow runner would take for a command. */
export function printable(text: string): string {
	return text
		.replaceAll("\t", " ")
		.replace(INVISIBLE, (character) => "\ufffd".repeat(character.length))
		.replaceAll("##[", "## [");
}

/** The same for what stands first in a line, where some runners take two colons for the beginning of a command, with or without white space before them. */
export function printableAtLineStart(text: string): string {
	return printable(text).replace(/^(\s*:)(?=:)/, "$1 ");
}

/** The characters that XML keeps for itself. */
const MARKUP: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&apos;",
};

/**
 * Text from a file, on one line, as XML 1.0 writes it in content and attributes. Characters that it forbids are replaced like those that nobody sees; commands of workflow
 * runners are written as references, because people print such files into their logs.
 */
export function printableXml(text: string): string {
	return text
		.replaceAll("\t", " ")
		.replace(INVISIBLE, (character) => "\ufffd".repeat(character.length))
		.replace(/[\p{Surrogate}\ufffe\uffff]/gu, "\ufffd")
		.replace(/[&<>"']/g, (character) => MARKUP[character] ?? "")
		.replaceAll("##[", "##&#91;")
		.replace(/^(\s*):(?=:)/, "$1&#58;");
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
