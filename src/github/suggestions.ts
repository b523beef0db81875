import { createHash } from "node:crypto";
import type { Document, Source } from "../document.ts";
import { applyEdits, type Fix } from "../edit.ts";
import { documentIndex } from "../embedded/document-index.ts";
import { repository } from "../generated/package.ts";
import type { Range } from "../location.ts";
import type { Findings } from "../reporters/annotation.ts";
import { consequence } from "../reporters/consequence.ts";
import { fenceFor, markdownText } from "../reporters/markdown-text.ts";
import { printable } from "../reporters/printable.ts";
import { ruleUrl } from "../reporters/reporter.ts";
import type { Diagnostic } from "../rule.ts";
import type { Mask } from "../secrets/mask.ts";
import { commentMarker } from "./markers.ts";
import type { ChangedFile, Hunk } from "./patch.ts";

/** What suggestions are made of. */
export interface SuggestionSources extends Findings {
	readonly mask: Mask;
	readonly fingerprints: ReadonlyMap<Diagnostic, string>;
	/** What the pull request changes. */
	readonly files: readonly ChangedFile[];
}

/** A comment on lines of a diff that offers other ones for them. */
export interface Suggestion {
	/** In the repository. */
	readonly path: string;
	/** The lines that are replaced, from 1, as they are after the change. */
	readonly first: number;
	readonly last: number;
	/** In Markdown; ends with its mark. */
	readonly body: string;
	/** Of the diagnostic. */
	readonly fingerprint: string;
	/** Of what it says: another one says something else. */
	readonly digest: string;
}

/** The suggestions for a pull request. */
export interface Suggestions {
	readonly shown: readonly Suggestion[];
	/** How many there would be beyond those that one can take in. */
	readonly more: number;
}

/** A suggestion with more lines would hide the problem rather than show it. */
const MOST_LINES = 20;

/** More comments than this are noise. */
const MOST_SUGGESTIONS = 50;

/**
 * The fixes that GitHub can offer beside the lines of a pull request. It replaces whole lines, only where it shows them, and shows all that is in them. So a fix is left out
 * that touches more than one file, lines that the diff does not show or shows otherwise, too many of them, or something that nobody should see; and of fixes for the same
 * lines all but the first, which comes when that one is made.
 */
export function suggestionsFor(sources: SuggestionSources): Suggestions {
	const hunks = hunksByFile(sources);
	const documentOf = documentIndex(sources.documents);
	const taken = new Map<string, Replacement[]>();
	const all = sources.diagnostics.flatMap((diagnostic) => {
		const { fix, location } = diagnostic;
		const { file } = location;
		const source = sources.sources.get(file);
		const fingerprint = sources.fingerprints.get(diagnostic);
		if (!source || !fix || fingerprint === undefined) return [];
		const replacement = replacementOf(fix, source, hunks.get(file) ?? []);
		if (!replacement || !isHarmless(replacement, source, sources.mask))
			return [];
		const others = taken.get(file) ?? [];
		if (others.some((other) => touches(other, replacement))) return [];
		taken.set(file, [...others, replacement]);
		const text = textOf(
			diagnostic,
			fix,
			documentOf(location),
			replacement.after,
		);
		const path = sources.inRepository(file);
		const { first, last } = replacement;
		const digest = digestOf([path, text]);
		const body = `${text}\n\n${commentMarker(fingerprint, digest)}`;
		return { path, first, last, body, fingerprint, digest };
	});
	const shown = all.slice(0, MOST_SUGGESTIONS);
	return { shown, more: all.length - shown.length };
}

/** The pieces of the diff of each file; none of one in which a lone CR ends lines, because git counts them in another way. */
function hunksByFile({
	files,
	sources,
	inRepository,
}: SuggestionSources): ReadonlyMap<string, readonly Hunk[]> {
	const byPath = new Map(files.map(({ file, hunks }) => [file, hunks]));
	return new Map(
		[...sources].map(([file, { text }]) => [
			file,
			/\r(?!\n)/.test(text) ? [] : (byPath.get(inRepository(file)) ?? []),
		]),
	);
}

/** Lines, and what stands there instead after a fix. */
interface Replacement extends Range {
	readonly first: number;
	readonly last: number;
	readonly after: readonly string[];
}

function touches(a: Replacement, b: Replacement): boolean {
	return a.first <= b.last && b.first <= a.last;
}

