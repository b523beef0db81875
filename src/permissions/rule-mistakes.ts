import { quote } from "../wording.ts";
import type { Behavior } from "./behavior.ts";
import { isEscaped, parseRuleText, ruleText } from "./rule-text.ts";
import { FILE_TOOLS, toolSpelling } from "./tools.ts";

/** An escaped parenthesis beside unescaped ones that do not pair up: how the client judges it, over every text of up to five characters between its outer parentheses. */
function hasAmbiguousParentheses(text: string): boolean {
	if (!/(?<!\\)\\[()]/.test(text)) return false;
	const unescaped = text.replace(/\\[\s\S]/g, "");
	return unescaped.split("(").length !== unescaped.split(")").length;
}

/** Why the client skips a rule. */
export interface RuleMistake {
	/** What is wrong, and what to write, without a full stop. */
	readonly message: string;
	/** The rule as it was meant; absent where that is not clear, or where a rule can only say more. */
	readonly meant?: string;
}

/**
 * Why Claude Code skips a rule, and what to write; nothing for a rule that it keeps, useful or not.
 * Source: 216 rules put to 2.1.329 in each list.
 */
export function findRuleMistake(
	text: string,
	behavior: Behavior,
): RuleMistake | undefined {
	if (text.trim() === "") return { message: "The rule is empty; remove it" };
	const parsed = parseRuleText(text);
	if (!parsed) {
		const { message, meant } = repair(text);
		return {
			message: `${quote(text)} is not "Tool" or "Tool(content)" up to its last character; ${message}`,
			...(meant !== undefined && { meant }),
		};
	}
	const { tool, content } = parsed;
	if (text === "()") return { message: 'A tool name is missing before "()"' };
	if (content === "") {
		return {
			message: `The parentheses of ${quote(text)} are empty; write ${quote(tool)} for every use of the tool, or put a pattern in`,
			meant: tool,
		};
	}
	return (
		findToolMistake(tool, content, behavior) ??
		findEscapeMistake(text) ??
		findContentMistake(tool, content)
	);
}

function findEscapeMistake(text: string): RuleMistake | undefined {
	return hasAmbiguousParentheses(text)
		? {
				message: `It is not clear which parentheses of ${quote(text)} are escaped; escape them in pairs, and write a path with "/"`,
			}
		: undefined;
}

function repair(text: string): RuleMistake {
	if (/^(["']).*\1$/.test(text))
		return { message: "remove the quotes inside it", meant: text.slice(1, -1) };
	if (/\)\s*,/.test(text))
		return { message: "write each rule as an item of its own" };
	if (text.endsWith(")") && isEscaped(text, text.length - 1)) {
		return {
			message: 'the backslash escapes the last ")", so write two backslashes',
		};
	}
	if (/\)\s+$/.test(text))
		return {
			message: "remove the white space at its end",
			meant: text.trimEnd(),
		};
	const opened = text.split("(").length;
	const closed = text.split(")").length;
	if (closed < opened)
		return { message: 'add the ")" at its end', meant: `${text})` };
	if (opened < closed && !text.includes("("))
		return { message: 'the "(" is missing' };
	return { message: 'end it with the closing ")"' };
}

function findToolMistake(
	tool: string,
	content: string | undefined,
	behavior: Behavior,
): RuleMistake | undefined {
	const mcp = /^mcp__(?!__|$)/.test(tool);
	if (mcp && content !== undefined) {
		const meant = tool.trim();
		return findToolMistake(meant, undefined, behavior) === undefined
			? {
					message: `MCP rules take no parentheses; write ${quote(meant)}, which covers every call of it`,
					meant,
				}
			: {
					message: "MCP rules take no parentheses; name the tool without them",
				};
	}
	if (!tool.includes("_") && /^\p{Ll}/u.test(tool)) {
		const known = toolSpelling(tool);
		const message = `Tool names start with a capital letter; ${known ? `write ${quote(known)}` : "write the name of a tool, such as Bash or Read"}`;
		return known ? { message, meant: ruleText(known, content) } : { message };
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
		return {
			message: `The wildcard tool name ${quote(tool)} is only for ask and deny rules; ${remedy}`,
		};
	}
	return undefined;
}

function findContentMistake(
	tool: string,
	content: string | undefined,
): RuleMistake | undefined {
	if (content === undefined) return undefined;
	if (tool === "Bash" && content === ":*") {
		return {
			message:
				'A command is missing before ":*"; write "Bash" for every command',
			meant: tool,
		};
	}
	if (FILE_TOOLS.includes(tool) && content.includes(":*")) {
		const meant =
			content === ":*" ? tool : `${tool}(${content.replace(":*", "/**")})`;
		return {
			message: `":*" is for Bash commands; in a path pattern write "*" or "**": ${quote(meant)}`,
			meant,
		};
	}
	if (tool === "WebSearch" && content !== "*" && /[*?]/.test(content)) {
		return {
			message:
				'WebSearch takes exact search terms, no "*" or "?"; write "WebSearch" for every search',
		};
	}
	if (tool === "WebFetch") return findDomainMistake(content);
	return undefined;
}

function findDomainMistake(content: string): RuleMistake | undefined {
	if (content === "*") return undefined;
	const [, host] =
		/^(?:domain:)?[a-z]+:\/\/([^/:*]*)(?=[/:]|$)/i.exec(content) ?? [];
	if (content.includes("://") || /^https?/.test(content)) {
		const message =
			'WebFetch takes a domain, not a URL; write "domain:" and the host name';
		if (!host) return { message };
		const meant = `WebFetch(domain:${host})`;
		return { message: `${message}: ${quote(meant)}`, meant };
	}
	if (content.startsWith("domain:")) return undefined;
	const [bareHost = ""] = content.replace(/^[a-z]+:/i, "").split(/[/:]/, 1);
	const meant = `WebFetch(domain:${bareHost})`;
	const isHost = /^(?:localhost|[\p{L}\p{N}*_-]+(?:\.[\p{L}\p{N}*_-]+)+)$/u;
	return {
		message: `WebFetch needs "domain:" before the host name: ${quote(meant)}`,
		...(isHost.test(bareHost) && { meant }),
	};
}
