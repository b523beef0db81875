import type { Document } from "../document.ts";
import type { Location } from "../location.ts";
import { parseMcpName } from "../permissions/mcp-names.ts";
import { BEHAVIOR_NAMES } from "../permissions/permission-rule.ts";
import { findSpellingDefect } from "../permissions/spelling.ts";
import { mcpMentions } from "./hook-matchers.ts";
import type { Project } from "./project.ts";

/** A place that names an MCP server, or a tool of one, as `mcp__<server>…`. */
export interface ServerMention {
	/** `mcp__<server>` or `mcp__<server>__<tool>`. */
	readonly text: string;
	/** What names it, as the start of a sentence: `Deny rule`. */
	readonly owner: string;
	readonly location: Location;
	/** The document whose own servers it can mean as well. */
	readonly document: Document;
	/** People count on it to keep something from happening. */
	readonly isProtection: boolean;
}

/** The places in a project that name servers, where the name is written as the client could understand it. */
export function* serverMentions(project: Project): Generator<ServerMention> {
	for (const rule of project.permissions) {
		const { tool, behavior, node, document, mistake } = rule;
		if (mistake !== undefined || findSpellingDefect(rule, [])) continue;
		if (parseMcpName(tool)?.server.includes("*") !== false) continue;
		yield {
			text: tool,
			owner: `${BEHAVIOR_NAMES[behavior]} rule`,
			location: node,
			document,
			isProtection: behavior !== "allow",
		};
	}
	for (const group of project.hooks) {
		for (const { server, rest, location } of mcpMentions(group)) {
			const tool = rest === undefined ? "" : `__${rest}`;
			yield {
				text: `mcp__${server}${tool}`,
				owner: "Hook matcher",
				location,
				document: group.document,
				isProtection: group.event === "PreToolUse",
			};
		}
	}
	for (const list of project.toolLists) {
		const isRemoval = list.effect.endsWith("-removal");
		for (const { tool, content, location } of list.entries) {
			if (content !== undefined || !/^mcp__[\w-]*(?:__[\w*-]+)?$/.test(tool))
				continue;
			yield {
				text: tool,
				owner: isRemoval ? "Removal of tools" : "Grant of tools",
				location,
				document: list.document,
				isProtection: isRemoval,
			};
		}
	}
}
