import { isOutside } from "../paths.ts";
import type { PageOptions } from "../reporters/markdown.ts";
import type { Event } from "./event.ts";

/**
 * Where a line of a file can be seen on the server that a workflow runs for: in the commit that the results belong to.
 * @param server its address; absent: nowhere
 * @param inRepository what the repository calls a file
 */
export function blobLinks(
	server: string | undefined,
	{ owner, repo, head }: Event,
	inRepository: (file: string) => string,
): Pick<PageOptions, "linkTo"> {
	if (!server || !repo || !head) return {};
	return {
		linkTo: (file, line) => {
			const inside = inRepository(file);
			if (isOutside(inside)) return undefined;
			const path = inside.split("/").map(encodeSegment).join("/");
			return `${server}/${owner}/${repo}/blob/${head}/${path}#L${line}`;
		},
	};
}

/** Parentheses would end a link of Markdown. */
function encodeSegment(name: string): string {
	return encodeURIComponent(name).replace(
		/[()]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16)}`,
	);
}
