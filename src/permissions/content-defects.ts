import { quote } from "../wording.ts";
import type { PermissionRule } from "./permission-rule.ts";
import type { RuleDefect } from "./rule-defect.ts";
import { isSensitivePath } from "./sensitive-paths.ts";
import { toolByName } from "./tools.ts";

/**
 * Finds why a rule about a tool that exists can match no call for what stands in its parentheses, although the client keeps it.
 * Source: measured on 2.1.329; of some the client warns when it starts.
 */
export function findContentDefect(
	rule: PermissionRule,
): RuleDefect | undefined {
	const { tool, content } = rule;
	if (content === undefined || content === "*") return undefined;
	const parameter = findParameterDefect(tool, content);
	if (parameter) return parameter;
	switch (toolByName(tool)?.content) {
		case "path":
			return findFileToolDefect(rule, content) ?? findPathDefect(rule, content);
		case "command":
			return findCommandDefect(rule, content);
		case "domain":
			return findDomainDefect(content);
		case "query":
			return findQueryDefect(rule, content);
		case "skill":
			return findSkillDefect(rule, content);
		case "agent":
			return findAgentDefect(rule, content);
		case "none":
			return findNoContentDefect(rule);
		default:
			return undefined;
	}
}

/** `Bash(command:…)`: what a tool's own pattern is compared with cannot be named as a parameter. */
function findParameterDefect(
	tool: string,
	content: string,
): RuleDefect | undefined {
	const primary = toolByName(tool)?.primary;
	if (primary === undefined || !content.startsWith(`${primary}:`))
		return undefined;
	const value = content.slice(primary.length + 1).trim();
	const name = WRITING_TOOLS.includes(tool) ? "Edit" : tool;
	return {
		reason: `${tool}'s parentheses hold the ${primary === "command" ? "command" : "path"} itself, not "${primary}:" before it`,
		...(value === ""
			? { remedy: "leave it out" }
			: { meant: `${name}(${value})` }),
	};
}

const WRITING_TOOLS: readonly string[] = ["Edit", "Write", "NotebookEdit"];

/** The tool whose rules are looked at instead, for tools that work with files. */
const COMPARED_WITH: Readonly<Record<string, string>> = {
	Write: "Edit",
	NotebookEdit: "Edit",
	Glob: "Read",
};

function findFileToolDefect(
	{ tool, behavior }: PermissionRule,
	content: string,
): RuleDefect | undefined {
	const compared = COMPARED_WITH[tool];
	if (compared === undefined) return undefined;
	if (compared === "Edit" && behavior === "allow" && isAlwaysAsked(content))
		return alwaysAsked(content);
	const path = rootedPath(content);
	const mended = findPathForm({ tool: compared, content: path })?.meant;
	const verb = compared === "Edit" ? "writes" : "reads";
	return {
		reason: `paths are compared with ${compared}(path) rules alone, whatever tool ${verb} the file, never with ${quote(`${tool}(${content})`)}`,
		meant: mended ?? `${compared}(${path})`,
	};
}

/** Whether a pattern is about files that no rule lifts the question for; what the client keeps for itself there is another matter. */
function isAlwaysAsked(pattern: string): boolean {
	const isOwn = /\.claude\/(?:agent-memory|launch\.json|projects)/.test(
		pattern,
	);
	return isSensitivePath(pattern) && !isOwn;
}

/** Writing such a file is asked about whatever is allowed. */
function alwaysAsked(path: string): RuleDefect {
	return {
		reason: `the client asks before it writes to ${quote(path)}, whatever is allowed`,
		remedy: "remove the rule",
	};
}

/** Folders at the root of a machine; hardly any repository has one of these names at its top. */
const ROOT_FOLDERS =
	/^\/(?:Applications|Library|System|Users|Volumes|etc|home|mnt|opt|private|proc|root|srv|sys|tmp|usr|var|[A-Za-z])\//;

/** Whether a path looks absolute and counts from the project's folder, for want of a second slash. */
export function looksAbsolute(path: string): boolean {
	return ROOT_FOLDERS.test(path);
}

function rootedPath(path: string): string {
	return looksAbsolute(path) ? `/${path}` : path;
}

