import fc from "fast-check";
import { expect, test } from "vitest";
import { type Scalar, stringify } from "yaml";
import { yamlText } from "../../src/embedded/yaml-text.ts";
import { descendants } from "../../src/syntax/tree.ts";
import { mistakeIn, parseYaml, yamlTree } from "../../src/syntax/yaml-tree.ts";

/** The inner texts of the strings of a YAML text. */
function textsOf(source: string) {
	const document = parseYaml(source);
	// what the library writes, it cannot always read
	if (mistakeIn(document, source)) return [];
	const root = yamlTree("a.yml", document, source, (start, end) => ({
		start,
		end,
	}));
	return [...(root ? descendants(root) : [])].flatMap((node) =>
		node.type === "string" ? { node, inner: yamlText(source, node) } : [],
	);
}

/** What stands in the file for a part of the only string of a text. */
function written(source: string, part: string): string {
	const [found] = textsOf(source);
	const start = found?.inner.text.indexOf(part) ?? -1;
	expect(start, part).toBeGreaterThanOrEqual(0);
	const place = found?.inner.locate(start, start + part.length);
	return source.slice(place?.start, place?.end);
}

test.each([
	["a plain text", "a: one two", "two", "two"],
	[
		"a plain text on several lines",
		"a: one\n  two\n\n  three\nb: 1",
		"three",
		"three",
	],
	["a text in single quotes", "a: 'it''s two'", "s two", "s two"],
	["a doubled quote", "a: 'it''s two'", "'", "''"],
	["a text in double quotes", 'a: "one \\"two\\" three"', "three", "three"],
	["an escape", 'a: "one \\"two\\" three"', '"two"', '\\"two\\"'],
	["an escape by number", 'a: "one \\u0041\\x42 two"', "AB", "\\u0041\\x42"],
	[
		"quotes over several lines",
		'a: "one\n  two \\\n  three"',
		"two three",
		"two \\\n  three",
	],
	["a block", "a: |\n  one\n    two\n  three\n", "two", "two"],
	["a block with its break", "a: |\n  one\n  two\n", "one\ntwo", "one\n  two"],
	["a block that keeps spaces", "a: |\n  one\n    two\n", "  two", "  two"],
	[
		"a block with an indentation of its own",
		"a: |2\n    one\n   two\n",
		"two",
		"two",
	],
	["a block without its last break", "a: |-\n  one\n  two\n", "two", "two"],
	[
		"a block with all last breaks",
		"a: |+\n  one\n  two\n\n\nb: 1",
		"two",
		"two",
	],
	[
		"a block with a comment behind its sign",
		"a: | # text\n  one\n  two\n",
		"two",
		"two",
	],
	[
		"a folded block",
		"a: >-\n  one\n  two\n\n  three\n    four\n  five\n",
		"five",
		"five",
	],
	["a fold", "a: >-\n  one\n  two\n", "one two", "one\n  two"],
	["a block with CRLF", "a: |\r\n  one\r\n  two\r\n", "two", "two"],
	[
		"a folded block with CRLF",
		"a: >\r\n  one\r\n  two\r\n",
		"one two",
		"one\r\n  two",
	],
	["a text with an anchor and a tag", "a: !!str &b 'one two'", "two", "two"],
	["a block of nothing but breaks", "a: |+\n\n\nb: two", "\n", ""],
])("%s: each part stands in its place", (_name, source, part, place) => {
	expect(written(source, part)).toBe(place);
});

const styles = [
	"PLAIN",
	"QUOTE_SINGLE",
	"QUOTE_DOUBLE",
	"BLOCK_LITERAL",
	"BLOCK_FOLDED",
] as const satisfies readonly Scalar.Type[];

const texts = fc
	.array(
		fc.oneof(
			{
				weight: 3,
				arbitrary: fc.constantFrom(
					"--allowedTools",
					"Bash(git log:*)",
					"a",
					"two words",
					"{",
					"}",
					"'",
					'"',
					"\\",
					"#",
					": ",
					"- ",
					"|",
					">",
					"${{ x }}",
				),
			},
			fc.constantFrom(" ", "  ", "\n", "\n\n", "\n  ", " \n", "\t"),
			fc.string({ unit: "grapheme", maxLength: 6 }),
		),
		{ maxLength: 12 },
	)
	.map((parts) => parts.join(""))
	.filter((text) => !/[\r\u0085\u2028\u2029\p{Cs}]/u.test(text));

test("a scalar of any style has the text that it means, each character of it inside the scalar, and what stands as it is meant stands in its place", () => {
	fc.assert(
		fc.property(
			texts,
			fc.constantFrom(...styles),
			fc.nat({ max: 40 }),
			fc.boolean(),
			(text, style, extra, isWindows) => {
				const plain = stringify(
					{ jobs: [{ with: { args: text } }] },
					{
						defaultStringType: style,
						defaultKeyType: "PLAIN",
						lineWidth: 20 + extra,
					},
				);
				const source = isWindows ? plain.replaceAll("\n", "\r\n") : plain;
				for (const { node, inner } of textsOf(source)) {
					expect(inner.text).toBe(node.value);
					for (let at = 0; at < inner.text.length; at++) {
						const { start, end } = inner.locate(at, at + 1);
						expect(start).toBeGreaterThanOrEqual(node.start);
						expect(end).toBeLessThanOrEqual(node.end);
						const place = source.slice(start, end);
						if (/^[A-Za-z(]$/.test(place)) {
							expect(inner.text[at]).toBe(place);
						}
					}
				}
			},
		),
		{ numRuns: 1000 },
	);
});

test("nearly every scalar is followed to its characters", () => {
	let followed = 0;
	let all = 0;
	fc.assert(
		fc.property(texts, fc.constantFrom(...styles), (text, style) => {
			if (!/[a-z]/.test(text)) return;
			const source = stringify(
				{ with: { args: text } },
				{ defaultStringType: style, defaultKeyType: "PLAIN" },
			);
			const [found] = textsOf(source);
			const at = found?.inner.text.search(/[a-z]/) ?? -1;
			const place = found?.inner.locate(at, at + 1);
			all++;
			if (place && place.end - place.start === 1) followed++;
		}),
		{ numRuns: 500 },
	);
	expect(followed / all).toBeGreaterThan(0.99);
});
