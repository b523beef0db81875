import fc from "fast-check";
import { expect, test } from "vitest";
import { changedLines } from "../../src/changed-lines.ts";
import { changedFile, changesOf } from "../../src/github/patch.ts";
import { fileChange } from "./file-change.ts";

const modified = (patch: string, additions: number, deletions: number) =>
	changedFile({
		filename: "a/.mcp.json",
		status: "modified",
		patch,
		additions,
		deletions,
	});

test("a patch tells which lines have changed, and shows those around", () => {
	expect(
		modified(
			"@@ -1,3 +1,4 @@ heading\n a\n-b\n+c\n+d\n e\n\\ No newline at end of file",
			2,
			1,
		),
	).toEqual({
		file: "a/.mcp.json",
		changed: [{ first: 2, last: 3 }],
		hunks: [{ first: 1, lines: ["a", "c", "d", "e"] }],
	});
});

test("where lines are only taken away, those on both sides count", () => {
	const file = modified(
		"@@ -4,3 +4,2 @@\n a\n-b\n c\n@@ -20,2 +19,0 @@\n-x\n-y",
		0,
		3,
	);
	expect(file?.changed).toEqual([
		{ first: 4, last: 5 },
		{ first: 19, last: 20 },
	]);
});

test("a line that looks like the name of a file is one", () => {
	const file = modified("@@ -1 +1 @@\n--- a/x\n+++ b/x", 1, 1);
	expect(file?.hunks).toEqual([{ first: 1, lines: ["++ b/x"] }]);
});

test.each([
	[
		"a new file",
		{ status: "added", patch: "@@ -0,0 +1 @@\n+a", additions: 1, deletions: 0 },
		1,
	],
	[
		"a renamed one",
		{
			status: "renamed",
			patch: "@@ -1 +1 @@\n-b\n+a",
			additions: 1,
			deletions: 1,
		},
		1,
	],
	[
		"one that is only renamed",
		{ status: "renamed", additions: 0, deletions: 0 },
		0,
	],
	[
		"one that is too large for a patch",
		{ status: "modified", additions: 9000, deletions: 1 },
		0,
	],
	[
		"one whose patch is cut",
		{
			status: "modified",
			patch: "@@ -1 +1 @@\n-b\n+a",
			additions: 2,
			deletions: 1,
		},
		0,
	],
	[
		"one whose patch is none",
		{ status: "modified", patch: "rubbish", additions: 1, deletions: 0 },
		0,
	],
] as const)("all of %s has changed", (_name, change, hunks) => {
	const file = changedFile({ filename: "x", ...change });
	expect(file?.changed).toBe("all");
	expect(file?.hunks).toHaveLength(hunks);
});

test("a file that is gone has no lines", () => {
	const patch = "@@ -1 +0,0 @@\n-a";
	expect(
		changedFile({
			filename: "x",
			status: "removed",
			patch,
			additions: 0,
			deletions: 1,
		}),
	).toBeUndefined();
});

test("where GitHub has not named every file, the others count as changed", () => {
	const files = [{ file: "a", changed: [{ first: 1, last: 1 }], hunks: [] }];
	expect([...changesOf({ files, isCut: false }, ["a", "b"])]).toEqual([
		["a", [{ first: 1, last: 1 }]],
	]);
	expect([...changesOf({ files, isCut: true }, ["a", "b"])]).toEqual([
		["a", [{ first: 1, last: 1 }]],
		["b", "all"],
	]);
});

test("the lines are those that a comparison of the texts finds", () => {
	const texts = fc.array(
		fc.constantFrom("a", "b", "c", "-- x", "@@ -1 +1 @@", "\\ x"),
		{ maxLength: 12 },
	);
	fc.assert(
		fc.property(texts, texts, (one, other) => {
			const [before, after] = [one, other].map(
				(lines) => `${[...lines, "end"].join("\n")}\n`,
			);
			const file = changedFile(fileChange("x", before ?? "", after ?? ""));
			expect(file?.changed).toEqual(changedLines(before ?? "", after ?? ""));
			for (const { first, lines } of file?.hunks ?? [])
				expect(
					[...other, "end"].slice(first - 1, first - 1 + lines.length),
				).toEqual(lines);
		}),
	);
});
