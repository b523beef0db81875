import type { Range } from "../../location.ts";
import {
	cutText,
	type InnerText,
	joinPieces,
	type Piece,
} from "../inner-text.ts";

/** One word of a command, as the program gets it. */
export interface CommandWord extends InnerText {
	/** Where it stands in the file, quotes included. */
	readonly place: Range;
	/** The parts of the text that are not known before the command runs: a shell puts something in. There it stands as it is written. */
	readonly filledIn: readonly Range[];
	/** What is filled in can be several words, or none. */
	readonly isOpen: boolean;
}

/** A program and what it is given. */
export type CommandLine = readonly CommandWord[];

/** Takes a script apart; of what it cannot read it leaves out the commands. Never throws. */
export type ScriptReader = (script: InnerText) => readonly CommandLine[];

/** A part of a word: what stands behind `--flag=`, for instance. */
export function cutWord(
	word: CommandWord,
	start: number,
	end = word.text.length,
): CommandWord {
	const inner = cutText(word, start, end);
	return {
		...inner,
		place: inner.locate(0, inner.text.length),
		filledIn: word.filledIn
			.filter((range) => range.end > start && range.start < end)
			.map((range) => ({
				start: Math.max(range.start - start, 0),
				end: Math.min(range.end, end) - start,
			})),
		isOpen: false,
	};
}

/** A stretch of a script that is read in one way. */
export type WordPiece = Piece & {
	readonly isFilledIn?: true;
	readonly isOpen?: true;
};

/** The word that some stretches of a script make. */
export function joinWord(
	script: InnerText,
	pieces: readonly WordPiece[],
	place: Range,
): CommandWord {
	let length = 0;
	const filledIn = pieces.flatMap(({ start, end, meaning, isFilledIn }) => {
		const from = length;
		length += meaning?.length ?? end - start;
		return isFilledIn ? [{ start: from, end: length }] : [];
	});
	return {
		...joinPieces(script, pieces),
		place: script.locate(place.start, place.end),
		filledIn,
		isOpen: pieces.some(({ isOpen }) => isOpen),
	};
}

/** The stretch of the file from the start of the first word to the end of the last; nothing without words. */
export function rangeOf(words: CommandLine): Range | undefined {
	const [first] = words;
	const last = words.at(-1);
	return first && last && { start: first.place.start, end: last.place.end };
}
