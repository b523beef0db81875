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
	type DocumentKind,
	type EmbeddedSearchId,
	kinds,
	type OwnSchemaId,
	type SchemaId,
	type SyntaxId,
} from "./kinds.ts";
import type { NamedFile } from "./project/named-files.ts";
import type { Rules } from "./rule.ts";
import { isNeeded, mentionsAny } from "./rule-needs.ts";
import {
	createValidator,
	type SchemaLoaders,
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
	toml: async () => (await import("./syntax/toml.ts")).parseToml,
	"front-matter": async () =>
		(await import("./syntax/front-matter.ts")).parseFrontMatter,
	container: async () => parseNothing,
	embedded: async () => parseNothing,
};

const parseNothing: SyntaxParser = () => ({ root: undefined, errors: [] });

const searches: Readonly<
	Record<EmbeddedSearchId, () => Promise<EmbeddedSearch>>
> = {
	page: async () => (await import("./embedded/pages/page.ts")).findInPage,
	workflow: async () => (await import("./embedded/workflow.ts")).findInWorkflow,
	"package-scripts": async () =>
		(await import("./embedded/package-scripts.ts")).findInPackageScripts,
};

const ownSchemas: SchemaLoaders<OwnSchemaId> = {
	// nearly every run needs it
	"claude-mcp": async () => ({ schema, document, members, parts }),
	"claude-agent": () => import("./generated/claude-agent.ts"),
	"claude-skill": () => import("./generated/claude-skill.ts"),
	"claude-settings": () => import("./generated/claude-settings.ts"),
	"claude-plugin": () => import("./generated/claude-plugin.ts"),
	"plugin-mcp": () => import("./generated/plugin-mcp.ts"),
	"plugin-hooks": () => import("./generated/plugin-hooks.ts"),
	"claude-marketplace": () => import("./generated/claude-marketplace.ts"),
};

/** Loads a schema, with the validators of the keys that the texts can have. */
async function loadSchema(
	id: SchemaId,
	texts: readonly string[],
): Promise<SchemaValidator> {
	const compiled = await (isOwn(id)
		? ownSchemas[id]()
		: (await import("./other-schemas.ts")).otherSchemas[id]());
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

function isOwn(id: SchemaId): id is OwnSchemaId {
	return Object.hasOwn(ownSchemas, id);
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
	const some = withoutRepeated(documents);
	const needed = ruleGroups.filter(({ needs }) => isNeeded(needs, some));
	const loaded = await Promise.all(needed.map(({ load }) => load()));
	return Object.assign({}, ...loaded.map(({ rules }) => rules));
}

/** Each kind of each text once: a page can hold a thousand documents, and the text of all of them is that of the page. */
function withoutRepeated<Each extends Pick<Document, "kind" | "text">>(
	documents: readonly Each[],
): Each[] {
	const seen = new Map<string, Set<DocumentKind>>();
	return documents.filter(({ kind, text }) => {
		const kindsOfText = seen.get(text) ?? new Set();
		seen.set(text, kindsOfText);
		return !kindsOfText.has(kind) && kindsOfText.add(kind);
	});
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
		parsers.schemas[id] = await loadSchema(id, [...new Set(texts)]);
	}
	return parsers;
}

/** What is known of the clients that read some files. */
async function loadClients(
	files: readonly Pick<SourceFile, "kind">[],
): Promise<Parsers["clients"]> {
	const unknown = new Set(
		files
			.flatMap(({ kind }) => kind.clients)
			.filter((id) => !Object.hasOwn(clients, id)),
	);
	const isPlugin = unknown.delete("claude-plugin");
	return {
		...clients,
		...(isPlugin && (await import("./plugin-client.ts")).pluginClients),
		...(unknown.size > 0 && (await import("./other-clients.ts")).otherClients),
	};
}

/** The credentials that are written out in some documents, by file. Loads what finds them only where there can be one. */
export async function findAllCredentials(
	documents: readonly Document[],
): Promise<Map<string, readonly Credential[]>> {
	const texts = [...new Set(documents.map(({ text }) => text))];
	const suspicious = new Set(texts.filter(mayHoldCredential));
	const suspects = documents.filter(({ text }) => suspicious.has(text));
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

/** Parts of the keys under which commands stand, in settings and definitions. */
const COMMAND_WORDS: readonly string[] = [
	"hooks",
	"tatusLine",
	"fileSuggestion",
	"Helper",
	"AuthRefresh",
	"CredentialExport",
	"CLAUDE_PLUGIN_ROOT",
];

type ScriptSearch = typeof import("./project/referenced-files.ts");

/** Loads what finds the scripts that commands name; nothing where no document can have a command. */
export async function loadScriptSearch(
	documents: readonly Pick<Document, "kind" | "text">[],
): Promise<ScriptSearch | undefined> {
	return isNeeded([{ words: COMMAND_WORDS }], withoutRepeated(documents))
		? import("./project/referenced-files.ts")
		: undefined;
}

/** Loads what finds the files that commands name; for a run with commands. */
export async function loadNamedFiles(): Promise<
	(documents: readonly Document[]) => readonly NamedFile[]
> {
	return (await import("./project/named-files.ts")).namedFiles;
}
