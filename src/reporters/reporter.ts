import type { Document, Source } from "../document.ts";
import type { Diagnostic, FixSort, Severity } from "../rule.ts";
import type { Mask } from "../secrets/mask.ts";

/** What a reporter is given besides the diagnostics. */
export interface Report {
	readonly diagnostics: readonly Diagnostic[];
	/** Every document that was read. */
	readonly documents: readonly Document[];
	/** The files that were asked for; the others were only read to understand these. */
	readonly checked: ReadonlySet<string>;
	/** How many of the named files and folders were left out because they are excluded. */
	readonly excluded: number;
	/** How many diagnostics are left out because only errors are wanted. */
	readonly omitted: number;
	/** How many diagnostics are left out because nothing there has changed. */
	readonly unchanged: number;
	/** What the repository calls a file: its path from the root, with forward slashes. For programs that look at the repository and not at the working folder. */
	readonly inRepository: (file: string) => string;
	readonly sources: ReadonlyMap<string, Source>;
	readonly colour: boolean;
	/** Through which every text of a source goes. */
	readonly mask: Mask;
	/** What was put right before; absent where nothing was to be. */
	readonly fixed?: { readonly problems: number; readonly files: number };
}

/** Diagnostics as a text. Shows all of them, in their order. */
export type Reporter = (report: Report) => string;

/** How many diagnostics of a severity there are. */
export function count(
	diagnostics: readonly Diagnostic[],
	severity: Severity,
): number {
	return diagnostics.filter((each) => each.severity === severity).length;
}

/** How many diagnostics have a fix of a sort. */
export function countFixable(
	diagnostics: readonly Diagnostic[],
	sort: FixSort,
): number {
	return diagnostics.filter(
		({ fix }) => fix && (fix.unsafe ? "unsafe" : "safe") === sort,
	).length;
}

/** Where the documentation of a rule is. */
export function ruleUrl(repository: string, rule: string): string {
	return `${repository}/blob/main/docs/rules/${rule}.md`;
}
