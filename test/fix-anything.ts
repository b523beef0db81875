import fc from "fast-check";
import { expect } from "vitest";
import { files, mendableFiles } from "./arbitrary-files.ts";
import { fixFiles } from "./fix-files.ts";
import { parseFiles } from "./lint-text.ts";

/** Anything, and more often what there is to fix in. */
const anyFiles = fc.oneof(
	{ weight: 1, arbitrary: files },
	{ weight: 4, arbitrary: mendableFiles },
);

/** How many reasons the client has to refuse each file. */
const refusals = (texts: Readonly<Record<string, string>>) =>
	parseFiles(texts).map(
		({ errors, violations }) =>
			errors.length +
			violations.filter(({ effect }) => effect === "rejected").length,
	);

/** Whatever is in the files: fixes leave nothing to fix, and no file is refused for more than before. */
export function fixesDoNoHarm(numRuns: number): void {
	const sorts = fc.constantFrom("safe" as const, "unsafe" as const);
	fc.assert(
		fc.property(anyFiles, sorts, (texts, sort) => {
			const once = fixFiles(texts, { sort }).files;
			expect(Object.keys(once)).toEqual(Object.keys(texts));
			const before = refusals(texts);
			for (const [index, count] of refusals(once).entries()) {
				expect(count).toBeLessThanOrEqual(before[index] ?? 0);
			}
			const twice = fixFiles(once, { sort });
			expect(twice.files).toEqual(once);
			expect(twice.fixed).toBe(0);
		}),
		{ numRuns },
	);
}

/** Whatever is in the files: fixes write the same with other line ends. */
export function lineEndsDoNotMatter(numRuns: number): void {
	const ended = (texts: Readonly<Record<string, string>>, end: string) =>
		Object.fromEntries(
			Object.entries(texts)
				.filter(([file]) => file.endsWith(".json"))
				.map(([file, text]) => [file, text.replace(/\r\n|\r|\n/g, end)]),
		);
	fc.assert(
		fc.property(anyFiles, (texts) => {
			const plain = fixFiles(ended(texts, "\n"), { sort: "unsafe" }).files;
			const other = fixFiles(ended(texts, "\r\n"), { sort: "unsafe" }).files;
			expect(other).toEqual(ended(plain, "\r\n"));
		}),
		{ numRuns },
	);
}
