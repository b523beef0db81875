import type { Document } from "../document.ts";
import { type Edit, fixWith, removeProperty } from "../edit.ts";
import { parentPointer, pointerTokens } from "../location.ts";
import { hookEvent } from "../project/hook-events.ts";
import { defineRule } from "../rule.ts";
import { property, type StringNode, valueAt } from "../syntax/tree.ts";
import { quote } from "../wording.ts";

/** What fires on everything where matchers count; without an effect there either. */
const EVERYTHING = ["", "*", ".*", "^.*$", ".+"];

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "A hook has a matcher on an event that takes none.",
	rationale: `
Some events have nothing that a matcher could be compared with, such as \`Stop\` and \`UserPromptSubmit\`. Claude Code runs their hooks every time, whatever the matcher says, and does
not mention it. Remove the matcher, and let the hook itself look at its input; or put the hook on the event that is meant.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "hooks": { "Stop": [{ "matcher": "Bash", "hooks": [{ "type": "command", "command": "report" }] }] } }',
			good: '{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "report" }] }] } }',
			fix: "unsafe",
		},
	],
	needs: [{ words: ["hooks"] }],

	*check({ hooks }) {
		for (const { event, matcher, document } of hooks) {
			if (hookEvent(event)?.subject.sort !== "nothing" || !matcher) continue;
			if (EVERYTHING.includes(matcher.value)) continue;
			yield {
				location: matcher,
				message: `Hook on ${event}: this event takes no matcher, so the hook runs every time; remove ${quote(matcher.value)}.`,
				...fixWith("Remove the matcher", [removeMatcher(document, matcher)], {
					unsafe: true,
				}),
			};
		}
	},
});

function removeMatcher(
	document: Document,
	{ pointer }: StringNode,
): Edit | undefined {
	const group = valueAt(
		document.root,
		...pointerTokens(parentPointer(pointer)),
	);
	const found = property(group, "matcher");
	return found && removeProperty(document, found);
}
