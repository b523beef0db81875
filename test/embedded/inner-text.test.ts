import { describe, expect, test } from "vitest";
import {
	cutText,
	joinPieces,
	parseInner,
	writtenText,
} from "../../src/embedded/inner-text.ts";
import { parseJson } from "../../src/syntax/json.ts";
import { descendants } from "../../src/syntax/tree.ts";

/** The lines of a quotation without its signs, as a page has them. */
function quotation(file: string) {
	const pieces = [...file.matchAll(/^> (.*\n?)/gm)].map((match) => ({
		start: match.index + 2,
		end: match.index + match[0].length,
	}));
	return joinPieces(writtenText(file, { start: 0, end: file.length }), pieces);
}

describe("a text in pieces", () => {
	const file = '> {\n>   "a": 1,\n>   "b": "two"\n> }\n';
	const inner = quotation(file);

	test("is what stands between the signs", () => {
		expect(inner.text).toBe('{\n  "a": 1,\n  "b": "two"\n}\n');
	});

	test("has a tree whose places are those of the file", () => {
		const { root } = parseInner("page.md", inner, parseJson);
		const values = root ? [...descendants(root)] : [];
		const written = values.map(({ start, end }) => file.slice(start, end));
		expect(written).toEqual([
			'{\n>   "a": 1,\n>   "b": "two"\n> }',
			"1",
			'"two"',
		]);
	});

	test("ends behind its last character and not before the next piece", () => {
		const end = inner.text.indexOf("{") + 1;
		expect(inner.locate(0, end)).toEqual({ start: 2, end: 3 });
	});

	test("has an error where it stands in the file", () => {
		const broken = quotation('> {\n>   "a": 1\n>   "b": 2\n> }\n');
		const { errors } = parseInner("page.md", broken, parseJson);
		expect(errors.map(({ location }) => location.start)).toEqual([
			expect.toSatisfy((at: number) => at >= 10 && at <= 21),
		]);
	});
});

describe("a text with escapes", () => {
	const file = String.raw`"{\"key\": \"value\"}"`;
	const pieces = [...file.slice(1, -1).matchAll(/\\(.)|[^\\]/g)].map(
		(match) => ({
			start: 1 + match.index,
			end: 1 + match.index + match[0].length,
			...(match[1] !== undefined && { meaning: match[1] }),
		}),
	);
	const inner = joinPieces(
		writtenText(file, { start: 0, end: file.length }),
		pieces,
	);

	test("is read as it is meant", () => {
		expect(inner.text).toBe('{"key": "value"}');
	});

	test("has a value with its escapes in place", () => {
		const { root } = parseInner("package.json", inner, parseJson);
		const [, value] = root ? descendants(root) : [];
		expect(file.slice(value?.start, value?.end)).toBe(String.raw`\"value\"`);
	});
});

test("of nothing, every place is the one where it stands", () => {
	const text = joinPieces(writtenText("abc", { start: 1, end: 2 }), []);
	expect(text.text).toBe("");
	expect(cutText(text, 0, 0).locate(0, 0).start).toBeGreaterThanOrEqual(0);
});

test("whatever pieces a text is made of, each of its characters is found again", () => {
	// every way to leave out some characters of a text
	const file = 'ab{c}"d"';
	for (let kept = 0; kept < 2 ** file.length; kept++) {
		const pieces = [...file].flatMap((_, at) =>
			kept & (1 << at) ? [{ start: at, end: at + 1 }] : [],
		);
		const inner = joinPieces(
			writtenText(file, { start: 0, end: file.length }),
			pieces,
		);
		for (let at = 0; at < inner.text.length; at++) {
			const { start, end } = inner.locate(at, at + 1);
			expect(file.slice(start, end)).toBe(inner.text[at]);
		}
	}
});
