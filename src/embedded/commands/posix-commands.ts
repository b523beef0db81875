import {
	type Command,
	forEachChild,
	parse,
	type Script,
	type SyntaxNode,
	type Word,
	type WordPart,
} from "unbash";
import { cutText, type InnerText } from "../inner-text.ts";
import {
	type CommandLine,
	type CommandWord,
	joinWord,
	type WordPiece,
} from "./command-line.ts";

/**
 * The commands of a script for a POSIX shell, in its order, wherever they stand in it. Documentation writes scripts that no shell would take: with
 * prompts, with `<placeholders>`, and with what a command says below it. Where the script is wrong, each command that starts a line is read by itself.
 */
export function posixCommands(
	script: InnerText,
	startsCommand: RegExp,
): CommandLine[] {
	if (isTooDeep(script.text)) return [];
	const prepared = prepare(script.text);
	const { commands, isWhole } = readCommands(script, prepared);
	if (isWhole) return commands;
	const starts = [...prepared.matchAll(startsCommand)].map(
		({ index }) => index,
	);
	return starts.flatMap((start, index) => {
		const end = starts[index + 1] ?? prepared.length;
		const part = prepared.slice(start, end);
		return readCommands(cutText(script, start, end), part).commands;
	});
}

/** More brackets in one another were not written by people, and the parser reads the text in each of them again. */
const DEEPEST = 100;

function isTooDeep(text: string): boolean {
	let depth = 0;
	for (const [bracket] of text.matchAll(/[(){}]/g)) {
		depth += bracket === "(" || bracket === "{" ? 1 : -1;
		if (depth > DEEPEST) return true;
		depth = Math.max(depth, 0);
	}
	return false;
}

/** Stand for the angle brackets of a placeholder and what is inside, and for an expression of a workflow; no shell has a meaning for them. */
const PLACEHOLDER = "\uE000";
const EXPRESSION = "\uE001";

