import type { Client, ClientId } from "./clients.ts";
import {
	type EmbeddedSearch,
	type EmbeddedSource,
	MOST_SESSIONS,
	type RequiredFile,
} from "./embedded/embedded-source.ts";
import type {
	DocumentKind,
	EmbeddedSearchId,
	SchemaId,
	SyntaxId,
} from "./kinds.ts";
import {
	createPositions,
	type Location,
	type Position,
	type Range,
} from "./location.ts";
import {
	findViolations,
	type JsonSchema,
	type SchemaValidator,
	type Violation,
} from "./schema.ts";
import type {
	Node,
	StringNode,
	SyntaxProblem,
	SyntaxTree,
} from "./syntax/tree.ts";

/** A file as the shell hands it over. */
export interface SourceFile {
	/** Path relative to the working directory, with forward slashes. */
	readonly file: string;
	readonly kind: DocumentKind;
	readonly content: FileContent;
}

/** What could be read of a file: its text, or why there is none. */
export type FileContent =
	| { readonly text: string }
	| { readonly refused: string };

/** Reads a text of one syntax. */
export type SyntaxParser = (file: string, text: string) => SyntaxTree;

/** The parts that a run needs, loaded by the shell beforehand. */
export interface Parsers {
	readonly syntaxes: Readonly<Partial<Record<SyntaxId, SyntaxParser>>>;
	readonly schemas: Readonly<Partial<Record<SchemaId, SchemaValidator>>>;
	readonly clients: Readonly<Partial<Record<ClientId, Client>>>;
	readonly searches: Readonly<
		Partial<Record<EmbeddedSearchId, EmbeddedSearch>>
	>;
}

/** A text that diagnostics point into. */
export interface Source {
	readonly file: string;
	/** Without a byte order mark; offsets count from here. */
	readonly text: string;
	/** The line and column of an offset. */
	position(offset: number): Position;
}

/** A parsed file, or a document in one. */
export interface Document extends Source {
	readonly kind: DocumentKind;
	/** For a document in another file the block that holds it; `text` is the whole file, and places are those of the file. */
	readonly container?: Range;
	/** Those of one file with the same number count for the same session. */
	readonly session?: number;
	/** It stands on a page for people to copy. */
	readonly isOnPage?: boolean;
	/** What stands for a secret called NAME there, where something replaces it before the client sees it. */
	readonly secretForm?: string;
	/** Stretches that something else replaces before the client sees them. */
	readonly replaced?: readonly Range[];
	/** Its session can have servers that stand in no file that is read. */
	readonly hasOtherServers?: boolean;
	/** Files that must be in the repository for its session to start. */
	readonly requiredFiles?: readonly RequiredFile[];
	/** The programs that read it. The first decides what becomes of it; none: nobody reads it. */
	readonly readers: readonly Client[];
	/** Absent for an empty file, and for one that cannot be understood. */
	readonly root: Node | undefined;
	/** What could be read of a text that cannot be understood. */
	readonly remains: Node | undefined;
	readonly errors: readonly SyntaxProblem[];
	/** What its values must be; absent for a kind without a schema. */
	readonly schema: JsonSchema | undefined;
	readonly violations: readonly Violation[];
}

const BYTE_ORDER_MARK = "\uFEFF";

/** Parses and validates a file. Never throws on what the file holds: that becomes errors and violations. */
export function parseDocument(
	source: SourceFile,
	parsers: Omit<Parsers, "searches">,
): Document {
	const { file, kind, content } = source;
	const text = plainText(content);
	const tree =
		"text" in content
			? parse(source, text, parsers)
			: refusal(file, content.refused);
	const position = lazyPositions(text);
	return validated({ file, text, position }, kind, tree, parsers);
}

/** The documents that stand in a file; none in one of a kind that holds none. Never throws on what the file holds. */
export function findEmbedded(
	{ file, kind, content }: SourceFile,
	{ searches }: Pick<Parsers, "searches">,
): readonly EmbeddedSource[] {
	if (!kind.embedded || !mayHoldDocuments({ kind, content })) return [];
	const search = searches[kind.embedded.search];
	if (!search)
		throw new Error(`the search in a ${kind.embedded.search} was not loaded`);
	return search(file, plainText(content)).filter(
		({ session }) => session < MOST_SESSIONS,
	);
}

