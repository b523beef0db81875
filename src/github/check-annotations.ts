import { isOutside } from "../paths.ts";
import { annotationsOf, type Findings } from "../reporters/annotation.ts";
import type { Severity } from "../rule.ts";
import { cutText } from "./limits.ts";

/** An annotation as a check run has it. */
export interface CheckAnnotation {
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

/** GitHub's names for how bad it is. */
const LEVELS = {
	error: "failure",
	warning: "warning",
	info: "notice",
} as const satisfies Record<Severity, CheckAnnotation["annotation_level"]>;

/** How long GitHub lets them be, in bytes. */
const LONGEST = { message: 64 * 1024, title: 255 } as const;

/** All diagnostics as annotations, in their order, but for those of files outside of the repository, which GitHub cannot show. */
export function checkAnnotations(findings: Findings): CheckAnnotation[] {
	return annotationsOf(findings.diagnostics, findings)
		.filter(({ path }) => !isOutside(path))
		.map(({ path, startLine, endLine, columns, severity, rule, message }) => ({
			path,
			start_line: startLine,
			end_line: endLine,
			...(columns && { start_column: columns.start, end_column: columns.end }),
			annotation_level: LEVELS[severity],
			title: cutText(rule, LONGEST.title),
			message: cutText(message, LONGEST.message),
		}));
}
