/**
 * Whether a text as a whole matches a pattern in which `*` stands for any characters, none included, and all else for itself.
 * Takes time in proportion to the product of both lengths at worst: patterns come from files that anybody can write.
 */
export function matchesWildcards(pattern: string, text: string): boolean {
	const parts = pattern.split("*");
	const first = parts[0] ?? "";
	if (parts.length === 1) return pattern === text;
	const last = parts.at(-1) ?? "";
	if (!text.startsWith(first) || text.length < first.length + last.length)
		return false;
	const end = text.length - last.length;
	let at = first.length;
	for (const part of parts.slice(1, -1)) {
		const found = text.indexOf(part, at);
		if (found === -1 || found + part.length > end) return false;
		at = found + part.length;
	}
	return text.endsWith(last) && at <= end;
}