/** The same script, of the same length, with nothing in it that only documentation and workflows write. */
function prepare(text: string): string {
	return (
		text
			.replace(/\$\{\{[^{}\n]{0,2000}\}\}/g, (all) =>
				EXPRESSION.repeat(all.length),
			)
			// a redirection has a blank before its second bracket, or none
			.replace(
				/<(?=[^\s<>&(])[^<>\n"'`$]{0,200}(?<=[^\s<>])>(?=["'\s/:.,?&=@)\]}-]|$)/gm,
				(all) => PLACEHOLDER.repeat(all.length),
			)
			.replace(/^[ \t]*(?:(?:[$%❯➜»]|PS>)[ \t]+)+/gm, blank)
			// one of some words, as usage texts have it
			.replace(
				/(?<=\s-(?:s|-scope|t|-transport)[ =])[a-z]+(?:\|[a-z]+)+/g,
				(all) => all.replaceAll("|", PLACEHOLDER),
			)
			.replace(
				/^[ \t]*[^\s"'`]{0,80}[$%>][ \t]+(?=(?:sudo |npx |bunx )?[^\s"'`]{0,80}claude )/gm,
				blank,
			)
			// the last line of an example that goes on elsewhere
			.replace(/\\(?=\s{0,9}$)/, " ")
			.replace(/\\\r\n/g, " \\\n")
			.replace(/\r\n/g, " \n")
	);
}

function blank(all: string): string {
	return " ".repeat(all.length);
}

/** The commands of a prepared script up to the first mistake in it. */
function readCommands(
	script: InnerText,
	prepared: string,
): { readonly commands: CommandLine[]; readonly isWhole: boolean } {
	const parsed = parse(prepared);
	const mistake = parsed.errors?.[0]?.pos ?? Number.POSITIVE_INFINITY;
	const commands = commandsIn(parsed)
		.filter(({ end }) => end <= mistake)
		.sort((a, b) => a.pos - b.pos)
		.map((command) => wordsOf(command, { script, prepared }));
	return {
		commands: commands.filter(({ length }) => length > 0),
		isWhole: mistake === Number.POSITIVE_INFINITY,
	};
}

/** Every command in a script, also those in others. The parser limits how deep they nest. */
function commandsIn(script: Script): Command[] {
	const found: Command[] = [];
	const open: SyntaxNode[] = [script];
	for (let node = open.pop(); node; node = open.pop()) {
		// the places of such a script are those of another text
		if (node.type === "Script" && node.source !== undefined) continue;
		if (node.type === "Command") found.push(node);
		forEachChild(node, (child) => open.push(child));
	}
	return found;
}

interface Reading {
	readonly script: InnerText;
	readonly prepared: string;
}

function wordsOf({ name, args }: Command, reading: Reading): CommandLine {
	return [name, ...args].flatMap((word) =>
		word?.type === "Word" ? readWord(word, reading) : [],
	);
}

function readWord(
	{ pos, end, parts: given }: Word,
	{ script, prepared }: Reading,
): CommandWord {
	const parts = given
		? given.flatMap((part) => readPart(part, script.text))
		: unescaped(script.text, pos, end, PLAIN_ESCAPE);
	return joinWord(
		script,
		withHomeFolder(parts, script.text.slice(pos, end)).flatMap((part) =>
			expressionsOf(part, prepared),
		),
		{ start: pos, end },
	);
}

/** A shell puts the home folder in for the `~` that a word starts with. */
function withHomeFolder(pieces: WordPiece[], word: string): WordPiece[] {
	const [first, ...more] = pieces;
	if (!first || !/^~(?:\/|$)/.test(word)) return pieces;
	const { start } = first;
	const behind = start + 1;
	return [
		{ start, end: behind, isFilledIn: true },
		{ ...first, start: behind },
		...more,
	];
}

/** An expression of a workflow is filled in before the shell gets the script. */
function expressionsOf(piece: WordPiece, prepared: string): WordPiece[] {
	const written = prepared.slice(piece.start, piece.end);
	if (piece.meaning !== undefined || !written.includes(EXPRESSION)) {
		return [piece];
	}
	return [...written.matchAll(/\uE001+|[^\uE001]+/g)].map(
		({ index, 0: part }) => ({
			...piece,
			start: piece.start + index,
			end: piece.start + index + part.length,
			...(part.startsWith(EXPRESSION) && { isFilledIn: true as const }),
		}),
	);
}

/** The escapes of a text without quotes, and of one in double quotes. A line that goes on leaves nothing. */
const PLAIN_ESCAPE = /\\(\r?\n|[\s\S])/g;
const QUOTED_ESCAPE = /\\(\r?\n|[$`"\\])/g;

function unescaped(
	text: string,
	start: number,
	end: number,
	escapes: RegExp,
): WordPiece[] {
	const pieces: WordPiece[] = [];
	let from = start;
	for (const { index, 0: all, 1: meaning = "" } of text
		.slice(start, end)
		.matchAll(escapes)) {
		const at = start + index;
		pieces.push({ start: from, end: at });
		from = at + all.length;
		if (meaning.endsWith("\n"))
			pieces.push({ start: at, end: from, meaning: "" });
		else pieces.push({ start: at + 1, end: from });
	}
	pieces.push({ start: from, end });
	return pieces;
}

function readPart(part: WordPart, text: string): WordPiece[] {
	const { pos: start, end } = part;
	switch (part.type) {
		case "Literal":
			return unescaped(text, start, end, PLAIN_ESCAPE);
		case "SingleQuoted":
			return [{ start: start + 1, end: end - 1 }];
		case "DoubleQuoted":
		case "LocaleString": {
			const open = part.type === "DoubleQuoted" ? 1 : 2;
			const inner = part.parts.flatMap((each): WordPiece[] =>
				each.type === "Literal"
					? unescaped(text, each.pos, each.end, QUOTED_ESCAPE)
					: [{ start: each.pos, end: each.end, isFilledIn: true }],
			);
			// an empty word has a place as well
			return [{ start: start + open, end: start + open }, ...inner];
		}
		case "AnsiCQuoted": {
			const isSame = text.slice(start + 2, end - 1) === part.value;
			return [
				{
					start: start + 2,
					end: end - 1,
					...(!isSame && { meaning: part.value }),
				},
			];
		}
		case "Glob":
			return [{ start, end }];
		default:
			return [{ start, end, isFilledIn: true, isOpen: true }];
	}
}
