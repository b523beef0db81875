import { createHash } from "node:crypto";
import type { Document } from "./document.ts";
import { documentIndex } from "./embedded/document-index.ts";
import { type Location, pointerTokens } from "./location.ts";
import type { Diagnostic } from "./rule.ts";
import type { Mask } from "./secrets/mask.ts";
import { type Node, valueAt } from "./syntax/tree.ts";

/**
 * A name for each diagnostic that stays the same when lines are added or items of a list come and go, and that no other one of the run has. Other programs tell by it
 * which problems are new. Made of the rule, the file, and the value's place; of a credential nothing is in it. Of several with the same place, as under a key that stands
 * twice, the first of the run has the first name, and so on: what the run leaves out is not counted.
 * @param nameOf what a file is called, whoever runs the linter from wherever
 */
export function fingerprints(
	diagnostics: readonly Diagnostic[],
	documents: readonly Document[],
	mask: Mask,
	nameOf: (file: string) => string,
): ReadonlyMap<Diagnostic, string> {
	const documentOf = documentIndex(documents);
	const seen = new Map<string, number>();
	return new Map(
		diagnostics.map((diagnostic) => {
			const { rule, location } = diagnostic;
			const key = JSON.stringify([
				rule,
				nameOf(location.file),
				...lastingPlace(location, documentOf(location), mask),
			]);
			const times = (seen.get(key) ?? 0) + 1;
			seen.set(key, times);
			const hash = createHash("sha256").update(`${key} ${times}`).digest("hex");
			return [diagnostic, hash.slice(0, 32)];
		}),
	);
}

/** A pointer without the indexes of items and, where one was in it, what stands at the place. */
function lastingPlace(
	{ pointer }: Location,
	document: Document | undefined,
	mask: Mask,
): readonly [path: readonly (string | null)[], value: string] {
	let node = document?.root ?? document?.remains;
	const path = pointerTokens(pointer).map((token) => {
		// where there is no tree, a number can only be that of an item
		const isItem = node ? node.type === "array" : /^\d+$/.test(token);
		node = valueAt(node, token);
		return isItem ? null : token;
	});
	const isInList = path.includes(null);
	return [
		path,
		isInList && document && node ? shown(node, document, mask) : "",
	];
}

/** Of a longer value only the beginning counts, in UTF-16 units. */
const LONGEST_VALUE = 1000;

/** What of a value may be known; nothing of one that holds others, because it changes with each of them. */
function shown(node: Node, document: Document, mask: Mask): string {
	if (node.type === "object" || node.type === "array") return "";
	const end = Math.min(node.end, node.start + LONGEST_VALUE);
	return mask.excerpt(document, node.start, end);
}
