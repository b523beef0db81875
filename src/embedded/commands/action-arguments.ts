import type { Range } from "../../location.ts";
import type { SyntaxProblem } from "../../syntax/tree.ts";
import { quote } from "../../wording.ts";
import { type InnerText, joinPieces } from "../inner-text.ts";
import { CLAUDE_OPTIONS } from "./claude-options.ts";
import {
	type CommandWord,
	cutWord,
	joinWord,
	type WordPiece,
} from "./command-line.ts";
import { commandProblem } from "./command-tree.ts";
import type { GivenOption } from "./option-words.ts";

/*
 * How the action claude-code-action reads its input `claude_args`. Source: base-action/src/parse-sdk-options.ts of it (2026-08), and of the package
 * shell-quote 1.8.4 that it uses.
 */

/** A word of it: quoted stretches and others, one behind the other. */
const WORD = /(?:(?:\\['" \t]|[^\s'"])+|"(?:\\"|[^"])*?"|'(?:\\'|[^'])*?')+/g;

/** The words of the arguments, and what is lost of them. */
export interface ActionWords {
	readonly words: readonly CommandWord[];
	/** Variables, in the place of which nothing is put, in the file. */
	readonly variables: readonly Range[];
	/** A `#` behind which there is more than a comment, in the file. */
	readonly cut?: Range;
}

/** Splits the arguments. A line that starts with `#` is left out; another `#` outside of quotes ends all of them. */
export function splitActionArguments(args: InnerText): ActionWords {
	const read = withoutComments(args);
	const text = read.text.replace(/\$\{\{[^{}\n]{0,2000}\}\}/g, (all) =>
		EXPRESSION.repeat(all.length),
	);
	const words: CommandWord[] = [];
	const variables: Range[] = [];
	for (const { index, 0: written } of text.matchAll(WORD)) {
		const { pieces, cutAt } = readPieces(written, index);
		const end = cutAt ?? index + written.length;
		const word = joinWord(read, pieces, { start: index, end });
		if (cutAt === undefined || word.text !== "") words.push(word);
		for (const { start, end: stop, isFilledIn } of pieces) {
			if (isFilledIn && /^\$[\w{]/.test(text.slice(start, stop))) {
				variables.push(read.locate(start, stop));
			}
		}
		if (cutAt !== undefined) {
			const isLoss =
				/\S/.test(text[cutAt - 1] ?? " ") || /\n\s*\S/.test(text.slice(cutAt));
			const cut = isLoss && read.locate(cutAt, cutAt + 1);
			return { words, variables, ...(cut && { cut }) };
		}
	}
	return { words, variables };
}

/** What the action loses without a word, and how to write it. */
export function actionProblems(
	file: string,
	{ words, variables, cut }: ActionWords,
): SyntaxProblem[] {
	const problem = (at: Range, message: string) =>
		commandProblem(file, at, message, "misread");
	const flags = words.filter(
		({ text }, index) =>
			words[index + 1]?.text === "" &&
			words[index + 2]?.text.startsWith("--") === false &&
			takesValue(text),
	);
	return [
		...flags.map(({ place, text }) =>
			problem(
				place,
				`The backslash behind ${quote(text)} is a word for claude-code-action, which takes it in place of the value and drops what is on the next line; write both on one line`,
			),
		),
		...variables.map((at) =>
			problem(
				at,
				"claude-code-action puts nothing in the place of a variable; write an expression of the workflow, or single quotes around it if it is meant for a program",
			),
		),
		...(cut
			? [
					problem(
						cut,
						'claude-code-action drops all that stands behind this "#", the lines below it too; put quotes around it, or the comment on a line of its own',
					),
				]
			: []),
	];
}

function takesValue(flag: string): boolean {
	return CLAUDE_OPTIONS.some(
		({ flags, takes }) => flags.includes(flag) && takes !== "nothing",
	);
}

const EXPRESSION = "\uE001";

/** The lines that are no comments. */
function withoutComments(args: InnerText): InnerText {
	const lines = args.text.matchAll(/[^\n]*\n|[^\n]+$/g);
	const kept = [...lines].filter(([line]) => !line.trim().startsWith("#"));
	return joinPieces(
		args,
		kept.map(({ index, 0: line }) => ({
			start: index,
			end: index + line.length,
		})),
	);
}

/** What one word means, up to a `#` outside of quotes. */
function readPieces(
	written: string,
	at: number,
): { readonly pieces: WordPiece[]; readonly cutAt?: number } {
	const pieces: WordPiece[] = [];
	let quote = "";
	let from = 0;
	const cut = (index: number) => {
		pieces.push({ start: at + from, end: at + index });
	};
	for (let index = 0; index < written.length; index++) {
		const character = written[index] ?? "";
		if (character === quote) {
			cut(index);
			from = index + 1;
			quote = "";
		} else if (quote === "" && /["']/.test(character)) {
			cut(index);
			from = index + 1;
			quote = character;
			// an empty word has a place as well
			pieces.push({ start: at + from, end: at + from });
		} else if (character === "\\" && quote !== "'") {
			const isEscape = quote === "" || /["\\$]/.test(written[index + 1] ?? "");
			if (isEscape) {
				cut(index);
				from = index + 1;
			}
			index++;
		} else if (character === "#" && quote === "") {
			cut(index);
			return { pieces, cutAt: at + index };
		} else if (
			character === EXPRESSION ||
			(character === "$" && quote !== "'")
		) {
			const end = filledInEnd(written, index);
			cut(index);
			pieces.push({ start: at + index, end: at + end, isFilledIn: true });
			from = end;
			index = end - 1;
		}
	}
	pieces.push({
		start: at + Math.min(from, written.length),
		end: at + written.length,
	});
	return { pieces };
}

/** Where a variable or an expression of the workflow ends. */
function filledInEnd(written: string, start: number): number {
	const pattern = /\uE001+|\$\{[^}]*\}?|\$\w*/y;
	pattern.lastIndex = start;
	pattern.exec(written);
	return Math.max(pattern.lastIndex, start + 1);
}

/** Options that keep all their values; of others the last one counts. */
const COLLECTING = new Set([
	"allowedTools",
	"disallowedTools",
	"mcp-config",
	"add-dir",
]);

/** The options among the words. What starts with a single dash or with none, and belongs to no option, is lost. */
export function actionOptions(words: readonly CommandWord[]): {
	readonly options: readonly GivenOption[];
	readonly unknown: readonly CommandWord[];
} {
	const options: GivenOption[] = [];
	const unknown: CommandWord[] = [];
	for (let index = 0; index < words.length; index++) {
		const flag = words[index];
		if (!flag?.text.startsWith("--")) continue;
		const equals = flag.text.indexOf("=");
		const spelled = equals === -1 ? flag.text : flag.text.slice(0, equals);
		const row = CLAUDE_OPTIONS.find(({ flags }) => flags.includes(spelled));
		const name = row?.name ?? spelled.slice(2);
		if (!row) unknown.push(flag);
		if (equals !== -1) {
			options.push({ name, flag, value: cutWord(flag, equals + 1) });
			continue;
		}
		let next = words[index + 1];
		if (!next || next.text === "" || next.text.startsWith("--")) {
			options.push({ name, flag });
			continue;
		}
		do {
			options.push({ name, flag, value: next });
			index++;
			next = words[index + 1];
		} while (COLLECTING.has(name) && next && !next.text.startsWith("--"));
	}
	return { options, unknown };
}
