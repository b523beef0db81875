import { quote } from "../wording.ts";
import type { Behavior } from "./behavior.ts";
import { isEscaped, parseRuleText } from "./rule-text.ts";
import { FILE_TOOLS, toolSpelling } from "./tools.ts";

/** An escaped parenthesis beside unescaped ones that do not pair up: how the client judges it, over every text of up to five characters between its outer parentheses. */
function hasAmbiguousParentheses(text: string): boolean {
	if (!/(?<!\\)\\[()]/.test(text)) return false;
	const unescaped = text.replace(/\\[\s\S]/g, "");
	return unescaped.split("(").length !== unescaped.split(")").length;
}

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
		const known = toolSpelling(tool);
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
	const [bareHost = ""] = content.replace(/^[a-z]+:/i, "").split(/[/:]/, 1);
	return `WebFetch needs "domain:" before the host name: ${quote(`WebFetch(domain:${bareHost})`)}`;
}
