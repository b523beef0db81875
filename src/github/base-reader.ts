import { repositoryRoot } from "../files.ts";
import { readThroughLinks } from "../git-history.ts";
import { findBaseCommit } from "./base-commit.ts";
import { BaseUnreadable, type ReadAtBase } from "./base-files.ts";
import { type Client, isRefusal, type Refusal } from "./client.ts";
import type { Event } from "./event.ts";
import { fileAt } from "./file-at.ts";

/** Reads files of the base branch of a pull request: from git where the commit is here, otherwise from GitHub. */
export function createBaseReader(
	event: Event,
	workingFolder: string,
	client: () => Promise<Client | Refusal>,
): ReadAtBase {
	return async (path) => {
		const { owner, repo, base } = event;
		if (base === undefined)
			throw new BaseUnreadable("the event does not name it");
		const root = repositoryRoot(workingFolder);
		const commit =
			root === undefined ? undefined : await findBaseCommit(root, event);
		if (root !== undefined && commit !== undefined)
			return readThroughLinks(root, commit, path);
		const asked = await client();
		const answer = isRefusal(asked)
			? asked
			: await fileAt(asked, { owner, repo, path, sha: base });
		if (isRefusal(answer))
			throw new BaseUnreadable(
				`its commit is not in the checkout, and ${answer.reason}`,
			);
		return answer.done;
	};
}
