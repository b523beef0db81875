/** Which repository is meant. */
export interface Repository {
	readonly owner: string;
	readonly repo: string;
}

/** Which pull request is meant. */
export interface PullRequest extends Repository {
	readonly number: number;
	/** The commit that was linted. */
	readonly headSha: string;
	/** Its branch is in another repository. */
	readonly isFork: boolean;
}
