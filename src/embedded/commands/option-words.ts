import { type CommandWord, cutWord } from "./command-line.ts";

/** An option of a command: how it is written, and what belongs to it. `values`: all words up to the next that starts with a dash. */
export interface OptionRow {
	readonly name: string;
	readonly flags: readonly string[];
	readonly takes: "nothing" | "value" | "optional" | "values";
}

/** An option as it was given. */
export interface GivenOption {
	readonly name: string;
	/** The word that names it; its value can be in the same. */
	readonly flag: CommandWord;
	readonly value?: CommandWord;
}

/** What a command was given, as its parser takes it. */
export interface GivenWords {
	readonly operands: readonly CommandWord[];
	readonly options: readonly GivenOption[];
	/** The first option that the command does not know; it refuses all of the words then. */
	readonly unknown?: CommandWord;
	/** Those that were read over. */
	readonly skipped: readonly CommandWord[];
	/** An option at the end that lacks its value. */
	readonly unfinished?: CommandWord;
	/** What follows is for the word that was asked for, and not looked at. */
	readonly rest: readonly CommandWord[];
	/** Which words are options and which operands is not known, because one of them can be several or none. */
	readonly isOpen: boolean;
}

/** How far the words of a command go, and what may be among them. */
interface Reading {
	/** Operands that are commands of their own, if they come first: they get the rest. */
	readonly commands?: readonly string[];
	/** There are options that we do not know; they are read over. */
	readonly isLenient?: true;
}

/** Sorts words into options and operands as commander does, the library that Claude Code reads its command line with. Source: its behaviour on 2.1.329, recorded. */
export function readOptions(
	words: readonly CommandWord[],
	rows: readonly OptionRow[],
	{ commands = [], isLenient }: Reading = {},
): GivenWords {
	const byFlag = indexOf(rows);
	const operands: CommandWord[] = [];
	const options: GivenOption[] = [];
	const skipped: CommandWord[] = [];
	let collecting: { row: OptionRow; flag: CommandWord } | undefined;
	let isOpen = false;
	const result = (more: Partial<GivenWords> = {}): GivenWords => ({
		operands,
		options,
		skipped,
		rest: [],
		isOpen,
		...more,
	});
	for (let index = 0; index < words.length; index++) {
		const word = words[index];
		if (!word) break;
		const { text } = word;
		if (text === "--") {
			operands.push(...words.slice(index + 1));
			break;
		}
		if (word.isOpen) isOpen = true;
		if (collecting && !isOption(text)) {
			const { row, flag } = collecting;
			options.push({ name: row.name, flag, value: word });
			continue;
		}
		collecting = undefined;
		if (!isOption(text)) {
			if (operands.length === 0 && commands.includes(text)) {
				return result({ rest: words.slice(index) });
			}
			operands.push(word);
			continue;
		}
		const row = byFlag.get(text);
		const attached = row ? undefined : attachedValue(word, byFlag);
		if (attached) {
			options.push(attached);
			continue;
		}
		if (!row && isLenient) {
			skipped.push(word);
			continue;
		}
		if (!row) return result({ unknown: word });
		if (row.takes === "nothing") {
			options.push({ name: row.name, flag: word });
			continue;
		}
		const next = words[index + 1];
		if (row.takes === "optional" && (!next || isOption(next.text))) {
			options.push({ name: row.name, flag: word });
			continue;
		}
		if (!next) return result({ unfinished: word });
		index++;
		if (next.isOpen && row.takes === "values") isOpen = true;
		options.push({ name: row.name, flag: word, value: next });
		if (row.takes === "values") collecting = { row, flag: word };
	}
	return result();
}

const indexes = new WeakMap<
	readonly OptionRow[],
	ReadonlyMap<string, OptionRow>
>();

/** The options by each of their spellings; made once. */
function indexOf(rows: readonly OptionRow[]): ReadonlyMap<string, OptionRow> {
	const known = indexes.get(rows);
	if (known) return known;
	const index = new Map(
		rows.flatMap((row) => row.flags.map((flag) => [flag, row] as const)),
	);
	indexes.set(rows, index);
	return index;
}

function isOption(text: string): boolean {
	return text.length > 1 && text.startsWith("-");
}

/** `--flag=value`, and `-fvalue` of an option that takes one. */
function attachedValue(
	word: CommandWord,
	byFlag: ReadonlyMap<string, OptionRow>,
): GivenOption | undefined {
	const { text } = word;
	const isLong = text.startsWith("--");
	const end = isLong ? text.indexOf("=") : 2;
	if (end === -1 || end >= text.length + (isLong ? 1 : 0)) return undefined;
	const row = byFlag.get(text.slice(0, end));
	if (!row || row.takes === "nothing") return undefined;
	if (!isLong && row.takes === "optional") return undefined;
	const value = cutWord(word, isLong ? end + 1 : end);
	return { name: row.name, flag: word, value };
}
