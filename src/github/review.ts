import { type Answer, type Client, type Errand, isRefusal } from "./client.ts";
import { commentMark, hasReviewMarker, reviewMarker } from "./markers.ts";
import type { PullRequest } from "./repository.ts";
import type { Suggestion, Suggestions } from "./suggestions.ts";

/** What has become of the review. */
export interface WrittenReview {
	/** `none`: there is nothing to suggest and never was. `cleared`: there is nothing left. */
	readonly review: "none" | "created" | "updated" | "cleared";
	/** Comments that are new, that stay, and that are gone. */
	readonly added: number;
	readonly kept: number;
	readonly removed: number;
}

/**
 * Brings the one review of ours in a pull request up to date: makes it where there is something to suggest, keeps the comments that are still true, takes back those that are
 * not, unless somebody has answered, and adds what is new. Nothing of anybody else is touched.
 */
export async function writeReview(
	client: Client,
	pullRequest: PullRequest,
	suggestions: Suggestions,
): Promise<Answer<WrittenReview>> {
	const talk = createTalk(client, pullRequest);
	const author = await findAuthor(client, talk.errand);
	if (isRefusal(author)) return author;
	const reviews = await talk.reviews();
	if (isRefusal(reviews)) return reviews;
	const own = reviews.done.findLast(
		({ user, body }) => author.done(user) && hasReviewMarker(body ?? ""),
	);
	const { shown } = suggestions;
	if (!own && shown.length === 0) return { done: written("none", {}) };
	if (!own) {
		const created = await talk.createReview(suggestions);
		if (isRefusal(created)) return created;
		return { done: written("created", { added: shown.length }) };
	}
	const comments = await talk.comments();
	if (isRefusal(comments)) return comments;
	const plan = planComments(comments.done, shown, author.done);
	for (const id of plan.remove) {
		const removed = await talk.removeComment(id);
		// somebody may have been faster
		if (isRefusal(removed) && removed.status !== 404) return removed;
	}
	for (const suggestion of plan.add) {
		const added = await talk.addComment(suggestion);
		if (isRefusal(added)) return added;
	}
	const body = reviewBody(suggestions);
	if (own.body?.trimEnd() !== body) {
		const updated = await talk.updateReview(own.id, body);
		if (isRefusal(updated)) return updated;
	}
	return {
		done: written(shown.length === 0 ? "cleared" : "updated", {
			added: plan.add.length,
			kept: shown.length - plan.add.length,
			removed: plan.remove.length,
		}),
	};
}

function written(
	review: WrittenReview["review"],
	{ added = 0, kept = 0, removed = 0 }: Partial<Omit<WrittenReview, "review">>,
): WrittenReview {
	return { review, added, kept, removed };
}

/** Who has written something; nobody where the account is gone. */
interface User {
	readonly id: number;
	readonly type: string;
}

/** Whether somebody can have been us. */
type IsUs = (user: User | null | undefined) => boolean;

/**
 * Who writes with the token. With that of a person, this person alone; with that of an app, which cannot ask who it is, any bot: with our mark, it is this one or was started
 * as this one was.
 */
async function findAuthor(
	{ octokit, ask, isOfApp }: Client,
	errand: Errand,
): Promise<Answer<IsUs>> {
	const isBot: IsUs = (user) => user?.type === "Bot";
	if (isOfApp) return { done: isBot };
	const answer = await ask(errand, async () => {
		const { data } = await octokit.rest.users.getAuthenticated();
		return data.id;
	});
	if (!isRefusal(answer)) return { done: (user) => user?.id === answer.done };
	return answer.status === 403 ? { done: isBot } : answer;
}

/** A comment on a line, as far as it matters here. */
interface Comment {
	readonly id: number;
	readonly path: string;
	/** Absent or null where the line is no longer part of the diff. */
	readonly line?: number | null;
	readonly start_line?: number | null;
	readonly body: string;
	readonly user: User | null;
	readonly in_reply_to_id?: number;
}

/** What is to be done with the comments. */
interface Plan {
	readonly add: readonly Suggestion[];
	readonly remove: readonly number[];
}

function planComments(
	comments: readonly Comment[],
	suggestions: readonly Suggestion[],
	isUs: IsUs,
): Plan {
	const answered = new Set(comments.map((each) => each.in_reply_to_id));
	const open = new Set(suggestions);
	const remove: number[] = [];
	for (const comment of comments) {
		const mark = isUs(comment.user) ? commentMark(comment.body) : undefined;
		if (!mark || comment.in_reply_to_id !== undefined) continue;
		const isAnswered = answered.has(comment.id);
		const same = [...open].find(
			(each) =>
				each.fingerprint === mark.fingerprint &&
				each.digest === mark.digest &&
				// what people talk about is not said again further down
				(isAnswered || isAt(comment, each)),
		);
		if (same) open.delete(same);
		else if (!isAnswered) remove.push(comment.id);
	}
	return { add: [...open], remove };
}

function isAt(
	{ path, line, start_line }: Comment,
	suggestion: Suggestion,
): boolean {
	return (
		path === suggestion.path &&
		line === suggestion.last &&
		(start_line ?? line) === suggestion.first
	);
}

/** What the review says of all its comments together. */
function reviewBody({ shown, more }: Suggestions): string {
	return `${overview(shown.length, more)}\n\n${reviewMarker}`;
}

function overview(shown: number, more: number): string {
	if (shown === 0) return "mcp-config-lint has nothing left to suggest.";
	const all =
		shown === 1
			? "mcp-config-lint suggests a change of this pull request."
			: `mcp-config-lint suggests ${shown} changes of this pull request.`;
	if (more === 0) return all;
	return `${all} ${more} more ${more === 1 ? "comes" : "come"} when these are done; \`npx mcp-config-lint --fix\` makes all safe ones at once.`;
}

/** The requests about reviews of a pull request. */
function createTalk({ octokit, ask }: Client, pullRequest: PullRequest) {
	const { owner, repo, number, headSha, isFork } = pullRequest;
	const { pulls } = octokit.rest;
	const errand: Errand = {
		task: "write reviews",
		permission: "pull-requests: write",
		remedy: "leave `review` off",
		isFork,
	};
	const place = { owner, repo, pull_number: number };
	const each = { ...place, per_page: 100 };
	// made again, something would be there twice
	const once = { request: { retries: 0 } };
	return {
		errand,
		reviews: () => ask(errand, () => octokit.paginate(pulls.listReviews, each)),
		comments: () =>
			ask(errand, () => octokit.paginate(pulls.listReviewComments, each)),
		createReview: (suggestions: Suggestions) =>
			ask(errand, () =>
				pulls.createReview({
					...place,
					...once,
					commit_id: headSha,
					event: "COMMENT",
					body: reviewBody(suggestions),
					comments: suggestions.shown.map(commentOn),
				}),
			),
		updateReview: (review_id: number, body: string) =>
			ask(errand, () => pulls.updateReview({ ...place, review_id, body })),
		addComment: (suggestion: Suggestion) =>
			ask(errand, () =>
				pulls.createReviewComment({
					...place,
					...once,
					commit_id: headSha,
					...commentOn(suggestion),
				}),
			),
		removeComment: (comment_id: number) =>
			ask(errand, () => pulls.deleteReviewComment({ owner, repo, comment_id })),
	};
}

/** GitHub takes a first line only where it comes before the last one. */
function commentOn({ path, first, last, body }: Suggestion) {
	return {
		path,
		body,
		line: last,
		side: "RIGHT" as const,
		...(first < last && { start_line: first, start_side: "RIGHT" as const }),
	};
}
