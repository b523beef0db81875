import fc from "fast-check";
import { expect, test } from "vitest";
import {
	markdownCode,
	markdownText,
} from "../../src/reporters/markdown-text.ts";
import { printable } from "../../src/reporters/printable.ts";
import { ACTIVE, markdownLikeText as messages } from "../markdown-like-text.ts";
import { parseMarkdown, textOf, typesOf } from "../markdown-tree.ts";

/** What a text says but for the quotes, which code does without. */
const words = (text: string) => printable(text).trim().replaceAll('"', "");

test("a message reads the same in Markdown, and is text and code alone", () => {
	fc.assert(
		fc.property(messages, (message) => {
			const tree = parseMarkdown(markdownText(message));
			expect(textOf(tree).replaceAll('"', "")).toBe(words(message));
			expect(typesOf(tree)).toEqual(
				typesOf(tree).filter((type) =>
					/^(?:root|paragraph|text|inlineCode)$/.test(type),
				),
			);
			expect(textOf(tree, "text")).not.toMatch(ACTIVE);
		}),
		{ numRuns: 6_000 },
	);
}, 60_000);

test("it does so behind other words, and in the cell of a table, which it does not divide", () => {
	fc.assert(
		fc.property(messages, (message) => {
			const written = markdownText(message);
			const line = parseMarkdown(`so: ${written} (that)`);
			expect(textOf(line).replaceAll('"', "")).toBe(
				`so: ${words(message)} (that)`.trim(),
			);
			const table = parseMarkdown(`| a | b |\n| - | - |\n| ${written} | x |\n`);
			expect(table.children).toHaveLength(1);
			const [cell, next, ...others] = table.children[0].children[1].children;
			expect(textOf(cell).replaceAll('"', "")).toBe(words(message));
			expect(textOf(next)).toBe("x");
			expect(others).toEqual([]);
			expect(typesOf(cell).join()).toMatch(/^tableCell(?:,text|,inlineCode)*$/);
		}),
		{ numRuns: 3_000 },
	);
}, 60_000);

test("so does the path of a file", () => {
	fc.assert(
		fc.property(messages, (path) => {
			const tree = parseMarkdown(`In ${markdownCode(path)}.`);
			expect(textOf(tree)).toBe(`In ${printable(path)}.`);
			expect(textOf(tree, "text").replaceAll("|", "")).toBe("In .");
		}),
		{ numRuns: 3_000 },
	);
}, 60_000);
