import fc from "fast-check";
import { expect, test } from "vitest";
import { findFrontMatter, findMissedFence } from "../../src/syntax/fences.ts";
import { parseFrontMatter } from "../../src/syntax/front-matter.ts";
import {
	descendants,
	effectiveProperties,
	plainValue,
} from "../../src/syntax/tree.ts";

const read = (text: string) => parseFrontMatter("a.md", text);
const matter = (yaml: string) => `---\n${yaml}\n---\nText.\n`;

/** The values of a front matter as the client sees them: of equal keys the last. */
function valuesOf(text: string): unknown {
	const { root, errors } = read(text);
	expect(errors).toEqual([]);
	return root && plainValue(root);
}

/** Every value of the top level with the characters that stand at its place. */
function placesOf(text: string): Record<string, string> {
	return Object.fromEntries(
		effectiveProperties(read(text).root).map(({ key, value }) => [
			text.slice(key.start, key.end),
			text.slice(value.start, value.end),
		]),
	);
}

test.each([
	["a text without front matter", "# Reviewer\n"],
	["an empty text", ""],
	["an opening line alone", "---\n"],
	["front matter of nothing", "---\n---\nText\n"],
	["front matter of a comment", matter("# nothing")],
	["front matter without an end", "---\nname: a\nText\n"],
	["front matter below an empty line", `\n${matter("name: a")}`],
	["front matter behind a space", ` ${matter("name: a")}`],
	["four dashes", "----\nname: a\n----\n"],
	["a line that goes on", "--- # a\nname: a\n---\n"],
	["lines that end in carriage returns", "---\rname: a\r---\r"],
])("%s has no root and no errors", (_name, text) => {
	expect(read(text)).toEqual({ root: undefined, errors: [] });
});

test.each([
	["spaces behind the fences", "---  \nname: a\n---  \nText", { name: "a" }],
	["a tab behind a fence", "---\t\nname: a\n---", { name: "a" }],
	["empty lines around", "---\n\n\nname: a\n\n---\n", { name: "a" }],
	["CRLF", "---\r\nname: a\r\ntools: b\r\n---\r\n", { name: "a", tools: "b" }],
	["an indented end", "---\nname: a\n  ---\ntools: b\n", { name: "a" }],
	["an end in a line", "---\nname: a --- b\ntools: c\n---\n", { name: "a" }],
	["an end in a comment", "---\nname: a\n# ---- b\nc: d\n---\n", { name: "a" }],
	["an end of more dashes", "---\nname: a\n-----\nb: c\n---\n", { name: "a" }],
])("fences: %s", (_name, text, value) => {
	expect(valuesOf(text)).toEqual(value);
});

test.each([
	["a: yes\nb: no\nc: on", { a: "yes", b: "no", c: "on" }],
	[
		"a: true\nb: 1\nc: 1.5\nd: null\ne:\nf: ~",
		{ a: true, b: 1, c: 1.5, d: null, e: null, f: null },
	],
	["a: 2020-01-01", { a: "2020-01-01" }],
	["a: 1\na: 2", { a: 2 }],
	["a: [b, c]\nd: {e: f}", { a: ["b", "c"], d: { e: "f" } }],
	["a:\n- b\n- c", { a: ["b", "c"] }],
	["a:\n\t- b\n\t- c", { a: ["b", "c"] }],
	["\ta: b\n\tc: d", { a: "b", c: "d" }],
	["a: |\n  b\n  c", { a: "b\nc\n" }],
	["a: >-\n  b\n  c: d", { a: "b c: d" }],
	["a: &x b\nc: *x", { a: "b", c: "b" }],
	["a: &x {b: 1}\nc:\n  <<: *x\n  d: 2", { a: { b: 1 }, c: { b: 1, d: 2 } }],
	["a: &x {b: 1}\nc:\n  b: 2\n  <<: *x", { a: { b: 1 }, c: { b: 2 } }],
	["a: b\rc: d", { a: "b", c: "d" }],
	["a: ,b,c", { a: ",b,c" }],
	["a: !important b", { a: "b" }],
	["a: b # c", { a: "b" }],
	["a: [b: c]", { a: [{ b: "c" }] }],
])("YAML: %j", (yaml, value) => {
	expect(valuesOf(matter(yaml))).toEqual(value);
});

test.each([
	["a: b: c", { a: "b: c" }],
	["a: b: c   ", { a: "b: c   " }],
	['a: b: \\n "c"', { a: 'b: \\n "c"' }],
	["a: *", { a: "*" }],
	["a: *b", { a: "*b" }],
	["a: @b", { a: "@b" }],
	["a: `b`", { a: "`b`" }],
	["a: %b", { a: "%b" }],
	["a: [b] c", { a: "[b] c" }],
	["a: [b, c", { a: "[b, c" }],
	["a: {b} c", { a: "{b} c" }],
	["a: | b", { a: "| b" }],
	["a: > b", { a: "> b" }],
	["a: & b", { a: "& b" }],
	['a: "b" c: d', { a: '"b" c: d' }],
	["a: 'b': c", { a: "'b': c" }],
	['a: "b: c', { a: '"b: c' }],
	// the other lines are read again too, and then a comment is none
	["a: b: c\nd: e # f", { a: "b: c", d: "e # f" }],
	["a: b: c\nd: [e, f]", { a: "b: c", d: ["e", "f"] }],
	["a: b: c\nd: [e] [f]", { a: "b: c", d: "[e] [f]" }],
	["a: b: c\nd: [e, *f]", { a: "b: c", d: "[e, *f]" }],
	["a: b: c\nd: {e: f}", { a: "b: c", d: "{e: f}" }],
	["a: b: c\n\n# d: e: f\n\ng: h", { a: "b: c", g: "h" }],
	["a: b: c\nd:\n  - e\n  - f: g", { a: "b: c", d: ["e", { f: "g" }] }],
])("the client puts values into quotes that need them: %j", (yaml, value) => {
	expect(valuesOf(matter(yaml))).toEqual(value);
});

