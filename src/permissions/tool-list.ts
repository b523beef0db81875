import type { Document } from "../document.ts";
import type { ToolListEffect } from "../kinds.ts";
import type { Location } from "../location.ts";
import {
	itemsOf,
	type Node,
	property,
	type StringNode,
} from "../syntax/tree.ts";
import { parseRuleText } from "./rule-text.ts";
import { toolByName } from "./tools.ts";

/** A list of tools in a definition: what an agent may use, or a skill without asking, or what is taken away from them. */
export interface ToolList {
	readonly effect: ToolListEffect;
	readonly key: StringNode;
	readonly value: Node;
	readonly entries: readonly ToolListEntry[];
	/** The tools that an entry names without parentheses. */
	readonly wholeTools: ReadonlySet<string>;
	readonly document: Document;
}

/** One entry of a list of tools, taken apart once. */
export interface ToolListEntry {
	/** As the client reads it, without white space around it. */
	readonly text: string;
	/** What stands before the parentheses; the whole text of an entry that is not `Tool` or `Tool(content)`. */
	readonly tool: string;
	/** What stands in the parentheses; absent for an entry without. */
	readonly content: string | undefined;
	/** Whether it is `Tool` or `Tool(content)` up to its last character. */
	readonly isWhole: boolean;
	/** The characters of the entry; where they are written with escapes, the value that holds it. */
	readonly location: Location;
	readonly list: ToolList;
}

/** The lists of tools that a document holds, in the order in which its kind names them. */
export function readToolLists(document: Document): ToolList[] {
	return Object.entries(document.kind.toolLists ?? {}).flatMap(
		([key, effect]) => {
			const found = property(document.root, key);
			return found ? [readList(document, effect, found.key, found.value)] : [];
		},
	);
}

function readList(
	document: Document,
	effect: ToolListEffect,
	key: StringNode,
	value: Node,
): ToolList {
	const texts = value.type === "array" ? itemsOf(value) : [value];
	const entries: ToolListEntry[] = [];
	const wholeTools = new Set<string>();
	const list = { effect, key, value, entries, wholeTools, document };
	for (const node of texts) {
		if (node.type !== "string") continue;
		for (const { text, location } of placedEntries(document.text, node)) {
			const parsed = parseRuleText(text);
			const { tool, content } = parsed ?? { tool: text, content: undefined };
			const isWhole = parsed !== undefined;
			if (isWhole && content === undefined) wholeTools.add(tool);
			entries.push({ text, tool, content, isWhole, location, list });
		}
	}
	return list;
}

/**
 * Takes a text apart as the client does: at commas and spaces outside of parentheses, of which the first `)` closes. Other white space is no
 * separator, and is dropped at the ends of an entry.
 * Source: 120 lists put to 2.1.329.
 */
export function splitToolList(text: string): string[] {
	const entries: string[] = [];
	let start = 0;
	let isInside = false;
	for (let index = 0; index <= text.length; index++) {
		const character = text[index];
		if (character === "(") isInside = true;
		else if (character === ")") isInside = false;
		const isSeparator = character === "," || character === " ";
		if (index < text.length && (isInside || !isSeparator)) continue;
		const entry = text.slice(start, index).trim();
		if (entry !== "") entries.push(entry);
		start = index + 1;
	}
	return entries;
}

/** Whether one of the entries of a value is the name of a tool. */
export function namesTool(value: Node): boolean {
	const texts = value.type === "array" ? itemsOf(value) : [value];
	return texts.some(
		(node) =>
			node.type === "string" &&
			splitToolList(node.value).some((text) => {
				const { tool = text } = parseRuleText(text) ?? {};
				return toolByName(tool) !== undefined || tool.startsWith("mcp__");
			}),
	);
}

/** The entries of a text, each where it stands in the file. */
function* placedEntries(
	source: string,
	node: StringNode,
): Generator<{ text: string; location: Location }> {
	const { file, pointer, start, end, value } = node;
	const written = source.slice(start, end);
	let from = 0;
	for (const text of splitToolList(value)) {
		const at = from === -1 ? -1 : written.indexOf(text, from);
		from = at === -1 ? -1 : at + text.length;
		yield {
			text,
			location:
				at === -1
					? node
					: { file, pointer, start: start + at, end: start + from },
		};
	}
}
