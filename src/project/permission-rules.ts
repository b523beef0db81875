import type { Document } from "../document.ts";
import { type StringNode, stringItems, valueAt } from "../syntax/tree.ts";
import { quote } from "../wording.ts";

/** What a permission rule can ask of the client. */
export const behaviors = ["allow", "ask", "deny"] as const;

export type Behavior = (typeof behaviors)[number];

/** One rule of `permissions.allow`, `ask` or `deny`. */
export interface PermissionRule {
	readonly behavior: Behavior;
	readonly text: string;
	readonly node: StringNode;
	readonly document: Document;
	/** Why the client skips it, and what to write instead; absent for a rule that it keeps. */
	readonly mistake: string | undefined;
}

/** The rules that a settings document holds, in its order. */
export function readPermissionRules(document: Document): PermissionRule[] {
	if (document.kind.schema !== "claude-settings") return [];
	return behaviors.flatMap((behavior) =>
		stringItems(valueAt(document.root, "permissions", behavior)).map(
			(node) => ({
				behavior,
				text: node.value,
				node,
				document,
				mistake: findRuleMistake(node.value, behavior),
			}),
		),
	);
}

/** A rule's text, taken apart as the client does: `Tool` or `Tool(content)`. */
export interface RuleText {
	readonly tool: string;
	/** Absent for a rule without parentheses. */
	readonly content: string | undefined;
}

/**
 * Takes a rule apart at its first `(` and its last `)`; escaped ones do not count. Nothing for a text of another form.
 * Source: some 2,500 texts put to 2.1.329.
 */
export function parseRuleText(text: string): RuleText | undefined {
	const open = findUnescaped(text, "(");
	if (open === -1) {
		return findUnescaped(text, ")") === -1
			? { tool: text, content: undefined }
			: undefined;
	}
	const last = text.length - 1;
	const isClosed = text.endsWith(")") && !isEscaped(text, last);
	if (!isClosed || /[()]/.test(text.slice(0, open))) return undefined;
	return open === 0
		? { tool: text, content: undefined }
		: { tool: text.slice(0, open), content: text.slice(open + 1, last) };
}

function findUnescaped(text: string, character: string): number {
	let index = text.indexOf(character);
	while (index !== -1 && isEscaped(text, index)) {
		index = text.indexOf(character, index + 1);
	}
	return index;
}

/** Whether an odd number of backslashes stands before the character. */
function isEscaped(text: string, index: number): boolean {
	let before = 0;
	while (text[index - 1 - before] === "\\") before++;
	return before % 2 === 1;
}

/** An escaped parenthesis beside unescaped ones that do not pair up: how the client judges it, over every text of up to five characters between its outer parentheses. */
function hasAmbiguousParentheses(text: string): boolean {
	if (!/(?<!\\)\\[()]/.test(text)) return false;
	const unescaped = text.replace(/\\[\s\S]/g, "");
	return unescaped.split("(").length !== unescaped.split(")").length;
}

/** The tools that a rule can be about, on 2.1.329. */
const TOOLS: readonly string[] = [
	"Agent",
	"Bash",
	"Cd",
	"Edit",
	"Glob",
	"Grep",
	"Monitor",
	"NotebookEdit",
	"PowerShell",
	"Read",
	"Skill",
	"Task",
	"TodoWrite",
	"WebFetch",
	"WebSearch",
	"Write",
];

/** Tools whose content is a path pattern. */
const FILE_TOOLS: readonly string[] = [
	"Read",
	"Write",
	"Edit",
	"Glob",
	"NotebookRead",
	"NotebookEdit",
	"Cd",
];

/**
 * Why Claude Code skips a rule, and what to write; nothing for a rule that it keeps, useful or not.
 * Source: 216 rules put to 2.1.329 in each list.
 */
