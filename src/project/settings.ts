import type { Document } from "../document.ts";
import type { Scope } from "../kinds.ts";
import type { Project } from "./project.ts";
import { settingConflicts } from "./setting-conflicts.ts";

/** The scopes, the one that wins first. Source: Claude Code's documentation of its settings (2026-08). */
const STRONGEST_FIRST: readonly Scope[] = [
	"managed",
	"local",
	"project",
	"user",
];

/** The settings files that count in a project, its own and those from elsewhere, without those that the client refuses; the strongest first. */
export function settingsInEffect({
	documents,
	inheritedSettings,
}: Project): Document[] {
	return [...documents, ...inheritedSettings]
		.filter(isInEffect)
		.sort(
			(a, b) =>
				STRONGEST_FIRST.indexOf(a.kind.scope) -
				STRONGEST_FIRST.indexOf(b.kind.scope),
		);
}

/** Whether a document is a settings file that the client loads, so that what it holds counts. */
export function isInEffect(document: Document): boolean {
	const { kind, root, errors, violations } = document;
	if (kind.schema !== "claude-settings" || !root) return false;
	return (
		errors.length === 0 &&
		!violations.some(({ effect }) => effect === "rejected") &&
		!settingConflicts(document).some(({ effect }) => effect === "rejected")
	);
}
