import { clients } from "./clients.ts";
import type {
	Document,
	Parsers,
	SourceFile,
	SyntaxParser,
} from "./document.ts";
import type { EmbeddedSearch } from "./embedded/embedded-source.ts";
import { document, members, parts, schema } from "./generated/claude-mcp.ts";
import { ruleGroups } from "./generated/rule-groups.ts";
import {
	type EmbeddedSearchId,
	kinds,
	type SchemaId,
	type SyntaxId,
} from "./kinds.ts";
import type { NamedFile } from "./project/named-files.ts";
import type { Rules } from "./rule.ts";
import { isNeeded, mentionsAny } from "./rule-needs.ts";
import {
	type CompiledMembers,
	type CompiledSchema,
	createValidator,
	type JsonSchema,
	type SchemaPart,
	type SchemaValidator,
} from "./schema.ts";
import type { Credential } from "./secrets/credential.ts";
import { credentialsByFile } from "./secrets/credentials-by-file.ts";
import { mayHoldCredential } from "./secrets/suspicion.ts";
import type { ShellParser } from "./shell-commands.ts";
import { parseJson, parseJsonc } from "./syntax/json.ts";

const syntaxes: Readonly<Record<SyntaxId, () => Promise<SyntaxParser>>> = {
	// nearly every run needs it
	json: async () => parseJson,
	jsonc: async () => parseJsonc,
	"front-matter": async () =>
		(await import("./syntax/front-matter.ts")).parseFrontMatter,
	container: async () => parseNothing,
	embedded: async () => parseNothing,
};

const parseNothing: SyntaxParser = () => ({ root: undefined, errors: [] });

const searches: Readonly<
	Record<EmbeddedSearchId, () => Promise<EmbeddedSearch>>
> = {
	page: async () => (await import("./embedded/page.ts")).findInPage,
	workflow: async () => (await import("./embedded/workflow.ts")).findInWorkflow,
	"package-scripts": async () =>
		(await import("./embedded/package-scripts.ts")).findInPackageScripts,
};

/** A schema as scripts/generate-validators.mjs writes it. */
interface CompiledFile {
	readonly schema: JsonSchema;
	readonly document: CompiledSchema;
	readonly members: CompiledMembers;
	readonly parts: readonly SchemaPart[];
}

const schemas: Readonly<Record<SchemaId, () => Promise<CompiledFile>>> = {
	// nearly every run needs it
	"claude-mcp": async () => ({ schema, document, members, parts }),
	"claude-agent": () => import("./generated/claude-agent.ts"),
	"claude-skill": () => import("./generated/claude-skill.ts"),
	"claude-settings": () => import("./generated/claude-settings.ts"),
	"claude-desktop": () => import("./generated/claude-desktop.ts"),
	"vs-code-mcp": () => import("./generated/vs-code-mcp.ts"),
	"copilot-mcp": () => import("./generated/copilot-mcp.ts"),
	"copilot-user-mcp": () => import("./generated/copilot-user-mcp.ts"),
	"cursor-mcp": () => import("./generated/cursor-mcp.ts"),
	"windsurf-mcp": () => import("./generated/windsurf-mcp.ts"),
	"gemini-settings": () => import("./generated/gemini-settings.ts"),
	"cline-mcp": () => import("./generated/cline-mcp.ts"),
	"roo-mcp": () => import("./generated/roo-mcp.ts"),
	"kiro-mcp": () => import("./generated/kiro-mcp.ts"),
	"github-claude-action": () => import("./generated/github-claude-action.ts"),
	"github-claude-v0-action": () =>
		import("./generated/github-claude-v0-action.ts"),
	"github-claude-base-action": () =>
		import("./generated/github-claude-base-action.ts"),
};

/** Loads a schema, with the validators of the keys that the texts can have. */
async function loadSchema(
	id: SchemaId,
	texts: readonly string[],
): Promise<SchemaValidator> {
	const compiled = await schemas[id]();
	const needed = compiled.parts.filter(({ keys }) =>
		texts.some((text) => mentionsAny(text, keys)),
	);
	const loaded = await Promise.all(needed.map(({ load }) => load()));
	return createValidator(
		compiled.schema,
		compiled.document,
		Object.assign({}, compiled.members, ...loaded.map((part) => part.members)),
	);
}