/** The lines that a fix changes, and no more; undefined where GitHub cannot replace them. */
function replacementOf(
	{ edits }: Fix,
	source: Source,
	hunks: readonly Hunk[],
): Replacement | undefined {
	if (edits.length === 0 || edits.some(({ file }) => file !== source.file))
		return undefined;
	// what GitHub makes of other line ends is its own
	if (edits.some(({ text }) => text.includes("\r"))) return undefined;
	const { text } = source;
	const start = lineStart(text, Math.min(...edits.map((edit) => edit.start)));
	const end = lineEnd(text, Math.max(...edits.map((edit) => edit.end)));
	const inLines = edits.map((edit) => ({
		...edit,
		start: edit.start - start,
		end: edit.end - start,
	}));
	const before = text.slice(start, end).split("\n");
	const after = applyEdits(text.slice(start, end), inLines).split("\n");
	const { head, tail } = commonLines(before, after);
	const lines = before.slice(head, before.length - tail);
	const newLines = after.slice(head, after.length - tail);
	if (Math.max(lines.length, newLines.length) > MOST_LINES) return undefined;
	const first = source.position(start).line + head;
	if (!isShown(lines, first, hunks)) return undefined;
	const from = before
		.slice(0, head)
		.reduce((at, { length }) => at + length + 1, start);
	return {
		first,
		last: first + lines.length - 1,
		start: from,
		end: from + lines.join("\n").length,
		after: newLines,
	};
}

/** How many lines at both ends stay; but one is left to be replaced, because there is no suggestion between lines. */
function commonLines(before: readonly string[], after: readonly string[]) {
	const most = Math.min(before.length - 1, after.length);
	let head = 0;
	while (head < most && before[head] === after[head]) head++;
	let tail = 0;
	while (head + tail < most && before.at(-1 - tail) === after.at(-1 - tail))
		tail++;
	return { head, tail };
}

function lineStart(text: string, offset: number): number {
	return text.lastIndexOf("\n", offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
	const end = text.indexOf("\n", offset);
	return end === -1 ? text.length : end;
}

/** Whether one piece of the diff shows all these lines, and shows them as they are here: otherwise it is a diff of something else. */
function isShown(
	lines: readonly string[],
	first: number,
	hunks: readonly Hunk[],
): boolean {
	return hunks.some(
		(hunk) =>
			hunk.first <= first &&
			lines.every(
				(line, index) => hunk.lines[first - hunk.first + index] === line,
			),
	);
}

/** How much around the lines is looked at with them, in UTF-16 units: a credential can begin before them. */
const MARGIN = 400;

/** Whether everybody may see the lines before and after, and nothing in them does anything. */
function isHarmless(
	{ start, end, after }: Replacement,
	source: Source,
	mask: Mask,
): boolean {
	const before = source.text.slice(start, end);
	const written = after.join("\n");
	const ahead = source.text.slice(Math.max(start - MARGIN, 0), start);
	const text = ahead + written + source.text.slice(end, end + MARGIN);
	const excerpt = mask.excerpt(
		{ ...source, text },
		ahead.length,
		ahead.length + written.length,
	);
	return (
		[before, written].every(
			(each) => isVisible(each) && mask.message(each) === each,
		) &&
		mask.excerpt(source, start, end) === before &&
		excerpt === written
	);
}

/** Whether a text is what it looks like; a lone CR, which some take for the end of a line, is not. */
function isVisible(text: string): boolean {
	return text
		.split("\n")
		.every((line) => printable(line) === line.replaceAll("\t", " "));
}

/** What is wrong, what the client makes of it, and what to write. */
function textOf(
	{ rule, message, effect, location }: Diagnostic,
	{ unsafe }: Fix,
	document: Document | undefined,
	after: readonly string[],
): string {
	const said = document
		? `${consequence(effect, location.pointer, document)} `
		: "";
	const warning = unsafe
		? ["This changes what the file says, so see whether it is what you mean."]
		: [];
	const fence = fenceFor(after.join("\n"), 3);
	return [
		markdownText(message),
		`${said}[Why this matters](${ruleUrl(repository, rule)})`,
		...warning,
		[`${fence}suggestion`, ...after, fence].join("\n"),
	].join("\n\n");
}

function digestOf(parts: readonly string[]): string {
	const hash = createHash("sha256").update(JSON.stringify(parts));
	return hash.digest("hex").slice(0, 16);
}
