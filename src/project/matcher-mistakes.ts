import { normalizeName } from "../permissions/mcp-names.ts";
import { currentTools, nameInMatchers } from "../permissions/tool-names.ts";
import {
	formerTools,
	toolByName,
	toolSpelling,
	tools,
} from "../permissions/tools.ts";
import { readRegularExpression } from "../regular-expression.ts";
import { isSlipOf, nearest, quote } from "../wording.ts";
import { findConditionMistake } from "./hook-conditions.ts";

/** Why a matcher, or one alternative of it, fires on no tool. */
export interface MatcherMistake {
	/** A clause that says what is wrong, and what to write. */
	readonly message: string;
	/** The alternative as it was meant; absent where that is not clear. */
	readonly meant?: string;
	/** What took the tool's place, where there is no such tool any more; empty for nothing. */
	readonly replacement?: string;
}

/** Every character that the name of a tool can have. */
const NAME_CHARACTERS =
	"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";

/** One name of a list of names. A name that may be of a tool that we do not know has no mistake. */
export function findNameMistake(name: string): MatcherMistake | undefined {
	if (toolByName(name)) return undefined;
	const mistake = mcpNameMistake(name) ?? spacedNameMistake(name);
	if (mistake) return mistake;
	if (/^mcp__/.test(name)) return undefined;
	return formerToolMistake(name) ?? unknownToolMistake(name);
}

/** One alternative of a regular expression; nothing where it cannot be judged. */
export function findPatternMistake(text: string): MatcherMistake | undefined {
	const expression = readRegularExpression(text);
	if (!expression || tools.some(({ name }) => expression.matches(name)))
		return undefined;
	if (!expression.canMatch(NAME_CHARACTERS)) {
		return { message: impossibleMessage(text) };
	}
	const ruleMessage = permissionRuleMessage(text);
	if (ruleMessage !== undefined) return { message: ruleMessage };
	if (/^\^?mcp__/i.test(text) && !/^\^?mcp__/.test(text)) {
		const right = text.replace(/mcp__/i, "mcp__");
		return {
			message: `${quote(text)} matches no tool; write ${quote(right)}`,
			meant: right,
		};
	}
	if (/^\^/.test(text) && matchesInOtherCase(text)) {
		return {
			message: `${quote(text)} matches no tool, because upper and lower case count; write the names as "Bash" or "Edit"`,
		};
	}
	const meant = toolSpelling(text);
	if (meant) return { message: `${notCalled(text)}; write "${meant}"`, meant };
	return formerToolMistake(text);
}

/** A regular expression that is none. */
export function invalidMatcherMessage(text: string): string {
	return (
		permissionRuleMessage(text) ??
		filePatternMessage(text) ??
		`${quote(text)} is not a valid regular expression, so it fires on nothing; ${globRepair(text)}`
	);
}

function notCalled(name: string): string {
	return `no tool is called ${quote(name)}`;
}

function mcpNameMistake(name: string): MatcherMistake | undefined {
	if (!/^mcp(?:[_-]|$)/i.test(name)) return undefined;
	const rest = name.replace(/^mcp[_-]*/i, "");
	const [server = "", ...tool] = rest.split("__");
	const isWhole = tool.some((part) => part !== "");
	const isSpelled = /^mcp__(?!_)/.test(name);
	if (isSpelled && isWhole && !rest.includes(" ")) return undefined;
	if (!isSpelled && !/^mcp__/i.test(name) && rest !== "") {
		return {
			message: `${notCalled(name)}; MCP tools are called "mcp__<server>__<tool>"`,
		};
	}
	const right = isWhole
		? `mcp__${normalizeName(rest)}`
		: server === ""
			? "mcp__.*"
			: `mcp__${normalizeName(server)}__.*`;
	const purpose = isWhole
		? ""
		: server === ""
			? " for all MCP tools"
			: " for all tools of the server";
	return {
		message: `${notCalled(name)}; write ${quote(right)}${purpose}`,
		meant: right,
	};
}

function spacedNameMistake(name: string): MatcherMistake | undefined {
	if (!name.includes(" ")) return undefined;
	const words = name.split(/ +/);
	const meant = words.every(toolByName) ? words.join("|") : undefined;
	const remedy = meant ? `write ${quote(meant)}` : 'separate names with "|"';
	return {
		message: `${quote(name)} is one name with a space in it, which no tool has; ${remedy}`,
		...(meant !== undefined && { meant }),
	};
}

function formerToolMistake(name: string): MatcherMistake | undefined {
	if (!Object.hasOwn(formerTools, name)) return undefined;
	const replacement = formerTools[name] ?? "";
	const successor = replacement
		? `, because "${replacement}" took its place`
		: "";
	return {
		message: `there is no tool ${quote(name)} any more${successor}`,
		replacement,
	};
}

