import { fingerprints } from "../fingerprint.ts";
import type { Report } from "../reporters/reporter.ts";
import { countsOf } from "../reporters/summary-line.ts";
import { changedInPullRequest } from "./changed-files.ts";
import { type MadeCheckRun, writeCheckRun } from "./check-run.ts";
import { type Answer, type Client, isRefusal, type Refusal } from "./client.ts";
import type { Event } from "./event.ts";
import type { ChangedFile } from "./patch.ts";
import { type WrittenReview, writeReview } from "./review.ts";
import { type Suggestions, suggestionsFor } from "./suggestions.ts";

/** What a check run has beside the diagnostics. */
export interface CheckRunOptions {
	readonly hasFailed: boolean;
	/** In Markdown, at most so many bytes long. */
	readonly summary: (mostBytes: number) => string;
}

/** Reports a run as a check run of the commit that it belongs to. */
export async function publishCheckRun(
	client: Client | Refusal,
	event: Event,
	report: Report,
	{ hasFailed, summary }: CheckRunOptions,
): Promise<Answer<MadeCheckRun>> {
	if (isRefusal(client)) return client;
	const { diagnostics } = report;
	const passed = diagnostics.length === 0 ? "success" : "neutral";
	return writeCheckRun(client, {
		...report,
		repository: repositoryOf(event),
		conclusion: hasFailed ? "failure" : passed,
		title: countsOf(diagnostics) || "No problems",
		summary,
	});
}

/**
 * Suggests the fixes of a run beside the lines of a pull request.
 * @param number that of the pull request
 */
export async function publishReview(
	client: Client | Refusal,
	event: Event,
	number: number,
	report: Report,
): Promise<Answer<WrittenReview>> {
	if (isRefusal(client)) return client;
	const pullRequest = { ...repositoryOf(event), number };
	const changed = await changedInPullRequest(client, pullRequest);
	if (isRefusal(changed)) return changed;
	const suggestions = suggest(report, changed.done.files);
	return writeReview(client, pullRequest, suggestions);
}

function suggest(report: Report, files: readonly ChangedFile[]): Suggestions {
	const { diagnostics, documents, mask, inRepository } = report;
	return suggestionsFor({
		...report,
		files,
		fingerprints: fingerprints(diagnostics, documents, mask, inRepository),
	});
}

function repositoryOf({ owner, repo, head, pullRequest }: Event) {
	const isFork = pullRequest?.isFork === true;
	return { owner, repo, headSha: head, isFork };
}
