import type { Document } from "../document.ts";
import {
	effectiveProperties,
	itemsOf,
	type ObjectNode,
	property,
	type StringNode,
	stringItems,
} from "../syntax/tree.ts";

/** What runs when an event happens: one item of `hooks.<event>[].hooks`. */
export interface HookHandler {
	/** `command`, `http`, `prompt`…; absent where it is no string. */
	readonly type: string | undefined;
	readonly node: ObjectNode;
	/** What is run, by a shell or, beside `args`, as it is. */
	readonly command: StringNode | undefined;
	/** Present where no shell runs the command; an argument that is no string is left out. */
	readonly args: readonly StringNode[] | undefined;
	/** `if`: a permission rule about the calls for which the handler runs. */
	readonly condition: StringNode | undefined;
}

/** One item of `hooks.<event>`: a matcher and the handlers behind it. */
export interface HookGroup {
	readonly event: string;
	/** The name of the event. */
	readonly key: StringNode;
	/** Absent where there is none, or one that is no string. */
	readonly matcher: StringNode | undefined;
	readonly handlers: readonly HookHandler[];
	readonly document: Document;
}

/** The hooks that a document holds, in its order; what does not have their shape is left out. */
export function readHooks(document: Document): HookGroup[] {
	if (!document.kind.hooks) return [];
	const hooks = property(document.root, "hooks")?.value;
	return effectiveProperties(hooks).flatMap(({ key, value }) =>
		itemsOf(value).flatMap((group) =>
			group.type === "object" ? [readGroup(document, key, group)] : [],
		),
	);
}

function readGroup(
	document: Document,
	key: StringNode,
	group: ObjectNode,
): HookGroup {
	return {
		event: key.value,
		key,
		matcher: stringAt(group, "matcher"),
		handlers: itemsOf(property(group, "hooks")?.value).flatMap((node) =>
			node.type === "object" ? [readHandler(node)] : [],
		),
		document,
	};
}

function readHandler(node: ObjectNode): HookHandler {
	const args = property(node, "args")?.value;
	return {
		type: stringAt(node, "type")?.value,
		node,
		command: stringAt(node, "command"),
		args: args?.type === "array" ? stringItems(args) : undefined,
		condition: stringAt(node, "if"),
	};
}

function stringAt(node: ObjectNode, key: string): StringNode | undefined {
	const value = property(node, key)?.value;
	return value?.type === "string" ? value : undefined;
}
