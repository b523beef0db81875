import { expect, test } from "vitest";
import { rules } from "../src/generated/rules.ts";
import { fixFiles } from "./fix-files.ts";
import { lintFiles } from "./lint-text.ts";

interface RuleCases {
	/** Texts of which the rule says nothing. */
	readonly valid: readonly string[];
	/** Texts in which «guillemets» stand around everything that the rule reports. */
	readonly invalid: readonly string[];
}

/**
 * Tests what one rule reports, and where: the ranges are marked in the text itself. Other rules are switched off.
 * @param file where the text stands; decides what kind of document it is
 */
export function testRule(
	id: keyof typeof rules,
	file: string,
	{ valid, invalid }: RuleCases,
): void {
	for (const text of valid) {
		test(`${id} says nothing of ${text}`, () => {
			expect(mark(id, file, text)).toBe(text);
		});
	}
	for (const text of invalid) {
		test(`${id} reports ${text}`, () => {
			expect(text, "an invalid text marks what is reported").toMatch(/[«»]/);
			const plain = text.replaceAll(/[«»]/g, "");
			expect(mark(id, file, plain)).toBe(text);
			expectMended(id, file, plain);
		});
	}
}

/** What the rule can fix is right after it: it says less than before, and has nothing left to fix. */
function expectMended(
	id: keyof typeof rules,
	file: string,
	text: string,
): void {
	const before = problems(id, { [file]: text });
	if (!before.some(({ fix }) => fix)) return;
	const { files } = fixFiles({ [file]: text }, { sort: "unsafe", rule: id });
	const after = problems(id, files);
	expect(after.filter(({ fix }) => fix)).toEqual([]);
	expect(after.length, files[file]).toBeLessThan(before.length);
}

/** What one rule says; others are switched off. */
function problems(id: string, files: Readonly<Record<string, string>>) {
	const others = Object.keys(rules).filter((other) => other !== id);
	const off = Object.fromEntries(
		others.map((other) => [other, "off" as const]),
	);
	return lintFiles(files, { rules: off });
}

/** The text with guillemets around what the rule reports. */
function mark(id: string, file: string, text: string): string {
	const marks = problems(id, { [file]: text })
		.filter(({ location }) => location.file === file)
		.flatMap(({ location: { start, end } }) => [
			{ at: start, mark: "«", order: 1 },
			{ at: end, mark: "»", order: start === end ? 2 : 0 },
		])
		.sort((a, b) => b.at - a.at || b.order - a.order);
	return marks.reduce(
		(marked, { at, mark }) => marked.slice(0, at) + mark + marked.slice(at),
		text,
	);
}
