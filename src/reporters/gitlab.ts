import type { Effect } from "../effect.ts";
import { fingerprints } from "../fingerprint.ts";
import type { Diagnostic } from "../rule.ts";
import { placesIn, printJson } from "./json-values.ts";
import type { Report } from "./reporter.ts";

/** The severities of GitLab, from the mildest to the worst. */
type GitlabSeverity = "info" | "minor" | "major" | "critical" | "blocker";

/**
 * How bad an error is depends on what it does: a credential has to go before anything is merged, a file that the client refuses loses everything in it, and
 * of the others each loses itself.
 */
const ERRORS: Readonly<Record<Effect, GitlabSeverity>> = {
	exposed: "blocker",
	rejected: "critical",
	skipped: "major",
	inert: "major",
	risky: "major",
};

/** For GitLab's Code Quality: shown in merge requests, in which it tells new problems from old ones by their fingerprints. */
export function reportGitlab({
	diagnostics,
	documents,
	mask,
	sources,
	inRepository,
}: Report): string {
	const place = placesIn(sources);
	const names = fingerprints(diagnostics, documents, mask, inRepository);
	return printJson(
		diagnostics.map((diagnostic) => {
			const { rule, message, location } = diagnostic;
			const { start, end } = place(location);
			return {
				description: message,
				check_name: rule,
				fingerprint: names.get(diagnostic),
				severity: severityOf(diagnostic),
				location: {
					path: inRepository(location.file),
					lines: { begin: start.line, end: end.line },
				},
			};
		}),
	);
}

function severityOf({ severity, effect }: Diagnostic): GitlabSeverity {
	switch (severity) {
		case "error":
			return ERRORS[effect];
		case "warning":
			return "minor";
		case "info":
			return "info";
	}
}
