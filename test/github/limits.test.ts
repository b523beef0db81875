import fc from "fast-check";
import { expect, test } from "vitest";
import { cutText } from "../../src/github/limits.ts";

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
