import { resolve } from "node:path";
import { rewriteFiles } from "./files.ts";
import { type Change, fix } from "./fix.ts";
import {
	loadAllParsers,
	loadAllRules,
	loadCredentialSearch,
} from "./parsers.ts";
import type { RunResult } from "./run.ts";
import { createMask, type Mask } from "./secrets/mask.ts";

/** What is to be fixed. */
export interface FixRequest {
	/** Also what changes the meaning of a file. */
	readonly unsafe: boolean;
	readonly onlyErrors: boolean;
}

export interface FixPlan {
	readonly changes: readonly Change[];
	/** What hides the credentials of the documents before and after. */
	readonly mask: Mask;
	/** How many problems are fixed by them. */
	readonly fixed: number;
}

/** Finds out what the fixes would make of the files of a run. Writes nothing. */
export async function planFixes(
	{ documents, config, surroundings, fixable }: RunResult,
	{ unsafe, onlyErrors }: FixRequest,
): Promise<FixPlan> {
	const findCredentials = await loadCredentialSearch();
	const after = fix(documents, {
		rules: await loadAllRules(),
		parsers: await loadAllParsers(),
		findCredentials,
		config,
		surroundings,
		files: fixable,
		isWanted: ({ fix, severity }) =>
			fix !== undefined &&
			(unsafe || !fix.unsafe) &&
			(!onlyErrors || severity === "error"),
	});
	const changes = documents.flatMap((before, index) => {
		const fixed = after.documents[index];
		return fixed && fixed.text !== before.text
			? [{ before, after: fixed }]
			: [];
	});
	const known = new Map(
		documents.map((before) => [
			before,
			surroundings.credentials?.get(before.file) ?? [],
		]),
	);
	const mask = createMask(
		[...documents, ...changes.map(({ after }) => after)],
		(document) => known.get(document) ?? findCredentials(document),
	);
	return { changes, mask, fixed: after.fixed };
}

/**
 * Writes what was planned: all files or none.
 * @throws FileError where a file cannot be written
 */
export function writePlan({ changes }: FixPlan, workingFolder: string): void {
	rewriteFiles(
		changes.map(({ before, after }) => ({
			path: resolve(workingFolder, before.file),
			file: before.file,
			before: before.text,
			after: after.text,
			utf16: before.kind.utf16 === true,
		})),
	);
}
