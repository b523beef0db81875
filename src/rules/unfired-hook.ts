import type { Document } from "../document.ts";
import {
	type Fix,
	fixByWriting,
	fixWith,
	replace,
	replacePart,
} from "../edit.ts";
import { nameInMatchers } from "../permissions/tool-names.ts";
import {
	type HookEvent,
	hookEvent,
	type MatcherSubject,
} from "../project/hook-events.ts";
import { type MatcherPart, readMatcher } from "../project/hook-matchers.ts";
import type { HookGroup } from "../project/hooks.ts";
import {
	findNameMistake,
	findPatternMistake,
	invalidMatcherMessage,
	type MatcherMistake,
} from "../project/matcher-mistakes.ts";
import { readRegularExpression } from "../regular-expression.ts";
import { defineRule, type Problem, type Severity } from "../rule.ts";
import type { StringNode } from "../syntax/tree.ts";
import { either, isSlipOf, nearest, quote } from "../wording.ts";

/** Judging a regular expression costs; a file with more groups was not written by people. */
const MOST_GROUPS = 200;

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "A hook's matcher, or one of its alternatives, never fires.",
	rationale: `
A matcher of letters, digits, \`_\`, \`-\`, spaces, commas and \`|\` is a list of whole names; with any other character it is a JavaScript regular expression, which need not
match the whole name. Upper and lower case count. So \`mcp__github\` is the name of no tool (\`mcp__github__.*\` is all of that server), \`Bash(git *)\` matches nothing (the
condition belongs into \`if\` of the handler), and a glob such as \`*.ts\` is not even an expression. The client says nothing of all this, and a guard on \`PreToolUse\` or
\`PermissionRequest\` that never fires guards nothing.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "hooks": { "PreToolUse": [{ "matcher": "mcp__github", "hooks": [{ "type": "command", "command": "guard" }] }] } }',
			good: '{ "hooks": { "PreToolUse": [{ "matcher": "mcp__github__.*", "hooks": [{ "type": "command", "command": "guard" }] }] } }',
			fix: "unsafe",
		},
		{
			file: ".claude/settings.json",
			bad: '{ "hooks": { "PreToolUse": [{ "matcher": "Bash(git push *)", "hooks": [{ "type": "command", "command": "guard" }] }] } }',
			good: '{ "hooks": { "PreToolUse": [{ "matcher": "Bash", "hooks": [{ "type": "command", "command": "guard", "if": "Bash(git push *)" }] }] } }',
		},
		{
			file: ".claude/settings.json",
			bad: '{ "hooks": { "SessionStart": [{ "matcher": "start", "hooks": [{ "type": "command", "command": "setup" }] }] } }',
			good: '{ "hooks": { "SessionStart": [{ "matcher": "startup", "hooks": [{ "type": "command", "command": "setup" }] }] } }',
			fix: "unsafe",
		},
	],
	needs: [{ words: ["hooks"] }],

	*check({ hooks }) {
		const groups = hooks.slice(0, MOST_GROUPS);
		const listed = toolsListed(groups);
		for (const group of groups) {
			const event = hookEvent(group.event);
			if (!event || !group.matcher) continue;
			for (const problem of findUnfired(group, event, listed)) {
				const { message } = problem;
				yield { ...problem, message: `Hook on ${group.event}: ${message}.` };
			}
		}
	},
});

/** The tools that lists of names mention, by event, of each document. */
type Listed = ReadonlyMap<Document, ReadonlyMap<string, ReadonlySet<string>>>;

function findUnfired(
	group: HookGroup,
	{ subject, isGuard }: HookEvent,
	listed: Listed,
): Problem[] {
	const { matcher } = group;
	if (!matcher || subject.sort === "anything" || subject.sort === "nothing")
		return [];
	const severity = isGuard ? "error" : "warning";
	const parsed = readMatcher(group);
	if (parsed.sort === "invalid") {
		const message = invalidMatcherMessage(matcher.value);
		return [{ location: matcher, message, severity }];
	}
	if (parsed.sort !== "names" && parsed.sort !== "pattern") return [];
	if (parsed.parts.length === 0) {
		const message = `the matcher ${quote(matcher.value)} names nothing, so it never fires; remove it if the hook is always to run`;
		return [{ location: matcher, message, severity }];
	}
	// an alternative that is empty matches everything
	if (parsed.parts.some(({ text }) => text === "")) return [];
	if (subject.sort === "value") {
		return parsed.sort === "names"
			? parsed.parts.flatMap((part) => findUnknownValue(group, part, subject))
			: findUnmatchedValues(matcher, parsed.parts, subject);
	}
	const find = parsed.sort === "names" ? findNameMistake : findPatternMistake;
	const others = listed.get(group.document)?.get(group.event);
	return parsed.parts.flatMap((part) => {
		const mistake = find(part.text);
		if (!mistake) return [];
		const { location } = part;
		const judged = judgeMistake(mistake, severity, others);
		return [{ location, ...judged, ...fixOf(group, part, mistake, others) }];
	});
}

type Values = Extract<MatcherSubject, { sort: "value" }>;

function findUnknownValue(
	group: HookGroup,
	part: MatcherPart,
	{ values, open }: Values,
): Problem[] {
	const { text, location } = part;
	if (values.includes(text)) return [];
	const meant =
		nearest(text, values) ??
		values.find((value) => value.startsWith(text.toLowerCase()));
	if (open && !meant) return [];
	const remedy = meant ? `write "${meant}"` : `the event has ${either(values)}`;
	const message = `${quote(text)} is none of its values, so it never fires; ${remedy}`;
	const fix = meant && isSlipOf(text, meant) && rewritePart(group, part, meant);
	return [{ location, message, ...fix }];
}

/** The fix that writes an alternative as it was meant. It changes what fires, so it is unsafe. */
function rewritePart(
	{ matcher, document }: HookGroup,
	{ text, location }: MatcherPart,
	meant: string | undefined,
): { readonly fix?: Fix } {
	if (!matcher || meant === undefined) return {};
	// with a sign of expressions, commas and the spaces beside "|" would count
	const isList = /^[\w\- ,|]*$/.test(matcher.value);
	if (isList && !/^[\w|-]*$/.test(meant) && /[ ,]/.test(matcher.value))
		return {};
	return fixByWriting(meant, replacePart(document, location, text, meant));
}

/** An expression is judged as a whole: what it could match beside is nobody's mistake. */
function findUnmatchedValues(
	matcher: StringNode,
	parts: readonly MatcherPart[],
	{ values, open }: Values,
): Problem[] {
	const expressions = parts.map(({ text }) => readRegularExpression(text));
	const canFire = expressions.some(
		(expression) => !expression || values.some(expression.matches),
	);
	if (open || canFire) return [];
	const message = `${quote(matcher.value)} matches none of its values, so it never fires; the event has ${either(values)}`;
	return [{ location: matcher, message }];
}

/** A tool that is no more is no loss where what took its place is named as well. */
function judgeMistake(
	{ message, replacement }: MatcherMistake,
	severity: Severity,
	listed: ReadonlySet<string> = new Set(),
): { message: string; severity: Severity } {
	if (replacement === undefined) return { message, severity };
	if (replacement === "" || listed.has(replacement)) {
		return { message: `${message}; remove it`, severity: "info" };
	}
	return { message: `${message}; write that`, severity: "warning" };
}

/** Writes what was meant or, where nothing is lost with the alternative, takes it out. */
function fixOf(
	group: HookGroup,
	part: MatcherPart,
	{ meant, replacement }: MatcherMistake,
	listed: ReadonlySet<string> = new Set(),
): { readonly fix?: Fix } {
	if (meant !== undefined || replacement === undefined)
		return rewritePart(group, part, meant);
	return replacement === "" || listed.has(replacement)
		? removePart(group, part)
		: rewritePart(group, part, replacement);
}

/** Takes an alternative out of a list, with the `|` beside it. */
function removePart(
	{ document: { text: source } }: HookGroup,
	{ text, location }: MatcherPart,
): { readonly fix?: Fix } {
	const { start, end } = location;
	if (source.slice(start, end) !== text) return {};
	const range =
		source[end] === "|"
			? { ...location, end: end + 1 }
			: { ...location, start: start - 1 };
	const isBeside = source[end] === "|" || source[start - 1] === "|";
	return isBeside
		? fixWith("Remove it", [replace(range, "")], { unsafe: true })
		: {};
}

function toolsListed(groups: readonly HookGroup[]): Listed {
	const listed = new Map<Document, Map<string, Set<string>>>();
	for (const group of groups) {
		const matcher = readMatcher(group);
		if (matcher.sort !== "names" && matcher.sort !== "pattern") continue;
		const events = listed.get(group.document) ?? new Map<string, Set<string>>();
		const names = events.get(group.event) ?? new Set<string>();
		for (const { text } of matcher.parts) names.add(nameInMatchers(text));
		listed.set(group.document, events.set(group.event, names));
	}
	return listed;
}
