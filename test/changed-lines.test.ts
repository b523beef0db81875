import { expect, test } from "vitest";
import { changedLines } from "../src/changed-lines.ts";

test.each([
	["nothing", "a\nb\nc\n", "a\nb\nc\n", []],
	["a line that is another", "a\nb\nc\n", "a\nB\nc\n", [[2, 2]]],
	["lines that are new", "a\nc\n", "a\nb\nb\nc\n", [[2, 3]]],
	["the lines around one that is gone", "a\nb\nc\nd\n", "a\nc\nd\n", [[1, 2]]],
	[
		"the first line, where those before it are gone",
		"a\nb\nc\n",
		"c\n",
		[[1, 1]],
	],
	[
		"two places",
		"a\nb\nc\nd\n",
		"A\nb\nc\nD\n",
		[
			[1, 1],
			[4, 4],
		],
	],
	["no other line ends", "a\r\nb\r\n", "a\nb\n", []],
	["all of a file that was empty", "", "a\nb", [[1, 2]]],
])("%s", (_what, before, after, lines) => {
	expect(changedLines(before, after)).toEqual(
		lines.map(([first, last]) => ({ first, last })),
	);
});

test("a file in which nearly everything is another is all changed, without a long search", () => {
	const text = (name: string) =>
		Array.from({ length: 20_000 }, (_, index) => `${name}${index}`).join("\n");
	expect(changedLines(text("a"), text("b"))).toBe("all");
});
