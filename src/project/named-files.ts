import { posix } from "node:path";
import type { Document } from "../document.ts";
import { holdersByName } from "../embedded/document-index.ts";
import { type DocumentKind, kindById, kindByPath } from "../kinds.ts";
import { isOutside } from "../paths.ts";
import { property, stringItems } from "../syntax/tree.ts";
import { projectFolder } from "./project.ts";

/** A file that a command gives to a client. */
export interface NamedFile {
	/** Relative to the working directory, with forward slashes. */
	readonly path: string;
	/** What it is for whoever gets it. */
	readonly kind: DocumentKind;
	/** The file in which the command stands. */
	readonly holder: string;
}

/** The files that commands in scripts and workflows give to a client, as far as their place does not say what they are. They may not be there. */
export function namedFiles(documents: readonly Document[]): NamedFile[] {
	const holders = holdersByName(documents);
	return documents.flatMap(({ kind, root, file, isOnPage }) => {
		if (isOnPage || !kind.namedFiles) return [];
		const holder = holders.get(file);
		const folder = holder ? projectFolder(holder) : "";
		return Object.entries(kind.namedFiles).flatMap(([key, id]) => {
			const named = kindById(id);
			const texts = stringItems(property(root, key)?.value);
			return texts.flatMap(({ value }): NamedFile[] => {
				if (!named || /^[/~]|^[A-Za-z]:|[\\*?<>$]/.test(value)) return [];
				const path = posix.join(folder, value);
				const isKnown = isOutside(path) || kindByPath(path) !== undefined;
				return isKnown ? [] : [{ path, kind: named, holder: file }];
			});
		});
	});
}
