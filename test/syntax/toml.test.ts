import fc from "fast-check";
import { expect, test } from "vitest";
import { parseToml } from "../../src/syntax/toml.ts";
import { descendants, plainValue, valueAt } from "../../src/syntax/tree.ts";

const read = (text: string) => parseToml("config.toml", text);

/** The values of a text without mistakes. */
function valuesOf(text: string): unknown {
	const { root, errors } = read(text);
	expect(errors).toEqual([]);
	return root && plainValue(root);
}

/** The characters at the place of a value. */
function textAt(text: string, ...path: (string | number)[]): string {
	const node = valueAt(read(text).root, ...path);
	return node ? text.slice(node.start, node.end) : "";
}

test.each([
	["a table", '[a]\nb = "c"', { a: { b: "c" } }],
	["a table in a table", '[a.b]\nc = "d"', { a: { b: { c: "d" } } }],
	[
		"a table behind its parts",
		"[a.b]\nc = 1\n[a]\nd = 2",
		{ a: { b: { c: 1 }, d: 2 } },
	],
	["dotted keys", "a.b.c = 1\na.b.d = 2", { a: { b: { c: 1, d: 2 } } }],
	[
		"keys in quotes",
		`"a.b" = 1\n'c"d' = 2\n"e\\u0066" = 3`,
		{ "a.b": 1, 'c"d': 2, ef: 3 },
	],
	[
		"an inline table",
		"a = { b = 1, c.d = [2, { e = 3 }] }",
		{ a: { b: 1, c: { d: [2, { e: 3 }] } } },
	],
	[
		"an inline table on lines, as in TOML 1.1",
		"a = {\n\tb = 1, # one\n}",
		{ a: { b: 1 } },
	],
	[
		"tables in a list",
		"[[a]]\nb = 1\n[a.c]\nd = 2\n[[a]]\nb = 3\n[a.c]\nd = 4",
		{
			a: [
				{ b: 1, c: { d: 2 } },
				{ b: 3, c: { d: 4 } },
			],
		},
	],
	["an empty table", "[a]\n[b]", { a: {}, b: {} }],
	[
		"strings",
		`a = "x\\ty"\nb = 'x\\ty'\nc = """\nx\ny"""\nd = '''x'''`,
		{ a: "x\ty", b: "x\\ty", c: "x\ny", d: "x" },
	],
	[
		"numbers",
		"a = 1_000\nb = 0x1F\nc = -1.5e3\nd = inf",
		{ a: 1000, b: 31, c: -1500, d: Number.POSITIVE_INFINITY },
	],
	["booleans", "a = true\nb = false", { a: true, b: false }],
	["a date, which is a text", "a = 2026-01-02", { a: "2026-01-02" }],
	["a comment", "# a = 1", {}],
	["CRLF", "a = 1\r\n[b]\r\nc = 2\r\n", { a: 1, b: { c: 2 } }],
])("reads %s", (_name, text, value) => {
	expect(valuesOf(text)).toEqual(value);
});

test.each(["", " \n\n", "\r\n"])("an empty text has no root: %j", (text) => {
	expect(read(text)).toEqual({ root: undefined, errors: [] });
});

test("every value knows its place", () => {
	const text = `[a]\nb = "c"\n[a.d]\ne = [1, 'f']\n[g]\nh = { i = true }\n[a.j]\nk = 2\n`;
	expect(textAt(text, "a", "b")).toBe('"c"');
	expect(textAt(text, "a", "d", "e", 1)).toBe("'f'");
	expect(textAt(text, "g", "h")).toBe("{ i = true }");
	expect(textAt(text, "a", "d")).toBe("d]\ne = [1, 'f']");
	expect(textAt(text, "a")).toBe(text.slice(1).trimEnd());
	for (const node of descendants(read(text).root ?? expect.fail())) {
		expect(
			valueAt(read(text).root, ...node.pointer.split("/").slice(1)),
		).toEqual(node);
	}
});

