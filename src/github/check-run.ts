import type { Findings } from "../reporters/annotation.ts";
import { type CheckAnnotation, checkAnnotations } from "./check-annotations.ts";
import { type Answer, type Client, isRefusal } from "./client.ts";
import { cutText } from "./limits.ts";
import type { PullRequest } from "./repository.ts";

/** What a check run says. */
export interface CheckRun extends Findings {
	readonly repository: Pick<
		PullRequest,
		"owner" | "repo" | "headSha" | "isFork"
	>;
	readonly conclusion: "success" | "failure" | "neutral";
	/** One line of text. */
	readonly title: string;
	/** In Markdown, at most so many bytes long. */
	readonly summary: (mostBytes: number) => string;
}

/** A check run that GitHub has. */
export interface MadeCheckRun {
	/** Where people find it; absent where GitHub does not say. */
	readonly url: string | undefined;
	readonly annotations: number;
}

const NAME = "mcp-config-lint";

/** How many annotations a request may have: https://docs.github.com/rest/checks/runs#create-a-check-run */
const A_REQUEST = 50;

/** How many are made at most; nobody reads more, and each fifty cost a request. */
const MOST = 1000;

/** How long GitHub lets them be, in bytes. */
const LONGEST = { title: 255, summary: 65_535 } as const;

/**
 * Makes a check run of the linted commit, with every diagnostic beside its line. Where a request in the middle fails, the check run is concluded all the same, because
 * one that is in progress for ever could hold up the pull request.
 */
export async function writeCheckRun(
	{ octokit, ask }: Client,
	run: CheckRun,
): Promise<Answer<MadeCheckRun>> {
	const { owner, repo, headSha, isFork } = run.repository;
	const errand = {
		task: "write checks",
		permission: "checks: write",
		remedy: "leave `check-run` off",
		isFork,
	};
	const all = checkAnnotations(run);
	const annotations = all.slice(0, MOST);
	const [first = [], ...others] = inGroups(annotations);
	const text = textOf(run, all.length - annotations.length);
	const completed = {
		status: "completed",
		conclusion: run.conclusion,
	} as const;
	const created = await ask(errand, async () => {
		const { data } = await octokit.rest.checks.create({
			owner,
			repo,
			name: NAME,
			head_sha: headSha,
			...(others.length === 0 ? completed : { status: "in_progress" }),
			output: { ...text, annotations: first },
		});
		const { id, html_url } = data;
		if (!id) throw new TypeError("a check run without a number");
		return { id, url: html_url ?? undefined };
	});
	if (isRefusal(created)) return created;
	const { id, url } = created.done;
	const add = (some: readonly CheckAnnotation[], isLast: boolean) =>
		ask(errand, () =>
			octokit.rest.checks.update({
				owner,
				repo,
				check_run_id: id,
				...(isLast && completed),
				output: { ...text, annotations: [...some] },
			}),
		);
	for (const [index, group] of others.entries()) {
		const added = await add(group, index === others.length - 1);
		if (!isRefusal(added)) continue;
		await add([], true);
		return added;
	}
	return { done: { url, annotations: annotations.length } };
}

function inGroups(
	annotations: readonly CheckAnnotation[],
): CheckAnnotation[][] {
	const groups: CheckAnnotation[][] = [];
	for (let start = 0; start < annotations.length; start += A_REQUEST)
		groups.push(annotations.slice(start, start + A_REQUEST));
	return groups;
}

/** GitHub wants the text with every request. */
function textOf({ title, summary }: CheckRun, more: number) {
	const note =
		more === 0
			? ""
			: `${more} more ${more === 1 ? "problem is" : "problems are"} not shown beside the lines.\n\n`;
	return {
		title: cutText(title, LONGEST.title),
		summary: note + summary(LONGEST.summary - Buffer.byteLength(note)),
	};
}
