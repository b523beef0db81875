import fc from "fast-check";
import { expect, test } from "vitest";
import { MAX_DEPTH, parseJson, parseJsonc } from "../../src/syntax/json.ts";
import {
	descendants,
	plainValue,
	type SyntaxTree,
} from "../../src/syntax/tree.ts";

const read = (text: string) => parseJson("a.json", text);

/** The text with guillemets around each error, and the messages. */
function marked(text: string, { errors }: SyntaxTree): [string, string[]] {
	const marks = errors
		.flatMap(({ location: { start, end } }) => [
			[end, "»"] as const,
			[start, "«"] as const,
		])
		.sort(([a], [b]) => b - a);
	const shown = marks.reduce(
		(result, [at, mark]) => result.slice(0, at) + mark + result.slice(at),
		text,
	);
	return [shown, errors.map(({ message }) => message)];
}

test.each([
	[
		'{ "a": 1«,» }',
		"A trailing comma stands before the closing bracket; remove it",
	],
	["[1«,»\n]", "A trailing comma stands before the closing bracket; remove it"],
	['{ «// why»\n"a": 1 }', "A comment; JSON has none, so remove it"],
	[
		'{ «/* why */» "a": 1 } // and\n// on',
		"A comment (and 2 more comments); JSON has none, so remove it",
	],
	["{ «'a'»: 1 }", "Single quotes; JSON takes double quotes"],
	['{ "a": «“x”» }', "Typographic quotes; JSON takes plain double quotes"],
	["{ «a»: 1 }", "The key a needs double quotes"],
	['{ "a": «True» }', '"True" is not JSON; write true'],
	['{ "a": «None» }', '"None" is not JSON; write null'],
	['{ "a": 1 }«}»', "An extra }; remove it"],
	['{ "a": 1 } «{» }', "A second document starts here; a file holds one"],
	['{ "a": 1 «"b"»: 2 }', "A comma is missing before this string"],
	['{ "a": 1,«,» "b": 2 }', "A comma too many; remove it"],
	['{ "a" «1» }', "A colon is missing after the key"],
	['{ "a": «}»', "A value is missing before }"],
	['«{» "a": [1, 2]', "This { is never closed; the text ends first"],
	['{ "a": «[»1, 2', "This [ is never closed; the text ends first"],
	['{ "a": [1, 2«}» }', "This } does not close the [ that is open here"],
	['{ "a": "«\\d»ocs" }', "\\d is not an escape; write \\\\d for a backslash"],
	[
		'{ "a": «"x»\ny" }',
		"A string runs over the end of the line; close it, or write the line break as \\n",
	],
	["«<<<<<<<» HEAD\n{}", "A merge conflict marker; resolve the conflict"],
	[
		'{ "a": «...» }',
		"An ellipsis that stands for left-out text; fill it in or remove it",
	],
	['{ "a": «0x1» }', "JSON has no hexadecimal numbers"],
])("says once what is wrong with %s", (text, message) => {
	const plain = text.replace(/[«»]/g, "");
	expect(marked(plain, read(plain))).toEqual([text, [message]]);
});

test("places a trailing comma and a comment where they stand", () => {
	const text = '{ "a": [1, 2,], // two\n}';
	expect(marked(text, read(text))[0]).toBe('{ "a": [1, 2«,»]«,» «// two»\n}');
});

test("a file with comments and trailing commas can still be understood", () => {
	const tree = read('{ // note\n "a": [1,], }');
	expect(tree.root && plainValue(tree.root)).toEqual({ a: [1] });
});

test("a text that is cut off is not guessed at", () => {
	expect(read('{ "a": {').root).toBeUndefined();
});

test("editors' JSON takes comments and trailing commas", () => {
	expect(parseJsonc("a.json", '{ // note\n "a": [1,], }').errors).toEqual([]);
	expect(parseJsonc("a.json", "{ a: 1 }").errors).toHaveLength(1);
});

test("an empty file is absent, not wrong", () => {
	for (const text of ["", " \n\t"]) {
		expect(read(text)).toEqual({ root: undefined, errors: [] });
	}
});

test("duplicate keys stay in the tree, and the last one counts", () => {
	const { root } = read('{ "a": 1, "a": 2 }');
	expect(root?.type === "object" && root.properties.length).toBe(2);
	expect(root && plainValue(root)).toEqual({ a: 2 });
});

test("every value knows its text and its pointer", () => {
	const text = '{ "a/b": ["x", { "~": null }] }';
	const { root } = read(text);
	const places = root
		? [...descendants(root)].map(({ pointer, start, end }) => [
				pointer,
				text.slice(start, end),
			])
		: [];
	expect(places).toEqual([
		["", text],
		["/a~1b", '["x", { "~": null }]'],
		["/a~1b/0", '"x"'],
		["/a~1b/1", '{ "~": null }'],
		["/a~1b/1/~0", "null"],
	]);
});

test("__proto__ is in the tree, and not among the values that are checked", () => {
	const { root } = read('{ "__proto__": { "a": 1 }, "b": 2 }');
	expect(root?.type === "object" && root.properties.length).toBe(2);
	expect(root && JSON.stringify(plainValue(root))).toBe('{"b":2}');
});

test("too deep a nesting gets one diagnostic, also where the reader would overflow", () => {
	for (const depth of [MAX_DEPTH + 1, 200_000]) {
		const { root, errors } = read("[".repeat(depth) + "]".repeat(depth));
		expect(root).toBeUndefined();
		expect(errors.map(({ sort }) => sort)).toEqual(["unchecked"]);
	}
	expect(read("[".repeat(MAX_DEPTH) + "]".repeat(MAX_DEPTH)).errors).toEqual(
		[],
	);
});

test("reads what JSON.parse reads, and the same value", () => {
	fc.assert(
		fc.property(fc.json(), (text) => {
			const { root, errors } = read(text);
			expect(errors).toEqual([]);
			expect(root && JSON.stringify(plainValue(root))).toBe(
				JSON.stringify(
					JSON.parse(text, (key, value) =>
						key === "__proto__" ? undefined : value,
					),
				),
			);
		}),
	);
});

test("refuses exactly what JSON.parse refuses, with one place inside the text", () => {
	const alphabet = fc.constantFrom(
		..."{}[]:,\"'\\ \n/*a1-.+e\u00a0\u0000\ufeff",
		"null",
		'"a"',
		"//",
	);
	const texts = fc
		.array(alphabet, { maxLength: 12 })
		.map((parts) => parts.join(""));
	fc.assert(
		fc.property(texts, (text) => {
			fc.pre(text.trim() !== "");
			const { errors } = read(text);
			expect(errors.length === 0).toBe(isJson(text));
			for (const { location } of errors) {
				expect(location.start).toBeGreaterThanOrEqual(0);
				expect(location.end).toBeLessThanOrEqual(text.length);
				expect(location.start).toBeLessThanOrEqual(location.end);
			}
		}),
		{ numRuns: 3000 },
	);
});

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
