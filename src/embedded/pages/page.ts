import {
	type CommandHolder,
	findInScript,
	type Shell,
} from "../commands/claude-commands.ts";
import {
	type EmbeddedSearch,
	type EmbeddedSource,
	MOST_SESSIONS,
} from "../embedded-source.ts";
import {
	type InnerText,
	joinPieces,
	type Piece,
	writtenText,
} from "../inner-text.ts";
import { type Fence, type Prose, readPageParts } from "./page-parts.ts";
import { findSnippets } from "./page-snippets.ts";
import {
	addresseeOf,
	lastTextBefore,
	readTitles,
	type Titles,
} from "./snippet-places.ts";

/** What a page calls blocks of JSON. A block without a language can be anything. */
const JSON_LANGUAGES =
	/^(?:|jsonc?5?|js|javascript|te?xt|plain(?:text)?|mcp|config|conf|copy)$/;
/** JSON that has comments, as a page calls it. */
const COMMENTED_LANGUAGES = /^json(?:c|5|c5)$/;
/** The same for what is typed into a shell. */
const SHELLS =
	/^(?:|(?:ba|z|fi|k)?sh|shell(?:session)?|shell-session|sh-session|console|terminal|te?xt|plain(?:text)?|cli|cmd|bat|batch|command)$/;
const POWERSHELLS = /^(?:powershell|pwsh|ps1?)$/;

/** The documents on a page: configuration that it shows, and commands of the client. */
export const findInPage: EmbeddedSearch = (file, text) => {
	const { parts, sections } = readPageParts(text);
	let sessions = 0;
	let looks = 0;
	const page: Page = {
		file,
		written: writtenText(text, { start: 0, end: text.length }),
		titles: readTitles(sections),
		hasFences: parts.some(({ sort }) => sort === "fence"),
		nextSession: () => sessions++,
		mayLook: () => looks++ < MOST_SESSIONS,
	};
	return parts.flatMap((part) =>
		sessions < MOST_SESSIONS && !isCounterExample(part)
			? [...findConfigurations(part, page), ...findCommands(part, page)]
			: [],
	);
};

interface Page extends CommandHolder {
	readonly written: InnerText;
	readonly titles: Titles;
	/** What stands outside of fences is text then, or code of a system for documentation, and no file. */
	readonly hasFences: boolean;
	/** Whether there was not too much to look at outside of fences. */
	readonly mayLook: () => boolean;
}

