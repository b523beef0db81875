import { resolve } from "node:path";
import { changedLines } from "./changed-lines.ts";
import { ChangesError } from "./changes.ts";
import { displayPath, repositoryRoot } from "./files.ts";
import { findMergeBase, readAtCommit } from "./git-history.ts";
import type { FindChanges } from "./run.ts";

/**
 * Finds out with git what has changed since the current commit left another branch: what is committed, what is staged, what is neither, and files that git does
 * not know yet. The texts are compared here, because git would let a repository's filters see them.
 * @param ref a branch, tag or commit; absent: the main branch
 * @throws ChangesError where git cannot tell, when it is asked
 */
export function changesSince(
	ref: string | undefined,
	workingFolder: string,
): FindChanges {
	return async (files) => {
		const root = repositoryRoot(workingFolder);
		if (root === undefined) {
			throw new ChangesError(
				"cannot tell what has changed: this is no git repository",
			);
		}
		const base = await findMergeBase(root, ref);
		if ("problem" in base)
			throw new ChangesError(`cannot tell what has changed: ${base.problem}`);
		const inRepository = (file: string) =>
			displayPath(root, resolve(workingFolder, file));
		const before = await readAtCommit(
			root,
			base.commit,
			files.map(({ file }) => inRepository(file)),
		);
		return new Map(
			files.map(({ file, text }) => {
				const old = before.get(inRepository(file));
				return [file, old === undefined ? "all" : changedLines(old, text)];
			}),
		);
	};
}
