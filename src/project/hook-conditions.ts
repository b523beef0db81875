import { findRuleMistake } from "../permissions/rule-mistakes.ts";
import { parseRuleText } from "../permissions/rule-text.ts";
import { currentTools } from "../permissions/tool-names.ts";
import { formerTools, toolByName, toolSpelling } from "../permissions/tools.ts";
import { nearest, quote } from "../wording.ts";

/**
 * Why no call ever meets the `if` of a hook, as a clause, with what to write; nothing for one that some call may meet, and for an empty one,
 * which is as good as none. Source: 150 conditions put to 2.1.329. They have the form of permission rules and hold for less: for one tool
 * that is named in full, and only for commands and paths by what is in the parentheses.
 */
export function findConditionMistake(text: string): string | undefined {
	if (text === "") return undefined;
	if (text.trim() === "") return "it holds only white space; remove it";
	if (isSeveralRules(text)) {
		return "it is one rule, not several; give each a handler of its own";
	}
	if (text !== text.trim()) return "remove the white space at its ends";
	const parsed = parseRuleText(text);
	if (!parsed || text === "()") return findRuleMistake(text, "deny")?.message;
	const { tool, content } = parsed;
	const isPlain = content === undefined || content === "" || content === "*";
	if (tool.includes("*") || /^mcp__(?:(?!__).)*(?:__)?$/s.test(tool)) {
		return "it names one tool in full; choose the tools with the matcher";
	}
	if (tool.startsWith("mcp__")) {
		return isPlain
			? undefined
			: `MCP tools take no parentheses here; write ${quote(tool)}`;
	}
	return (
		findToolMistake(tool) ??
		(isPlain ? undefined : findContentMistake(text, tool, content))
	);
}

/** `Edit|Write`, `Bash(a) || Bash(b)`: whatever is put between the rules. */
function isSeveralRules(text: string): boolean {
	return (
		/\)\s*(?:[|,;&]+|or|and)\s*[A-Z]\w*(?:\(|$)/.test(text) ||
		/^[A-Z]\w*(?:\s*[|,]\s*[A-Z]\w*)+(?:\(|$)/.test(text)
	);
}

function findToolMistake(tool: string): string | undefined {
	if (toolByName(tool)) return undefined;
	const former = formerTools[tool];
	if (Object.hasOwn(formerTools, tool)) {
		return `there is no tool ${quote(tool)} any more${former ? `, because "${former}" took its place` : ""}`;
	}
	const names = currentTools.map(({ name }) => name);
	const isName = /^\p{Lu}/u.test(tool);
	const meant = toolSpelling(tool) ?? (isName && nearest(tool, names));
	if (meant) return `no tool is called ${quote(tool)}; write "${meant}"`;
	if (isName) return undefined;
	return (
		findRuleMistake(tool, "deny")?.message ??
		(/^[\w-]+$/.test(tool)
			? undefined
			: "it must start with the name of a tool")
	);
}

function findContentMistake(
	text: string,
	tool: string,
	content: string,
): string | undefined {
	switch (toolByName(tool)?.content) {
		case "command":
			return findRuleMistake(text, "deny")?.message;
		case "path":
			return findRuleMistake(text, "deny")?.message ?? findPathMistake(content);
		case "domain":
		case "query":
		case "skill":
		case "agent":
			return `for ${tool} it takes nothing in parentheses; write "${tool}", and look at the input in the hook`;
		default:
			return undefined;
	}
}

function findPathMistake(content: string): string | undefined {
	if (/\{[^{},]*,[^{}]*\}/.test(content)) {
		return 'path patterns know no "{a,b}"; give each pattern a handler of its own';
	}
	if (content.includes("|")) {
		return 'path patterns know no "|"; give each pattern a handler of its own';
	}
	if (/\$\{?[A-Za-z_]/.test(content)) {
		return 'path patterns know no variables; start at the project folder with "/"';
	}
	return /\\\./.test(content)
		? "it takes a path pattern, not a regular expression"
		: undefined;
}
