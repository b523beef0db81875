import type { Document } from "../document.ts";
import { type Fix, fixWith, replace } from "../edit.ts";
import type { ToolListEntry } from "../permissions/tool-list.ts";
import { findWidening } from "../permissions/tool-list-mistakes.ts";
import { defineRule } from "../rule.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "risky",
	severity: "warning",
	summary: "An entry of a list of tools covers more than it says.",
	rationale: `
The lists \`tools\` and \`disallowedTools\` of an agent name tools, and nothing smaller. Claude Code drops the parentheses: \`tools: Bash(git *)\` gives the agent
all of Bash, and \`disallowedTools: Bash(rm *)\` takes all of it away. A \`*\` in \`tools\` grants every tool, whatever else is in the list. What an agent may do with
a tool is said by the permission rules of the settings, or by a \`PreToolUse\` hook in its front matter.

A space before the parenthesis makes two entries of one, in skills too: \`allowed-tools: Bash (git *)\` lets every command run without a question.`,
	examples: [
		{
			file: ".claude/agents/reviewer.md",
			bad: "---\nname: reviewer\ndescription: Reviews changes\ntools: Read, Bash(git *)\n---\nReview the changes.\n",
			good: "---\nname: reviewer\ndescription: Reviews changes\ntools: Read, Bash\n---\nReview the changes.\n",
		},
		{
			file: ".claude/skills/release/SKILL.md",
			bad: "---\ndescription: Makes a release\nallowed-tools: Bash (git tag *)\n---\nMake a release.\n",
			good: "---\ndescription: Makes a release\nallowed-tools: Bash(git tag *)\n---\nMake a release.\n",
			fix: "unsafe",
		},
	],
	needs: [{ syntax: "front-matter" }],

	*check({ toolLists }) {
		for (const { entries, document } of toolLists) {
			for (const [index, entry] of entries.entries()) {
				const widening = findWidening(entry, entries[index - 1]);
				if (widening === undefined) continue;
				const isUnasked = entry.list.effect === "skill-grant";
				yield {
					location: entry.location,
					message: `${quote(entry.text)} ${widening}.`,
					severity: isUnasked ? "error" : "warning",
					...joinWith(entries[index - 1], entry, document),
				};
			}
		}
	},
});

/** Takes out the white space that keeps parentheses from their tool. It changes what is allowed, so it is unsafe. */
function joinWith(
	before: ToolListEntry | undefined,
	{ text, location, list }: ToolListEntry,
	document: Document,
): { readonly fix?: Fix } {
	// the lists of agents know no parentheses
	const isKnown = list.effect.startsWith("skill-") && text.startsWith("(");
	if (!isKnown || !before || before.content !== undefined) return {};
	const gap = { ...location, start: before.location.end, end: location.start };
	const isGap = /^ +$/.test(document.text.slice(gap.start, gap.end));
	const edits = isGap ? [replace(gap, "")] : [];
	return fixWith("Remove the space", edits, { unsafe: true });
}
