import { distance } from "fastest-levenshtein";
import { maskCredentials } from "./secrets/likely-credentials.ts";

/** A value of the document as messages show it: masked, on one line, in double quotes, at most 60 characters. */
export function quote(value: string): string {
	const masked = maskCredentials(value.slice(0, 500));
	const short = masked.length > 60 ? `${masked.slice(0, 57)}…` : masked;
	return `"${short.replace(/[\p{Cc}\p{Cf}]/gu, escapeCharacter)}"`;
}

function escapeCharacter(character: string): string {
	if (character === "\n") return "\\n";
	if (character === "\r") return "\\r";
	if (character === "\t") return "\\t";
	const code = character.codePointAt(0) ?? 0;
	return `\\u${code.toString(16).padStart(4, "0")}`;
}

/** `a`, `a or b`, `a, b or c`. */
export function either(words: readonly string[]): string {
	return joined(words, "or");
}

/** `a`, `a and b`, `a, b and c`. */
export function both(words: readonly string[]): string {
	return joined(words, "and");
}

function joined(words: readonly string[], conjunction: string): string {
	const last = words.at(-1) ?? "";
	if (words.length < 2) return last;
	return `${words.slice(0, -1).join(", ")} ${conjunction} ${last}`;
}

/** `1 error`, `2 errors`. */
export function plural(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** `a string`, `an object`: with the article that it takes. */
export function withArticle(noun: string): string {
	return `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;
}

/** Longer words are compared with nothing. */
const LONGEST = 64;

/**
 * Whether a word is another one but for a single letter, for letters that changed places, or for an ending: near enough to write the other one
 * in its place. Two words that differ in more, such as "gitlab" and "github", may both be meant.
 */
export function isSlipOf(word: string, meant: string): boolean {
	if (word.length > LONGEST) return false;
	const [one, other] = [plain(word), plain(meant)];
	return (
		steps(one, other) <= 1 ||
		(Math.min(one.length, other.length) >= 4 &&
			(one.startsWith(other) || other.startsWith(one)))
	);
}

/** A word without what counts little. */
function plain(word: string): string {
	return word.toLowerCase().replace(/[-_\s.]/g, "");
}

/** How many slips lie between two words. Two letters that changed places are one, which the distance counts as two. */
function steps(one: string, other: string): number {
	const letters = (text: string) => [...text].sort().join("");
	const found = distance(one, other);
	return found === 2 && letters(one) === letters(other) ? 1 : found;
}

/** The candidate that was probably meant, or nothing where none is near. Case and separators count little. */
export function nearest(
	word: string,
	candidates: readonly string[],
): string | undefined {
	if (word.length > LONGEST) return undefined;
	const wanted = plain(word);
	let best: string | undefined;
	let bestDistance = Number.POSITIVE_INFINITY;
	for (const candidate of candidates) {
		const between = steps(wanted, plain(candidate));
		if (between < bestDistance) {
			best = candidate;
			bestDistance = between;
		}
	}
	const limit = wanted.length <= 5 ? 1 : wanted.length <= 9 ? 2 : 3;
	return bestDistance <= limit ? best : undefined;
}
