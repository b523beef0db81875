import { findCommit } from "../git-history.ts";
import type { Event } from "./event.ts";

/**
 * The commit that an event is compared with, if git has it here. GitHub merges a pull request into its base branch as that is by then, which may be newer than the event says:
 * what others have changed in between is none of the pull request's.
 */
export async function findBaseCommit(
	root: string,
	{ base, head, merge }: Event,
): Promise<string | undefined> {
	if (merge !== undefined) {
		const merged = await findCommit(root, `${merge}^2`);
		if (merged === head) return findCommit(root, `${merge}^1`);
	}
	return base === undefined ? undefined : findCommit(root, base);
}
