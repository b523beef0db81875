import { isSlipOf, nearest, quote } from "../wording.ts";
import { normalizeName } from "./mcp-names.ts";
import { ruleText } from "./rule-text.ts";
import type { ToolListEntry } from "./tool-list.ts";
import { formerTools, toolByName, toolSpelling, tools } from "./tools.ts";

/** Why an entry of a list of tools names no tool, and what to do. */
export interface EntryMistake {
	/** The end of a sentence that starts with the entry, without a full stop. */
	readonly message: string;
	/** What was meant, for the whole entry; absent where that is not clear. */
	readonly meant?: string;
	/** The tool that is meant is gone, and nobody misses the entry. */
	readonly isHarmless?: boolean;
	/** A name of which nothing else can be said. */
	readonly isUnknown?: boolean;
}

/**
 * Why an entry grants or removes nothing; nothing for one that does, and for one of which only a session can tell.
 * Source: 190 lists put to 2.1.329.
 * @param servers the names of the servers that the definition may know
 */
export function findEntryMistake(
	entry: ToolListEntry,
	servers: ReadonlySet<string>,
): EntryMistake | undefined {
	const { text, tool, isWhole, list } = entry;
	if (text === "*") return findStarMistake(entry);
	if (text.startsWith("(")) {
		// behind another entry it makes that one wider
		return entry === list.entries[0] ? findFormMistake(entry) : undefined;
	}
	if (!isWhole) return findFormMistake(entry);
	if (tool.startsWith("mcp__")) return findMcpMistake(entry);
	const [, server] = /^([^/*]+)\/\*$/.exec(tool) ?? [];
	if (server !== undefined) {
		const meant = `mcp__${normalizeName(server)}__*`;
		return {
			message: `matches no tool; write ${quote(meant)} for all tools of a server`,
			meant,
		};
	}
	if (tool.includes("*")) {
		return isRemovalInSkill(entry)
			? undefined
			: {
					message: 'matches no tool: "*" stands for the tools of a server only',
				};
	}
	if (toolByName(tool)) return undefined;
	return findNameMistake(entry, servers);
}

function isRemovalInSkill({ list }: ToolListEntry): boolean {
	return list.effect === "skill-removal";
}

/** In some lists a "*" makes the client drop the whole list. */
function findStarMistake({ list }: ToolListEntry): EntryMistake | undefined {
	if (list.effect === "agent-removal") {
		return {
			message:
				'removes nothing, and with it in the list no other entry does; name the tools, or write "tools: []" for an agent without any',
		};
	}
	if (list.effect === "skill-grant") {
		return {
			message:
				"grants nothing, and with it in the list no other entry does; name the tools",
		};
	}
	return undefined;
}

function findFormMistake({ text }: ToolListEntry): EntryMistake {
	if (text.startsWith("(")) {
		return {
			message:
				'is an entry of its own, because a space stands before the "("; remove the space',
		};
	}
	if (!text.includes("(")) {
		return {
			message:
				'is what is left behind the first ")", which ends an entry; write no parentheses inside parentheses',
		};
	}
	return {
		message: text.endsWith(")")
			? 'is not "Tool" or "Tool(content)"; put a comma between two entries'
			: 'does not end with ")"; close the parenthesis, and put a comma between two entries',
	};
}

function findMcpMistake({
	tool,
	content,
	list: { effect },
}: ToolListEntry): EntryMistake | undefined {
	const isSkill = effect === "skill-grant" || effect === "skill-removal";
	if (isSkill && content !== undefined) {
		return {
			message: `matches no tool: MCP tools take no parentheses; write ${quote(tool)}`,
		};
	}
	const name = tool.slice("mcp__".length);
	const plain = name.replaceAll("*", "");
	if (plain !== normalizeName(plain)) {
		const meant = `mcp__${name.replace(/[^\w*-]/g, "_")}`;
		return {
			message: `matches no tool: in tool names every character but letters, digits, "_" and "-" is "_"; write ${quote(meant)}`,
			...(content === undefined && { meant }),
		};
	}
	if (/^_*$/.test(name)) {
		return { message: 'names no server; write "mcp__<server>"' };
	}
	if (name.endsWith("__")) {
		const meant = `mcp__${name.replace(/_+$/, "")}`;
		return {
			message: `matches no tool; write ${quote(meant)} for all tools of the server`,
			...(content === undefined && { meant }),
		};
	}
	if (!name.includes("*") || effect === "skill-removal") return undefined;
	if (name === "*" && effect === "agent-removal") return undefined;
	if (effect === "skill-grant") {
		return /^[^*]+?__/.test(name)
			? undefined
			: {
					message:
						'matches no tool: "*" may stand only behind the name of a server, as in "mcp__<server>__*"',
				};
	}
	if (/^[^*]+__\*$/.test(name)) return undefined;
	const [, server] = /^([^*]+?)__/.exec(name) ?? [];
	return {
		message: `matches no tool: an agent's lists know no "*" but that for all tools of a server; ${server ? `write ${quote(`mcp__${server}__*`)}, or name the tools one by one` : 'write "mcp__<server>__*" for each server'}`,
	};
}

/** A name that is no tool's. */
function findNameMistake(
	{ text, tool, content, list }: ToolListEntry,
	servers: ReadonlySet<string>,
): EntryMistake {
	if (/[\r\n\t]/.test(text)) {
		return {
			message:
				"is one entry: a line break or a tab separates nothing; put a comma between two entries",
		};
	}
	if (
		tool.split(/[;|/，、]/).some((part) => part !== tool && toolByName(part))
	) {
		return {
			message: "is one entry; put a comma between two entries",
		};
	}
	if (/^["'`[{]|["'`\]}]$/.test(text)) {
		return {
			message:
				"has quotes or brackets in it, which are taken for a part of the name; remove them",
		};
	}
	const spelling = toolSpelling(tool);
	if (spelling) {
		return {
			message: `names no tool; tools are called ${quote(spelling)} here, with these capitals`,
			meant: ruleText(spelling, content),
		};
	}
	if (/^mcp__/i.test(tool)) {
		return { message: 'names no tool; write "mcp__" in small letters' };
	}
	const successor = Object.hasOwn(formerTools, tool)
		? formerTools[tool]
		: undefined;
	if (successor !== undefined) {
		const isThere = list.wholeTools.has(successor);
		const isRemoval =
			list.effect === "agent-removal" || list.effect === "skill-removal";
		return {
			message:
				successor === "" || isThere || isRemoval
					? "is a tool of earlier versions; remove it"
					: `is a tool of earlier versions; write ${quote(successor)}`,
			isHarmless: successor === "" || isThere || isRemoval,
		};
	}
	if (servers.has(tool)) {
		const meant = `mcp__${normalizeName(tool)}`;
		return {
			message: `names no tool; write ${quote(meant)} for all tools of this server`,
			...(content === undefined && { meant }),
		};
	}
	if (/^(?:all|any|every|everything|inherit|default)$/i.test(tool)) {
		return {
			message: `names no tool; ${list.effect === "agent-grant" ? `remove ${quote(list.key.value)} to give the agent every tool` : "name the tools"}`,
		};
	}
	const meant = nearest(
		tool,
		tools.map(({ name }) => name),
	);
	return meant
		? {
				message: `names no tool; did you mean ${quote(meant)}?`,
				...(isSlipOf(tool, meant) && { meant: ruleText(meant, content) }),
			}
		: {
				message: "names no tool; remove it, or write the name of one",
				isUnknown: true,
			};
}

/**
 * Why an entry covers more than it says, and what to do: the end of a sentence that starts with the entry. Nothing for one that covers what it says.
 * Source: measured on 2.1.329. `Agent(…)` in an agent's tools is documented for agents that run a session.
 * @param before the entry before it in the list
 */
export function findWidening(
	{ text, tool, content, list }: ToolListEntry,
	before: ToolListEntry | undefined,
): string | undefined {
	const { effect, entries, wholeTools } = list;
	const isGrant = effect === "agent-grant";
	if (text === "*") {
		return isGrant && entries.length > 1
			? 'gives the agent every tool, so the other entries limit nothing; remove "*", or the others'
			: undefined;
	}
	if (text.startsWith("(") && before) {
		return `is an entry of its own, so ${quote(before.text)} counts as a whole; remove the space before the "("`;
	}
	if (!isGrant && effect !== "agent-removal") return undefined;
	if (content === undefined || content === "" || content === "*")
		return undefined;
	if (isGrant && (tool === "Agent" || tool === "Task")) return undefined;
	if (wholeTools.has(tool)) return undefined;
	return isGrant
		? `gives the agent all of ${quote(tool)}, because the parentheses are dropped; limit the tool with permission rules in the settings, or with a PreToolUse hook`
		: `takes all of ${quote(tool)} from the agent, because the parentheses are dropped; write ${quote(tool)}, or deny single calls with permission rules in the settings or a PreToolUse hook`;
}