export function findRuleMistake(
	text: string,
	behavior: Behavior,
): string | undefined {
	if (text.trim() === "") return "The rule is empty; remove it";
	const parsed = parseRuleText(text);
	if (!parsed)
		return `${quote(text)} is not "Tool" or "Tool(content)" up to its last character; ${repairHint(text)}`;
	const { tool, content } = parsed;
	if (text === "()") return 'A tool name is missing before "()"';
	if (content === "")
		return `The parentheses of ${quote(text)} are empty; write ${quote(tool)} for every use of the tool, or put a pattern in`;
	return (
		findToolMistake(tool, content, behavior) ??
		findEscapeMistake(text) ??
		findContentMistake(tool, content)
	);
}

function findEscapeMistake(text: string): string | undefined {
	return hasAmbiguousParentheses(text)
		? `It is not clear which parentheses of ${quote(text)} are escaped; escape them in pairs, and write a path with "/"`
		: undefined;
}

function repairHint(text: string): string {
	if (/^(["']).*\1$/.test(text)) return "remove the quotes inside it";
	if (/\)\s*,/.test(text)) return "write each rule as an item of its own";
	if (text.endsWith(")") && isEscaped(text, text.length - 1)) {
		return 'the backslash escapes the last ")", so write two backslashes';
	}
	if (/\)\s+$/.test(text)) return "remove the white space at its end";
	const opened = text.split("(").length;
	const closed = text.split(")").length;
	if (closed < opened) return 'add the ")" at its end';
	if (opened < closed && !text.includes("(")) return 'the "(" is missing';
	return 'end it with the closing ")"';
}

function findToolMistake(
	tool: string,
	content: string | undefined,
	behavior: Behavior,
): string | undefined {
	const mcp = /^mcp__(?!__|$)/.test(tool);
	if (mcp && content !== undefined) {
		const isRule =
			findToolMistake(tool.trim(), undefined, behavior) === undefined;
		const remedy = isRule
			? `write ${quote(tool.trim())}, which covers every call of it`
			: "name the tool without them";
		return `MCP rules take no parentheses; ${remedy}`;
	}
	if (!tool.includes("_") && /^\p{Ll}/u.test(tool)) {
		const known = TOOLS.find(
			(each) => each.toLowerCase() === tool.toLowerCase(),
		);
		return `Tool names start with a capital letter; ${known ? `write ${quote(known)}` : "write the name of a tool, such as Bash or Read"}`;
	}
	if (
		behavior === "allow" &&
		tool.includes("*") &&
		!/^mcp__[^*]+?__/.test(tool)
	) {
		const [, named] = /^([A-Z][A-Za-z]*):/.exec(tool) ?? [];
		const remedy = named
			? `write "${named}" for every use of the tool, or "${named}(…)" for some`
			: 'name the tool, or write "mcp__<server>__*" for all tools of one server';
		return `The wildcard tool name ${quote(tool)} is only for ask and deny rules; ${remedy}`;
	}
	return undefined;
}

function findContentMistake(
	tool: string,
	content: string | undefined,
): string | undefined {
	if (content === undefined) return undefined;
	if (tool === "Bash" && content === ":*") {
		return 'A command is missing before ":*"; write "Bash" for every command';
	}
	if (FILE_TOOLS.includes(tool) && content.includes(":*")) {
		return `":*" is for Bash commands; in a path pattern write "*" or "**": ${quote(content === ":*" ? tool : `${tool}(${content.replace(":*", "/**")})`)}`;
	}
	if (tool === "WebSearch" && content !== "*" && /[*?]/.test(content)) {
		return 'WebSearch takes exact search terms, no "*" or "?"; write "WebSearch" for every search';
	}
	if (tool === "WebFetch") return findDomainMistake(content);
	return undefined;
}

function findDomainMistake(content: string): string | undefined {
	if (content === "*") return undefined;
	const [, host] = /^(?:domain:)?[a-z]+:\/\/([^/:*]*)/i.exec(content) ?? [];
	if (content.includes("://") || /^https?/.test(content)) {
		const meant = host ? `: ${quote(`WebFetch(domain:${host})`)}` : "";
		return `WebFetch takes a domain, not a URL; write "domain:" and the host name${meant}`;
	}
	if (content.startsWith("domain:")) return undefined;
	const bareHost = content.replace(/^[a-z]+:/i, "");
	return `WebFetch needs "domain:" before the host name: ${quote(`WebFetch(domain:${bareHost})`)}`;
}
