import fc from "fast-check";
import { expect, test } from "vitest";
import { readPageParts } from "../../../src/embedded/pages/page-parts.ts";
import { type MarkdownNode, parseMarkdown } from "../../markdown-tree.ts";

/** The fenced blocks of a page as CommonMark has them. */
function fencesOf({ type, value = "", children = [] }: MarkdownNode): string[] {
	return type === "code" ? [value] : children.flatMap(fencesOf);
}

function ourFences(text: string): string[] {
	return readPageParts(text).parts.flatMap(({ sort, lines }) =>
		sort === "fence"
			? lines
					.map(({ start, end }) => text.slice(start, end))
					.join("")
					.replace(/(?:\r\n|\n|\r)$/, "")
			: [],
	);
}

const code = fc.array(
	fc.constantFrom("{", '  "a": 1', "}", "", "# b", "- c", "    d", "``", "~~~"),
	{ maxLength: 6 },
);
const paragraph = fc.constantFrom("text", "# heading", "text `code` text");
const fence = fc
	.tuple(fc.constantFrom("```", "````"), fc.constantFrom("", "json"), code)
	.map(([sign, info, lines]) => [sign + info, ...lines, sign]);
const blocks = fc.array(
	fc.oneof(
		fence,
		paragraph.map((each) => [each]),
	),
	{ maxLength: 5 },
);
const within = fc.constantFrom(
	["", ""],
	["> ", "> "],
	["- ", "  "],
	["1. ", "   "],
	["> - ", ">   "],
	["- > ", "  > "],
	["   ", "   "],
);
const pages = fc
	.array(fc.tuple(within, blocks), { maxLength: 4 })
	.chain((parts) =>
		fc.constantFrom("\n", "\r\n").map((newline) =>
			parts
				.map(([[first = "", next = ""], inside]) =>
					inside
						.flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]))
						.map((line, index) => (index === 0 ? first : next) + line)
						.join(newline),
				)
				.join(newline + newline),
		),
	);

test("fenced blocks are what Markdown takes for them, in lists and quotations too", () => {
	fc.assert(
		fc.property(pages, (text) => {
			expect(ourFences(text)).toEqual(fencesOf(parseMarkdown(text)));
		}),
		{ numRuns: 2000 },
	);
});
