import type { Piece } from "./inner-text.ts";

/** A part of a page with a name: what stands under a heading, or in a tab. */
export interface Section {
	/** What it is called: a heading, or the title of a tab; empty for the page itself. */
	readonly title: string;
	readonly parent: Section | undefined;
	/** The paragraphs and items of lists in it, in the order of the page. */
	readonly texts: PageText[];
	/** It is what the whole page is about. */
	readonly isPage: boolean;
}

/** A paragraph, or an item of a list. */
export interface PageText {
	readonly start: number;
	readonly text: string;
}

/** A block between fences. */
export interface Fence {
	readonly sort: "fence";
	readonly section: Section;
	/** From the first fence to the last, in UTF-16 units. */
	readonly start: number;
	readonly end: number;
	/** What stands behind the first fence: the language, and whatever the system of the page reads there. */
	readonly info: string;
	/** Its lines, without what they have in front because the block stands in a list or a quotation. */
	readonly lines: readonly Piece[];
}

/** Lines outside of fences, with nothing but one another around them. */
export interface Prose {
	readonly sort: "prose";
	readonly section: Section;
	readonly start: number;
	readonly end: number;
	/** Its lines, without indentation and signs of quotation. */
	readonly lines: readonly Piece[];
}

export interface PageParts {
	readonly parts: readonly (Fence | Prose)[];
	readonly sections: readonly Section[];
}

/** What a fence has in front: the signs of quotations and lists, and white space. */
const FENCE =
	/^((?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))*[ \t]*)(`{3,}|~{3,})([^\r\n]*)/;
const HEADING = /^[ \t]{0,3}(#{1,6})(?:[ \t]+(.*?))?[ \t]*#*[ \t]*$/;
const COMMENT = /^[ \t]*(?:(<!--)|\{\/\*)/;
/** Tabs and boxes that open, as the systems for documentation write them; the title is in one of the groups. */
const TAB_OPEN =
	/^[ \t]*(?:<(?:Tab|TabItem|Accordion|Expandable|Step|details)\b([^>]*)>|\{%-?[ \t]*tab\b([^%]*)%\})/;
const TAB_CLOSE =
	/<\/(?:Tab|TabItem|Accordion|Expandable|Step|details)>|\{%-?[ \t]*endtab\b/;
const TAB_TITLE = /\b(?:title|label|summary|value)=(?:\{?["'`])([^"'`]*)/g;
const SUMMARY = /<summary\b[^>]*>(.*?)(?:<\/summary>|$)/;
/** The same where indentation says what is in a tab. */
const INDENTED_TAB = /^([ \t]*)(?:===[!+]?|\?\?\?\+?[ \t]+\w+)[ \t]+"([^"]*)"/;
const LIST_ITEM = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]/;
const MARKS = /^[ \t>]*/;

/** An open tab: the headings in it end with it. */
interface Frame {
	readonly before: Section;
	readonly levels: Map<Section, number>;
	/** For a tab that ends where a line is indented less. */
	readonly indentation?: number;
}

/**
 * Takes a page apart: its fenced blocks and what is between them, each with the headings and tabs that it stands under. Reads Markdown, MDX and plain
 * text in one pass; what stands in a list or a tab may be indented as its author likes. Comments are left out.
 */
