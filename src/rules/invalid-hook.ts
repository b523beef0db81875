import type { Document } from "../document.ts";
import { fixByRenaming, fixWith, wrapMembers } from "../edit.ts";
import { pointerTokens } from "../location.ts";
import { isExample } from "../project/example-files.ts";
import { hookEvent } from "../project/hook-events.ts";
import { readerOf } from "../project/project.ts";
import { defineRule, type Problem } from "../rule.ts";
import {
	knownKeys,
	rootSchemas,
	schemasAt,
	type Violation,
} from "../schema.ts";
import { effectiveProperties, property } from "../syntax/tree.ts";
import { violationFix } from "../violation-fix.ts";
import { violationProblem } from "../violation-message.ts";
import { isSlipOf, nearest, quote } from "../wording.ts";

export default defineRule({
	effect: "skipped",
	severity: "error",
	summary: "A hook has the wrong shape, so it or the whole file is dropped.",
	rationale: `
Hooks stand under the name of an event, in a list of groups, each with a list of handlers:
\`{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "…" }] }] } }\`. Claude Code drops a malformed hook, and the whole settings file where the event is
\`PreToolUse\` or \`PermissionRequest\`: such a hook may be what guards the permissions in the same file. An agent with such a hook in its front
matter is not loaded; a skill is loaded without any hook.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "hooks": { "PreToolUse": [{ "hooks": [{ "type": "command", "command": "./guard", "timeout": "30" }] }] } }',
			good: '{ "hooks": { "PreToolUse": [{ "hooks": [{ "type": "command", "command": "./guard", "timeout": 30 }] }] } }',
			fix: "safe",
		},
		{
			file: ".claude/settings.json",
			bad: '{ "hooks": { "PostToolUsed": [{ "hooks": [{ "type": "command", "command": "./format" }] }] } }',
			good: '{ "hooks": { "PostToolUse": [{ "hooks": [{ "type": "command", "command": "./format" }] }] } }',
			fix: "unsafe",
		},
		{
			file: ".claude/settings.json",
			bad: '{ "hooks": { "Stop": [{ "type": "command", "command": "./notify" }] } }',
			good: '{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "./notify" }] }] } }',
		},
	],
	needs: [{ words: ["hooks"] }, { schema: "plugin-hooks" }],

	*check({ documents }) {
		for (const document of documents) {
			for (const violation of document.violations) {
				if (violation.subject !== "hook" || isPath(violation)) continue;
				if (violation.keyword === "additionalProperties") {
					yield* unknownEvent(document, violation);
				} else yield wrongShape(document, violation);
			}
		}
	},
});

/** The form of a path to a file with hooks; another rule looks at paths. */
function isPath({ keyword, params }: Violation): boolean {
	return keyword === "pattern" && String(params.pattern).includes("\\./");
}

/** An unknown key is an event only in `hooks` itself. A note there is dropped as well, and nothing is lost with it. */
function* unknownEvent(
	document: Document,
	{ node, params }: Violation,
): Generator<Problem> {
	if (node.pointer !== "/hooks") return;
	const event = String(params.additionalProperty);
	const found = property(node, event);
	if (!found || (isExample(document) && ANY_EVENT.test(event))) return;
	const isNote = /^(?:_|\/\/)/.test(event);
	const meant = isNote ? undefined : nearest(event, knownEvents(document));
	const isSetting = topLevelKeys(document).includes(event);
	const remedy = isSetting
		? "move it to the top level of the file."
		: meant
			? `did you mean ${quote(meant)}?`
			: "choose one of its events.";
	yield {
		location: found.key,
		message: `${readerOf(document)} knows no hook event ${quote(event)}; ${remedy}`,
		effect: "skipped",
		severity: isNote ? "info" : "error",
		...(meant !== undefined &&
			!isSetting &&
			isSlipOf(event, meant) &&
			!property(node, meant) &&
			fixByRenaming(document, found.key, meant)),
	};
}

/** What outlines write in the place of an event. */
const ANY_EVENT =
	/^(?:<[^<>]*>|\W*(?:your|some|any|the|hook)?[\s_-]?(?:hook)?[\s_-]?event[\s_-]?(?:name|type)?\W*)$/i;

function topLevelKeys({ schema }: Document): readonly string[] {
	return schema ? knownKeys(schema, rootSchemas(schema)) : [];
}

function knownEvents({ schema }: Document): readonly string[] {
	return schema ? knownKeys(schema, schemasAt(schema, "/hooks")) : [];
}

function wrongShape(document: Document, violation: Violation): Problem {
	const [, event = ""] = pointerTokens(violation.node.pointer);
	const owner = event ? `Hook on ${event}` : "Hooks";
	const problem = {
		...violationProblem(violation, owner),
		...violationFix(document, violation),
	};
	if (lacksWrapper(violation)) return describeBareEvents(document, violation);
	if (isHandlerAsGroup(violation)) {
		return {
			...problem,
			message: `${owner}: a handler stands in the place of a group; put it into "hooks": [{ … }].`,
		};
	}
	if (isEmptyList(violation)) return { ...problem, severity: "warning" };
	return isListOfNothing(document, violation)
		? { ...problem, effect: "skipped" }
		: problem;
}

/** A file of hooks without the key under which the events stand. */
function lacksWrapper({ keyword, node, params }: Violation): boolean {
	return (
		keyword === "required" &&
		node.pointer === "" &&
		params.missingProperty === "hooks"
	);
}

function describeBareEvents(
	document: Document,
	{ node, effect }: Violation,
): Problem {
	const keys = effectiveProperties(node).map(({ key }) => key);
	const events = keys.filter(({ value }) => hookEvent(value));
	const [first] = events;
	const isGuard = events.some(({ value }) => hookEvent(value)?.isGuard);
	const lost = isGuard
		? "loads nothing of a plugin whose guards it cannot find"
		: "loads no hook of it";
	if (!first || node.type !== "object") {
		return {
			location: { ...node, end: node.start + 1 },
			message: `Hooks: "hooks" is missing, so ${readerOf(document)} rejects the file; put the events into { "hooks": { … } }.`,
			effect,
		};
	}
	return {
		location: first,
		message: `Hooks: the events stand at the top level, so ${readerOf(document)} ${lost}; put them into { "hooks": { … } }.`,
		effect,
		...(events.length === keys.length &&
			fixWith('Put them into "hooks"', wrapMembers(document, node, "hooks"), {
				unsafe: true,
			})),
	};
}

/** A group without `hooks` that has what a handler has. */
function isHandlerAsGroup({ keyword, node, params }: Violation): boolean {
	return (
		keyword === "required" &&
		params.missingProperty === "hooks" &&
		["type", "command", "url", "prompt"].some((key) => property(node, key))
	);
}

/** A file of hooks in which nothing is, in the wrong brackets. */
function isEmptyList({ node }: Violation): boolean {
	return (
		node.pointer === "" && node.type === "array" && node.items.length === 0
	);
}

/** `hooks` as a list costs a settings file only if a hook could be in it. */
function isListOfNothing({ kind }: Document, { node }: Violation): boolean {
	return (
		kind.schema === "claude-settings" &&
		node.pointer === "/hooks" &&
		node.type === "array" &&
		!node.items.some(({ type }) => type === "object")
	);
}
