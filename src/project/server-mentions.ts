import { type Document, isFromRepository } from "../document.ts";
import type { Location } from "../location.ts";
import { BEHAVIOR_NAMES } from "../permissions/behavior.ts";
import { parseMcpName } from "../permissions/mcp-names.ts";
import { findSpellingDefect } from "../permissions/spelling.ts";
import { type StringNode, stringItems, valueAt } from "../syntax/tree.ts";
import { readDisabled, readEnabled } from "./approvals.ts";
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
		if (mistake !== undefined || findSpellingDefect(rule, new Set())) continue;
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
			// a name without a tool fires on nothing anyway, and another rule says so
			if (rest === undefined) continue;
			yield {
				text: `mcp__${server}__${rest}`,
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

/** A place that names a server as it is declared, not as its tools are called. */
export interface ServerNaming {
	readonly name: string;
	readonly node: StringNode;
	/** What names it, as the start of a sentence. */
	readonly owner: string;
	readonly document: Document;
	/** Only servers of the project's own server file can be meant. */
	readonly isAboutFile: boolean;
}

/** The places in a project that name servers as they are declared: approvals, and agents that refer to a server. */
export function* serverNamings(project: Project): Generator<ServerNaming> {
	for (const document of project.documents) {
		// what settings of the user approve is meant for other projects as well
		if (!isFromRepository(document)) continue;
		for (const { key, node } of [
			...readEnabled(document),
			...readDisabled(document),
		]) {
			if (/\*|^mcp__/.test(node.value)) continue;
			const owner = `"${key}"`;
			yield { name: node.value, node, owner, document, isAboutFile: true };
		}
		if (!document.kind.privateServers || document.kind.isManifest) continue;
		for (const node of stringItems(valueAt(document.root, "mcpServers"))) {
			const owner = "The agent";
			yield { name: node.value, node, owner, document, isAboutFile: false };
		}
	}
}
