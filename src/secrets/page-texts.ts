import type { Range } from "../location.ts";
import { namedPassages, partsOf } from "./claims.ts";
import { classifyName } from "./credential-names.ts";
import { cut, type Excerpt, unescaped } from "./excerpt.ts";
import { type Finding, noContext, type Passage, passage } from "./passage.ts";
import { namesCredential } from "./suspicion.ts";
import { readAddresses } from "./value-texts.ts";

/** What a shell runs, wherever that stands. */
const IN_SHELL = { ...noContext, isCommand: true };

/** What stands in a text that is no value: a comment, the body of a page, or what could not be parsed. */
export function* readPage(excerpt: Excerpt): Generator<Finding> {
	// keys of this form have lines of their own
	if (excerpt.text.includes("PRIVATE KEY")) yield passage(excerpt);
	for (const { 0: line, index } of excerpt.text.matchAll(/[^\n]+/g)) {
		if (!UNUSUAL_WORD.test(line)) continue;
		yield* readPageLine(cut(excerpt, index, index + line.length));
	}
	for (const { start, end } of fencedBlocks(excerpt.text)) {
		for (const line of partsOf(cut(excerpt, start, end), LINES)) {
			const { text } = line;
			if (!UNUSUAL_WORD.test(text) || !namesCredential(text)) continue;
			yield { sort: "script", excerpt: line, context: IN_SHELL };
		}
	}
}

/** A word with a digit, or a longer one than people write: most lines of a page have none, and no credential. */
const UNUSUAL_WORD =
	/(?<!\S)(?=\S{0,4000}\d)\S{6}|[A-Za-z]{20}|:\/\/[^\s/]{0,200}@/;

function* readPageLine(line: Excerpt): Generator<Finding> {
	yield passage(line);
	yield* readAddresses(line);
	yield* pairPassages(line);
	for (const { 1: command = "", index } of line.text.matchAll(
		INLINE_COMMANDS,
	)) {
		if (!namesCredential(command)) continue;
		const from = index + 1;
		const inline = cut(line, from, from + command.length);
		yield { sort: "script", excerpt: inline, context: IN_SHELL };
	}
}

/** Lines of a script; one that a backslash ends goes on. */
const LINES = /(?:[^\n\\]|\\[\s\S])+/g;

/** What stands in a stretch of JSON between its strings: comments, and what is no JSON. */
export function* readBetween(excerpt: Excerpt): Generator<Finding> {
	yield* readPage(excerpt);
	yield { sort: "script", excerpt, context: IN_SHELL };
	for (const { 0: string, index } of excerpt.text.matchAll(STRINGS)) {
		const end = index + string.length;
		const value = unescaped(cut(excerpt, index + 1, end - 1));
		const name = nameBefore(excerpt.text, index);
		yield { sort: "value", excerpt: value, context: { ...IN_SHELL, name } };
	}
}

/** Strings of a text that could not be parsed. None starts at an escaped quote, which would make each of them a start. */
const STRINGS = /(?<!\\)"(?:[^"\\\n]|\\.){4,4096}"/g;

/** Languages of blocks that people copy into a shell. */
const SHELL_LANGUAGE =
	/^(?:|bash|sh|shell|zsh|console|terminal|shell-session|powershell|ps1|pwsh|cmd|bat|fish|env|dotenv|text|txt|sql|dockerfile)$/i;

/** The blocks of commands in a page, without their fences. */
function fencedBlocks(text: string): Range[] {
	const blocks: Range[] = [];
	let opening: { fence: string; isShell: boolean; start: number } | undefined;
	for (const match of text.matchAll(
		/^[ \t]{0,8}(```+|~~~+)[ \t]*([\w+-]{0,30})[^\n]*$/gm,
	)) {
		const [line, fence = "", language = ""] = match;
		if (!opening) {
			const start = match.index + line.length;
			opening = { fence, isShell: SHELL_LANGUAGE.test(language), start };
		} else if (fence.startsWith(opening.fence) && language === "") {
			const { isShell, start } = opening;
			if (isShell) blocks.push({ start, end: match.index });
			opening = undefined;
		}
	}
	return blocks;
}

/** Commands in a line of a page. */
const INLINE_COMMANDS = /(?<![`\w])`([^`\n]{12,2000})`(?!`)/g;

/** `name: value` and `"name": "value"` in running text. */
function* pairPassages(excerpt: Excerpt): Generator<Passage> {
	const { text } = excerpt;
	for (const { 0: match, 1: value = "", index } of text.matchAll(
		RANDOM_VALUE,
	)) {
		const name = nameBefore(text, index + 1);
		const sort = classifyName(name);
		if (sort === undefined) continue;
		// "session: 8b1f6a3c-…" tells which one it was
		if (sort === "unclear" && UUID.test(value)) continue;
		const start = index + match.lastIndexOf(value);
		const part = cut(excerpt, start, start + value.length);
		yield* namedPassages(part, name, { isLoose: true });
	}
	for (const { 0: pair, 1: name = "", 3: value = "", index } of text.matchAll(
		QUOTED_PASSWORD,
	)) {
		if (classifyName(name) !== "password" || !/\d/.test(value)) continue;
		const end = index + pair.length - 1;
		yield* namedPassages(cut(excerpt, end - value.length, end), name);
	}
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The name in front of a colon or equals sign, behind which an offset is; empty where there is none. */
function nameBefore(text: string, at: number): string {
	const before = text.slice(Math.max(0, at - LONGEST_NAME), at);
	const [, name = ""] =
		/(?<![:\w.-])([A-Za-z_][\w.-]{0,79})["'`]?[ \t]{0,8}[:=][ \t]{0,8}$/.exec(
			before,
		) ?? [];
	return name;
}

/** How many characters before a value can be its name. */
const LONGEST_NAME = 80;

/** What looks random behind a colon or equals sign. */
const RANDOM_VALUE =
	/[:=][ \t]{0,8}["'`]?((?:(?:Bearer|Basic|Token|Bot|token|bearer)[ \t])?[\w+/=.~-]{16,4096})["'`]?/g;

/** A value in quotes of any sort, which can be a password that somebody thought up. */
const QUOTED_PASSWORD =
	/(?<![\w.-])([A-Z][A-Z0-9_]{2,60})["'`]?[ \t]{0,8}[:=][ \t]{0,8}(["'`])([^"'`\s]{6,128})\2/g;