function findPathDefect(
	{ tool, behavior }: PermissionRule,
	content: string,
): RuleDefect | undefined {
	const write = (path: string) => `${tool}(${path})`;
	const form = findPathForm({ tool, content });
	if (form) return form;
	if (tool === "Edit" && behavior === "allow" && isAlwaysAsked(content))
		return alwaysAsked(content);
	const [, variable, below = ""] =
		/^(\$\{?[A-Z_]+\}?|%[A-Z_]+%)([\\/].*)?$/is.exec(content) ?? [];
	if (variable !== undefined) {
		const isHome = /HOME|USERPROFILE/i.test(variable);
		return {
			reason: `variables are not expanded in a path, and ${quote(content)} is taken literally`,
			...(isHome
				? { meant: write(`~${below.replaceAll("\\", "/") || "/**"}`) }
				: { remedy: "write the path out" }),
		};
	}
	const [, drive, rest = ""] = /^([A-Za-z]):[\\/]+(.*)$/s.exec(content) ?? [];
	if (drive !== undefined) {
		return {
			reason: "a path with a drive letter matches nothing",
			meant: write(`//${drive.toLowerCase()}/${rest.replaceAll("\\", "/")}`),
		};
	}
	if (/^file:/i.test(content)) {
		return {
			reason: `${quote(content)} is an address, and a path is expected`,
			meant: write(content.replace(/^file:\/+/i, "//")),
		};
	}
	if (content.split("/").includes("..")) {
		return {
			reason: `".." is not resolved in a path, so ${quote(content)} matches nothing`,
			remedy:
				'write the path from the root, as "//…", or from the home folder, as "~/…"',
		};
	}
	if (/^(?:~|~\/|\.|\.\/|\/+)$/.test(content)) {
		return {
			reason: `${quote(content)} matches no file`,
			meant:
				behavior === "allow" || content.startsWith("~")
					? write(content.startsWith("~") ? "~/**" : "**")
					: tool,
		};
	}
	return undefined;
}

/** Signs in a path that are taken literally. */
function findPathForm({
	tool,
	content,
}: {
	readonly tool: string;
	readonly content: string;
}): RuleDefect | undefined {
	const [, quoted] = /^["'](.*)["']$/s.exec(content) ?? [];
	if (quoted) {
		return {
			reason: `the quotes are part of the path ${quote(content)}`,
			meant: `${tool}(${quoted})`,
		};
	}
	if (/^\s|\/\s|\s\//.test(content)) {
		const tight = content.trim().replace(/\s*\/\s*/g, "/");
		return {
			reason: `white space counts in a path, so ${quote(content)} matches nothing`,
			meant: `${tool}(${tight})`,
		};
	}
	if (/\{[^{},]*,[^{}]*\}/.test(content)) {
		return {
			reason: `a path knows no "{a,b}", so ${quote(content)} is taken literally`,
			remedy: "write a rule for each",
		};
	}
	return undefined;
}

/** Signs that only regular expressions have. */
const REGULAR_EXPRESSION =
	/^\^|\\[bdsw]|\([\w-]+(?:\|[\w-]+)+\)|^\w+(?:\|\w+)+$/;

function findCommandDefect(
	{ tool, behavior, document }: PermissionRule,
	content: string,
): RuleDefect | undefined {
	const isProtection = behavior !== "allow";
	if (/^\s/.test(content) && !/ \*$|\*.*\*/.test(content)) {
		return {
			reason: `the white space before the command in ${quote(content)} counts`,
			meant: `${tool}(${content.trim()})`,
		};
	}
	if (isProtection && REGULAR_EXPRESSION.test(content)) {
		return {
			reason: `a rule is no regular expression, and ${quote(content)} is taken literally but for "*"`,
			remedy: 'write a rule for each command, with "*" for any characters',
		};
	}
	const [, quoted] = /^(?:"([^"]*)"|'([^']*)')$/.exec(content) ?? [];
	if (isProtection && quoted !== undefined) {
		return {
			reason: `the quotes are part of the command ${quote(content)}`,
			meant: `${tool}(${quoted})`,
		};
	}
	// the client itself adds allow rules to local settings, with the text of what was allowed
	const isOwn = !isProtection && document.kind.scope === "local";
	const operator = isProtection ? /&&|\|\||;|>/ : /&&|\||;/;
	if (!isOwn && content.includes("*") && operator.test(unquoted(content))) {
		return {
			reason: `commands are compared one by one, so ${quote(content)}, which is about several, never matches`,
			remedy: "write a rule for each command",
		};
	}
	return findWildcardDefect(tool, content);
}

