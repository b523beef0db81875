import type { Behavior } from "./behavior.ts";
import { matchesWildcards } from "./wildcards.ts";

const PREFIX = "mcp__";

/** The name of an MCP server or of one of its tools, as rules write it. */
export interface McpName {
	readonly server: string;
	/** Absent where all tools of the server are meant; may be a pattern in a rule. */
	readonly tool: string | undefined;
}

/** Takes `mcp__<server>__<tool>` apart as the client does: at the first `__` after the prefix. Nothing for another name. */
export function parseMcpName(name: string): McpName | undefined {
	if (!name.startsWith(PREFIX)) return undefined;
	const rest = name.slice(PREFIX.length);
	const at = rest.indexOf("__");
	return at === -1
		? { server: rest, tool: undefined }
		: { server: rest.slice(0, at), tool: rest.slice(at + 2) };
}

/** The name that a tool has in rules and in hooks. */
export function mcpToolName(normalizedServer: string, tool: string): string {
	return `${PREFIX}${normalizedServer}__${tool}`;
}

/** A name as the client writes it in tool names: every UTF-16 unit but letters, digits, `_` and `-` becomes `_`. */
export function normalizeName(name: string): string {
	const plain = name.replace(/[^A-Za-z0-9_-]/g, "_");
	if (!name.startsWith("claude.ai ")) return plain;
	return plain.replace(/_+/g, "_").replace(/^_|_$/g, "");
}

/** A tool of an MCP server. */
export interface McpTool {
	/** `mcp__<server>__<tool>`. */
	readonly name: string;
	/** The normalised name of the server that has it; what the name is taken apart to is another one where it has `__` in it. */
	readonly server: string;
}

/** Whether a rule is about an MCP tool. Source: measured on 2.1.329. */
export function matchesMcpTool(
	rule: string,
	behavior: Behavior,
	tool: McpTool,
): boolean {
	if (rule === tool.name) return true;
	return behavior === "allow" ? isAllowed(rule, tool) : isStopped(rule, tool);
}

/** A deny or ask rule goes by the server that has the tool and by the one that its name is taken apart to; it can have wildcards anywhere. */
function isStopped(rule: string, { name, server }: McpTool): boolean {
	if (rule.includes("*")) return matchesWildcards(rule, name);
	const apparent = parseMcpName(name)?.server;
	return rule === PREFIX + server || rule === PREFIX + apparent;
}

/** An allow rule for a whole server needs a name that is taken apart to it; the wildcards of others are in the tool's part. */
function isAllowed(rule: string, { name, server }: McpTool): boolean {
	const prefix = mcpToolName(server, "");
	if (rule === PREFIX + server || rule === `${prefix}*`) {
		if (parseMcpName(name)?.server === server) return true;
	}
	return (
		rule.startsWith(prefix) &&
		rule.includes("*") &&
		matchesWildcards(rule, name)
	);
}