/** Whether a look at the text leaves it open that documents stand in a file. */
export function mayHoldDocuments({
	kind,
	content,
}: Pick<SourceFile, "kind" | "content">): boolean {
	if (!kind.embedded || !("text" in content)) return false;
	const { text } = content;
	return kind.embedded.words.some((word) => text.includes(word));
}

/** Validates the documents that were found in a file. */
export function embeddedDocuments(
	holder: Document,
	found: readonly EmbeddedSource[],
	parsers: Omit<Parsers, "searches">,
): Document[] {
	const { file, text, position } = holder;
	const { isPage = false, secretForm } = holder.kind;
	return found.map(({ kind, tree, ...place }) => ({
		...validated({ file, text, position }, kind, tree, parsers),
		...place,
		isOnPage: isPage,
		...(secretForm !== undefined && { secretForm }),
	}));
}

function plainText(content: FileContent): string {
	const raw = "text" in content ? content.text : "";
	return raw.startsWith(BYTE_ORDER_MARK)
		? raw.slice(BYTE_ORDER_MARK.length)
		: raw;
}

function validated(
	source: Source,
	kind: DocumentKind,
	{ root, remains, errors }: SyntaxTree,
	parsers: Omit<Parsers, "searches">,
): Document {
	const validator = kind.schema && parsers.schemas[kind.schema];
	return {
		...source,
		kind,
		readers: kind.clients.map((id) => readerOf(id, parsers)),
		root,
		remains,
		errors,
		schema: validator?.schema,
		violations: root && validator ? findViolations(root, validator, kind) : [],
	};
}

function readerOf(id: ClientId, { clients }: Pick<Parsers, "clients">): Client {
	const client = clients[id];
	if (!client) throw new Error(`the client ${id} was not loaded`);
	return client;
}

function parse(
	{ file, kind }: SourceFile,
	text: string,
	{ syntaxes }: Pick<Parsers, "syntaxes">,
): SyntaxTree {
	const syntax = syntaxes[kind.syntax];
	if (!syntax) throw new Error(`the syntax ${kind.syntax} was not loaded`);
	return syntax(file, text);
}

function refusal(file: string, message: string): SyntaxTree {
	const location = { file, pointer: "", start: 0, end: 0 };
	return { root: undefined, errors: [{ location, message, sort: "refused" }] };
}

function lazyPositions(text: string): (offset: number) => Position {
	let positions: ReturnType<typeof createPositions> | undefined;
	return (offset) => {
		positions ??= createPositions(text);
		return positions(offset);
	};
}

/** Whether a file is part of the repository or lies in it: what it says, the repository can say. */
export function isFromRepository({ kind }: Document): boolean {
	return kind.scope === "project" || kind.scope === "local";
}

/** The column of an offset, from 1, in bytes of UTF-8 instead of UTF-16 units. */
export function byteColumn(source: Source, offset: number): number {
	const end = Math.min(Math.max(offset, 0), source.text.length);
	const start = end - (source.position(end).column - 1);
	return encoder.encode(source.text.slice(start, end)).length + 1;
}

const encoder = new TextEncoder();

/**
 * Tells where the parts of a value stand: their own characters or, where these cannot be found because of escapes, the whole value.
 * The function that is returned takes a part, and where it starts in the value, in UTF-16 units.
 */
export function partLocator(
	{ text }: Source,
	node: StringNode,
): (part: string, at?: number) => Location {
	const written = text.slice(node.start, node.end);
	const start = written.indexOf(node.value);
	return (part, at = 0) => {
		const found = start === -1 ? written.indexOf(part) : start + at;
		if (found === -1 || part === "") return node;
		const from = node.start + found;
		return { ...node, start: from, end: from + part.length };
	};
}
