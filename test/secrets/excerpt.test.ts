import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	cut,
	decodeBase64,
	decoded,
	type Excerpt,
	trimmed,
	unescaped,
	unquoted,
	valueExcerpt,
	withoutBackslashes,
} from "../../src/secrets/excerpt.ts";
import { descendants } from "../../src/syntax/tree.ts";
import { parseFiles } from "../lint-text.ts";
import { base64, excerptOf } from "./samples.ts";

/** What stands in a file where an excerpt says that it stands. */
function written(
	file: string,
	excerpt: Excerpt,
	start = 0,
	end = excerpt.text.length,
): string {
	const range = excerpt.locate(start, end);
	return file.slice(range.start, range.end);
}

describe("a part", () => {
	test("of a part knows where it stands", () => {
		const file = "one two three";
		const two = cut(excerptOf(file), 4, 7);
		expect(two.text).toBe("two");
		expect(written(file, cut(two, 1))).toBe("wo");
	});

	test.each([
		["  a b\n", "a b"],
		["", ""],
		["  ", ""],
	])("without white space: %j", (file, text) => {
		const part = trimmed(excerptOf(file));
		expect([part.text, written(file, part)]).toEqual([text, text]);
	});

	test.each([
		['"a"', "a"],
		["'a'", "a"],
		["`a`", "a"],
		['\\"a\\"', "a"],
		['"a', "a"],
		['a"', 'a"'],
		["\"a'", "a'"],
		['"', ""],
		['""', ""],
		["", ""],
	])("without quotes: %s", (file, text) => {
		const part = unquoted(excerptOf(file));
		expect([part.text, written(file, part)]).toEqual([text, text]);
	});
});

describe("what is decoded", () => {
	test("is one place, whatever part is asked about", () => {
		const file = `x ${base64("ada:pass")} y`;
		const part = decoded(cut(excerptOf(file), 2, file.length - 2), "pass");
		expect(written(file, part, 1, 2)).toBe(base64("ada:pass"));
		expect(written(file, cut(part, 2))).toBe(base64("ada:pass"));
	});

	test.each([
		["YWRhOnBhc3M=", "ada:pass"],
		["YWRhOnBhc3M", "ada:pass"],
		["-_-_", "\xfb\xff\xbf"],
		["", undefined],
		["YWR", undefined],
		["YWRh YWRh", undefined],
		["YWRhY", undefined],
		["YWRh===", undefined],
	])("of base64 %j is %j", (text, meaning) => {
		expect(decodeBase64(text)).toBe(meaning);
	});

	test("of a shell are the backslashes that double quotes need", () => {
		const file = String.raw`a \"b\" \$c \n \\d`;
		const plain = withoutBackslashes(excerptOf(file));
		expect(plain.text).toBe(String.raw`a "b" $c \n \d`);
		expect(written(file, plain, 3, 4)).toBe("b");
		expect(written(file, plain, 6, 7)).toBe("\\$");
	});
});

/** A text with its JSON in some of the spellings that it can have. */
const spelled = fc
	.array(
		fc.tuple(
			fc.oneof(
				fc.string({ unit: "binary", minLength: 1, maxLength: 3 }),
				fc.constantFrom('"', "\\", "\n", "/", "\u00e9", "🦊", "\\n", "\\\\"),
			),
			fc.boolean(),
		),
		{ maxLength: 8 },
	)
	.map((parts) => ({
		value: parts.map(([part]) => part).join(""),
		json: `"${parts.map(([part, isEscaped]) => spell(part, isEscaped)).join("")}"`,
	}));

function spell(text: string, isEscaped: boolean): string {
	if (!isEscaped) return JSON.stringify(text).slice(1, -1);
	return Array.from({ length: text.length }, (_, at) => {
		const code = text.charCodeAt(at).toString(16).padStart(4, "0");
		return `\\u${code}`;
	}).join("");
}

describe("a value", () => {
	const strings = (file: string, text: string) => {
		const [document] = parseFiles({ [file]: text });
		const tree = document?.root ?? document?.remains;
		return tree
			? [...descendants(tree)].flatMap((node) =>
					node.type === "string" ? [valueExcerpt(excerptOf(text), node)] : [],
				)
			: [];
	};

	test("of JSON stands where it says, character by character", () => {
		fc.assert(
			fc.property(spelled, ({ value, json }) => {
				const file = `{ "a": ${json} }`;
				const excerpt = strings(".mcp.json", file).at(-1);
				expect(excerpt?.text).toBe(value);
				if (!excerpt) return;
				for (let at = 0; at < value.length; at++) {
					const character = written(file, excerpt, at, at + 1);
					expect(JSON.parse(`"${character}"`)).toBe(value[at]);
				}
				expect(JSON.parse(`"${written(file, excerpt)}"`)).toBe(value);
			}),
		);
	});

	test("of JSON inside a value knows where it stands in the file", () => {
		fc.assert(
			fc.property(spelled, ({ json }) => {
				const file = JSON.stringify({ a: json });
				const [outer] = strings(".mcp.json", file).slice(-1);
				if (!outer) throw new Error("no value");
				const inner = unescaped(cut(outer, 1, outer.text.length - 1));
				for (let at = 0; at < inner.text.length; at++) {
					const once = JSON.parse(`"${written(file, inner, at, at + 1)}"`);
					expect(JSON.parse(`"${once}"`)).toBe(inner.text[at]);
				}
			}),
		);
	});

	test.each([
		["plain", "one two", "two"],
		["in single quotes", "'one ''two'''", "two"],
		["in double quotes", '"\\u006fne \\"two\\""', "two"],
		["on several lines", "|\n    one\n    two", "two"],
	])("of YAML %s stands where it says", (_how, yaml, part) => {
		const file = `---\nname: ${yaml}\n---\n`;
		const excerpt = strings(".claude/agents/a.md", file).at(-1);
		const at = excerpt?.text.indexOf(part) ?? -1;
		expect(at).toBeGreaterThan(0);
		if (excerpt)
			expect(written(file, excerpt, at, at + part.length)).toBe(part);
	});

	test("of JSON in a value is pointed to by the value that holds it", () => {
		const [document] = parseFiles({ ".mcp.json": '{ "a": ["b"] }' });
		const [outer] = document?.root
			? [...descendants(document.root)].filter(({ type }) => type === "string")
			: [];
		expect(outer?.pointer).toBe("/a/0");
		if (outer?.type !== "string") return;
		const holder = { ...excerptOf('{ "a": ["b"] }'), pointer: "/x" };
		expect(valueExcerpt(holder, outer).pointer).toBe("/x");
	});
});
