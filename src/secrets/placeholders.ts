import type { NameSort } from "./credential-names.ts";
import {
	DOCUMENTED,
	isDefault,
	isPlaceholderWord,
	TELLING,
} from "./placeholder-words.ts";
import { withoutEnd, withoutStart } from "./text-ends.ts";

/** Why a text that stands where a credential should is none. */
export type PlaceholderSort =
	/** Somebody still has to write the value: `<YOUR_KEY>`, `xxx`. */
	| "unfilled"
	/** There is meant to be none, or it is what every installation starts with: `not-needed`, `postgres`. */
	| "default"
	/** Made up, or printed in documentation for everyone: `abc123def456`. */
	| "made-up";

/** Longer texts are no placeholders. */
const LONGEST = 400;

/**
 * Whether a text stands for a credential that is not there, and why. Errs towards nothing for what is long and random: a part of a random text can look
 * like a word.
 */
export function classifyPlaceholder(
	text: string,
	sort?: NameSort,
): PlaceholderSort | undefined {
	const value = text.trim();
	if (value.length > LONGEST) return undefined;
	if (value === "") return "default";
	if (isDefault(value)) return defaultSort(value);
	if (sort === "password" && isThoughtUp(value)) return undefined;
	if (!/[\p{L}\p{N}]/u.test(value)) return "unfilled";
	if (DOCUMENTED.some((pattern) => pattern.test(value))) return "made-up";
	if (isUnfilled(value) || isUnfilledWord(withoutPrefix(value)))
		return "unfilled";
	return isMadeUp(value) || isProse(value) || isMadeOfWords(value)
		? "made-up"
		: undefined;
}

/** A word and a year, or signs between: somebody made a password of what would be words. */
function isThoughtUp(value: string): boolean {
	return (
		/^[\x21-\x7e]{8,40}$/.test(value) &&
		/[A-Z]/.test(value) &&
		/[a-z]/.test(value) &&
		/\d{2}/.test(value) &&
		!/[<>{}[\]()]|\.\.\.|\*{3}|x{4}|your|here|insert|replace|change|placeholder/i.test(
			value,
		) &&
		!isMadeUp(value)
	);
}

/** Some of the words that every installation starts with ask for another one. */
function defaultSort(value: string): PlaceholderSort {
	return /change|placeholder|example|sample|dummy|required|fake/i.test(value)
		? "unfilled"
		: "default";
}

function isUnfilled(value: string): boolean {
	return (
		/placeholder|not_?a_?real|redacted|change_?me|\bPAYLOAD\b/i.test(value) ||
		isElided(value) ||
		isBracketed(value) ||
		isMasked(value) ||
		isForeignProse(value) ||
		isForeignWord(value) ||
		isVariableName(value) ||
		isUnfilledWord(value) ||
		isPrefixOnly(value)
	);
}

function isUnfilledWord(value: string): boolean {
	return (isProse(value) || isMadeOfWords(value)) && isTelling(value);
}

/** One of its words speaks to the reader: `your`, `here`, `change`. */
function isTelling(value: string): boolean {
	return value
		.replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.some(
			(word) =>
				TELLING.has(word) ||
				/^(?:your|insert|enter|replace|change|example|placeholder|dummy|fake)/.test(
					word,
				),
		);
}

/** `sk-...` */
function isElided(value: string): boolean {
	return /\.\.\.|…/.test(value) && value.length < 80;
}

/** `<YOUR_KEY>`, `sk-<key>`, `[token]`, `{token}`; also where little stands beside it. */
function isBracketed(value: string): boolean {
	const rest = value
		.replace(
			/<[^<>]{1,120}>|«[^»]{1,120}»|＜[^＞]{1,120}＞|【[^】]{1,120}】/g,
			"",
		)
		.replace(/^\[[^[\]]{1,120}\]$|^\{[^{}]{1,120}\}$|^\([^()]{1,120}\)$/, "");
	return rest !== value && lettersAndDigits(rest).length <= 12;
}

