import { structuredPatch } from "diff";
import type { FileChange } from "../../src/github/patch.ts";

/** What GitHub says of a file that has changed. */
export function fileChange(
	filename: string,
	before: string,
	after: string,
): FileChange {
	const { hunks } = structuredPatch("", "", before, after, "", "", {
		context: 3,
	});
	const lines = hunks.flatMap((hunk) => hunk.lines);
	const count = (sign: string) =>
		lines.filter((line) => line[0] === sign).length;
	return {
		filename,
		status: before === "" ? "added" : "modified",
		additions: count("+"),
		deletions: count("-"),
		patch: hunks
			.flatMap(({ oldStart, oldLines, newStart, newLines, lines: some }) => [
				`@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`,
				...some,
			])
			.join("\n"),
	};
}

/** As git writes it: the line before, where there is none. */
function range(start: number, lines: number): string {
	return `${lines === 0 ? start - 1 : start},${lines}`;
}
