import fc from "fast-check";
import { expect, test } from "vitest";
import { cutLines, cutText } from "../../src/github/limits.ts";

const bytes = (text: string) => Buffer.byteLength(text);

test("a text is cut at most where it must be, and never within a character", () => {
	fc.assert(
		fc.property(fc.string({ unit: "grapheme" }), fc.nat(40), (text, most) => {
			const cut = cutText(text, most);
			expect(text.startsWith(cut)).toBe(true);
			expect(bytes(cut)).toBeLessThanOrEqual(most);
			const next = [...text.slice(cut.length)][0] ?? "";
			if (next) expect(bytes(cut + next)).toBeGreaterThan(most);
		}),
	);
});

test("Markdown is cut at the end of a line, and says so", () => {
	const text = "| first |\n| second |\n| third |\n".repeat(9);
	const cut = cutLines(text, 100);
	expect(cut).toBe(
		"| first |\n| second |\n| third |\n| first |\n\nThe rest is cut off here, because GitHub takes no more.\n",
	);
	expect(bytes(cut)).toBeLessThanOrEqual(100);
	expect(cutLines("short", 100)).toBe("short");
});
