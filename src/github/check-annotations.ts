import type { Document, Source } from "../document.ts";
import { consequence } from "../reporters/consequence.ts";
import { printable } from "../reporters/printable.ts";
import type { Diagnostic, Severity } from "../rule.ts";
import { cutText } from "./limits.ts";

/** A diagnostic as GitHub shows it beside a line. */
export interface Annotation {
	/** In the repository. */
	readonly path: string;
	readonly start_line: number;
	readonly end_line: number;
	/** Columns are taken only where it is one line. */
	readonly start_column?: number;
	readonly end_column?: number;
	readonly annotation_level: "failure" | "warning" | "notice";
	readonly title: string;
	readonly message: string;
}

/** What annotations are made of. */
export interface Findings {
	readonly diagnostics: readonly Diagnostic[];
	readonly documents: readonly Document[];
	readonly sources: ReadonlyMap<string, Source>;
	/** What the repository calls a file. */
	readonly inRepository: (file: string) => string;
}

/** GitHub's names for how bad it is. */
const LEVELS = {
	error: "failure",
	warning: "warning",
	info: "notice",
} as const satisfies Record<Severity, Annotation["annotation_level"]>;

/** How long GitHub lets them be, in bytes. */
const LONGEST = { message: 64 * 1024, title: 255 } as const;

/** All diagnostics as annotations, in their order, but for those of files outside of the repository, which GitHub cannot show. */
export function annotationsOf({
	diagnostics,
	documents,
	sources,
	inRepository,
}: Findings): Annotation[] {
	const byFile = new Map(documents.map((each) => [each.file, each]));
	return diagnostics.flatMap((diagnostic) => {
		const { file } = diagnostic.location;
		const path = inRepository(file);
		if (isOutside(path)) return [];
		return {
			path,
			...placeOf(diagnostic, sources.get(file)),
			annotation_level: LEVELS[diagnostic.severity],
			title: cutText(printable(diagnostic.rule), LONGEST.title),
			message: cutText(
				messageOf(diagnostic, byFile.get(file)),
				LONGEST.message,
			),
		};
	});
}

/** Whether a path that the repository is asked for leads out of it. */
export function isOutside(path: string): boolean {
	return /^(?:\.\.?(?:\/|$)|\/|[A-Za-z]:)/.test(path) || path === "";
}

function messageOf(
	{ message, effect, location }: Diagnostic,
	document: Document | undefined,
): string {
	const said = printable(message);
	return document
		? `${said}\n${consequence(effect, location.pointer, document)}`
		: said;
}

function placeOf(
	{ location: { start, end } }: Diagnostic,
	source: Source | undefined,
) {
	if (!source) return { start_line: 1, end_line: 1 };
	const first = source.position(start);
	// the end is exclusive here, and not there
	const last = source.position(Math.max(start, end - 1));
	return {
		start_line: first.line,
		end_line: last.line,
		...(first.line === last.line && {
			start_column: first.column,
			end_column: last.column,
		}),
	};
}
