import type { Range } from "../location.ts";

/**
 * Where the front matter of a Markdown text stands: what is between its fences; nothing for a text that does not start with one.
 * Claude Code takes the first `---` after the opening line for the closing fence, wherever in a line it stands. Source: measured on 2.1.329.
 */
export function findFrontMatter(text: string): Range | undefined {
	const [opening] = /^---\s*\n/.exec(text) ?? [];
	if (opening === undefined) return undefined;
	const end = text.indexOf("---", opening.length);
	return end === -1 ? undefined : { start: opening.length, end };
}

/** Whether the closing fence stands behind something else in its line, where nobody means it to be one. */
export function isCutShort(text: string, { start, end }: Range): boolean {
	const line = text.lastIndexOf("\n", end - 1) + 1;
	return text.slice(Math.max(line, start), end).trim() !== "";
}

/** A fence that opens what was meant to be a front matter and is none. */
export interface MissedFence extends Range {
	/** It stands where it should, and nothing closes it. */
	readonly isFirstLine: boolean;
}

/** How far down somebody may have begun a front matter: behind blank lines, a comment, or the opening line of a block of code. */
const FIRST_LINES = 10;

/** The line of dashes above fields, in a text without front matter; nothing for a text that has none. */
export function findMissedFence(text: string): MissedFence | undefined {
	let start = 0;
	for (let line = 0; line < FIRST_LINES && start < text.length; line++) {
		const newline = text.indexOf("\n", start);
		const end = newline === -1 ? text.length : newline;
		const content = text.slice(start, Math.min(end, start + 1000));
		if (content.trim() === "---") {
			const below = text.slice(end, end + 1000);
			const at = start + content.indexOf("---");
			return /^\s*(?:name|description)[ \t]*:/.test(below)
				? { start: at, end: at + 3, isFirstLine: at === 0 }
				: undefined;
		}
		// a heading or a sentence: what comes below is no front matter
		if (!/^\s*(?:$|<!--|```)/.test(content)) return undefined;
		start = end + 1;
	}
	return undefined;
}
