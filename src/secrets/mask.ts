import type { Document, Source } from "../document.ts";
import type { Range } from "../location.ts";
import type { Credential } from "./credential.ts";
import { likelyCredentials, maskCredentials } from "./likely-credentials.ts";
import { merged, replaceRanges, within } from "./ranges.ts";
import { sensitiveRanges } from "./sensitive-values.ts";

/**
 * What keeps the credentials of some documents from being printed or written. Every text of a file goes through it on its way out: what a rule says, what a report
 * shows, and what is kept of it.
 */
export interface Mask {
	/** What is said about a document: a message, a title, a pointer. Hides the credentials that were found, also in parts. */
	message(text: string): string;
	/** A whole value of a document, or something like it. Hides what could be a credential as well. */
	value(text: string): string;
	/** What stands in a source between two offsets. Hides the same and what nobody should see, with an asterisk for each UTF-16 unit, so that columns stay. */
	excerpt(source: Source, start: number, end: number): string;
	/** Whether such an excerpt would hide anything. */
	hides(source: Source, start: number, end: number): boolean;
}

/** How much of an excerpt's surroundings is looked at, so that a credential is recognised although it is cut. In UTF-16 units. */
const MARGIN = 400;

/** How many characters of a long credential are shown whose form says what it is: those that all of its kind begin with. */
const SHOWN = 4;

/** Shorter ones are hidden whole. */
const LONG = 16;

/** A shorter part of a credential could be anything. */
const PART = 8;

/** How many parts are worth their time and memory; where there are more, which nobody wrote by hand, messages lose all that is in quotes. */
const MOST_PARTS = 2 ** 18;

/**
 * Makes the mask for some documents. Costs nothing before the first text comes.
 * @param credentialsOf those that are written out in a document
 */
export function createMask(
	documents: readonly Document[],
	credentialsOf: (document: Document) => readonly Credential[],
): Mask {
	const found = once(() =>
		byText(documents).map((inFile) => ({
			documents: inFile,
			credentials: credentialsOf(inFile[0]),
		})),
	);
	const known = once(() =>
		indexParts(
			found().flatMap(({ documents: [document], credentials }) =>
				credentials.flatMap((credential) => spellings(credential, document)),
			),
		),
	);
	const hidden = once(
		() =>
			new Map<Source, () => readonly Range[]>(
				found().flatMap((each) => {
					const ranges = once(() => hiddenInFile(each));
					return each.documents.map((document) => [document, ranges] as const);
				}),
			),
	);
	const message = (text: string) =>
		replaceRanges(text, findParts(text, known()), () => "…");
	const excerpt = (source: Source, start: number, end: number) => {
		const from = Math.max(start - MARGIN, 0);
		const text = source.text.slice(from, end + MARGIN);
		const inText = (range: Range) => ({
			start: range.start - from,
			end: range.end - from,
		});
		const ranges = [
			...within(hidden().get(source)?.() ?? [], start, end).map(inText),
			...likelyCredentials(text),
			...findParts(text, known()),
		];
		const asterisks = (range: Range) => "*".repeat(range.end - range.start);
		const masked = replaceRanges(text, ranges, asterisks);
		return masked.slice(start - from, end - from);
	};
	return {
		message,
		value: (text) => maskCredentials(message(text)),
		excerpt,
		hides: (source, start, end) =>
			excerpt(source, start, end) !== source.text.slice(start, end),
	};
}

function once<Value>(make: () => Value): () => Value {
	let made: { readonly value: Value } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}

/** A file, with the documents that stand in it. */
type InFile = readonly [Document, ...Document[]];

/** The documents by file and, because one can be there before a fix and after it, by text. */
function byText(documents: readonly Document[]): InFile[] {
	const byFile = new Map<string, Map<string, [Document, ...Document[]]>>();
	for (const document of documents) {
		const { file, text } = document;
		const inFile = byFile.get(file) ?? new Map();
		byFile.set(file, inFile);
		const known = inFile.get(text);
		if (known) known.push(document);
		else inFile.set(text, [document]);
	}
	return [...byFile.values()].flatMap((inFile) => [...inFile.values()]);
}