/** A line that was added or taken away. */
const CHANGED = /^[-+][ \t]*["{}[\]]/m;

/** What pages write before something that nobody shall do. */
const WARNING =
	/❌|✗|✘|🚫|\b(?:wrong|incorrect|invalid|broken|bad|reported|rejected|do not use|don't use|never use)\b/i;

/** Whether a page shows a block as one that is wrong: the line before it, or its title, says so. */
function isCounterExample({ sort, section, start }: Fence | Prose): boolean {
	if (sort === "prose") return false;
	const before = lastTextBefore(section, start)?.text.trimEnd() ?? "";
	const line = before.slice(before.lastIndexOf("\n") + 1);
	const isLabel = line.length <= LONGEST_LABEL && WARNING.test(line);
	return isLabel || WARNING.test(section.title);
}

/** Longer lines speak of something else as well. */
const LONGEST_LABEL = 80;

function languageOf({ info }: Fence): string {
	return /^\{?\.?([\w+#-]*)/.exec(info)?.[1]?.toLowerCase() ?? "";
}

function findConfigurations(part: Fence | Prose, page: Page): EmbeddedSource[] {
	const { file, written, titles, nextSession } = page;
	const isFence = part.sort === "fence";
	const language = isFence ? languageOf(part) : "";
	const block = joinPieces(written, part.lines);
	if (language === "diff" || (isFence && CHANGED.test(block.text))) return [];
	return findSnippets(block, {
		file,
		limit: MOST_SESSIONS,
		mayBeJson: isFence ? JSON_LANGUAGES.test(language) : !page.hasFences,
		isWithComments: COMMENTED_LANGUAGES.test(language),
		isBlock: isFence,
		info: isFence ? part.info : "",
		addressee: (own, start) =>
			addresseeOf(own, part.section, isFence ? part.start : start, titles),
	}).map(({ kind, inner, tree }) => ({
		kind,
		tree,
		container: inner.locate(0, inner.text.length),
		session: nextSession(),
	}));
}

function findCommands(part: Fence | Prose, page: Page): EmbeddedSource[] {
	const { written } = page;
	const lines = part.lines.map((piece) => ({
		...piece,
		text: written.text.slice(piece.start, piece.end),
	}));
	if (!lines.some(({ text }) => text.includes("claude"))) return [];
	if (part.sort === "prose") return findInProse(lines, page);
	const language = languageOf(part);
	const isPowerShell = POWERSHELLS.test(language);
	if (!isPowerShell && !SHELLS.test(language)) return [];
	const typed = withoutPrompts(lines);
	const shell =
		isPowerShell || typed.some(({ text }) => /^\s*claude\b.*\s`\s*$/.test(text))
			? "powershell"
			: "posix";
	return findInScript(joinPieces(written, typed), shell, page);
}

interface Line extends Piece {
	readonly text: string;
}

const PROMPT =
	/^\s*(?:\$|%|❯|➜|PS(?: [^>\n]*)?>|[A-Za-z]:\\[^>\n]*>|>)\s+(?=\S)/;
/** PowerShell's sign that a command goes on. */
const BACKTICK = /\s`\s*$/;
const CONTINUED = /(?:\\|`|\^)\s*$/;

/** What is typed, where a block shows it behind a prompt and what comes of it without one. */
function withoutPrompts(lines: readonly Line[]): Line[] {
	if (!lines.some(({ text }) => PROMPT.test(text))) return [...lines];
	let isContinued = false;
	return lines.flatMap((line) => {
		const prompt = PROMPT.exec(line.text)?.[0].length;
		if (prompt === undefined && !isContinued) return [];
		isContinued = CONTINUED.test(line.text);
		return {
			start: line.start + (prompt ?? 0),
			end: line.end,
			text: line.text.slice(prompt ?? 0),
		};
	});
}

/** A line that is a command, and no sentence about it. */
const TYPED = /^(?:\$\s+)?claude\s+(?:mcp\s+add(?:-json)?\s|-)/;
const SENTENCE = /[.:;,]\s*$|\s(?:to|the|is|are|and|lets|will|you)\s/;
/** What shows that nothing is left out of a command: where the server is, or what starts it. */
const TARGET =
	/\s--\s|:\/\/|\{|\s(?:npx|uvx|uv|node|docker|python3?|bunx?|deno)\s/;
/** What a sentence says before a command that is to be run; others only speak of one. */
const REQUEST =
	/\b(?:run|running|execute|executing|type|enter|use|using|try|via|with|command|terminal)\b[:\s]*$/i;
const INLINE = /(?<!`)`(claude (?:mcp add|-)[^`\n]*)`(?!`)/g;

/** Commands outside of fences: lines of a page that has lost them, and what stands in a sentence as code. */
function findInProse(lines: readonly Line[], page: Page): EmbeddedSource[] {
	const { written } = page;
	const find = (pieces: readonly Piece[], shell: Shell) =>
		page.mayLook()
			? findInScript(joinPieces(written, pieces), shell, page)
			: [];
	const found: EmbeddedSource[] = [];
	for (let index = 0; index < lines.length; index++) {
		const line = lines[index];
		if (!line?.text.includes("claude")) continue;
		if (!TYPED.test(line.text)) {
			found.push(...findInSentence(line, (piece) => find([piece], "posix")));
			continue;
		}
		const first = index;
		while (CONTINUED.test(lines[index]?.text ?? "") && lines[index + 1])
			index++;
		const command = lines.slice(first, index + 1);
		if (isSentence(command.map(({ text }) => text).join(""))) continue;
		const shell = BACKTICK.test(line.text) ? "powershell" : "posix";
		found.push(...find(withoutPrompts(command), shell));
	}
	return found;
}

function findInSentence(
	{ start, text }: Line,
	find: (piece: Piece) => EmbeddedSource[],
): EmbeddedSource[] {
	return [...text.matchAll(INLINE)]
		.filter(
			({ 1: command = "", index }) =>
				isComplete(command) &&
				REQUEST.test(text.slice(Math.max(index - 40, 0), index)),
		)
		.flatMap(({ 1: command = "", index }) => {
			const from = start + index + 1;
			return find({ start: from, end: from + command.length });
		});
}

/** Whether a line speaks of a command: it ends as sentences do, or has words that no command has. */
function isSentence(line: string): boolean {
	return SENTENCE.test(line.replace(/"[^"]*"|'[^']*'/g, ""));
}

/** Whether nothing is left out of a command in a sentence. One that adds nothing is only named there. */
function isComplete(command: string): boolean {
	return command.startsWith("claude mcp") ? TARGET.test(command) : true;
}
