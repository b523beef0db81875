/** What has happened on GitHub, as far as a lint cares. Commits are full hashes. */
export interface Event {
	readonly name: string;
	readonly owner: string;
	readonly repo: string;
	/** The commit that the results belong to: of a pull request its own last one, not the merge that GitHub makes of it. */
	readonly head: string;
	/** The commit that the changes are compared with: absent where nothing was changed, or everything is new. */
	readonly base?: string;
	/** Of a pull request what GitHub makes of its last commit and the base branch, which a checkout has where nobody names another commit. */
	readonly merge?: string;
	readonly pullRequest?: EventPullRequest;
}

/** What an event says about the pull request that it is of. */
export interface EventPullRequest {
	readonly number: number;
	/** It comes from another repository, so the token that a workflow is given may only read. */
	readonly isFork: boolean;
	/** The workflow is the base branch's, with its rights; so nothing of the pull request may decide. */
	readonly isPrivileged: boolean;
}

/**
 * Understands the event of a workflow run. What is missing or of the wrong type is as if it were not there: an event that nobody knows is a lint of everything.
 * @param payload the JSON in the file that `GITHUB_EVENT_PATH` names
 * @param environment the variables that the runner sets
 */
export function readEvent(
	payload: unknown,
	environment: Readonly<Record<string, string | undefined>>,
): Event {
	const name = environment.GITHUB_EVENT_NAME ?? "";
	const [owner = "", repo = ""] = (environment.GITHUB_REPOSITORY ?? "").split(
		"/",
	);
	const common = { name, owner, repo };
	const sha = environment.GITHUB_SHA ?? "";
	const pullRequest = Object(Object(payload).pull_request);
	const number = pullRequest.number;
	if (typeof number !== "number") {
		return { ...common, head: sha, ...baseOf(payload) };
	}
	const head = Object(pullRequest.head);
	const base = Object(pullRequest.base);
	const isPrivileged = name === "pull_request_target";
	return {
		...common,
		head: commit(head.sha) ?? sha,
		...optionalBase(base.sha),
		// with the rights of the base branch, the commit is that branch's own
		...(!isPrivileged && commit(sha) !== undefined && { merge: sha }),
		pullRequest: {
			number,
			isFork: Object(head.repo).full_name !== Object(base.repo).full_name,
			isPrivileged,
		},
	};
}

/** Of a push the commit before it, of a merge queue the branch that it merges into. */
function baseOf(payload: unknown): Pick<Event, "base"> {
	const { before, merge_group: group } = Object(payload);
	return optionalBase(before ?? Object(group).base_sha);
}

function optionalBase(value: unknown): Pick<Event, "base"> {
	const base = commit(value);
	return base === undefined ? {} : { base };
}

/** A hash; the one of zeros, which stands for a branch that was not there, is none. */
function commit(value: unknown): string | undefined {
	return typeof value === "string" &&
		/^[0-9a-f]{40,64}$/.test(value) &&
		!/^0+$/.test(value)
		? value
		: undefined;
}
