import type { Document } from "../document.ts";
import { readerOf } from "../project/project.ts";
import { defineRule, type Problem } from "../rule.ts";
import {
	findFrontMatter,
	findMissedFence,
	isCutShort,
} from "../syntax/fences.ts";

export default defineRule({
	effect: "inert",
	severity: "error",
	summary: "The front matter does not start or end where it seems to.",
	rationale: `
Front matter starts with \`---\` in the very first line of the file, and Claude Code takes the next \`---\` for its end, wherever it stands: in the middle of a
description, or in a comment of dashes. What comes after it is text for the model. So a \`tools\` or a \`disallowedTools\` below such a line is lost without
a word, and the agent has every tool. Nothing is read of front matter that starts further down, or that has no end.`,
	examples: [
		{
			file: ".claude/agents/reviewer.md",
			bad: "---\nname: reviewer\ndescription: Reviews changes --- and nothing else\ntools: Read\n---\nReview the changes.\n",
			good: "---\nname: reviewer\ndescription: Reviews changes - and nothing else\ntools: Read\n---\nReview the changes.\n",
		},
	],
	needs: [{ syntax: "front-matter" }],

	*check({ documents }) {
		for (const document of documents) {
			if (document.kind.syntax !== "front-matter" || document.kind.belongs)
				continue;
			const problem = misreadFence(document);
			if (problem) yield problem;
		}
	},
});

function misreadFence(document: Document): Problem | undefined {
	const { file, text } = document;
	const client = readerOf(document);
	const range = findFrontMatter(text);
	if (!range) {
		const missed = findMissedFence(text);
		if (!missed) return undefined;
		return {
			location: { file, pointer: "", start: missed.start, end: missed.end },
			message: missed.isFirstLine
				? `The front matter has no end, so ${client} reads nothing of it; write "---" on a line of its own after it.`
				: `The front matter does not start in the first line, so ${client} reads nothing of it; remove what stands before this "---".`,
		};
	}
	if (!isCutShort(text, range)) return undefined;
	return {
		location: { file, pointer: "", start: range.end, end: range.end + 3 },
		message: `${client} takes this "---" for the end of the front matter, and reads nothing of what comes after it; write it in another way.`,
	};
}
