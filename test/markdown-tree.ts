import { fileURLToPath, pathToFileURL } from "node:url";

/** A part of Markdown as the parser gives it. */
export interface MarkdownNode {
	readonly type: string;
	readonly value?: string;
	readonly lang?: string | null;
	// biome-ignore lint/suspicious/noExplicitAny: tests reach for what they know to be there
	readonly children: any[];
}

const tools = fileURLToPath(
	new URL("tools/markdown/node_modules/", import.meta.url),
);
const load = (name: string) =>
	import(pathToFileURL(`${tools}${name}/index.js`).href);

const { fromMarkdown } = await load("mdast-util-from-markdown");
const { gfm } = await load("micromark-extension-gfm");
const { gfmFromMarkdown } = await load("mdast-util-gfm");

/** Markdown as GitHub reads it, but for what it sees in text later: mentions, numbers of issues, formulas and emoji. */
export function parseMarkdown(text: string): MarkdownNode {
	return fromMarkdown(text, {
		extensions: [gfm()],
		mdastExtensions: [gfmFromMarkdown()],
	});
}

/** The types of a node and of all that is in it. */
export function typesOf({ type, children = [] }: MarkdownNode): string[] {
	return [type, ...children.flatMap(typesOf)];
}

/** What one can read of a node, or of its parts of one type alone. */
export function textOf(node: MarkdownNode, type?: string): string {
	if (node.children)
		return node.children.map((each) => textOf(each, type)).join("");
	return type === undefined || node.type === type ? (node.value ?? "") : "";
}
