import { parsePatch, type StructuredPatchHunk } from "diff";
import type { Changes, Lines } from "../changes.ts";

/** A file as GitHub says that it has changed. */
export interface FileChange {
	/** Its path in the repository. */
	readonly filename: string;
	readonly status: string;
	readonly additions: number;
	readonly deletions: number;
	/** What lies between `diff --git` and the next file, less the names; absent for a large or binary file, and for one that is only renamed. */
	readonly patch?: string;
}

/** Lines of a file that a diff shows, as they are after the change. */
export interface Hunk {
	/** The number of the first one, from 1. */
	readonly first: number;
	/** Without what ends them, but with the CR of a CRLF. */
	readonly lines: readonly string[];
}

/** A file that is there after the change. */
export interface ChangedFile {
	/** Its path in the repository. */
	readonly file: string;
	readonly changed: readonly Lines[] | "all";
	/** Where something can be said about a line. */
	readonly hunks: readonly Hunk[];
}

/** What has changed, as far as GitHub tells. */
export interface ChangedFiles {
	readonly files: readonly ChangedFile[];
	/** More files have changed than GitHub names: of the others nothing is known. */
	readonly isCut: boolean;
}

/**
 * What of a file has changed; undefined where it is gone, or only stands in the list. All of a file counts that is new, that has another path (it may be read in another
 * way there), and of which GitHub shows no diff, or not all of it.
 */
export function changedFile({
	filename: file,
	status,
	additions,
	deletions,
	patch,
}: FileChange): ChangedFile | undefined {
	if (status === "removed" || status === "unchanged") return undefined;
	const hunks = patch === undefined ? undefined : parseHunks(patch);
	if (!hunks) return { file, changed: "all", hunks: [] };
	const count = (sign: string) =>
		hunks.flatMap(({ lines }) => lines).filter((line) => line[0] === sign)
			.length;
	const isWhole = count("+") === additions && count("-") === deletions;
	const isNew = status !== "modified" && status !== "changed";
	return {
		file,
		changed: isWhole && !isNew ? hunks.flatMap(changedLines) : "all",
		hunks: isWhole ? hunks.map(rightSide) : [],
	};
}

/** The same by file, to ask what of it counts. Where GitHub has not named all files, the others count as changed: nobody knows that they are not. */
export function changesOf(
	{ files, isCut }: ChangedFiles,
	all: readonly string[],
): Changes {
	const known = new Map(files.map(({ file, changed }) => [file, changed]));
	if (!isCut) return known;
	return new Map(all.map((file) => [file, known.get(file) ?? "all"]));
}

function parseHunks(patch: string): readonly StructuredPatchHunk[] | undefined {
	try {
		return parsePatch(patch).flatMap(({ hunks }) => hunks);
	} catch {
		return undefined;
	}
}

function rightSide({ newStart, lines }: StructuredPatchHunk): Hunk {
	const shown = lines.filter((line) => /^[ +]/.test(line));
	return { first: newStart, lines: shown.map((line) => line.slice(1)) };
}

/** Where lines were only taken away, those on both sides count: what is said there may be about what is missing. */
function changedLines({ newStart, lines }: StructuredPatchHunk): Lines[] {
	const changed: Lines[] = [];
	let line = newStart;
	for (const run of lines
		.filter((each) => !each.startsWith("\\"))
		.reduce(toRuns, [])) {
		const added = run.filter((sign) => sign === "+").length;
		const removed = run.filter((sign) => sign === "-").length;
		if (added > 0) changed.push({ first: line, last: line + added - 1 });
		else if (removed > 0)
			changed.push({ first: Math.max(line - 1, 1), last: line });
		line += run.length - removed;
	}
	return changed;
}

/** The signs before lines, in groups: what stays, and what comes and goes. */
function toRuns(runs: string[][], line: string): string[][] {
	const sign = line.charAt(0);
	const last = runs.at(-1);
	if (last && (last[0] === " ") === (sign === " ")) last.push(sign);
	else runs.push([sign]);
	return runs;
}
