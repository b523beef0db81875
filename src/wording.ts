import { distance } from "fastest-levenshtein";
import { maskCredentials } from "./secrets/mask.ts";

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

/** `a string`, `an object`: with the article that it takes. */
export function withArticle(noun: string): string {
	return `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;
}

/** The candidate that was probably meant, or nothing where none is near. Case and separators count little. */
export function nearest(
	word: string,
	candidates: readonly string[],
): string | undefined {
	if (word.length > 64) return undefined;
	const plain = (text: string) => text.toLowerCase().replace(/[-_\s.]/g, "");
	const letters = (text: string) => [...text].sort().join("");
	const wanted = plain(word);
	let best: string | undefined;
	let bestDistance = Number.POSITIVE_INFINITY;
	for (const candidate of candidates) {
		const other = plain(candidate);
		const steps = distance(wanted, other);
		// two letters that changed places are one slip, which the distance counts as two
		const between =
			steps === 2 && letters(wanted) === letters(other) ? 1 : steps;
		if (between < bestDistance) {
			best = candidate;
			bestDistance = between;
		}
	}
	const limit = wanted.length <= 5 ? 1 : wanted.length <= 9 ? 2 : 3;
	return bestDistance <= limit ? best : undefined;
}
