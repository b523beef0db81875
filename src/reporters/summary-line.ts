import type { Diagnostic } from "../rule.ts";
import { plural } from "../wording.ts";
import { count, countFixable, type Report } from "./reporter.ts";

/** What a run found, in a line; a second line before it says what was fixed. */
export function summaryLine(report: Report): string {
	const { diagnostics, checked, fixed } = report;
	const done = fixed
		? `${plural(fixed.problems, "problem")} fixed in ${plural(fixed.files, "file")}.\n`
		: "";
	if (checked.size === 0 && diagnostics.length === 0) {
		return nothingChecked(report);
	}
	const files = plural(checked.size, "file");
	if (diagnostics.length === 0) {
		return `${done}${files} checked, no ${report.omitted === 0 ? "problems" : "errors"}${leftOut(report)}.`;
	}
	return `${done}${files} checked: ${countsOf(diagnostics)}${leftOut(report)}. ${fixesOf(diagnostics)}"mcp-config-lint explain <rule>" says more.`;
}

/** Why nothing was checked. */
export function nothingChecked({ excluded }: Report): string {
	return excluded > 0
		? "All that was named is excluded, so there was nothing to check."
		: "No MCP or Claude Code configuration found, so there was nothing to check.";
}

/** How many diagnostics there are, by severity: `2 errors, 1 info`. */
export function countsOf(diagnostics: readonly Diagnostic[]): string {
	return (["error", "warning", "info"] as const)
		.map((severity) => [severity, count(diagnostics, severity)] as const)
		.filter(([, found]) => found > 0)
		.map(([severity, found]) => plural(found, severity))
		.join(", ");
}

/** What was found and is left out, in parentheses with a space before them; empty where nothing is. */
export function leftOut({ omitted, unchanged }: Report): string {
	const parts = [
		...(omitted > 0 ? [`${plural(omitted, "milder problem")} not shown`] : []),
		...(unchanged > 0
			? [`${plural(unchanged, "problem")} where nothing has changed`]
			: []),
	];
	return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

/** How many of the problems the fixes would put right, as a sentence with a space behind it; empty where there are none. */
export function fixesOf(diagnostics: readonly Diagnostic[]): string {
	const safe = countFixable(diagnostics, "safe");
	const unsafe = countFixable(diagnostics, "unsafe");
	if (safe + unsafe === 0) return "";
	const parts = [
		...(safe > 0 ? [`--fix puts ${safe} right`] : []),
		...(unsafe > 0
			? [`--fix=unsafe ${safe > 0 ? `${unsafe} more` : `puts ${unsafe} right`}`]
			: []),
	];
	return `${parts.join(", ")}. `;
}
