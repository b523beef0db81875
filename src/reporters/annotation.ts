import { documentIndex } from "../embedded/document-index.ts";
import { repository } from "../generated/package.ts";
import type { Diagnostic, Severity } from "../rule.ts";
import { consequence } from "./consequence.ts";
import { printable } from "./printable.ts";
import { type Report, ruleUrl } from "./reporter.ts";

/** What annotations are made of; a report has it. */
export type Findings = Pick<
	Report,
	"diagnostics" | "documents" | "sources" | "inRepository"
>;

/** A diagnostic as GitHub shows it beside a line. Lines and columns count from 1, and the last ones are among what is shown. */
export interface Annotation {
	readonly severity: Severity;
	readonly rule: string;
	/** In the repository, as it is. */
	readonly path: string;
	readonly startLine: number;
	readonly endLine: number;
	/** Of one line only: for several GitHub takes none. */
	readonly columns?: { readonly start: number; readonly end: number };
	/** What is wrong, what the client does, and where to read more, a line each. */
	readonly message: string;
}

/** Some of the diagnostics as annotations, in their order. */
export function annotationsOf(
	diagnostics: readonly Diagnostic[],
	findings: Omit<Findings, "diagnostics">,
): Annotation[] {
	const documentOf = documentIndex(findings.documents);
	return diagnostics.map((diagnostic) => {
		const { rule, severity, effect, message, location } = diagnostic;
		const document = documentOf(location);
		const lines = [
			printable(message),
			...(document ? [consequence(effect, location.pointer, document)] : []),
			ruleUrl(repository, rule),
		];
		return {
			severity,
			rule,
			path: findings.inRepository(location.file),
			...placeOf(diagnostic, findings.sources),
			message: lines.join("\n"),
		};
	});
}

function placeOf(
	{ location: { file, start, end } }: Diagnostic,
	sources: Findings["sources"],
): Pick<Annotation, "startLine" | "endLine" | "columns"> {
	const source = sources.get(file);
	if (!source) return { startLine: 1, endLine: 1 };
	const first = source.position(start);
	const last = source.position(Math.max(start, end - 1));
	const isOneLine = first.line === last.line;
	return {
		startLine: first.line,
		endLine: last.line,
		...(isOneLine && { columns: { start: first.column, end: last.column } }),
	};
}
