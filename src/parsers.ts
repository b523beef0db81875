import type {
	Document,
	Parsers,
	SourceFile,
	SyntaxParser,
} from "./document.ts";
import { ruleGroups } from "./generated/rule-groups.ts";
import type { SchemaId, SyntaxId } from "./kinds.ts";
import type { Rules } from "./rule.ts";
import { isNeeded, mentionsAny } from "./rule-needs.ts";
import { createValidator, type SchemaValidator } from "./schema.ts";
import type { ShellParser } from "./shell-commands.ts";
import { parseJson, parseJsonc } from "./syntax/json.ts";

const syntaxes: Readonly<Record<SyntaxId, () => Promise<SyntaxParser>>> = {
	// nearly every run needs it
	json: async () => parseJson,
	jsonc: async () => parseJsonc,
	"front-matter": async () =>
		(await import("./syntax/front-matter.ts")).parseFrontMatter,
};

const schemas: Readonly<
	Record<SchemaId, (texts: readonly string[]) => Promise<SchemaValidator>>
> = {
	"claude-mcp": async () => {
		const { schema, document, commonMembers } = await import(
			"./generated/claude-mcp.ts"
		);
		return createValidator(schema, document, commonMembers);
	},
	"claude-agent": async () => {
		const { schema, document, commonMembers } = await import(
			"./generated/claude-agent.ts"
		);
		return createValidator(schema, document, commonMembers);
	},
	"claude-skill": async () => {
		const { schema, document, commonMembers } = await import(
			"./generated/claude-skill.ts"
		);
		return createValidator(schema, document, commonMembers);
	},
	"claude-settings": async (texts) => {
		const { schema, document, commonMembers, rareKeys } = await import(
			"./generated/claude-settings.ts"
		);
		const { rareMembers } = texts.some((text) =>
			mentionsAny(
				text,
				rareKeys.map((key) => `"${key}"`),
			),
		)
			? await import("./generated/claude-settings-rare.ts")
			: { rareMembers: {} };
		return createValidator(schema, document, {
			...commonMembers,
			...rareMembers,
		});
	},
};

/** Loads the rules that can have something to say about the documents of a run. */
export async function loadRules(
	documents: readonly Pick<Document, "kind" | "text">[],
): Promise<Rules> {
	const needed = ruleGroups.filter(({ needs }) => isNeeded(needs, documents));
	const loaded = await Promise.all(needed.map(({ load }) => load()));
	return Object.assign({}, ...loaded.map(({ rules }) => rules));
}

/** Loads what the files of a run need, and nothing else: start-up time is what a small run costs. */
export async function loadParsers(
	files: readonly Pick<SourceFile, "kind" | "content">[],
): Promise<Parsers> {
	const parsers: {
		syntaxes: Partial<Record<SyntaxId, SyntaxParser>>;
		schemas: Partial<Record<SchemaId, SchemaValidator>>;
	} = { syntaxes: {}, schemas: {} };
	for (const id of new Set(files.map(({ kind }) => kind.syntax))) {
		parsers.syntaxes[id] = await syntaxes[id]();
	}
	for (const id of new Set(files.flatMap(({ kind }) => kind.schema ?? []))) {
		const texts = files
			.filter(({ kind }) => kind.schema === id)
			.flatMap(({ content }) => ("text" in content ? content.text : []));
		parsers.schemas[id] = await schemas[id](texts);
	}
	return parsers;
}

/** Loads what takes shell commands apart; for a run in which one names a file. */
export async function loadShellParser(): Promise<ShellParser> {
	const { parseShellCommands } = await import("./shell-commands.ts");
	return parseShellCommands;
}
