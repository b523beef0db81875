import { partLocator } from "../document.ts";
import type { Location } from "../location.ts";
import { namesOf } from "../permissions/tool-names.ts";
import {
	isRegularExpression,
	readRegularExpression,
} from "../regular-expression.ts";
import { hookEvent } from "./hook-events.ts";
import type { HookGroup } from "./hooks.ts";

/** One alternative of a matcher. */
export interface MatcherPart {
	readonly text: string;
	/** Its own characters, where these can be told. */
	readonly location: Location;
}

/**
 * A matcher as the client takes it. Source: measured on 2.1.329.
 * `names`: letters, digits, `_`, `-`, space, comma and `|` only, so it is a list of whole names, of which empty ones do not count.
 * `pattern`: a regular expression, which need not match the whole name; each alternative is one as well, and is compared with its spaces.
 */
export type Matcher =
	| { readonly sort: "everything" }
	| { readonly sort: "names"; readonly parts: readonly MatcherPart[] }
	| { readonly sort: "pattern"; readonly parts: readonly MatcherPart[] }
	/** It is a regular expression that is none, and fires on nothing. */
	| { readonly sort: "invalid" }
	/** Nobody wrote it by hand, so it is not judged. */
	| { readonly sort: "overlong" };

const LONGEST = 1000;

/** Takes the matcher of a group apart; not for events that take none or compare otherwise. */
export function readMatcher({ matcher, document }: HookGroup): Matcher {
	const text = matcher?.value ?? "";
	if (!matcher || text === "" || text === "*") return { sort: "everything" };
	if (text.length > LONGEST) return { sort: "overlong" };
	const isList = /^[\w\- ,|]*$/.test(text);
	if (!isList && !isRegularExpression(text)) return { sort: "invalid" };
	const parts = isList ? splitList(text) : splitPattern(text);
	const locate = partLocator(document, matcher);
	return {
		sort: isList ? "names" : "pattern",
		parts: parts.map(({ part, at }) => ({
			text: part,
			location: locate(part, at),
		})),
	};
}

interface Slice {
	readonly part: string;
	readonly at: number;
}

function splitList(text: string): Slice[] {
	return [...text.matchAll(/[^,|]+/g)]
		.map(({ 0: part, index }) => ({
			part: part.trim(),
			at: index + part.length - part.trimStart().length,
		}))
		.filter(({ part }) => part !== "");
}

/** The alternatives outside every parenthesis and bracket. */
function splitPattern(text: string): Slice[] {
	const slices: Slice[] = [];
	let start = 0;
	let depth = 0;
	for (const { 0: token, index } of text.matchAll(
		/\\[\s\S]|\[(?:[^\]\\]|\\[\s\S])*\]|[()|]/g,
	)) {
		if (token === "(") depth++;
		if (token === ")") depth--;
		if (token !== "|" || depth > 0) continue;
		slices.push({ part: text.slice(start, index), at: start });
		start = index + 1;
	}
	return [...slices, { part: text.slice(start), at: start }];
}

/** Whether a group fires on a tool; nothing where that cannot be told. */
export function firesOn(matcher: Matcher, tool: string): boolean | undefined {
	if (matcher.sort === "everything") return true;
	if (matcher.sort === "invalid") return false;
	if (matcher.sort === "overlong") return undefined;
	const names = namesOf(tool);
	if (matcher.sort === "names") {
		return matcher.parts.some(({ text }) => names.includes(text));
	}
	const answers = matcher.parts.map(({ text }) => {
		const expression = readRegularExpression(text);
		return expression && names.some((name) => expression.matches(name));
	});
	if (answers.includes(true)) return true;
	return answers.includes(undefined) ? undefined : false;
}

/** An MCP tool, or several of one server, that a matcher is about. */
export interface McpMention {
	/** The alternative that speaks of it. */
	readonly text: string;
	/** What stands between `mcp__` and the next `__`, if that is plain text; a name of a server can itself hold `__`, so it may go on in `rest`. */
	readonly server: string;
	/** What follows after that `__`: a tool's name, or a regular expression for several; absent where nothing does. */
	readonly rest: string | undefined;
	readonly location: Location;
}

/** The MCP names that a matcher mentions, for the events about tools; a server that is only described by an expression is not among them. */
export function mcpMentions(group: HookGroup): McpMention[] {
	if (hookEvent(group.event)?.subject.sort !== "tool") return [];
	const matcher = readMatcher(group);
	if (matcher.sort !== "names" && matcher.sort !== "pattern") return [];
	return matcher.parts.flatMap(({ text, location }) => {
		const [, server, rest] =
			/^\^?mcp__((?:(?!__)[\w-])+)(?:__([\s\S]*))?$/.exec(text) ?? [];
		return server === undefined ? [] : [{ text, server, rest, location }];
	});
}