export function readPageParts(text: string): PageParts {
	const page: Section = {
		title: "",
		parent: undefined,
		texts: [],
		isPage: true,
	};
	const sections = [page];
	const parts: (Fence | Prose)[] = [];
	const frames: Frame[] = [{ before: page, levels: new Map([[page, 0]]) }];
	let section = page;
	let prose: Piece[] = [];
	let paragraph: { start: number; lines: string[] } | undefined;

	const enter = (title: string, parent: Section, isPage = false) => {
		endProse();
		section = { title, parent, texts: [], isPage };
		sections.push(section);
	};
	const endParagraph = () => {
		if (!paragraph) return;
		const { start, lines } = paragraph;
		section.texts.push({ start, text: lines.join("\n") });
		paragraph = undefined;
	};
	const endProse = () => {
		endParagraph();
		const [first] = prose;
		const last = prose.at(-1);
		if (first && last) {
			const { start } = first;
			parts.push({
				sort: "prose",
				section,
				start,
				end: last.end,
				lines: prose,
			});
		}
		prose = [];
	};
	const openFrame = (title: string, indentation?: number) => {
		const before = section;
		enter(title, before);
		frames.push({
			before,
			levels: new Map([[section, 0]]),
			...(indentation !== undefined && { indentation }),
		});
	};
	const closeFrame = () => {
		if (frames.length === 1) return;
		endProse();
		section = frames.pop()?.before ?? page;
	};

	const lines = text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g);
	let fence: OpenFence | undefined;
	let commentEnd: string | undefined;
	for (const { 0: whole, index: start } of lines) {
		if (whole === "") break;
		const line = whole.replace(/[\r\n]+$/, "");
		const end = start + whole.length;
		if (fence) {
			const content = contentOf(line, fence);
			const closes = content !== undefined && isClosing(line, content, fence);
			if (content !== undefined && !closes) {
				fence.lines.push({ start: start + content, end });
				fence.end = start + line.length;
				continue;
			}
			parts.push(finished(fence, closes ? start + line.length : fence.end));
			fence = undefined;
			if (closes) continue;
		}
		if (commentEnd !== undefined) {
			if (line.includes(commentEnd)) commentEnd = undefined;
			continue;
		}
		const comment = COMMENT.exec(line);
		if (comment) {
			endProse();
			const closing = comment[1] ? "-->" : "*/}";
			if (!line.includes(closing)) commentEnd = closing;
			continue;
		}
		const opened = FENCE.exec(line);
		const info = opened?.[3] ?? "";
		if (opened && !(opened[2]?.startsWith("`") && info.includes("`"))) {
			endProse();
			fence = openFence(opened, start, end, section);
			continue;
		}
		const indentation = line.search(/[^ \t]/);
		if (indentation === -1) {
			endParagraph();
			if (prose.length > 0)
				prose.push({ start: end - (whole.length - line.length), end });
			continue;
		}
		while (indentation <= (frames.at(-1)?.indentation ?? -1)) closeFrame();
		const heading = HEADING.exec(line);
		if (heading) {
			const level = (heading[1] ?? "").length;
			const { levels } = frames.at(-1) ?? { levels: new Map() };
			let parent = section;
			while ((levels.get(parent) ?? 0) >= level && parent.parent)
				parent = parent.parent;
			const isPage = level === 1 && frames.length === 1;
			enter(heading[2] ?? "", isPage ? page : parent, isPage);
			levels.set(section, level);
			continue;
		}
		const indented = INDENTED_TAB.exec(line);
		if (indented) {
			openFrame(indented[2] ?? "", indentation);
			continue;
		}
		const tab = TAB_OPEN.exec(line);
		const isSelfClosing = tab && /\/\s*$/.test(tab[1] ?? "");
		if (tab && !isSelfClosing && !TAB_CLOSE.test(line)) {
			const attributes = tab[1] ?? tab[2] ?? "";
			const titles = [...attributes.matchAll(TAB_TITLE)].map(
				([, title]) => title,
			);
			openFrame([...titles, SUMMARY.exec(line)?.[1]].join(" "));
			continue;
		}
		const summary = SUMMARY.exec(line);
		if (summary && frames.length > 1) {
			const { before } = frames.pop() ?? { before: page };
			endProse();
			section = before;
			openFrame(summary[1] ?? "");
			continue;
		}
		if (!tab && TAB_CLOSE.test(line)) {
			closeFrame();
			continue;
		}
		const marks = MARKS.exec(line)?.[0].length ?? 0;
		prose.push({ start: start + marks, end });
		if (LIST_ITEM.test(line) || /^\s*</.test(line)) endParagraph();
		paragraph ??= { start, lines: [] };
		paragraph.lines.push(line);
	}
	if (fence) parts.push(finished(fence, fence.end));
	endProse();
	return { parts, sections };
}

interface OpenFence {
	readonly section: Section;
	readonly start: number;
	end: number;
	readonly info: string;
	readonly sign: string;
	readonly quotes: number;
	/** How far the fence is indented behind the last sign of a quotation, in columns. */
	readonly indentation: number;
	readonly lines: Piece[];
}

function openFence(
	[whole, prefix = "", sign = "", info = ""]: RegExpExecArray,
	start: number,
	_end: number,
	section: Section,
): OpenFence {
	const behind = prefix.slice(prefix.lastIndexOf(">") + 1);
	const quotes = prefix.split(">").length - 1;
	return {
		section,
		start: start + prefix.length,
		end: start + whole.length,
		info: info.trim(),
		sign,
		quotes,
		indentation:
			columnsOf(behind) - (quotes > 0 && /^[ \t]/.test(behind) ? 1 : 0),
		lines: [],
	};
}

function columnsOf(white: string): number {
	let columns = 0;
	for (const each of white) columns += each === "\t" ? 4 - (columns % 4) : 1;
	return columns;
}

/** Where what a line has in a block begins; nothing for a line outside of the quotation that the block stands in. */
function contentOf(
	line: string,
	{ quotes, indentation }: OpenFence,
): number | undefined {
	let at = 0;
	for (let left = quotes; left > 0; left--) {
		while (line[at] === " " || line[at] === "\t") at++;
		if (line[at] !== ">") return undefined;
		at++;
		if (line[at] === " ") at++;
	}
	const from = at;
	while (
		(line[at] === " " || line[at] === "\t") &&
		columnsOf(line.slice(from, at + 1)) <= indentation
	)
		at++;
	return at;
}

function isClosing(
	line: string,
	content: number,
	{ sign }: OpenFence,
): boolean {
	const rest = line.slice(content).trim();
	return (
		rest.length >= sign.length && rest === (sign[0] ?? "").repeat(rest.length)
	);
}

function finished(
	{ section, start, info, lines }: OpenFence,
	end: number,
): Fence {
	return { sort: "fence", section, start, end, info, lines };
}
