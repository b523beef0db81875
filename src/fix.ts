import type { Config } from "./config.ts";
import { type Document, type Parsers, parseDocument } from "./document.ts";
import { applyEdits, type Edit, type Fix } from "./edit.ts";
import { lint } from "./lint.ts";
import type { Range } from "./location.ts";
import type { Surroundings } from "./project/surroundings.ts";
import type { Diagnostic, Rules } from "./rule.ts";
import type { Credential } from "./secrets/credential.ts";
import { credentialsByFile } from "./secrets/credentials-by-file.ts";

/** What fixing takes beside the documents. */
export interface FixOptions {
	/** All there are: of what a fix writes, other rules may speak than of what was there. */
	readonly rules: Rules;
	/** Those of every syntax and schema, for the same reason. */
	readonly parsers: Parsers;
	readonly config: Config;
	readonly surroundings?: Partial<Surroundings>;
	/** What finds the credentials that are written out in a document. */
	readonly findCredentials: (document: Document) => readonly Credential[];
	/** The files that may be changed. */
	readonly files: ReadonlySet<string>;
	/** Whether a problem is to be fixed if it can be. */
	readonly isWanted: (diagnostic: Diagnostic) => boolean;
}

/** A document before and after its fixes. */
export interface Change {
	readonly before: Document;
	readonly after: Document;
}

export interface FixResult {
	/** All documents, in their order; one in which nothing was changed is the same. */
	readonly documents: readonly Document[];
	/** How many problems were fixed. */
	readonly fixed: number;
}

/** More rounds than any file needs: each begins with what the one before brought to light. */
const MOST_ROUNDS = 10;

/**
 * Fixes what can be fixed, and what comes to light then, until nothing is left: the same again changes nothing.
 * No file becomes worse: a fix after which the client could not read a file, would refuse it for a new reason or drop more of it, is not made.
 */
export function fix(
	documents: readonly Document[],
	options: FixOptions,
): FixResult {
	const search = remembered(options.findCredentials);
	let current = documents;
	let fixed = 0;
	for (let round = 0; round < MOST_ROUNDS; round++) {
		const made = makeHarmless(
			findFixes(current, search, options),
			current,
			options,
		);
		if (made.fixes.length === 0) break;
		current = made.documents;
		fixed += made.fixes.length;
	}
	return { documents: current, fixed };
}

/** The same search, which looks at a document once: most rounds leave most of them as they are. */
function remembered(
	findCredentials: FixOptions["findCredentials"],
): FixOptions["findCredentials"] {
	const known = new WeakMap<Document, readonly Credential[]>();
	return (document) => {
		const found = known.get(document) ?? findCredentials(document);
		known.set(document, found);
		return found;
	};
}

/** The fixes that are wanted, of which none touches what another one changes; what is left out comes in the next round, if it is still needed. */
function findFixes(
	documents: readonly Document[],
	findCredentials: FixOptions["findCredentials"],
	options: FixOptions,
): Fix[] {
	const { rules, config, surroundings, files, isWanted } = options;
	const credentials = credentialsByFile(documents, findCredentials);
	const diagnostics = lint(documents, rules, config, {
		partial: true,
		unlimited: true,
		// these know places of the files as they were read
		surroundings: { ...surroundings, missingFiles: [], credentials },
	});
	const fixes = diagnostics
		.filter(isWanted)
		.flatMap(({ fix }) => fix ?? [])
		.filter(
			({ edits }) =>
				edits.length > 0 && edits.every(({ file }) => files.has(file)),
		);
	return withoutOverlaps(fixes);
}

function withoutOverlaps(fixes: readonly Fix[]): Fix[] {
	const last = new Map<string, Range>();
	return fixes
		.map((fix) => ({ fix, spans: spansOf(fix) }))
		.sort((a, b) => byFirst(a.spans, b.spans))
		.flatMap(({ fix, spans }) => {
			const isFree = [...spans].every(([file, span]) =>
				isBehind(span, last.get(file)),
			);
			if (!isFree) return [];
			for (const [file, span] of spans) last.set(file, span);
			return fix;
		});
}

