import type { Document, Source } from "../document.ts";
import { documentIndex } from "../embedded/document-index.ts";
import type { Range } from "../location.ts";
import type { Diagnostic, Severity } from "../rule.ts";
import type { Mask } from "../secrets/mask.ts";
import { consequence } from "./consequence.ts";
import { printable, printableAtLineStart } from "./printable.ts";
import type { Report } from "./reporter.ts";
import { summaryLine } from "./summary-line.ts";

const COLOURS = { error: 31, warning: 33, info: 36, dim: 2, bold: 1 } as const;

/** The widest piece of a line that a frame shows, in characters. */
const FRAME_WIDTH = 100;

/** For people: grouped by file, each problem with its place in the text and what the client makes of it. */
export function reportText(report: Report): string {
	const { diagnostics, documents, sources, mask, colour } = report;
	const paint = (style: keyof typeof COLOURS, text: string) =>
		colour ? `\u001b[${COLOURS[style]}m${text}\u001b[0m` : text;
	const documentOf = documentIndex(documents);
	const groups = [...groupByFile(diagnostics)].map(([file, group]) => {
		const entries = group.map((diagnostic) => {
			const document = documentOf(diagnostic.location);
			return describe(diagnostic, { document, sources, mask, paint });
		});
		return `${paint("bold", printableAtLineStart(file))}\n${entries.join("\n\n")}`;
	});
	return [...groups, summaryLine(report)].map((part) => `${part}\n`).join("\n");
}

function groupByFile(
	diagnostics: readonly Diagnostic[],
): Map<string, Diagnostic[]> {
	const groups = new Map<string, Diagnostic[]>();
	for (const diagnostic of diagnostics) {
		const group = groups.get(diagnostic.location.file);
		if (group) group.push(diagnostic);
		else groups.set(diagnostic.location.file, [diagnostic]);
	}
	return groups;
}

type Paint = (style: keyof typeof COLOURS, text: string) => string;

/** What a diagnostic is about, and how it is shown. */
interface Surroundings {
	readonly document: Document | undefined;
	readonly sources: ReadonlyMap<string, Source>;
	readonly mask: Mask;
	readonly paint: Paint;
}

function describe(
	{ rule, severity, effect, message, location, related = [], fix }: Diagnostic,
	{ document, sources, mask, paint }: Surroundings,
): string {
	const source = sources.get(location.file);
	const { line, column } = source?.position(location.start) ?? {
		line: 1,
		column: 1,
	};
	const lines = [
		`  ${line}:${column}  ${paint(severity, severity)}  ${printable(message)}  ${paint("dim", rule)}`,
		...(source ? frame(source, mask, location, severity, paint) : []),
		...(document
			? [
					`      ${paint("dim", "=")} ${consequence(effect, location.pointer, document)}`,
				]
			: []),
		...(fix
			? [
					`      ${paint("dim", "=")} fixable with ${fix.unsafe ? "--fix=unsafe" : "--fix"}: ${printable(fix.title)}`,
				]
			: []),
		...related.map(({ location: other, message: text }) => {
			const at = sources.get(other.file)?.position(other.start);
			const file =
				other.file === location.file ? [] : [printableAtLineStart(other.file)];
			const where = [...file, ...(at ? [at.line, at.column] : [])].join(":");
			return `      ${paint("dim", `${where}: ${printable(text)}`)}`;
		}),
	];
	return lines.join("\n");
}

/** The line that the problem starts in, what it is about underlined. Credentials are hidden. */
function frame(
	source: Source,
	mask: Mask,
	{ start, end }: Range,
	severity: Severity,
	paint: Paint,
): string[] {
	const { line, column } = source.position(start);
	const lineStart = start - (column - 1);
	const lineEnd = endOfLine(source.text, start);
	const shownStart = Math.max(
		lineStart,
		Math.min(start - 20, lineEnd - FRAME_WIDTH),
	);
	const shownEnd = Math.min(lineEnd, shownStart + FRAME_WIDTH);
	const shown = printable(mask.excerpt(source, shownStart, shownEnd));
	if (shown.trim() === "") return [];
	const indent = shown.length - shown.trimStart().length;
	const before = Math.max(start - shownStart - indent, 0);
	const length = Math.max(Math.min(end, shownEnd) - start, 1);
	return [
		`${paint("dim", `${String(line).padStart(5)} |`)} ${shown.slice(indent)}`,
		`${paint("dim", "      |")} ${" ".repeat(before)}${paint(severity, "^".repeat(length))}`,
	];
}

/** Where the line ends, or what is looked at of it. */
function endOfLine(text: string, offset: number): number {
	const rest = text.slice(offset, offset + FRAME_WIDTH);
	const at = rest.search(/[\r\n]/);
	return offset + (at === -1 ? rest.length : at);
}
