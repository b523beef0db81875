import type { Range } from "../location.ts";

/** How many characters of a long random-looking word are shown: those of a public prefix. */
const SHOWN = 4;

/** Where a text that is about to be printed could hold a credential. Each pattern's named group `secret` is what is hidden. */
const PATTERNS: readonly RegExp[] = [
	// the password of a URL
	/:\/\/[^/\s:@"]*:(?<secret>[^@\s/"]+)@/dg,
	// the value of a query parameter
	/[?&;][\w.-]+=(?<secret>(?!\$\{)[^&#\s"']{4,})/dg,
	// what follows an authentication scheme
	/\b(?:Bearer|Basic|Token|ApiKey)\s+(?<secret>(?!\$\{|<)[^\s"']{6,})/dgi,
	// the value under a key that names a credential, as JSON and as NAME=value
	/"[^"]*(?:token|secret|passw|passphrase|credential|auth|cookie|api[-_]?key|_key|-key|_pat)[^"]*"\s*:\s*"(?<secret>(?!\$\{|<)[^"]{4,})/dgi,
	/\b\w*(?:TOKEN|SECRET|PASSW|API_?KEY|CREDENTIAL)\w*=(?<secret>(?!\$\{|<)[^\s"'&]{4,})/dgi,
];

const LONG_WORD = /[A-Za-z0-9_\-+/=.~]{16,}/g;

/**
 * Hides what could be a credential in a text that is about to be printed; what is left tells what the text is about.
 * Errs on the side of hiding.
 */
export function maskCredentials(text: string): string {
	return replaceRanges(text, () => "…");
}

/** The same with an asterisk for each hidden UTF-16 unit, so that columns stay where they are. */
export function maskInPlace(text: string): string {
	return replaceRanges(text, ({ start, end }) => "*".repeat(end - start));
}

function replaceRanges(
	text: string,
	replacement: (range: Range) => string,
): string {
	let result = "";
	let position = 0;
	for (const range of credentialRanges(text)) {
		if (range.end <= position) continue;
		const start = Math.max(range.start, position);
		result +=
			text.slice(position, start) + replacement({ start, end: range.end });
		position = range.end;
	}
	return result + text.slice(position);
}

function credentialRanges(text: string): Range[] {
	const named = PATTERNS.flatMap((pattern) =>
		[...text.matchAll(pattern)].flatMap(({ indices }) => {
			const [start, end] = indices?.groups?.secret ?? [];
			return start === undefined || end === undefined ? [] : [{ start, end }];
		}),
	);
	const opaque = [...text.matchAll(LONG_WORD)]
		.filter(([word]) => isOpaque(word))
		.map(({ 0: word, index }) => ({
			start: index + SHOWN,
			end: index + word.length,
		}));
	return [...named, ...opaque].sort((a, b) => a.start - b.start);
}

/** Letters and digits mixed inside one part, as in no name, path or version. */
function isOpaque(word: string): boolean {
	return word
		.split(/[/.]/)
		.some((part) => part.length >= 16 && part.split(/[-_]/).some(isRandom));
}

function isRandom(part: string): boolean {
	if (part.length < 10 || !/\d/.test(part) || !/[a-z]/i.test(part))
		return false;
	const changes = part.match(/[a-z](?=[\dA-Z])|\d(?=[A-Za-z])|[A-Z](?=\d)/g);
	return (changes?.length ?? 0) >= 3;
}
