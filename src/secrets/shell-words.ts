import { cut, type Excerpt, unquoted } from "./excerpt.ts";

/** The words of one command, each without the quotes around all of it. */
export type CommandWords = readonly Excerpt[];

/** What ends a command where no quotes are open. */
const ENDS = ";|&\n()<>";

/**
 * Takes a text of a command line apart, roughly and for any shell: words that white space separates, quotes respected; every `;`, `|`, `&`, bracket and line break
 * begins another command. Forgiving where a real parser would give up: rules for commands are patterns, and quotes are often missing.
 */
export function splitCommands(script: Excerpt): CommandWords[] {
	const commands: Excerpt[][] = [[]];
	const { text } = script;
	let start = -1;
	let quote = "";
	const endWord = (end: number) => {
		if (start !== -1) commands.at(-1)?.push(unquoted(cut(script, start, end)));
		start = -1;
	};
	for (let at = 0; at < text.length; at++) {
		const character = text[at] ?? "";
		if (quote !== "") {
			if (character === "\\" && quote === '"') at++;
			else if (character === quote) quote = "";
			continue;
		}
		if (text.startsWith("${", at)) {
			if (start === -1) start = at;
			at = referenceEnd(text, at);
			continue;
		}
		if (isOpeningQuote(text, at, start)) {
			if (start === -1) start = at;
			quote = character;
		} else if (character === "\\") {
			if (start === -1) start = at;
			at++;
		} else if (/\s/.test(character) && character !== "\n") {
			endWord(at);
		} else if (ENDS.includes(character) && !isInReference(text, at)) {
			endWord(at);
			commands.push([]);
		} else if (start === -1) {
			start = at;
		}
	}
	endWord(text.length);
	return commands.filter((words) => words.length > 0);
}

/** How long a reference may be, in UTF-16 units. */
const LONGEST_REFERENCE = 400;

/** The offset of the bracket that closes a reference; that of its start where none does. */
function referenceEnd(text: string, start: number): number {
	const end = text.slice(start, start + LONGEST_REFERENCE).indexOf("}");
	return end === -1 ? start : start + end;
}

/** A quote that another one closes; an apostrophe inside a word is none. */
function isOpeningQuote(text: string, at: number, wordStart: number): boolean {
	const character = text[at] ?? "";
	if (character !== '"' && character !== "'") return false;
	if (
		character === "'" &&
		wordStart !== -1 &&
		/[A-Za-z]/.test(text[at - 1] ?? "")
	) {
		return false;
	}
	return text.indexOf(character, at + 1) !== -1;
}

/** `&` and `;` in an address, and `<` and `>` of a placeholder, belong to the word. */
function isInReference(text: string, at: number): boolean {
	const character = text[at];
	if (character === "&" || character === ";") {
		return (
			/\S/.test(text[at - 1] ?? " ") &&
			/[\w.%-]{1,60}=/y.test(text.slice(at + 1, at + 62)) &&
			isInQuery(text.slice(Math.max(0, at - 300), at))
		);
	}
	if (character === "<")
		return /^<[A-Za-z][\w -]{0,60}>/.test(text.slice(at, at + 64));
	if (character === ">")
		return /<[A-Za-z][\w -]{0,60}$/.test(text.slice(Math.max(0, at - 64), at));
	return false;
}

/** Whether a text ends inside the query of an address. */
function isInQuery(text: string): boolean {
	const start = text.lastIndexOf("?");
	return start !== -1 && !/\s/.test(text.slice(start));
}
