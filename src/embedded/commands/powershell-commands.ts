import type { InnerText } from "../inner-text.ts";
import {
	type CommandLine,
	type CommandWord,
	joinWord,
	type WordPiece,
} from "./command-line.ts";

/**
 * The commands of a script for PowerShell, in its order: quotes, variables in them, the backtick and lines that go on. No library reads PowerShell without
 * PowerShell, so what only a program has, blocks, expressions in parentheses and here-strings, is read over, and a word that holds one is not known.
 */
export function powershellCommands(script: InnerText): CommandLine[] {
	const text = prepare(script.text);
	const commands: CommandLine[] = [];
	let words: CommandWord[] = [];
	const finish = () => {
		if (words.length > 0) commands.push(words);
		words = [];
	};
	let word: WordPiece[] = [];
	let start = -1;
	const finishWord = (end: number) => {
		if (start !== -1) words.push(joinWord(script, word, { start, end }));
		word = [];
		start = -1;
	};
	for (const { index, 0: token, groups = {} } of text.matchAll(TOKEN)) {
		if (groups.blank !== undefined) {
			finishWord(index);
			continue;
		}
		if (groups.end !== undefined) {
			finishWord(index);
			// an expression or a block stands where a word would
			if (/[({]/.test(token)) words = [];
			finish();
			continue;
		}
		if (groups.comment !== undefined && start === -1) continue;
		if (groups.redirection !== undefined && start === -1) continue;
		if (start === -1) start = index;
		word.push(...readToken(token, index, groups));
	}
	finishWord(text.length);
	finish();
	return commands;
}

/** The same script, of the same length, without prompts and without what is only written in documentation. */
function prepare(text: string): string {
	return text
		.replace(/^[ \t]*(?:PS(?:[ \t][^\n>"'`]{0,120})?>+|>>?)[ \t]+/gm, (all) =>
			" ".repeat(all.length),
		)
		.replace(/<(?=[^\s<>&(])[^<>\n"'`$]{0,200}>/g, (all) =>
			PLACEHOLDER.repeat(all.length),
		);
}

const PLACEHOLDER = "\uE000";

/** One after the other these make up every text. */
const TOKEN = new RegExp(
	[
		"(?<blank>[ \\t]+|`[ \\t]*\\r?\\n)",
		"(?<end>[\\r\\n;|&{}()]{1,2})",
		"(?<comment>#[^\\r\\n]*)",
		"(?<redirection>[*\\d]?>{1,2}(?:&\\d)?)",
		"(?<literal>['‘’][^'‘’]*(?:['‘’]{2}[^'‘’]*)*(?:['‘’]|$))",
		'(?<expanded>["“”][^"“”`]*(?:(?:["“”]{2}|`[\\s\\S]|`$)[^"“”`]*)*(?:["“”]|$))',
		"(?<escaped>`[\\s\\S]|`$)",
		"(?<variable>\\$(?:\\{[^}\\r\\n]*\\}?|[\\w:?$^]+)?|@['\"])",
		"(?<plain>[^\\s;|&{}()#'‘’\"“”`$@]+|[\\s\\S])",
	].join("|"),
	"g",
);

function readToken(
	token: string,
	start: number,
	{ literal, expanded, escaped, variable }: Record<string, string | undefined>,
): WordPiece[] {
	const end = start + token.length;
	if (literal !== undefined) {
		return [
			{ start: start + 1, end: start + 1 },
			...unescaped(token.slice(1, -1), start + 1, /['‘’]{2}/g),
		];
	}
	if (expanded !== undefined) {
		const inner = token.slice(1, -1);
		const isFilledIn = /\$[\w({:]/.test(inner);
		return [
			{ start: start + 1, end: start + 1 },
			...unescaped(inner, start + 1, /["“”]{2}|`[\s\S]/g).map((part) => ({
				...part,
				...(isFilledIn && { isFilledIn }),
			})),
		];
	}
	if (escaped !== undefined) return [{ start: start + 1, end }];
	if (variable !== undefined && token !== "$") {
		return [{ start, end, isFilledIn: true, isOpen: true }];
	}
	return [{ start, end }];
}

/** Of two characters the second is what is meant. */
function unescaped(text: string, at: number, escapes: RegExp): WordPiece[] {
	const pieces: WordPiece[] = [];
	let from = 0;
	for (const { index, 0: all } of text.matchAll(escapes)) {
		pieces.push({ start: at + from, end: at + index });
		from = index + 1;
		if (all.endsWith("\n")) from++;
	}
	pieces.push({ start: at + from, end: at + text.length });
	return pieces;
}
