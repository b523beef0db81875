import { type Document, isFromRepository } from "../document.ts";
import { type StringNode, valueAt } from "../syntax/tree.ts";
import type { Project } from "./project.ts";
import { settingsInEffect } from "./settings.ts";

/** `permissions.defaultMode` of a settings file, if it is a text. */
export function readDefaultMode({
	kind,
	root,
}: Document): StringNode | undefined {
	if (kind.schema !== "claude-settings") return undefined;
	const value = valueAt(root, "permissions", "defaultMode");
	return value?.type === "string" ? value : undefined;
}

/** The mode that sessions in a project start in, if a file says so: the strongest file that has one decides, also with one that is ignored there. */
export function effectiveMode(
	project: Project,
): { readonly node: StringNode; readonly document: Document } | undefined {
	for (const document of settingsInEffect(project)) {
		const node = readDefaultMode(document);
		if (node) return { node, document };
	}
	return undefined;
}

/** Modes that a repository cannot choose for the people who open it. Source: measured on 2.1.329, in trusted folders and in others. */
const NOT_FROM_REPOSITORIES: readonly string[] = ["bypassPermissions", "auto"];

/** Whether the client does not take a mode from this document, and starts in its default mode. */
export function isIgnoredMode(mode: string, document: Document): boolean {
	return isFromRepository(document) && NOT_FROM_REPOSITORIES.includes(mode);
}
