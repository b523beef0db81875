import type { Document } from "../document.ts";
import { fixByWriting, replacePart } from "../edit.ts";
import {
	currentTools,
	nameInMatchers,
	namesOf,
} from "../permissions/tool-names.ts";
import { toolByName } from "../permissions/tools.ts";
import { hookEvent } from "../project/hook-events.ts";
import { type MatcherPart, readMatcher } from "../project/hook-matchers.ts";
import type { HookGroup } from "../project/hooks.ts";
import { defineRule, type Problem } from "../rule.ts";
import { both, quote } from "../wording.ts";

export default defineRule({
	effect: "risky",
	severity: "info",
	summary: "A hook's matcher fires on more tools than it names.",
	rationale: `
One character that is no letter, digit, \`_\`, \`-\`, space, comma or \`|\` makes the whole matcher a regular expression, and an expression need not match the whole name: in
\`Edit|Write|mcp__files__.*\` the word \`Edit\` also fires on NotebookEdit, and \`Bash\` on TaskStop, which is still called KillBash there. A hook that blocks or rewrites is then
asked about calls that it was not written for. Put \`^\` and \`$\` around the words, or use two groups. An alternative that is empty, as in \`a || b\`, fires on every tool.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "hooks": { "PreToolUse": [{ "matcher": "Edit|mcp__files__.*", "hooks": [{ "type": "command", "command": "guard" }] }] } }',
			good: '{ "hooks": { "PreToolUse": [{ "matcher": "^Edit$|mcp__files__.*", "hooks": [{ "type": "command", "command": "guard" }] }] } }',
			fix: "unsafe",
		},
	],
	needs: [{ words: ["hooks"] }],

	*check({ hooks }) {
		for (const group of hooks) {
			if (hookEvent(group.event)?.subject.sort !== "tool") continue;
			for (const problem of findLoose(group)) {
				const { message } = problem;
				yield { ...problem, message: `Hook on ${group.event}: ${message}.` };
			}
		}
	},
});

function findLoose(group: HookGroup): Problem[] {
	const matcher = readMatcher(group);
	if (matcher.sort !== "pattern" || !group.matcher) return [];
	const { parts } = matcher;
	const { value } = group.matcher;
	if (parts.some(({ text }) => text === "")) {
		const message = `an alternative of ${quote(value)} is empty, which matches every tool; write one "|" between names, and none at the ends`;
		return [{ location: group.matcher, message, severity: "warning" }];
	}
	if (/^\[[^\]]*\]$/.test(value) && namesInBrackets(value).length > 0) {
		const names = namesInBrackets(value).join("|");
		const message = `brackets mean any one of the characters in them, so ${quote(value)} fires on nearly every tool; write ${quote(names)}`;
		return [{ location: group.matcher, message, severity: "warning" }];
	}
	const listed = new Set(parts.map(({ text }) => nameInMatchers(text)));
	return parts.flatMap((part) => findLoosePart(part, listed, group.document));
}

function namesInBrackets(text: string): string[] {
	return text.split(/[^A-Za-z]+/).filter(toolByName);
}

/** A plain name of a tool among expressions. Its other matches are no surprise where they are named too. */
function findLoosePart(
	{ text, location }: MatcherPart,
	listed: ReadonlySet<string>,
	document: Document,
): Problem[] {
	if (!toolByName(text)) return [];
	const others = currentTools
		.filter(({ name }) => !listed.has(name))
		.map(({ name }) => name)
		.filter((name) => namesOf(name).some((each) => each.includes(text)));
	if (others.length === 0) return [];
	const shown = both(
		others.length > 3 ? [...others.slice(0, 2), "others"] : others,
	);
	const exact = `^${text}$`;
	const message = `in a regular expression ${quote(text)} also fires on ${shown}; write ${quote(exact)} for that tool alone`;
	return [
		{
			location,
			message,
			...fixByWriting(exact, replacePart(document, location, text, exact)),
		},
	];
}