/** Loads every rule there is, for what is written only later. */
export async function loadAllRules(): Promise<Rules> {
	return (await import("./generated/rules.ts")).rules;
}

/** Loads what reads files of every kind, for the same purpose. */
export function loadAllParsers(): Promise<Parsers> {
	// an escape could be any key
	const content = { text: "\\u" };
	const files = kinds.map((kind) => ({ kind, content }));
	return loadParsers(files, files);
}

/** Loads the rules that can have something to say about the documents of a run. */
export async function loadRules(
	documents: readonly Pick<Document, "kind" | "text">[],
): Promise<Rules> {
	const needed = ruleGroups.filter(({ needs }) => isNeeded(needs, documents));
	const loaded = await Promise.all(needed.map(({ load }) => load()));
	return Object.assign({}, ...loaded.map(({ rules }) => rules));
}

/** Loads what finds the documents in some files. */
export async function loadSearches(
	files: readonly Pick<SourceFile, "kind">[],
): Promise<Parsers["searches"]> {
	const needed = new Set(
		files.flatMap(({ kind }) => kind.embedded?.search ?? []),
	);
	const loaded = await Promise.all(
		[...needed].map(async (id) => [id, await searches[id]()] as const),
	);
	return Object.fromEntries(loaded);
}

/**
 * Loads what the files of a run need, and nothing else: start-up time is what a small run costs.
 * @param holders the files in which documents stand; what stands in them is among `files`
 */
export async function loadParsers(
	files: readonly Pick<SourceFile, "kind" | "content">[],
	holders: readonly Pick<SourceFile, "kind">[] = [],
): Promise<Parsers> {
	const parsers: {
		syntaxes: Partial<Record<SyntaxId, SyntaxParser>>;
		schemas: Partial<Record<SchemaId, SchemaValidator>>;
		clients: Parsers["clients"];
		searches: Parsers["searches"];
	} = {
		syntaxes: {},
		schemas: {},
		clients: await loadClients(files),
		searches: await loadSearches(holders),
	};
	for (const id of new Set(files.map(({ kind }) => kind.syntax))) {
		parsers.syntaxes[id] = await syntaxes[id]();
	}
	for (const id of new Set(files.flatMap(({ kind }) => kind.schema ?? []))) {
		const texts = files
			.filter(({ kind }) => kind.schema === id)
			.flatMap(({ content }) => ("text" in content ? content.text : []));
		parsers.schemas[id] = await loadSchema(id, texts);
	}
	return parsers;
}

/** What is known of the clients that read some files. */
async function loadClients(
	files: readonly Pick<SourceFile, "kind">[],
): Promise<Parsers["clients"]> {
	const areKnown = files.every(({ kind }) =>
		kind.clients.every((id) => Object.hasOwn(clients, id)),
	);
	if (areKnown) return clients;
	const { otherClients } = await import("./other-clients.ts");
	return { ...clients, ...otherClients };
}

/** The credentials that are written out in some documents, by file. Loads what finds them only where there can be one. */
export async function findAllCredentials(
	documents: readonly Document[],
): Promise<Map<string, readonly Credential[]>> {
	const suspects = documents.filter(({ text }) => mayHoldCredential(text));
	if (suspects.length === 0) return new Map();
	const findCredentials = await loadCredentialSearch();
	return credentialsByFile(suspects, findCredentials);
}

/** Loads what finds credentials. */
export async function loadCredentialSearch(): Promise<
	(document: Document) => readonly Credential[]
> {
	return (await import("./secrets/credentials.ts")).findCredentials;
}

/** Loads what takes shell commands apart; for a run in which one names a file. */
export async function loadShellParser(): Promise<ShellParser> {
	const { parseShellCommands } = await import("./shell-commands.ts");
	return parseShellCommands;
}

/** Loads what finds the files that commands name; for a run with commands. */
export async function loadNamedFiles(): Promise<
	(documents: readonly Document[]) => readonly NamedFile[]
> {
	return (await import("./project/named-files.ts")).namedFiles;
}
