import type { Range } from "../location.ts";
import { replaceRanges } from "./ranges.ts";

/** How many characters of a long random-looking word are shown: those of a public prefix. */
const SHOWN = 4;

/** Where a text could hold a credential. What is hidden is each pattern's named group `secret`, in which it ends. */
const PATTERNS: readonly RegExp[] = [
	// the password of a URL; a slash may be in it
	/:\/\/[^\s:@"'/]{0,80}:(?<secret>[^@\s"']{1,200})(?=@)/g,
	// the value of a query parameter
	/[?&;][\w.-]{1,60}=(?<secret>(?!\$\{\w+\}(?:[&#"'\s]|$))[^&#\s"']{4,})/g,
	// what follows an authentication scheme
	/\b(?:Bearer|Basic|Token|ApiKey)\s+(?<secret>(?!\$\{\w+\}|<)[^\s"']{6,})/gi,
	// the value under a key that names a credential
	/"[^"\n]{0,60}(?:token|secret|passw|passphrase|credential|auth|cookie|api[-_]?key|_key|-key|_pat)[^"\n]{0,60}"\s{0,9}:\s{0,9}"(?<secret>(?!\$\{\w+\}"|<)(?:[^"\\]|\\.){4,})/gi,
	// NAME=value, --flag=value and NAME"]="value", or the flag and its value as two items
	/(?:TOKEN|SECRET|PASSW|API[-_]?KEY|CREDENTIAL|PWD|_PW)[\w-]{0,20}[\\"'\]]{0,6}\s?=\s?[\\"']{0,4}(?<secret>(?!\$\{\w+\}["'\s]|<)[^\s"'&]{4,})/gi,
	/"--?[\w-]{0,60}(?:token|secret|passw|api[-_]?key|credential)[\w-]{0,20}"\s{0,9},\s{0,9}"(?<secret>(?!\$\{\w+\}"|<)(?:[^"\\]|\\.){4,})/gi,
	/(?:TOKEN|SECRET|PASSW|API[-_]?KEY|CREDENTIAL|PWD|_PW)[\w-]{0,20}'\s{0,9},\s{0,9}'(?<secret>[^'\n]{4,200})(?=')/gi,
	// the default of a reference to a credential
	/\$\{\w{0,60}(?:TOKEN|SECRET|PASSW|KEY|CREDENTIAL|PAT)\w{0,20}:-(?<secret>[^}]{4,})/gi,
	// formats that say themselves what they are
	/\b(?:gh[pousr]_|github_pat_|glpat-|xox[abeprs]-|sk-|sk_live_|rk_live_|npm_|hf_|AIza|AKIA|ASIA|eyJ)(?<secret>[\w.-]{10,})/g,
];

/** What every text has in which one of the patterns finds something; most texts have none of it. */
const HINT =
	/:\/\/|[?&;]|:-|bearer|basic|token|secret|passw|passphrase|credential|auth|cookie|api[-_]?key|[-_]key|_pat|pwd|_pw|\b(?:gh[pousr]_|glpat-|xox|[sr]k[-_]|npm_|hf_|AIza|A[KS]IA|eyJ)/i;

/** A scheme at most, and a reference in whatever spelling. */
const REFERENCE =
	/^(?:[A-Za-z]{1,12}\s+)?(?:\$\{(?:\w{1,12}:)?\w+\}|\$(?:env:)?[A-Z_][A-Z0-9_]*|\$?\{\{[\s\w.]+\}\}|%\w+%)$/;

/** Whether a text is a reference and nothing else, with a scheme at most: the value is elsewhere, so there is nothing to hide. */
export function isOnlyReference(text: string): boolean {
	return REFERENCE.test(text);
}

/** Shorter words are not looked at. */
const LONG = 16;
const LONG_WORD = /[A-Za-z0-9_\-+/.~]{16,}={0,2}/g;

/**
 * What could be a credential in a text, judged by its spelling alone: for texts in which nobody has looked, and in which too much is hidden rather than too little.
 * In no order; the ranges can overlap. Linear.
 */
export function likelyCredentials(text: string): Range[] {
	const patterns = HINT.test(text) ? PATTERNS : [];
	const named = patterns.flatMap((pattern) =>
		[...text.matchAll(pattern)].flatMap(({ 0: found, index, groups }) => {
			const { secret = "" } = groups ?? {};
			const end = index + found.length;
			return isOnlyReference(secret)
				? []
				: [{ start: end - secret.length, end }];
		}),
	);
	const words = text.length < LONG ? [] : [...text.matchAll(LONG_WORD)];
	const opaque = words
		.filter(([word]) => isOpaque(word))
		.map(({ 0: word, index }) => ({
			start: index + SHOWN,
			end: index + word.length,
		}));
	return [...named, ...opaque];
}

/**
 * Hides what could be a credential in a text of which nothing else is known; what is left tells what the text is about.
 * Errs on the side of hiding.
 */
export function maskCredentials(text: string): string {
	return replaceRanges(text, likelyCredentials(text), () => "…");
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
