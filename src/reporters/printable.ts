/** Text from a file, on one line, without what a terminal or a workflow runner would take for a command. */
export function printable(text: string): string {
	return text
		.replaceAll("\t", " ")
		.replace(
			/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu,
			"\ufffd",
		)
		.replaceAll("##[", "## [");
}
