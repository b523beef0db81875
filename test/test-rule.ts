import { expect, test } from "vitest";
import { rules } from "../src/generated/rules.ts";
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
			expect(mark(id, file, text.replaceAll(/[«»]/g, ""))).toBe(text);
		});
	}
}

/** The text with guillemets around what the rule reports. */
function mark(id: string, file: string, text: string): string {
	const others = Object.keys(rules).filter((other) => other !== id);
	const config = {
		rules: Object.fromEntries(others.map((other) => [other, "off" as const])),
	};
	const marks = lintFiles({ [file]: text }, config)
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
