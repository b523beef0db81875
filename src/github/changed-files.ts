import { type Answer, type Client, isRefusal } from "./client.ts";
import { type ChangedFiles, changedFile, type FileChange } from "./patch.ts";
import type { PullRequest, Repository } from "./repository.ts";

/** How many files GitHub names at most of a pull request, and between two commits: https://docs.github.com/rest/pulls/pulls#list-pull-requests-files, https://docs.github.com/rest/commits/commits#compare-two-commits */
const MOST_FILES = { pullRequest: 3000, comparison: 300 } as const;

/** What a pull request changes: its last commit against where it left the branch that it is for. */
export async function changedInPullRequest(
	{ octokit, ask }: Client,
	{ owner, repo, number }: Pick<PullRequest, "owner" | "repo" | "number">,
): Promise<Answer<ChangedFiles>> {
	const answer = await ask(
		{
			task: "read the files of the pull request",
			permission: "pull-requests: read",
			remedy: "leave `only-changed` and `review` off",
		},
		() =>
			octokit.paginate(octokit.rest.pulls.listFiles, {
				owner,
				repo,
				pull_number: number,
				per_page: 100,
			}),
	);
	return isRefusal(answer)
		? answer
		: { done: changed(answer.done, MOST_FILES.pullRequest) };
}

/** What has changed from where two commits have parted to the second of them. */
export async function changedBetween(
	{ octokit, ask }: Client,
	{
		owner,
		repo,
		baseSha,
		headSha,
	}: Repository & { readonly baseSha: string; readonly headSha: string },
): Promise<Answer<ChangedFiles>> {
	const answer = await ask(
		{
			task: "compare commits",
			permission: "contents: read",
			remedy: "leave `only-changed` off",
		},
		async () => {
			// further pages have more commits, not more files
			const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
				owner,
				repo,
				basehead: `${baseSha}...${headSha}`,
				per_page: 1,
				page: 1,
			});
			return data.files ?? [];
		},
	);
	return isRefusal(answer)
		? answer
		: { done: changed(answer.done, MOST_FILES.comparison) };
}

function changed(files: readonly FileChange[], most: number): ChangedFiles {
	return {
		files: files.flatMap((file) => changedFile(file) ?? []),
		isCut: files.length >= most,
	};
}
