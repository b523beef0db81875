import type { Parsers, SyntaxParser } from "./document.ts";
import type { DocumentKind, SchemaId, SyntaxId } from "./kinds.ts";
import type { SchemaValidator } from "./schema.ts";

const syntaxes: Readonly<Record<SyntaxId, () => Promise<SyntaxParser>>> = {
	json: async () => (await import("./syntax/json.ts")).parseJson,
};

const schemas: Readonly<Record<SchemaId, () => Promise<SchemaValidator>>> = {
	"claude-mcp": () => import("./generated/claude-mcp.ts"),
	"claude-settings": () => import("./generated/claude-settings.ts"),
};

/** Loads what the kinds of a run need, and nothing else: start-up time is what a small run costs. */
export async function loadParsers(
	kinds: readonly DocumentKind[],
): Promise<Parsers> {
	return {
		syntaxes: await loadNamed(
			syntaxes,
			kinds.map(({ syntax }) => syntax),
		),
		schemas: await loadNamed(
			schemas,
			kinds.flatMap(({ schema }) => schema ?? []),
		),
	};
}

async function loadNamed<Id extends string, Part>(
	loaders: Readonly<Record<Id, () => Promise<Part>>>,
	ids: readonly Id[],
): Promise<Partial<Record<Id, Part>>> {
	const parts: Partial<Record<Id, Part>> = {};
	for (const id of new Set(ids)) parts[id] = await loaders[id]();
	return parts;
}