function unknownToolMistake(name: string): MatcherMistake | undefined {
	// names in lower case with "_" are those of other programs' tools, and near nothing
	const canBeSlip = !/^[a-z].*_/.test(name);
	const names = currentTools.map((tool) => tool.name);
	const meant =
		toolSpelling(name) ?? (canBeSlip ? nearest(name, names) : undefined);
	if (meant) {
		return {
			message: `${notCalled(name)}; write "${meant}"`,
			...(isSlipOf(name, meant) && { meant }),
		};
	}
	return /^[a-z][^_]*$/.test(name)
		? {
				message: `${notCalled(name)}: tools start with a capital letter, and those of MCP servers with "mcp__"`,
			}
		: undefined;
}

/** For an expression that needs a character that no tool name has. */
function impossibleMessage(text: string): string {
	const trimmed = text.trim();
	if (trimmed !== text && !findPatternMistake(trimmed)) {
		return `${quote(text)} matches no tool: in a regular expression the spaces around "|" count; remove them`;
	}
	const [, tool = ""] = /(?:==|matches|is)\s*["']?([A-Z]\w*)/.exec(text) ?? [];
	if (toolByName(tool)) {
		return `${quote(text)} matches no tool: a matcher is a name, not a comparison; write "${tool}"`;
	}
	const slashed = /^\/(.+)\/[a-z]*$/.exec(text)?.[1];
	if (slashed) {
		return `${quote(text)} matches no tool, because the slashes count; write ${quote(slashed)}`;
	}
	const negated = /^!(\w+)$/.exec(text)?.[1];
	if (negated) {
		return `${quote(text)} matches no tool, because "!" is no negation; write ${quote(`^(?!${negated}$)`)}`;
	}
	const separated = text.split(/\s*,\s*/);
	if (separated.length > 1 && !separated.some(findPatternMistake)) {
		return `${quote(text)} matches no tool: in a regular expression a comma counts as itself; write ${quote(separated.join("|"))}`;
	}
	return (
		permissionRuleMessage(text) ??
		rawServerMessage(text) ??
		filePatternMessage(text) ??
		`${quote(text)} matches no tool: it needs a character that no tool name has; names have letters, digits, "_" and "-"`
	);
}

/** What was meant is a condition of the handler. */
function permissionRuleMessage(text: string): string | undefined {
	const rules = [...text.matchAll(/(?<!\w)(\w+)[(:][^()|]*\)?/g)].filter(
		([, tool = ""]) => toolByName(tool) ?? Object.hasOwn(formerTools, tool),
	);
	const [first] = rules;
	if (!first) return undefined;
	const names = new Set(
		rules.map(([, tool = ""]) => formerTools[tool] ?? nameInMatchers(tool)),
	);
	const matcher = `"matcher": ${quote([...names].join("|"))}`;
	const [rule] = first;
	const condition =
		rules.length === 1 &&
		rule.endsWith(")") &&
		names.has(first[1] ?? "") &&
		!findConditionMistake(rule)
			? `"if": ${quote(rule)}`
			: '"if", one rule for each';
	return `${quote(text)} is a permission rule, and a matcher is compared with names of tools only; write ${matcher} and, in the handler, ${condition}`;
}

function filePatternMessage(text: string): string | undefined {
	return /\/|\*\*|\\?\.\{?\w+[})$]*$/.test(text)
		? `${quote(text)} looks like names of files, and a matcher is compared with names of tools; write "Edit|Write", and choose the files with "if" in the handler`
		: undefined;
}

function rawServerMessage(text: string): string | undefined {
	const [, server, rest = ""] =
		/^\^?mcp__([\w\-. @]+?)(__[\s\S]*)?$/.exec(text) ?? [];
	if (server === undefined) return undefined;
	const right = `mcp__${normalizeName(server)}${rest}`;
	return `${quote(text)} matches no tool, because no name has a space in it; write ${quote(right)}`;
}

function globRepair(text: string): string {
	if (/\(\?[a-z]+\)/.test(text)) {
		return `JavaScript knows no "${/\(\?[a-z]+\)/.exec(text)?.[0]}", so write the names in their own case`;
	}
	const repaired = text.replace(/(?<!\.)\*+/g, ".*");
	return repaired !== text && readRegularExpression(repaired)
		? `write ${quote(repaired)}`
		: 'write names of tools, separated by "|"';
}

/** Whether an expression would match a tool if it were written in another case. */
function matchesInOtherCase(text: string): boolean {
	if (text.includes("\\")) return false;
	const expression = readRegularExpression(text.toLowerCase());
	return (
		expression !== undefined &&
		tools.some(({ name }) => expression.matches(name.toLowerCase()))
	);
}
