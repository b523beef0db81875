/** Which diagnostic a comment is about, and what it says about it. */
export interface CommentMark {
	readonly fingerprint: string;
	readonly digest: string;
}

/** What nobody sees in a comment, and tells it by on the next run. It is the last thing there: what stands before may be from a file. */
export function commentMarker(fingerprint: string, digest: string): string {
	return `<!-- mcp-config-lint ${fingerprint} ${digest} -->`;
}

/** The mark at the end of a comment; undefined for one that is not of ours. */
export function commentMark(body: string): CommentMark | undefined {
	const [, fingerprint, digest] =
		/(?:^|\n)<!-- mcp-config-lint ([0-9a-f]{32}) ([0-9a-f]{16}) -->\s*$/.exec(
			body,
		) ?? [];
	return fingerprint !== undefined && digest !== undefined
		? { fingerprint, digest }
		: undefined;
}

/** The same of a review. */
export const reviewMarker = "<!-- mcp-config-lint review -->";

/** Whether a review has the mark at its end. */
export function hasReviewMarker(body: string): boolean {
	const end = body.trimEnd();
	return end === reviewMarker || end.endsWith(`\n${reviewMarker}`);
}
