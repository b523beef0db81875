import { printable } from "../reporters/printable.ts";
import { type Answer, type Client, isRefusal, type Refusal } from "./client.ts";
import type { Repository } from "./repository.ts";

const ERRAND = {
	task: "read files of the repository",
	permission: "contents: read",
} as const;

/**
 * The text of a file at a commit; undefined where there is no file at that path.
 * GitHub says 404 for that, for a commit that it does not know and for a repository that the token may not see alike. So the commit itself is asked for then: whoever can
 * read it can read its files, and the file is not there; who cannot is refused.
 * @param sha the commit, not a branch
 */
export async function fileAt(
	client: Client,
	{
		owner,
		repo,
		path,
		sha,
	}: Repository & { readonly path: string; readonly sha: string },
): Promise<Answer<string | undefined>> {
	const { octokit, ask } = client;
	const answer = await ask(ERRAND, async () => {
		const { data } = await octokit.rest.repos.getContent({
			owner,
			repo,
			path,
			ref: sha,
		});
		return data;
	});
	if (isRefusal(answer)) {
		if (answer.status !== 404) return answer;
		const commit = await ask(ERRAND, async () => {
			await octokit.rest.git.getCommit({ owner, repo, commit_sha: sha });
			return undefined;
		});
		return commit;
	}
	const { done: entry } = answer;
	if (Array.isArray(entry) || entry.type !== "file" || !("content" in entry))
		return { done: undefined };
	if (entry.encoding !== "base64") return tooLarge(path);
	return { done: Buffer.from(entry.content, "base64").toString("utf8") };
}

/** GitHub gives the text of no larger file, but for one that it is asked for in another way. */
function tooLarge(path: string): Refusal {
	return {
		status: 200,
		reason: `${printable(path)} is larger than 1 MB, and GitHub does not give it`,
	};
}
