import type { Document } from "../document.ts";
import { parseRuleText } from "../permissions/rule-text.ts";
import { nameInMatchers } from "../permissions/tool-names.ts";
import { formerTools, toolByName } from "../permissions/tools.ts";
import { findConditionMistake } from "../project/hook-conditions.ts";
import { hookEvent } from "../project/hook-events.ts";
import {
	firesOn,
	type Matcher,
	readMatcher,
} from "../project/hook-matchers.ts";
import type { HookGroup } from "../project/hooks.ts";
import {
	findNameMistake,
	findPatternMistake,
} from "../project/matcher-mistakes.ts";
import { defineRule, type Problem } from "../rule.ts";
import type { StringNode } from "../syntax/tree.ts";
import { both, quote } from "../wording.ts";

/** Judging a regular expression costs; a file with more groups was not written by people. */
const MOST_GROUPS = 200;

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "A hook's condition never holds, so the hook never runs.",
	rationale: `
The \`if\` of a handler has the form of a permission rule, and holds for less than one: for one tool that is named in full, without wildcards, and only for commands and paths by what
stands in the parentheses. \`Edit(*.ts)\` is about the tool Edit alone, not about Write. Where it holds for nothing, or is no rule, Claude Code skips the hook without a word; on an event that is not
about tools every \`if\` does so. A guard on \`PreToolUse\` then guards nothing.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "hooks": { "PreToolUse": [{ "matcher": "mcp__github__.*", "hooks": [{ "type": "command", "command": "guard", "if": "mcp__github__*" }] }] } }',
			good: '{ "hooks": { "PreToolUse": [{ "matcher": "mcp__github__.*", "hooks": [{ "type": "command", "command": "guard" }] }] } }',
		},
		{
			file: ".claude/settings.json",
			bad: '{ "hooks": { "PostToolUse": [{ "matcher": "Edit|Write", "hooks": [{ "type": "command", "command": "format", "if": "Edit(*.ts)" }] }] } }',
			good: '{ "hooks": { "PostToolUse": [{ "matcher": "Edit|Write", "hooks": [{ "type": "command", "command": "format", "if": "Edit(*.ts)" }, { "type": "command", "command": "format", "if": "Write(*.ts)" }] }] } }',
		},
	],
	needs: [{ words: ["hooks"] }],

	*check({ hooks }) {
		const groups = hooks.slice(0, MOST_GROUPS);
		const covered = toolsCovered(groups);
		for (const group of groups) {
			const event = hookEvent(group.event);
			if (!event) continue;
			const isAboutTools = event.subject.sort === "tool";
			const problems = isAboutTools
				? findUnmet(group, covered.get(group.document)?.get(group.event))
				: findOutOfPlace(group);
			const severity = event.isGuard ? "error" : "warning";
			for (const problem of problems) {
				const { message } = problem;
				yield {
					severity,
					...problem,
					message: `Hook on ${group.event}: ${message}.`,
				};
			}
		}
	},
});

function conditionsOf({ handlers }: HookGroup): StringNode[] {
	return handlers.flatMap(({ condition }) =>
		condition && condition.value !== "" ? [condition] : [],
	);
}

function findOutOfPlace(group: HookGroup): Problem[] {
	return conditionsOf(group).map((location) => ({
		location,
		message: `only events about tools can have an "if", so this hook never runs; remove ${quote(location.value)}`,
	}));
}

function findUnmet(
	group: HookGroup,
	covered: ReadonlySet<string> = new Set(),
): Problem[] {
	const conditions = conditionsOf(group);
	if (conditions.length === 0) return [];
	const matcher = readMatcher(group);
	const isSound = !hasMistake(matcher);
	const problems = conditions.flatMap((condition) => {
		const mistake = findConditionMistake(condition.value);
		if (mistake !== undefined) return [mistakeProblem(condition, mistake)];
		return isSound ? findExcluded(condition, matcher) : [];
	});
	return problems.length > 0
		? problems
		: findUncovered(group, matcher, covered);
}

/** Another rule speaks about the matcher. */
function hasMistake(matcher: Matcher): boolean {
	if (matcher.sort === "names") {
		return matcher.parts.some(({ text }) => findNameMistake(text));
	}
	return matcher.sort === "pattern"
		? matcher.parts.some(({ text }) => findPatternMistake(text))
		: matcher.sort === "invalid";
}

function mistakeProblem(location: StringNode, mistake: string): Problem {
	const clause = mistake.charAt(0).toUpperCase() + mistake.slice(1);
	const isHarmless = Object.hasOwn(formerTools, toolOf(location));
	return {
		location,
		message: `no call meets the condition ${quote(location.value)}. ${clause}`,
		...(isHarmless && { severity: "warning" }),
	};
}

/** The tool that a condition names, as it is written. */
function toolOf({ value }: StringNode): string {
	return parseRuleText(value)?.tool ?? "";
}

function findExcluded(condition: StringNode, matcher: Matcher): Problem[] {
	const tool = toolOf(condition);
	const isKnown = toolByName(tool) || tool.startsWith("mcp__");
	if (!isKnown || firesOn(matcher, tool) !== false) return [];
	return [
		{
			location: condition,
			message: `the matcher does not fire on ${tool}, so the condition ${quote(condition.value)} never holds; let both name the same tool`,
		},
	];
}

/** A tool that the matcher lists, and that every condition leaves out. */
function findUncovered(
	group: HookGroup,
	matcher: Matcher,
	covered: ReadonlySet<string>,
): Problem[] {
	const [condition] = conditionsOf(group);
	if (!condition || matcher.sort !== "names") return [];
	const left = matcher.parts
		.map(({ text }) => text)
		.filter((text) => toolByName(text) && !covered.has(nameInMatchers(text)));
	const [first] = left;
	if (first === undefined) return [];
	const { value } = condition;
	const tool = toolOf(condition);
	const isAlike = toolByName(first)?.content === toolByName(tool)?.content;
	const offer = isAlike
		? `"if": ${quote(value.replace(tool, first))}`
		: `an "if" about ${first}`;
	return [
		{
			location: condition,
			message: `the matcher names ${both(left)}, and the condition ${quote(value)} holds only for ${tool}; add a handler with ${offer}`,
		},
	];
}

/** The tools for which some handler runs that a list of names lets through, by document and event. */
function toolsCovered(
	groups: readonly HookGroup[],
): Map<Document, Map<string, Set<string>>> {
	const covered = new Map<Document, Map<string, Set<string>>>();
	for (const group of groups) {
		const matcher = readMatcher(group);
		if (matcher.sort !== "names") continue;
		const events =
			covered.get(group.document) ?? new Map<string, Set<string>>();
		const tools = events.get(group.event) ?? new Set<string>();
		for (const { condition } of group.handlers) {
			const names = condition?.value
				? [toolOf(condition)]
				: matcher.parts.map(({ text }) => text);
			for (const name of names) tools.add(nameInMatchers(name));
		}
		covered.set(group.document, events.set(group.event, tools));
	}
	return covered;
}