/** Half of it, or a long run, is the letter x, asterisks, dots, or zeros. */
function isMasked(value: string): boolean {
	if (/[*•●·█#]{3,}/.test(value)) return true;
	if (/(?<![A-Za-z0-9])x{8,}|x{12,}|X{8,}|0{14,}/.test(value)) return true;
	const body = withoutPrefix(value);
	const characters = lettersAndDigits(body);
	if (characters.length < 3) return false;
	const masks = characters.replace(/[^xX]/g, "").length;
	return masks >= 3 && masks * 2 >= characters.length;
}

/** The letters of no credential. */
function isForeignProse(value: string): boolean {
	return /[\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Greek}]{2,}/u.test(
		value,
	);
}

/** A word with a letter that no credential has, and no digit: `twój-token`. */
function isForeignWord(value: string): boolean {
	return (
		/[^\p{ASCII}]/u.test(value) &&
		/\p{L}/u.test(value) &&
		!/[\d!@#$%^&*]/.test(value)
	);
}

/** `MY_API_TOKEN`: where a value should be there is a name for it. */
function isVariableName(value: string): boolean {
	if (!/^[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+){1,8}$/.test(value)) return false;
	const parts = value.toLowerCase().split(/[_-]/);
	return (
		parts.every((part) => part.length <= 14) &&
		parts.some((part) => isPlaceholderWord(part)) &&
		!parts.some((part) => part.length >= 6 && /\d/.test(part))
	);
}

/** A sentence, or a part of one. */
function isProse(value: string): boolean {
	const parts = value.split(/\s+/);
	if (parts.length < 2) return false;
	const plain = parts.map((part) =>
		withoutEnd(withoutStart(part.toLowerCase(), "(\"'["), ")\"'].,:;!?"),
	);
	if (!plain.every((part) => /^\d{0,2}[\p{L}'’/-]*\d{0,2}$/u.test(part)))
		return false;
	return plain.some((part) =>
		part.split(/[-/]/).some((each) => isPlaceholderWord(each)),
	);
}

/** Every part is a word of placeholders: `your-github-token`, `yourApiKeyHere`, `my_secret_token_123`. */
function isMadeOfWords(value: string): boolean {
	const parts = value.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== "");
	if (parts.length === 0 || !isOrdinary(value)) return false;
	const isAllLetters = parts.every((part) => /^\p{L}+$/u.test(part));
	const telling = parts.some(
		(part) =>
			TELLING.has(part.toLowerCase()) && (part.length >= 4 || isAllLetters),
	);
	const hasRandomPart = parts.some(
		(part) => part.length >= 14 && isMixed(part) && !isGlued(part),
	);
	if (telling && !hasRandomPart) return true;
	const small = parts.flatMap(wordParts);
	return small.every(isKnownPiece) && !small.every(isSmallNumber);
}

/** No signs but those between words, as in no password that a person thought up. */
function isOrdinary(value: string): boolean {
	return !(/[!@#$%^&*+=~]/.test(value) && /\d/.test(value));
}

/** The words that a part is made of: `apiKey` has two, `yourapikey` three, `token123` two. Kept whole where they do not come out even. */
function wordParts(part: string): string[] {
	const pieces = part
		.replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
		.replace(/(\p{L})(\d)/gu, "$1 $2")
		.replace(/(\d)(\p{L})/gu, "$1 $2")
		.toLowerCase()
		.split(" ");
	if (isPlaceholderWord(part.toLowerCase())) return [part.toLowerCase()];
	if (pieces.length <= 6 && pieces.every((piece) => isKnownPiece(piece))) {
		return pieces;
	}
	return [part.toLowerCase()];
}

function isKnownPiece(piece: string): boolean {
	return isSmallNumber(piece) || isPlaceholderWord(piece) || isGlued(piece);
}

function isSmallNumber(piece: string): boolean {
	return /^(?:\d{1,4}|12345\d{0,5})$/.test(piece);
}

/** Words without anything between them, as in `yourapikey`. Each at least two letters, one of them four. */
function isGlued(part: string): boolean {
	const text = part.toLowerCase();
	if (!/^[a-z]{5,40}$/.test(text)) return false;
	const ends = new Set([0]);
	for (let end = 2; end <= text.length; end++) {
		for (const start of ends) {
			const length = end - start;
			if (
				length >= 2 &&
				length <= 14 &&
				isPlaceholderWord(text.slice(start, end))
			) {
				ends.add(end);
				break;
			}
		}
	}
	return ends.has(text.length);
}

/** `ghp_`, `sk-`, `Bearer`: what comes before the credential, and nothing else. */
function isPrefixOnly(value: string): boolean {
	return (
		/^(?:[A-Za-z]{2,8}[-_]){1,3}$/.test(value) ||
		/^(?:Bearer|Basic|Token|Bot|ApiKey)$/i.test(value)
	);
}

function isMixed(part: string): boolean {
	return /\d/.test(part) && /[A-Za-z]/.test(part);
}

function isMadeUp(value: string): boolean {
	const body = withoutPrefix(value);
	if (/^[A-Za-z]{1,4}[-_]\d{1,8}$/.test(value)) return true;
	const characters = lettersAndDigits(body);
	if (characters.length < 4) return false;
	if (isToyUuid(value) || isToyUuid(body)) return true;
	return (
		isRepetitive(characters.toLowerCase()) ||
		isSequential(characters) ||
		segments(body).some((part) => part.length >= 12 && isSequential(part))
	);
}

function isToyUuid(value: string): boolean {
	if (
		!/^[\da-z]{8}-[\da-z]{4}-[\da-z]{4}-[\da-z]{4}-[\da-z]{12}$/i.test(value)
	) {
		return false;
	}
	const groups = value.toLowerCase().split("-");
	return (
		groups.filter((group) => new Set(group).size <= 2).length >= 3 ||
		groups.filter((group) => isSequential(group)).length >= 3
	);
}

/** Nearly always the same character, or very few different ones, or the same part again and again. */
function isRepetitive(characters: string): boolean {
	if (characters.length < 6) return false;
	const counts = new Map<string, number>();
	for (const character of characters) {
		counts.set(character, (counts.get(character) ?? 0) + 1);
	}
	const most = Math.max(...counts.values());
	if (most >= characters.length * 0.7) return true;
	if (counts.size <= (characters.length >= 16 ? 4 : 2)) return true;
	return isPeriodic(characters);
}

function isPeriodic(characters: string): boolean {
	if (characters.length < 12) return false;
	for (
		let period = 1;
		period <= Math.min(10, characters.length / 3);
		period++
	) {
		if (characters.slice(period) === characters.slice(0, -period)) return true;
	}
	return false;
}

const KEYBOARD = "qwertyuiopasdfghjklzxcvbnm";

/**
 * Most characters follow the one before them: `abcdef`, `123456`, `qwerty`; also where letters and digits take turns, `a1b2c3`, or blocks of them do,
 * `abc123def456`.
 */
function isSequential(text: string): boolean {
	const characters = lettersAndDigits(text).toLowerCase();
	if (characters.length < 6) return false;
	const letters = characters.replace(/\d/g, "");
	const digits = characters.replace(/\D/g, "");
	if (characters.length >= 8 && letters !== "" && digits !== "") {
		const steps = countSteps(letters) + countSteps(digits);
		const pairs =
			Math.max(letters.length - 1, 0) + Math.max(digits.length - 1, 0);
		return pairs > 0 && steps >= pairs * 0.75;
	}
	return countSteps(characters) >= (characters.length - 1) * 0.7;
}

function countSteps(characters: string): number {
	let steps = 0;
	for (let at = 1; at < characters.length; at++) {
		const before = characters.charCodeAt(at - 1);
		const step = characters.charCodeAt(at) - before;
		const isRound = characters[at - 1] === "9" && characters[at] === "0";
		const isRow = KEYBOARD.includes(characters.slice(at - 1, at + 1));
		if (step === 1 || step === -1 || isRound || isRow) steps++;
	}
	return steps;
}

function segments(body: string): string[] {
	return body.split(/[-_.:]/);
}

/** Without what providers put before the random part: `sk-proj-`, `ghp_`, `pat-na1-`. */
function withoutPrefix(value: string): string {
	return value.replace(
		/^(?:(?:[A-Za-z]{1,12}\d{0,2}[-_]){1,3}|AIza(?:Sy)?|AKIA|ASIA|BSA|SG\.|ya29\.)(?=.)/,
		"",
	);
}

function lettersAndDigits(text: string): string {
	return text.replace(/[^\p{L}\p{N}]/gu, "");
}
