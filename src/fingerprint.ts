import { createHash } from "node:crypto";
import { acceptedPlace } from "./baseline.ts";
import type { Document } from "./document.ts";
import type { Diagnostic } from "./rule.ts";
import type { Mask } from "./secrets/mask.ts";

/**
 * A name for each diagnostic that stays the same when lines are added or items of a list come and go, and that no other one of the run has. Other programs tell by it
 * which problems are new. Made of the rule, the file, and the value's place; of a credential nothing is in it.
 * @param nameOf what a file is called, whoever runs the linter from wherever
 */
export function fingerprints(
	diagnostics: readonly Diagnostic[],
	documents: readonly Document[],
	mask: Mask,
	nameOf: (file: string) => string,
): ReadonlyMap<Diagnostic, string> {
	const roots = new Map(documents.map(({ file, root }) => [file, root]));
	const seen = new Map<string, number>();
	return new Map(
		diagnostics.map((diagnostic) => {
			const { rule, location } = diagnostic;
			const place = acceptedPlace(location, roots.get(location.file), mask);
			const key = JSON.stringify([
				rule,
				nameOf(location.file),
				place.pointer,
				place.value ?? null,
			]);
			const times = (seen.get(key) ?? 0) + 1;
			seen.set(key, times);
			const hash = createHash("sha256").update(`${key} ${times}`).digest("hex");
			return [diagnostic, hash.slice(0, 32)];
		}),
	);
}
