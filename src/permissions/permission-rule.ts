import type { Document } from "../document.ts";
import type { Severity } from "../severity.ts";
import { type StringNode, stringItems, valueAt } from "../syntax/tree.ts";
import { type Behavior, behaviors } from "./behavior.ts";
import { findRuleMistake, type RuleMistake } from "./rule-mistakes.ts";
import { parseRuleText } from "./rule-text.ts";
import { FILE_TOOLS } from "./tools.ts";

/** One rule of `permissions.allow`, `ask` or `deny`, taken apart once. */
export interface PermissionRule {
	readonly behavior: Behavior;
	/** As it is written. */
	readonly text: string;
	/** What stands before the parentheses, with whatever white space it has; the whole text of a rule that the client skips. */
	readonly tool: string;
	/** What stands in the parentheses; absent for a rule without. */
	readonly content: string | undefined;
	readonly node: StringNode;
	readonly document: Document;
	/** Why the client skips it, and what to write instead; absent for a rule that it keeps. */
	readonly mistake: RuleMistake | undefined;
}

/** How bad it is if a rule does nothing: a deny or ask rule is a protection, and people count on it. */
export function severityOfLoss({
	behavior,
}: Pick<PermissionRule, "behavior">): Severity {
	return behavior === "allow" ? "warning" : "error";
}

/** The rules that a document holds, in its order. */
export function readPermissionRules(document: Document): PermissionRule[] {
	if (!document.kind.permissionRules) return [];
	return behaviors.flatMap((behavior) =>
		stringItems(valueAt(document.root, "permissions", behavior)).map((node) =>
			readRule(behavior, node, document),
		),
	);
}

/** One rule from the text of a node. */
function readRule(
	behavior: Behavior,
	node: StringNode,
	document: Document,
): PermissionRule {
	const text = node.value;
	const { tool, content } = parseRuleText(text) ?? {
		tool: text,
		content: undefined,
	};
	const mistake = findRuleMistake(text, behavior);
	return { behavior, text, tool, content, node, document, mistake };
}

/** Whether a rule is about every call of its tool: `Tool`, or `Tool(*)` but for allow rules about files. Source: measured on 2.1.329. */
export function isWhole({ tool, content, behavior }: PermissionRule): boolean {
	if (content === undefined) return true;
	return (
		content === "*" && !(behavior === "allow" && FILE_TOOLS.includes(tool))
	);
}
