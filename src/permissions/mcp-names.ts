import type { Behavior } from "./permission-rule.ts";
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

/**
 * Whether a rule is about an MCP tool. Deny and ask rules look at the text of the name, so that `mcp__a` also covers a server
 * `a__b`; an allow rule is about the server that it is taken apart to.
 * @param server the normalised name of the server that has the tool
 * Source: measured on 2.1.329.
 */
export function matchesMcpTool(
	rule: string,
	behavior: Behavior,
	{ name, server }: { readonly name: string; readonly server: string },
): boolean {
	if (rule === name) return true;
	if (behavior !== "allow") {
		return rule.includes("*")
			? matchesWildcards(rule, name)
			: rule.startsWith(PREFIX) && name.startsWith(`${rule}__`);
	}
	const asked = parseMcpName(rule);
	if (asked?.server !== server) return false;
	if (asked.tool === undefined) return true;
	const tool = name.slice(mcpToolName(server, "").length);
	return asked.tool.includes("*") && matchesWildcards(asked.tool, tool);
}
