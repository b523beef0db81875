import { documentIndex } from "../embedded/document-index.ts";
import { repository } from "../generated/package.ts";
import { ruleTexts } from "../generated/rule-texts.ts";
import type { Diagnostic, Severity } from "../rule.ts";
import { plural } from "../wording.ts";
import { consequence } from "./consequence.ts";
import { markdownCode, markdownText } from "./markdown-text.ts";
import { type Report, ruleUrl } from "./reporter.ts";
import { countsOf, fixesOf, leftOut, nothingChecked } from "./summary-line.ts";

const SIGNS: Readonly<Record<Severity, string>> = {
	error: "❌",
	warning: "⚠️",
	info: "ℹ️",
};

/** What a page can have beside the diagnostics. */
export interface PageOptions {
	/** Sentences that come first. */
	readonly notes?: readonly string[];
	/** Where a line of a file can be seen, if it can be; absent: places are no links. */
	readonly linkTo?: (file: string, line: number) => string | undefined;
	/** The longest page, in bytes of UTF-8; what has no room is counted. Absent: there is room for everything. */
	readonly mostBytes?: number;
}

/** How much of a page with a limit the tables may take; the rest is for advice. */
const TABLES_SHARE = 0.8;

/** For a page on the web: a table for each file, and what the rules advise. */
export function reportMarkdown(report: Report): string {
	return markdownPage(report, {});
}

/** The same for a page with a limit. */
export function markdownPage(report: Report, options: PageOptions): string {
	const { diagnostics } = report;
	const { notes = [], mostBytes = Number.POSITIVE_INFINITY } = options;
	const head = [
		"## mcp-config-lint\n\n",
		...notes.map((note) => `> ${markdownText(note)}\n\n`),
		`${resultOf(report)}\n`,
	];
	const rows = withinBytes(
		rowsOf(report, options),
		mostBytes * TABLES_SHARE - sizeOf(head),
	);
	const missing = diagnostics.length - rows.length;
	const rest =
		missing > 0
			? [`\n${plural(missing, "more problem")} found no room on this page.\n`]
			: [];
	const page = [...head, ...rows, ...rest];
	const advice = withinBytes(adviceOf(diagnostics), mostBytes - sizeOf(page));
	return [...page, ...advice].join("");
}

function sizeOf(parts: readonly string[]): number {
	return parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
}

/** The first parts, as many as there is room for. */
function withinBytes(parts: readonly string[], most: number): string[] {
	let used = 0;
	const end = parts.findIndex((part) => {
		used += Buffer.byteLength(part);
		return used > most;
	});
	return end === -1 ? [...parts] : parts.slice(0, end);
}

function resultOf(report: Report): string {
	const { diagnostics, checked } = report;
	if (checked.size === 0 && diagnostics.length === 0)
		return nothingChecked(report);
	const files = plural(checked.size, "file");
	const note = leftOut(report);
	if (diagnostics.length === 0)
		return `✅ ${files} checked, no ${report.omitted === 0 ? "problems" : "errors"}${note}.`;
	const fixes = fixesOf(diagnostics).replace(/--fix\S*/g, "`$&`");
	return `${files} checked: **${countsOf(diagnostics)}**${note}. ${fixes}`.trimEnd();
}

/** A row of a table for each diagnostic; the first one of a file brings along the head of the table. */
function rowsOf(
	{ diagnostics, documents, sources, inRepository }: Report,
	{ linkTo }: PageOptions,
): string[] {
	const documentOf = documentIndex(documents);
	return diagnostics.map(
		({ rule, severity, effect, message, location }, index) => {
			const { file } = location;
			const isFirst = diagnostics[index - 1]?.location.file !== file;
			const head = isFirst
				? `\n### ${markdownCode(inRepository(file))}\n\n| Line | | Problem | Rule |\n| ---: | --- | --- | --- |\n`
				: "";
			const line = sources.get(file)?.position(location.start).line ?? 1;
			const address = linkTo?.(file, line);
			const place = address ? `[${line}](${address})` : String(line);
			const name = `[${rule}](${ruleUrl(repository, rule)})`;
			const document = documentOf(location);
			const outcome = document
				? `<br><em>${consequence(effect, location.pointer, document)}</em>`
				: "";
			return `${head}| ${place} | ${SIGNS[severity]}&nbsp;${severity} | ${markdownText(message)}${outcome} | ${name} |\n`;
		},
	);
}

/** What each rule that found something has to say, to be opened by whoever wants to know. */
function adviceOf(diagnostics: readonly Diagnostic[]): string[] {
	const ids = [...new Set(diagnostics.map(({ rule }) => rule))].sort();
	const parts = ids.flatMap((id) => {
		const texts = ruleTexts[id];
		if (!texts) return [];
		return `<details>\n<summary><b>${id}</b>: ${asHtml(texts.summary)}</summary>\n\n${texts.rationale.trim()}\n\n</details>\n\n`;
	});
	return parts.length === 0 ? [] : ["\n### Why it matters\n\n", ...parts];
}

function asHtml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replace(/`([^`]+)`/g, "<code>$1</code>");
}