test.each([
	['a: "b" c', 'put the value of "a" into quotes'],
	["a: 'it's'", 'put the value of "a" into quotes'],
	['a: "b', 'put the value of "a" into quotes, or close those that are open'],
	["k1: b: c", 'put the value of "k1" into quotes'],
	["a: b\n  c: d", "put"],
	["a: b: c\n  d: e", "put"],
	["a: b: c\nd e", "put"],
	["a:\n  b: c: d", 'put the value of "b" into quotes'],
	["a: b:", "put"],
	["a: - b", "put"],
	["a: ? b", "put"],
	['a: "\\q"', "put"],
	["a: b: c\nd: |\n  e", "put"],
	["a:\n  - b(c: *)", "put"],
	["a: b: c\r\nd: e", 'put the value of "a" into quotes'],
])("what cannot be read is said: %j", (yaml, advice) => {
	const { root, errors } = read(matter(yaml));
	expect(root).toBeUndefined();
	const [{ message, sort } = {}] = errors;
	expect(sort).toBe("syntax");
	expect(message).toContain(
		`The front matter is not valid YAML, so nothing of it counts: ${advice}`,
	);
});

test("text between two horizontal rules is no mistake", () => {
	expect(read("---\n**Bold** 'text\n---\n")).toEqual({
		root: undefined,
		errors: [],
	});
});

test("every value is at its place", () => {
	const text = matter(
		[
			"name: reviewer",
			'quoted: "a b" # why',
			"single: 'a b'",
			"list: [a, b]",
			"block: |-",
			"  a",
			"  b",
			"folded: a",
			"  b",
			"items:",
			"  - c",
			"  - d",
			"map:",
			"  e: f",
		].join("\n"),
	);
	expect(placesOf(text)).toEqual({
		name: "reviewer",
		quoted: '"a b"',
		single: "'a b'",
		list: "[a, b]",
		block: "|-\n  a\n  b",
		folded: "a\n  b",
		items: "- c\n  - d",
		map: "e: f",
	});
});

test("values are at their places in a text that was read with quotes around some", () => {
	const text = matter('first: "a" \\ b: c\ntools: Read, Grep\nlast: {x} y');
	expect(placesOf(text)).toEqual({
		first: '"a" \\ b: c',
		tools: "Read, Grep",
		last: "{x} y",
	});
});

test("places are right in lines that end in CRLF", () => {
	const text = "---\r\nname: a\r\nitems:\r\n  - b\r\n---\r\n";
	expect(placesOf(text)).toEqual({ name: "a", items: "- b" });
});

test.each([
	["deep lists", `a: ${"[".repeat(3000)}${"]".repeat(3000)}`],
	["deep maps", `a: ${"{a: ".repeat(1500)}${"}".repeat(1500)}`],
	["an alias of itself", "a: &a [*a]"],
	[
		"aliases of aliases",
		`a: &a0 [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 9 }, (_, n) => `b${n}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(",")}]`).join("\n")}`,
	],
	["a long text", `a: ${"b".repeat(200_000)}`],
])("%s are not read, and soon", (_name, yaml) => {
	const start = performance.now();
	const { root, errors } = read(matter(yaml));
	expect(performance.now() - start).toBeLessThan(3000);
	expect(root).toBeUndefined();
	expect(errors.map(({ sort }) => sort)).toEqual(["unchecked"]);
});

test("nothing makes it throw, and every place is in the text", () => {
	const pieces = fc.constantFrom(
		...["a", ": ", ":", "\n", "\n  ", "\t", "- ", "[", "]", "{", "}", ","],
		...["&a ", "*a", "<<: ", "|", ">", '"', "'", "#", " #", "---", "\r", "?"],
		...["!!int ", "~", "1", "\\", "name: b\n", "\u00a0", "🚀", "...\n", "%"],
	);
	const yaml = fc.array(pieces, { maxLength: 30 }).map((all) => all.join(""));
	fc.assert(
		fc.property(yaml, (text) => {
			const whole = matter(text);
			const { root, errors } = read(whole);
			const nodes = root ? [...descendants(root)] : [];
			for (const { start, end } of [
				...nodes,
				...errors.map(({ location }) => location),
			]) {
				expect(start).toBeGreaterThanOrEqual(4);
				expect(end).toBeGreaterThanOrEqual(start);
				expect(end).toBeLessThanOrEqual(whole.length);
			}
		}),
		{ numRuns: 2000 },
	);
});

test.each([
	["\n---\nname: a\n---\n", 1, false],
	[" ---\nname: a\n---\n", 1, false],
	["<!-- made by x -->\n---\nname: a\n---\n", 19, false],
	["```yaml\n---\ndescription: a\n---\n```\n", 8, false],
	["---\nname: a\n", 0, true],
])("a fence that is missed: %j", (text, start, isFirstLine) => {
	expect(findFrontMatter(text)).toBeUndefined();
	expect(findMissedFence(text)).toEqual({ start, end: start + 3, isFirstLine });
});

test.each([
	"# Title\n---\nname: a\n---\n",
	"Text\n",
	"",
	"\n\n---\n\n# Title\n",
	"---\n\n# Title\n",
])("no fence is missed in %j", (text) => {
	expect(findMissedFence(text)).toBeUndefined();
});