/** The documents of a file, and the credentials that are written out in it. */
interface Found {
	readonly documents: InFile;
	readonly credentials: readonly Credential[];
}

/** What is shown to nobody in a file, in all documents that stand in it; in its order, and none of the ranges overlap. */
function hiddenInFile({ documents, credentials }: Found): Range[] {
	const [{ text }] = documents;
	const trees = documents.flatMap(({ root, remains }) => root ?? remains ?? []);
	return merged([
		...credentials.map(({ location: { start, end }, ...credential }) => ({
			start: end - start >= LONG && isForm(credential) ? start + SHOWN : start,
			end,
		})),
		...trees
			.flatMap(sensitiveRanges)
			.flatMap((range) => withoutReferences(range, text)),
	]);
}

/** What of a range is no reference: in an excerpt one can see which variables a hidden value takes. */
function withoutReferences({ start, end }: Range, text: string): Range[] {
	const references = rangesOf(
		text.slice(start, end),
		/\$\{[A-Z_][A-Z0-9_]{0,80}\}/g,
	);
	const ends = references.map((each) => start + each.start);
	const starts = references.map((each) => start + each.end);
	return [start, ...starts].map((from, index) => ({
		start: from,
		end: ends[index] ?? end,
	}));
}

/** Whether it begins as all of its kind do; of what a name gives away nothing may be shown. */
function isForm({ name }: Pick<Credential, "name">): boolean {
	return name === undefined;
}

/** A credential as it could be repeated. */
interface Spelling {
	readonly text: string;
	readonly isForm: boolean;
}

/** A credential as it is meant, and as it is written. */
function spellings(
	{ value, location, name }: Credential,
	{ text }: Document,
): Spelling[] {
	const written = text.slice(location.start, location.end);
	return [...new Set([value, written])].map((each) => ({
		text: each,
		isForm: isForm({ name }),
	}));
}

/** The parts of some credentials. */
interface Parts {
	/** All of `PART` units; absent where there are too many to remember. */
	readonly parts: ReadonlySet<string> | undefined;
	/** Those of which a little is shown because a form begins with them. */
	readonly beginnings: ReadonlySet<string>;
	/** Credentials that are shorter than a part. */
	readonly short: ReadonlySet<string>;
}

function indexParts(spellings: readonly Spelling[]): Parts {
	const parts = new Set<string>();
	const beginnings = new Set<string>();
	const short = new Set<string>();
	for (const { text, isForm } of spellings) {
		if (text.length < PART) short.add(text);
		else if (isForm) beginnings.add(text.slice(0, PART));
		for (let at = 0; at + PART <= text.length; at++)
			parts.add(text.slice(at, at + PART));
		if (parts.size > MOST_PARTS) return { parts: undefined, beginnings, short };
	}
	return { parts, beginnings, short };
}

/** Where parts of credentials stand in a text, in its order, less what is shown of them. */
function findParts(text: string, { parts, beginnings, short }: Parts): Range[] {
	if (!parts) return rangesOf(text, /"[^"]*"?/g);
	const words = rangesOf(text, /[^\s"'`]+/g).filter(
		({ start, end }) => short.size > 0 && short.has(text.slice(start, end)),
	);
	const found: Range[] = [];
	for (let at = 0; parts.size > 0 && at + PART <= text.length; at++) {
		const end = at + PART;
		if (parts.has(text.slice(at, end))) found.push({ start: at, end });
	}
	const runs = merged(found).map(({ start, end }) => ({
		start:
			end - start >= LONG && beginnings.has(text.slice(start, start + PART))
				? start + SHOWN
				: start,
		end,
	}));
	return [...words, ...runs];
}

function rangesOf(text: string, pattern: RegExp): Range[] {
	return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
		start: index,
		end: index + found.length,
	}));
}