function unquoted(command: string): string {
	return command.replace(/\\.|'[^']*'|"[^"]*"/gs, "");
}

function findWildcardDefect(
	tool: string,
	content: string,
): RuleDefect | undefined {
	const prefix = content.endsWith(":*") ? content.slice(0, -2) : undefined;
	if (prefix?.includes("*")) {
		return {
			reason: `":*" at the end makes everything before it literal, also the "*" in ${quote(prefix)}`,
			meant: `${tool}(${tidy(prefix.replace(/ ?\*$/, " *"))}${prefix.endsWith("*") ? "" : "*"})`,
		};
	}
	if (prefix === undefined && content.includes(":*")) {
		return {
			reason: `":*" means "any arguments" only at the very end; here the ":" is part of the command`,
			meant: `${tool}(${tidy(content)})`,
		};
	}
	return undefined;
}

/** Every `:*` as a wildcard with one space before it. */
function tidy(command: string): string {
	return command.replace(/\s*:\*/g, " *").trim();
}

function findDomainDefect(content: string): RuleDefect | undefined {
	const [, rest] = /^domain:([\s\S]*)$/.exec(content) ?? [];
	if (rest === undefined) return undefined;
	const named = rest.trim();
	const [host = ""] = named.split(/[/:?#,;\s]/, 1);
	if (named.includes(",") || /\s/.test(named)) {
		return {
			reason: `${quote(rest)} is taken as the name of one host`,
			remedy: "write a rule for each host",
		};
	}
	if (rest === host && host !== "") return undefined;
	if (host === "" || !/^[\p{L}\p{N}*._-]+$/u.test(host)) {
		return {
			reason: `${quote(content)} names no host`,
			remedy: 'write the host after "domain:"',
		};
	}
	return {
		reason: `${quote(rest)} is compared with the name of the host alone, which has no port, path or white space`,
		meant: `WebFetch(domain:${host})`,
	};
}

/** The words of a search can only be named as a parameter, and only to deny or ask. */
function findQueryDefect(
	{ tool, behavior }: PermissionRule,
	content: string,
): RuleDefect | undefined {
	if (behavior === "allow") {
		return {
			reason: `what stands in ${tool}'s parentheses is not compared with the search`,
			meant: tool,
		};
	}
	return PARAMETER.test(content)
		? undefined
		: {
				reason: `what stands in ${tool}'s parentheses is not compared with the search`,
				meant: `${tool}(query:${content})`,
			};
}

/** Skills are named whole, or with ` *` or `:*` for any arguments. */
function findSkillDefect(
	{ tool, behavior }: PermissionRule,
	content: string,
): RuleDefect | undefined {
	if (behavior === "ask") return askHasNoEffect(tool, "skill");
	const name = content.replace(/(?: |:)\*$/, "");
	if (!/[*?]/.test(name)) return undefined;
	return {
		reason: `a skill is named whole, and ${quote(name)} is not taken as a pattern`,
		remedy: "write a rule for each skill",
	};
}

/** A parameter of a call and the value that a rule compares it with. */
const PARAMETER = /^[a-z_]+:/;

function findAgentDefect(
	{ tool, behavior }: PermissionRule,
	content: string,
): RuleDefect | undefined {
	if (PARAMETER.test(content)) {
		return behavior === "allow" ? allowHasNoParameters(tool) : undefined;
	}
	if (behavior === "ask") return askHasNoEffect(tool, "agent");
	if (!content.includes("*")) return undefined;
	return {
		reason: `an agent is named whole, and ${quote(content)} is not taken as a pattern`,
		remedy: "write a rule for each agent",
	};
}

function findNoContentDefect({
	tool,
	content = "",
	behavior,
}: PermissionRule): RuleDefect | undefined {
	if (behavior === "allow") return allowHasNoParameters(tool);
	if (PARAMETER.test(content)) return undefined;
	return {
		reason: `${tool} has no pattern of its own, and ${quote(content)} names no parameter`,
		meant: tool,
	};
}

function askHasNoEffect(tool: string, noun: string): RuleDefect {
	return {
		reason: `the client never asks for one ${noun} by name`,
		remedy: `write ${quote(tool)} to be asked for every ${noun}, or deny this one`,
	};
}

function allowHasNoParameters(tool: string): RuleDefect {
	return {
		reason: "parameters are compared in deny and ask rules only",
		meant: tool,
	};
}
