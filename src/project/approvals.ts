import type { Document } from "../document.ts";
import { normalizeName } from "../permissions/mcp-names.ts";
import { itemsOf, property, type StringNode, valueAt } from "../syntax/tree.ts";

/** One name in `enabledMcpjsonServers` or `disabledMcpjsonServers`. */
export interface Approval {
	readonly key: "enabledMcpjsonServers" | "disabledMcpjsonServers";
	readonly node: StringNode;
	readonly document: Document;
}

/** The servers that a settings file approves, in its order. */
export function readEnabled(document: Document): Approval[] {
	return readNames(document, "enabledMcpjsonServers");
}

/** The servers that a settings file refuses, in its order. */
export function readDisabled(document: Document): Approval[] {
	return readNames(document, "disabledMcpjsonServers");
}

/** A single name may stand without a list around it. */
function readNames(document: Document, key: Approval["key"]): Approval[] {
	if (document.kind.schema !== "claude-settings") return [];
	const value = valueAt(document.root, key);
	return [...itemsOf(value), ...(value ? [value] : [])].flatMap((node) =>
		node.type === "string" ? [{ key, node, document }] : [],
	);
}

/** What a refusal is compared by: two names that look the same in tool names are one. Source: measured on 2.1.329. */
export function refusalKey(name: string): string {
	return normalizeName(name);
}

/** `enableAllProjectMcpServers` where it is on. */
export function blanketApproval(document: Document): StringNode | undefined {
	if (document.kind.schema !== "claude-settings") return undefined;
	const found = property(document.root, "enableAllProjectMcpServers");
	return found?.value.type === "boolean" && found.value.value
		? found.key
		: undefined;
}
