import { expect, test } from "vitest";
import { documentIndex } from "../../src/embedded/document-index.ts";

const page = { file: "README.md", name: "page" };
const snippet = {
	file: "README.md",
	name: "snippet",
	container: { start: 10, end: 50 },
};
const argument = {
	file: "README.md",
	name: "argument",
	container: { start: 20, end: 30 },
};
const other = { file: ".mcp.json", name: "other" };

/** The document at an offset of the page, in whatever order they come. */
function at(start: number, documents = [page, snippet, argument, other]) {
	const answers = [documents, [...documents].reverse()].map(
		(some) => documentIndex(some)({ file: "README.md", start })?.name,
	);
	expect(answers[0]).toBe(answers[1]);
	return answers[0];
}

test.each([
	["before the first block", 9, "page"],
	["at the start of a block", 10, "snippet"],
	["at the end of a block, where what is missing is missed", 50, "snippet"],
	["behind it", 51, "page"],
	["in a block within a block", 20, "argument"],
	["at its end", 30, "argument"],
	["between the ends of both", 31, "snippet"],
])("%s, the innermost document is meant", (_place, offset, name) => {
	expect(at(offset)).toBe(name);
});

test("a place of no document belongs to none", () => {
	expect(at(5, [snippet])).toBeUndefined();
	expect(documentIndex([page])({ file: "other.md", start: 0 })).toBeUndefined();
});
