import type { Diagnostic, Severity } from "../rule.ts";
import { plural } from "../wording.ts";
import { type Annotation, annotationsOf } from "./annotation.ts";
import { printable } from "./printable.ts";
import type { Report } from "./reporter.ts";
import { countsOf, summaryLine } from "./summary-line.ts";

/** What GitHub calls our severities. */
const LEVELS: Readonly<Record<Severity, string>> = {
	error: "error",
	warning: "warning",
	info: "notice",
};

/** How many annotations of a level GitHub shows of a step; it drops the others without a word. Source: the runner, `_maxCountPerIssueType`. */
const MOST_PER_LEVEL = 10;

/** How many files are named that have more problems. */
const MOST_FILES = 10;

/** How many annotations of a level are taken already. */
export type Taken = Readonly<Partial<Record<Severity, number>>>;

/** Annotations for GitHub, and a line for the log about each problem that found no room among them. */
export function reportGithub(report: Report): string {
	const { commands, rest } = annotate(report);
	const lines = [
		...commands,
		...rest.map((diagnostic) => logLine(diagnostic, report)),
		summaryLine(report),
	];
	return lines.map((line) => `${line}\n`).join("");
}

/**
 * Workflow commands, of which GitHub makes annotations: as many as it shows of a step. Where that is not all, one more notice says what is missing, and that is in the rest.
 */
export function annotate(
	report: Report,
	taken: Taken = {},
): { readonly commands: string[]; readonly rest: readonly Diagnostic[] } {
	const [annotated, rest] = divide(report.diagnostics, taken);
	return {
		commands: [
			...annotationsOf(annotated, report).map(annotation),
			...(rest.length > 0 ? [remainder(rest, report)] : []),
		],
		rest,
	};
}

/** The first diagnostics of each level, as many as GitHub shows, and the others. Where there are others, one notice is for them. */
function divide(
	diagnostics: readonly Diagnostic[],
	taken: Taken,
): [annotated: Diagnostic[], rest: Diagnostic[]] {
	const all = take(diagnostics, taken);
	return all[1].length === 0
		? all
		: take(diagnostics, { ...taken, info: (taken.info ?? 0) + 1 });
}

function take(
	diagnostics: readonly Diagnostic[],
	{ error = 0, warning = 0, info = 0 }: Taken,
): [taken: Diagnostic[], rest: Diagnostic[]] {
	const left = {
		error: MOST_PER_LEVEL - error,
		warning: MOST_PER_LEVEL - warning,
		info: MOST_PER_LEVEL - info,
	};
	const taken: Diagnostic[] = [];
	const rest: Diagnostic[] = [];
	for (const diagnostic of diagnostics) {
		const isTaken = left[diagnostic.severity]-- > 0;
		(isTaken ? taken : rest).push(diagnostic);
	}
	return [taken, rest];
}

function annotation({
	severity,
	rule,
	path,
	startLine,
	endLine,
	columns,
	message,
}: Annotation): string {
	return command(LEVELS[severity], message, {
		title: `${rule} (mcp-config-lint)`,
		file: printable(path),
		line: startLine,
		endLine,
		...(columns && { col: columns.start, endColumn: columns.end }),
	});
}

/** A diagnostic as a line that no runner takes for a command. */
function logLine(
	{ rule, severity, message, location }: Diagnostic,
	{ sources, inRepository }: Report,
): string {
	const { line, column } = sources
		.get(location.file)
		?.position(location.start) ?? { line: 1, column: 1 };
	const file = printable(inRepository(location.file));
	return `${severity} ${file}:${line}:${column} ${printable(message)} ${rule}`;
}

function remainder(rest: readonly Diagnostic[], report: Report): string {
	const counts = new Map<string, number>();
	for (const { location } of rest) {
		const file = printable(report.inRepository(location.file));
		counts.set(file, (counts.get(file) ?? 0) + 1);
	}
	const files = [...counts]
		.slice(0, MOST_FILES)
		.map(([file, count]) => `${file} (${count})`);
	const others = counts.size - files.length;
	const where = [
		...files,
		...(others > 0 ? [plural(others, "other file")] : []),
	].join(", ");
	return command(
		"notice",
		`${plural(rest.length, "more problem")} than GitHub shows here (${countsOf(rest)}): ${where}. The log of this step has all of them.`,
		{ title: "mcp-config-lint" },
	);
}

/** A workflow command. Source: `@actions/core`, which escapes in the same way. */
function command(
	name: string,
	text: string,
	properties: Readonly<Record<string, string | number>>,
): string {
	const list = Object.entries(properties)
		.map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
		.join(",");
	return `::${name} ${list}::${escapeData(text)}`;
}

function escapeData(text: string): string {
	return text
		.replaceAll("%", "%25")
		.replaceAll("\r", "%0D")
		.replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
	return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