test.each([
	["a key twice", "a = 1\n«a = 2»\n", "given before"],
	["a table twice", "[a]\nb = 1\n[«a]»", "given before"],
	["a table that is a value", "a = 1\n[«a]»", "given before"],
	["a string without an end", 'a = "b«»\nc = 1', "close the quotes"],
	["a text without quotes", "a = «nope»", "quotes"],
	["a key without a value", "a =«»\nb = 1", ""],
	["two values on a line", "a = 1 «b = 2»", "new line"],
	["a backslash", 'a = "C:\\«Users"»', ""],
	["a list without an end", "a = [1, 2«]»".replace("]", ""), ""],
	["a dot too many", "a«..b = 1»", "dot"],
	["JSON", '«{ "a": 1 }»', ""],
])("%s is a mistake at its place", (_name, marked, words) => {
	const text = marked.replaceAll(/[«»]/g, "");
	const { root, errors } = read(text);
	expect(root).toBeUndefined();
	expect(errors).toHaveLength(1);
	const [{ location, message, sort } = expect.fail()] = errors;
	expect(sort).toBe("syntax");
	expect(message).toContain(words);
	expect(message).not.toMatch(/\.$/);
	const line = text.slice(0, location.start).split("\n").length;
	expect(line).toBe(marked.slice(0, marked.indexOf("«")).split("\n").length);
	expect(location.end).toBeGreaterThan(location.start);
	expect(location.end).toBeLessThanOrEqual(text.length);
});

test("what is right in a wrong text can still be read, where it stands", () => {
	const text = '[a]\nb = "c"\nb = "d"\nnope\n[e]\nf = 1\n';
	const { remains } = read(text);
	expect(remains && plainValue(remains)).toEqual({
		a: { b: "c" },
		e: { f: 1 },
	});
	const node = valueAt(remains, "e", "f");
	expect(node && text.slice(node.start, node.end)).toBe("1");
});

test("keys that every object has are keys like others", () => {
	const { root } = read("[__proto__]\nconstructor = 1\n[toString]\na = 2");
	expect(valueAt(root, "__proto__", "constructor")).toMatchObject({ value: 1 });
	expect(valueAt(root, "toString", "a")).toMatchObject({ value: 2 });
});

test("any text is read or refused", () => {
	const pieces = fc.constantFrom(
		..."[ ] [[ ]] { } = . , # \" ' \"\"\" ''' \\ \n \r a b 1 - + _ true inf 0x é 🚀 \0".split(
			" ",
		),
		" ",
		'a = "b"\n',
		"[a.b]\n",
		"\ud800",
	);
	fc.assert(
		fc.property(
			fc.array(pieces).map((parts) => parts.join("")),
			(text) => {
				const { root, remains, errors } = read(text);
				for (const { location, message } of errors) {
					expect(message).not.toMatch(/undefined|\n/);
					expect(location.start).toBeLessThan(location.end);
					expect(location.end).toBeLessThanOrEqual(Math.max(text.length, 1));
				}
				for (const tree of [root, remains]) {
					if (!tree) continue;
					for (const { start, end } of descendants(tree)) {
						expect(start).toBeLessThanOrEqual(end);
						expect(end).toBeLessThanOrEqual(text.length);
					}
				}
			},
		),
		{ numRuns: 500 },
	);
});

const HUGE = 2 * 1024 * 1024;
const filled = (text: string, length: number) =>
	text.repeat(Math.ceil(length / text.length));

test.each([
	["lists in lists", (length: number) => `a = ${filled("[", length)}`],
	[
		"lists in lists that end",
		(length: number) =>
			`a = ${filled("[", length / 2)}${filled("]", length / 2)}`,
	],
	["tables in tables", (length: number) => `a = ${filled("{a=", length)}`],
	["a long key", (length: number) => `a${filled(".a", length)} = 1`],
	["many wrong lines", (length: number) => filled("a\n", length)],
	["many equal keys", (length: number) => filled("a = 1\n", length)],
	["a long number", (length: number) => `a = ${filled("1", length)}`],
	["an open string", (length: number) => `a = "${filled("x", length)}`],
	[
		"an open text of lines",
		(length: number) => `a = """${filled("\n", length)}`,
	],
	["many tables in a list", (length: number) => filled("[[a]]\n", length)],
	["backslashes", (length: number) => `a = "${filled("\\", length)}`],
])(
	"%s take no long time",
	(_name, make) => {
		for (const length of [40_000, HUGE]) {
			const { root, errors } = read(make(length));
			expect(root !== undefined || errors.length === 1).toBe(true);
		}
	},
	5_000,
);
