import type { Document } from "../document.ts";
import type { Credential } from "./credential.ts";

/** The credentials of some documents, by file; of a file in which documents stand those of all of them, each once. */
export function credentialsByFile(
	documents: readonly Document[],
	findCredentials: (document: Document) => readonly Credential[],
): Map<string, readonly Credential[]> {
	const byFile = new Map<string, readonly Credential[]>();
	for (const document of documents) {
		const known = byFile.get(document.file) ?? [];
		const taken = new Set(known.map(({ location }) => location.start));
		const found = findCredentials(document).filter(
			({ location }) => !taken.has(location.start),
		);
		if (found.length > 0) byFile.set(document.file, [...known, ...found]);
	}
	return byFile;
}
