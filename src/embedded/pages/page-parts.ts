import type { Piece } from "../inner-text.ts";

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
const SUMMARY = /<summary\b[^<>]*>(.*?)(?:<\/summary>|$)/;
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

/** How far a page has been read. */
interface Reading {
	readonly page: Section;
	readonly sections: Section[];
	readonly parts: (Fence | Prose)[];
	/** The page, and the tabs that are open. */
	readonly frames: [Frame, ...Frame[]];
	section: Section;
	prose: Piece[];
	paragraph: { readonly start: number; readonly lines: string[] } | undefined;
	fence: OpenFence | undefined;
	/** What ends the comment that is open. */
	commentEnd: string | undefined;
}

/** A line of a page. */
interface PageLine {
	/** Without what ends it. */
	readonly text: string;
	readonly start: number;
	/** With what ends it. */
	readonly end: number;
}

/** What a line can be, the first that it is; each tells whether it was that. */
const READERS: readonly ((line: PageLine, reading: Reading) => boolean)[] = [
	readFenced,
	readComment,
	leaveTabs,
	readFence,
	readBlank,
	readHeading,
	readTab,
	readProse,
];

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
	const reading: Reading = {
		page,
		sections: [page],
		parts: [],
		frames: [{ before: page, levels: new Map([[page, 0]]) }],
		section: page,
		prose: [],
		paragraph: undefined,
		fence: undefined,
		commentEnd: undefined,
	};
	for (const line of linesOf(text)) {
		READERS.some((read) => read(line, reading));
	}
	endFence(reading, reading.fence?.end);
	endProse(reading);
	return reading;
}

function* linesOf(text: string): Generator<PageLine> {
	for (const { 0: whole, index: start } of text.matchAll(
		/[^\r\n]*(?:\r\n|\n|\r|$)/g,
	)) {
		if (whole === "") return;
		const line = whole.replace(/[\r\n]+$/, "");
		yield { text: line, start, end: start + whole.length };
	}
}

function readFenced(line: PageLine, reading: Reading): boolean {
	const { fence } = reading;
	if (!fence) return false;
	const { text, start, end } = line;
	const content = contentOf(text, fence);
	if (content === undefined) {
		endFence(reading, fence.end);
		return false;
	}
	if (isClosing(text, content, fence)) {
		endFence(reading, start + text.length);
		return true;
	}
	fence.lines.push({ start: start + content, end });
	fence.end = start + text.length;
	return true;
}

function readComment({ text }: PageLine, reading: Reading): boolean {
	if (reading.commentEnd !== undefined) {
		if (text.includes(reading.commentEnd)) reading.commentEnd = undefined;
		return true;
	}
	const comment = COMMENT.exec(text);
	if (!comment) return false;
	endProse(reading);
	const closing = comment[1] ? "-->" : "*/}";
	if (!text.includes(closing)) reading.commentEnd = closing;
	return true;
}

/** Leaves the tabs that a line is not indented enough for. */
function leaveTabs({ text }: PageLine, reading: Reading): boolean {
	const indentation = text.search(/[^ \t]/);
	while (
		indentation !== -1 &&
		indentation <= (lastFrame(reading).indentation ?? -1)
	)
		closeFrame(reading);
	return false;
}

function readFence({ text, start }: PageLine, reading: Reading): boolean {
	const opened = FENCE.exec(text);
	if (!opened) return false;
	const [, , sign = "", info = ""] = opened;
	// that is code in a sentence
	if (sign.startsWith("`") && info.includes("`")) return false;
	endProse(reading);
	reading.fence = openFence(opened, start, reading.section);
	return true;
}

function readBlank({ text, start, end }: PageLine, reading: Reading): boolean {
	if (/[^ \t]/.test(text)) return false;
	endParagraph(reading);
	if (reading.prose.length > 0)
		reading.prose.push({ start: start + text.length, end });
	return true;
}

function readHeading({ text }: PageLine, reading: Reading): boolean {
	const [, signs = "", title = ""] = HEADING.exec(text) ?? [];
	const level = signs.length;
	if (level === 0) return false;
	const { levels } = lastFrame(reading);
	const isPage = level === 1 && reading.frames.length === 1;
	let parent = isPage ? reading.page : reading.section;
	while ((levels.get(parent) ?? 0) >= level && parent.parent)
		parent = parent.parent;
	enter(reading, { title, parent, texts: [], isPage });
	levels.set(reading.section, level);
	return true;
}

function readTab({ text }: PageLine, reading: Reading): boolean {
	const indented = INDENTED_TAB.exec(text);
	if (indented) {
		const [, white = "", title = ""] = indented;
		openFrame(reading, title, white.length);
		return true;
	}
	// nothing else opens or closes one
	if (!text.includes("<") && !text.includes("{%")) return false;
	const tab = TAB_OPEN.exec(text);
	const isClosed = TAB_CLOSE.test(text) || /\/\s*$/.test(tab?.[1] ?? "");
	const summary = SUMMARY.exec(text)?.[1];
	if (tab && !isClosed) {
		const attributes = tab[1] ?? tab[2] ?? "";
		const titles = [...attributes.matchAll(TAB_TITLE)].map(
			([, title]) => title,
		);
		openFrame(reading, [...titles, summary].join(" "));
		return true;
	}
	if (summary !== undefined && reading.frames.length > 1) {
		// it is the title of the box around it
		closeFrame(reading);
		openFrame(reading, summary);
		return true;
	}
	if (tab || !isClosed) return false;
	closeFrame(reading);
	return true;
}

function readProse({ text, start, end }: PageLine, reading: Reading): boolean {
	const marks = MARKS.exec(text)?.[0].length ?? 0;
	reading.prose.push({ start: start + marks, end });
	if (LIST_ITEM.test(text) || /^\s*</.test(text)) endParagraph(reading);
	reading.paragraph ??= { start, lines: [] };
	reading.paragraph.lines.push(text);
	return true;
}

function enter(reading: Reading, section: Section): void {
	endProse(reading);
	reading.section = section;
	reading.sections.push(section);
}

function lastFrame({ frames }: Reading): Frame {
	return frames.at(-1) ?? frames[0];
}

function openFrame(
	reading: Reading,
	title: string,
	indentation?: number,
): void {
	const before = reading.section;
	enter(reading, { title, parent: before, texts: [], isPage: false });
	reading.frames.push({
		before,
		levels: new Map([[reading.section, 0]]),
		...(indentation !== undefined && { indentation }),
	});
}

/** The page itself stays open. */
function closeFrame(reading: Reading): void {
	endProse(reading);
	if (reading.frames.length === 1) return;
	reading.section = reading.frames.pop()?.before ?? reading.page;
}

function endParagraph(reading: Reading): void {
	const { paragraph, section } = reading;
	if (!paragraph) return;
	const { start, lines } = paragraph;
	section.texts.push({ start, text: lines.join("\n") });
	reading.paragraph = undefined;
}

function endProse(reading: Reading): void {
	endParagraph(reading);
	const { prose: lines, section, parts } = reading;
	const [first] = lines;
	const last = lines.at(-1);
	if (!first || !last) return;
	parts.push({
		sort: "prose",
		section,
		start: first.start,
		end: last.end,
		lines,
	});
	reading.prose = [];
}

function endFence(reading: Reading, end = 0): void {
	const { fence, parts } = reading;
	if (!fence) return;
	const { section, start, info, lines } = fence;
	parts.push({ sort: "fence", section, start, end, info, lines });
	reading.fence = undefined;
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
