import type { Document } from "../document.ts";
import type { Range } from "../location.ts";
import type { Credential } from "./credential.ts";

/** How many characters of a long random-looking word are shown: those of a public prefix. */
const SHOWN = 4;

/** Shorter words are hidden whole. */
const LONG = 16;

/** Where a text that is about to be printed could hold a credential. Each pattern's named group `secret` is what is hidden. */
const PATTERNS: readonly RegExp[] = [
	// the password of a URL; a slash may be in it
	/:\/\/[^\s:@"'/]{0,80}:(?<secret>[^@\s"']{1,200})@/dg,
	// the value of a query parameter
	/[?&;][\w.-]{1,60}=(?<secret>(?!\$\{\w+\}(?:[&#"'\s]|$))[^&#\s"']{4,})/dg,
	// what follows an authentication scheme
	/\b(?:Bearer|Basic|Token|ApiKey)\s+(?<secret>(?!\$\{\w+\}|<)[^\s"']{6,})/dgi,
	// the value under a key that names a credential
	/"[^"\n]{0,60}(?:token|secret|passw|passphrase|credential|auth|cookie|api[-_]?key|_key|-key|_pat)[^"\n]{0,60}"\s{0,9}:\s{0,9}"(?<secret>(?!\$\{\w+\}"|<)(?:[^"\\]|\\.){4,})/dgi,
	// NAME=value and --flag=value, or the flag and its value as two items
	/[\w-]{0,60}(?:TOKEN|SECRET|PASSW|API[-_]?KEY|CREDENTIAL)[\w-]{0,20}=(?<secret>(?!\$\{\w+\}(?:["'\s]|$)|<)[^\s"'&]{4,})/dgi,
	/"--?[\w-]{0,60}(?:token|secret|passw|api[-_]?key|credential)[\w-]{0,20}"\s{0,9},\s{0,9}"(?<secret>(?!\$\{\w+\}"|<)(?:[^"\\]|\\.){4,})/dgi,
	// the default of a reference to a credential
	/\$\{\w{0,60}(?:TOKEN|SECRET|PASSW|KEY|CREDENTIAL|PAT)\w{0,20}:-(?<secret>[^}]{4,})/dgi,
	// formats that say themselves what they are
	/\b(?:gh[pousr]_|github_pat_|glpat-|xox[abeprs]-|sk-|sk_live_|rk_live_|npm_|hf_|AIza|AKIA|ASIA|eyJ)(?<secret>[\w.-]{10,})/dg,
];

const LONG_WORD = /[A-Za-z0-9_\-+/.~]{16,}={0,2}/g;

/**
 * Makes the function through which everything goes that is said about some documents: it hides the credentials that were found in them, wherever they come up, also cut
 * short. What is left of each are the few characters that all of its kind begin with.
 */
export function createMask(
	documents: readonly Document[],
	credentials: ReadonlyMap<string, readonly Credential[]>,
): (text: string) => string {
	const values = new Set(
		documents.flatMap(({ file, text }) =>
			(credentials.get(file) ?? []).flatMap(({ value, location }) => [
				value,
				text.slice(location.start, location.end),
			]),
		),
	);
	if (values.size === 0) return (text) => text;
	const byStart = new Map<string, string[]>();
	for (const value of values) {
		const start = value.slice(0, START);
		const others = byStart.get(start);
		if (others) others.push(value);
		else byStart.set(start, [value]);
	}
	return (text) => hideValues(text, byStart);
}

/** How many characters of a value lead to it. */
const START = 5;

/** A shorter part of a value could be anything. */
const SHORTEST_PART = 8;

function hideValues(
	text: string,
	byStart: ReadonlyMap<string, readonly string[]>,
): string {
	let result = "";
	let position = 0;
	for (let at = 0; at + START <= text.length; at++) {
		const values = byStart.get(text.slice(at, at + START)) ?? [];
		const runs = values.map((value) => commonRun(text, at, value));
		const run = Math.max(0, ...runs);
		if (run === 0) continue;
		const shown = run >= LONG ? SHOWN : 0;
		result += `${text.slice(position, at + shown)}…`;
		position = at + run;
		at = position - 1;
	}
	return result + text.slice(position);
}

/** How much of a value stands at an offset: 0 for what is too short to be a part of it. */
function commonRun(text: string, at: number, value: string): number {
	let run = 0;
	while (run < value.length && text[at + run] === value[run]) run++;
	return run === value.length || run >= SHORTEST_PART ? run : 0;
}

/**
 * Hides what could be a credential in a text that is about to be printed; what is left tells what the text is about.
 * Errs on the side of hiding.
 */
export function maskCredentials(text: string): string {
	return replaceRanges(text, () => "…");
}

/**
 * The same with an asterisk for each hidden UTF-16 unit, so that columns stay where they are.
 * @param known ranges that are hidden whatever they look like
 */
export function maskInPlace(
	text: string,
	known: readonly Range[] = [],
): string {
	return replaceRanges(
		text,
		({ start, end }) => "*".repeat(end - start),
		known,
	);
}

/** An item of a list as a baseline names it: the same for the same text, and no credential. */
export function maskedItem(value: string): string {
	return maskCredentials(value.slice(0, 1000));
}

function replaceRanges(
	text: string,
	replacement: (range: Range) => string,
	known: readonly Range[] = [],
): string {
	let result = "";
	let position = 0;
	const ranges = [...credentialRanges(text), ...known];
	for (const range of ranges.sort((a, b) => a.start - b.start)) {
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
	return [...named, ...opaque];
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
