import { quote } from "../wording.ts";
import type { RuleDefect } from "./rule-defect.ts";
import { ruleText } from "./rule-text.ts";
import { formerTools, toolByName, toolSpelling } from "./tools.ts";

/** A rule's text taken apart; see `parseRuleText`. */
interface RuleParts {
	readonly text: string;
	readonly tool: string;
	readonly content: string | undefined;
}

/**
 * Finds a slip in how a rule is written that keeps it from ever matching. Names of tools and servers are not judged here, only their form.
 * @param servers normalised names of servers that are known, to take apart what has the wrong separators
 * Source: measured on 2.1.329, which keeps all of these in silence.
 */
export function findSpellingDefect(
	rule: RuleParts,
	servers: ReadonlySet<string>,
): RuleDefect | undefined {
	return (
		findSeveral(rule) ??
		findWhiteSpace(rule) ??
		findPunctuation(rule) ??
		(/^\^?mcp_/i.test(rule.tool)
			? findMcpDefect(rule.tool, servers)
			: findToolDefect(rule))
	);
}

const TOOL_NAME = /^(?:[A-Z][A-Za-z]*|mcp__[\w*-]+)$/;

function findSeveral({
	text,
	tool,
	content,
}: RuleParts): RuleDefect | undefined {
	const names = tool.split(/\s*[,;|]\s*|\s+/).filter((name) => name !== "");
	const isList =
		names.length > 1 &&
		names.every(
			(name) => TOOL_NAME.test(name) && (toolByName(name) || isMcp(name)),
		);
	const isSequence =
		content !== undefined &&
		/\)\s*[,;|]\s*(?:[A-Z][A-Za-z]*\(|mcp__)/.test(content);
	if (!isList && !isSequence) return undefined;
	return {
		reason: `${quote(text)} is one rule, not several`,
		remedy: "write each as an item of its own",
	};
}

function isMcp(name: string): boolean {
	return name.startsWith("mcp__");
}

function findWhiteSpace({
	text,
	tool,
	content,
}: RuleParts): RuleDefect | undefined {
	if (tool === tool.trim() || tool.trim() === "") return undefined;
	return {
		reason: `the white space beside the name in ${quote(text)} counts`,
		meant: ruleText(tool.trim(), content),
	};
}

function findPunctuation({
	text,
	tool,
	content,
}: RuleParts): RuleDefect | undefined {
	if (/^(["'`]).+\1$/.test(tool)) {
		return {
			reason: `the quotes in ${quote(text)} are part of the name`,
			meant: ruleText(tool.slice(1, -1), content),
		};
	}
	if (/^[!-]/.test(tool)) {
		return {
			reason: `a rule cannot be turned round, and ${quote(text)} names no tool`,
			remedy: "write the rule without the sign, in the list that is meant",
		};
	}
	return undefined;
}

function findToolDefect({
	text,
	tool,
	content,
}: RuleParts): RuleDefect | undefined {
	if (/^[\w*]+$/.test(tool)) {
		const spelling = toolSpelling(tool);
		return spelling === undefined || spelling === tool
			? undefined
			: {
					reason: `upper and lower case count, and no tool is called ${quote(tool)}`,
					meant: ruleText(spelling, content),
				};
	}
	const [, name = "", rest = ""] =
		/^([A-Za-z]+)([^A-Za-z].*)$/s.exec(text) ?? [];
	const known = toolSpelling(name);
	if (known === undefined) return undefined;
	const inner = withoutClosing(rest.replace(/^[\s:=,[{]+/, ""));
	const isWhole = inner === "" || inner === "*" || content !== undefined;
	return {
		reason: `${quote(text)} is not a tool's name with its pattern in parentheses`,
		meant: isWhole ? known : `${known}(${inner})`,
	};
}

/** Without the brackets and braces at its end. */
function withoutClosing(text: string): string {
	let end = text.length;
	while (text[end - 1] === "]" || text[end - 1] === "}") end--;
	return text.slice(0, end);
}

/** Signs of patterns that rules do not have; what matches a name as it is here. */
const REGEX_SIGNS = /\.\*|[?[\]^$|+\\]/;

function findMcpDefect(
	tool: string,
	servers: ReadonlySet<string>,
): RuleDefect | undefined {
	const isPrefixed = /^\^?mcp__/.test(tool);
	const isWellFormed = /^mcp__[\w*-]+$/.test(tool);
	if (isWellFormed && !tool.endsWith("__")) return undefined;
	const rest = tool.replace(/^\^?mcp_+/i, "");
	const meant = meantMcpRule(rest, servers);
	if (rest === "") {
		return {
			reason: `${quote(tool)} names no server`,
			remedy: 'write "mcp__<server>" for all tools of one server',
		};
	}
	if (!isPrefixed) {
		const separator = /^mcp_(?!_)/i.test(tool);
		return {
			reason: separator
				? `two underscores stand after "mcp" and after the server, not one as in ${quote(tool)}`
				: `upper and lower case count, and ${quote(tool)} does not start with "mcp__"`,
			...offer(meant, 'write "mcp__<server>__<tool>"'),
		};
	}
	if (isWellFormed) {
		return {
			reason: `${quote(tool)} ends in the separator, and no tool has an empty name`,
			meant: tool.slice(0, -2),
		};
	}
	if (REGEX_SIGNS.test(tool)) {
		return {
			reason: `a rule is no regular expression, and ${quote(tool)} is taken literally but for "*"`,
			...offer(meant, 'write "*" for any characters'),
		};
	}
	return {
		reason: `the names in rules hold only letters, digits, "_" and "-", so ${quote(tool)} matches nothing`,
		...offer(meant, 'write "_" for every other character'),
	};
}

function offer(
	meant: string | undefined,
	remedy: string,
): Pick<RuleDefect, "meant" | "remedy"> {
	return meant === undefined ? { remedy } : { meant };
}

/** The rule for what stands after `mcp__`, with its separators and signs put right; nothing where they cannot be told. */
function meantMcpRule(
	rest: string,
	servers: ReadonlySet<string>,
): string | undefined {
	const plain = rest
		.replace(/^\^|\$$/g, "")
		.replace(/\.[*+]/g, "*")
		.replace(/[^\w*-]/g, "_");
	if (/[|[\]()?\\]/.test(rest)) return undefined;
	const server = longestStart(plain, servers);
	if (server !== undefined) {
		const tool = plain.slice(server.length).replace(/^_+/, "");
		return tool === "" ? `mcp__${server}` : `mcp__${server}__${tool}`;
	}
	return plain.includes("__") || !plain.includes("_")
		? `mcp__${plain.replace(/__$/, "")}`
		: undefined;
}

/** What to do about a rule for a tool that is gone, and the rule to write if its limits are for what took the tool's place; nothing for another rule. */
export function formerToolAdvice({
	tool,
	content,
}: Pick<RuleParts, "tool" | "content">):
	| { readonly advice: string; readonly meant?: string }
	| undefined {
	if (!Object.hasOwn(formerTools, tool)) return undefined;
	const successor = formerTools[tool];
	if (!successor) return { advice: "remove the rule" };
	if (content === undefined)
		return { advice: `its work is done by ${quote(successor)} now` };
	const meant = ruleText(successor, content);
	return { advice: `write ${quote(meant)}`, meant };
}

/** The longest server's name that a text begins with, up to its end or to an underscore. */
function longestStart(
	text: string,
	servers: ReadonlySet<string>,
): string | undefined {
	for (let end = text.length; end > 0; end = text.lastIndexOf("_", end - 1)) {
		const start = text.slice(0, end);
		if (servers.has(start)) return start;
	}
	return undefined;
}
