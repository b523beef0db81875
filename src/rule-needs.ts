import { clients } from "./clients.ts";
import type { Document } from "./document.ts";
import type { DocumentKind, SchemaId, SyntaxId } from "./kinds.ts";
import { mayHoldCredential } from "./secrets/suspicion.ts";

/** What a document must be like for a rule to have something to say; all of it must be true of one. */
export interface RuleNeeds {
	readonly schema?: SchemaId;
	readonly syntax?: SyntaxId;
	/** It can declare servers. */
	readonly servers?: true;
	/** It can hold permission rules. */
	readonly permissionRules?: true;
	/** It is the file of a client in which no session of ours runs. */
	readonly otherClient?: true;
	/** It can hold a credential. */
	readonly suspicion?: true;
	/** One of these stands in its text. */
	readonly words?: readonly string[];
}

/** Whether one of the documents is what a rule needs; always for a rule without needs. */
export function isNeeded(
	needs: readonly RuleNeeds[],
	documents: readonly Pick<Document, "kind" | "text">[],
): boolean {
	if (needs.length === 0) return true;
	return documents.some(({ kind, text }) =>
		needs.some(
			({
				schema,
				syntax,
				servers,
				permissionRules,
				otherClient,
				suspicion,
				words,
			}) =>
				(schema === undefined || kind.schema === schema) &&
				(servers === undefined || kind.servers !== undefined) &&
				(permissionRules === undefined || kind.permissionRules !== undefined) &&
				(otherClient === undefined || isOfOtherClient(kind)) &&
				(syntax === undefined || kind.syntax === syntax) &&
				(suspicion === undefined || mayHoldCredential(text)) &&
				(words === undefined || mentionsAny(text, words)),
		),
	);
}

function isOfOtherClient({ clients: [first] }: DocumentKind): boolean {
	return first !== undefined && !Object.hasOwn(clients, first);
}

/** Whether one of some words can stand in a text, also in escapes. */
export function mentionsAny(text: string, words: readonly string[]): boolean {
	return /\\[uUx]/.test(text) || words.some((word) => text.includes(word));
}
