import { createRequire } from "node:module";
import fc from "fast-check";
import { expect, test } from "vitest";
import { splitActionArguments } from "../../../src/embedded/commands/action-arguments.ts";
import { writtenText } from "../../../src/embedded/inner-text.ts";

const load = createRequire(
	new URL("../../tools/arguments/package.json", import.meta.url),
);
const { parse }: { parse: (text: string) => readonly unknown[] } =
	load("shell-quote");

/** Signs that a shell acts on stand for themselves, as in the action. */
const SIGNS = "()|&;<>";
const hidden = (text: string) =>
	text.replace(/[()|&;<>]/g, (sign) =>
		String.fromCharCode(0xe010 + SIGNS.indexOf(sign)),
	);
const shown = (text: string) =>
	text.replace(/[\uE010-\uE016]/g, (sign) =>
		SIGNS.charAt(sign.charCodeAt(0) - 0xe010),
	);

/** What the action makes of its arguments, in our words: lines that are comments are left out, the rest is split by shell-quote. */
function expected(text: string): string[] {
	const lines = text.split("\n").filter((line) => !line.trim().startsWith("#"));
	return parse(hidden(lines.join("\n"))).flatMap((entry) => {
		if (typeof entry === "string") return [shown(entry)];
		const { pattern } = Object(entry);
		return typeof pattern === "string" ? [shown(pattern)] : [];
	});
}

const ours = (text: string) =>
	splitActionArguments(
		writtenText(text, { start: 0, end: text.length }),
	).words.map((word) => word.text);

const piece = fc.constantFrom(
	...["--allowedTools", "Bash(git log:*)", "a", "*", "?", "[b]", ",", "=", "é"],
	...[
		" ",
		"  ",
		"\t",
		"\n",
		"\r\n",
		'"',
		"'",
		"\\",
		'\\"',
		"\\\\",
		"\\ ",
		"\\\n",
	],
	...[
		"#",
		"# a",
		"\n#",
		"(",
		")",
		"|",
		"&&",
		";",
		"<",
		">",
		"{",
		"}",
		":",
		"-",
	],
);
const text = fc
	.array(piece, { maxLength: 20 })
	.map((pieces) => pieces.join(""));

test("arguments are split as shell-quote splits them for the action", () => {
	fc.assert(
		fc.property(text, (args) => {
			expect(ours(args)).toEqual(expected(args));
		}),
		{ numRuns: 50_000 },
	);
});
