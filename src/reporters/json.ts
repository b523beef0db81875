import { repository } from "../generated/package.ts";
import { placesIn, printJson } from "./json-values.ts";
import { count, countFixable, type Report, ruleUrl } from "./reporter.ts";

/** The format that programs read; fields are only ever added. */
export function reportJson({
	diagnostics,
	documents,
	checked,
	sources,
}: Report): string {
	const place = placesIn(sources);
	const report = {
		version: 1,
		files: documents
			.map(({ file, kind }) => ({ file, kind: kind.id }))
			.sort((a, b) => (a.file < b.file ? -1 : 1)),
		diagnostics: diagnostics.map(
			({ rule, severity, effect, message, location, related = [], fix }) => ({
				rule,
				severity,
				effect,
				message,
				...place(location),
				container: null,
				related: related.map((each) => ({
					...place(each.location),
					message: each.message,
				})),
				...(fix && {
					fix: { title: fix.title, unsafe: fix.unsafe === true },
				}),
				url: ruleUrl(repository, rule),
			}),
		),
		summary: {
			files: checked.size,
			errors: count(diagnostics, "error"),
			warnings: count(diagnostics, "warning"),
			infos: count(diagnostics, "info"),
			fixable: countFixable(diagnostics, "safe"),
		},
	};
	return printJson(report);
}