/** From the first to the last character that a fix touches, by file: what is between belongs together. */
function spansOf({ edits }: Fix): ReadonlyMap<string, Range> {
	const spans = new Map<string, Range>();
	for (const { file, start, end } of edits) {
		const known = spans.get(file) ?? { start, end };
		spans.set(file, {
			start: Math.min(known.start, start),
			end: Math.max(known.end, end),
		});
	}
	return spans;
}

type Spans = ReturnType<typeof spansOf>;

function byFirst(a: Spans, b: Spans): number {
	const [[file = "", one] = []] = a;
	const [[other = "", two] = []] = b;
	if (file !== other) return file < other ? -1 : 1;
	return (one?.start ?? 0) - (two?.start ?? 0);
}

/** Ranges may touch, but not where one of them is a place to insert something. */
function isBehind(range: Range, last: Range | undefined): boolean {
	if (!last) return true;
	const inserts = range.start === range.end || last.start === last.end;
	return inserts ? range.start > last.end : range.start >= last.end;
}

/** How often the parts of a round are tried alone, where one of its fixes does harm. */
const MOST_TRIES = 50;

/** Some fixes, and the documents after them. */
interface Made {
	readonly fixes: readonly Fix[];
	readonly documents: readonly Document[];
}

/** Makes the fixes without those that do harm, alone or beside the ones before them. */
function makeHarmless(
	fixes: readonly Fix[],
	documents: readonly Document[],
	{ parsers }: FixOptions,
): Made {
	let tries = MOST_TRIES;
	const search = (some: readonly Fix[], made: Made): Made => {
		if (some.length === 0 || tries-- <= 0) return made;
		const together = [...made.fixes, ...some];
		const after = documentsAfter(documents, together, parsers);
		const isHarmful = after.some((each, index) =>
			isWorse(each, documents[index]),
		);
		if (!isHarmful) return { fixes: together, documents: after };
		if (some.length === 1) return made;
		const half = some.length >> 1;
		return search(some.slice(half), search(some.slice(0, half), made));
	};
	return search(fixes, { fixes: [], documents });
}

/** Whether the client can read a document no more, refuses it for a new reason or, if it refused it for no less before, drops more of what is in it. */
function isWorse(after: Document, before: Document | undefined): boolean {
	if (!before || after === before) return false;
	const isLost = before.root !== undefined && after.root === undefined;
	if (isLost || after.errors.length > before.errors.length) return true;
	const reasons = refusals(before);
	const left = refusals(after);
	if ([...left].some((reason) => !reasons.has(reason))) return true;
	// a wrong root, or none, hides the rest
	const wasHidden =
		!before.root ||
		[...reasons].some((each) => each.startsWith(" ") && !left.has(each));
	return !wasHidden && countDropped(after) > countDropped(before);
}

function refusals({ violations }: Document): Set<string> {
	return new Set(
		violations
			.filter(({ effect }) => effect === "rejected")
			.map(({ node, keyword }) => `${node.pointer} ${keyword}`),
	);
}

/** How many servers, rules and hooks the client drops. */
function countDropped({ violations }: Document): number {
	const dropped = violations.filter(({ effect }) => effect === "skipped");
	return new Set(dropped.map(({ owner }) => owner)).size;
}

function documentsAfter(
	documents: readonly Document[],
	fixes: readonly Fix[],
	parsers: Parsers,
): Document[] {
	const edits = new Map<string, Edit[]>();
	for (const edit of fixes.flatMap((each) => each.edits)) {
		const known = edits.get(edit.file);
		if (known) known.push(edit);
		else edits.set(edit.file, [edit]);
	}
	return documents.map((document) => {
		const { file, kind, text } = document;
		const own = edits.get(file);
		if (!own) return document;
		const content = { text: applyEdits(text, own) };
		return parseDocument({ file, kind, content }, parsers);
	});
}
