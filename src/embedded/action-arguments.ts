import { CLAUDE_OPTIONS } from "./claude-options.ts";
import {
	type CommandWord,
	cutWord,
	joinWord,
	type WordPiece,
} from "./command-line.ts";
import type { InnerText } from "./inner-text.ts";
import type { GivenOption } from "./option-words.ts";

/*
 * How the action claude-code-action reads its input `claude_args`. Source: base-action/src/parse-sdk-options.ts of it (2026-08), and of the package
 * shell-quote that it uses.
 */

/** A word of it: quoted stretches and others, one behind the other. */
const WORD = /(?:(?:\\['"$\\ \t]|[^\s'"])+|"(?:\\[\s\S]|[^"\\])*"|'[^']*')+/g;

/** The words of the arguments, and the sign at which the rest is thrown away. */
export interface ActionWords {
	readonly words: readonly CommandWord[];
	/** The first `#` outside of quotes that does not start a line. */
	readonly cutAt?: number;
}

/** Splits the arguments. A line that starts with `#` is left out; another `#` outside of quotes ends all of them. */
export function splitActionArguments(args: InnerText): ActionWords {
	const text = args.text.replace(/\$\{\{[^{}\n]{0,2000}\}\}/g, (all) =>
		EXPRESSION.repeat(all.length),
	);
	const words: CommandWord[] = [];
	for (const { index, 0: written } of withoutComments(text).matchAll(WORD)) {
		const { pieces, cutAt } = readPieces(written, index);
		const end = cutAt ?? index + written.length;
		if (cutAt === undefined || cutAt > index) {
			words.push(joinWord(args, pieces, { start: index, end }));
		}
		if (cutAt !== undefined) return { words, cutAt };
	}
	return { words };
}

const EXPRESSION = "\uE001";

/** The same text, of the same length, with blanks for the lines that are comments. */
function withoutComments(text: string): string {
	return text.replace(/^[^\S\n]*#[^\n]*/gm, (line) => " ".repeat(line.length));
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
