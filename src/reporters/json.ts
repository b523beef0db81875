import type { Document } from "../document.ts";
import { documentIndex } from "../embedded/document-index.ts";
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
	const documentOf = documentIndex(documents);
	const report = {
		version: 1,
		files: documents
			.filter(({ container }) => !container)
			.map(({ file, kind }) => ({ file, kind: kind.id }))
			.sort((a, b) => (a.file < b.file ? -1 : 1)),
		diagnostics: diagnostics.map(
			({ rule, severity, effect, message, location, related = [], fix }) => ({
				rule,
				severity,
				effect,
				message,
				...place(location),
				container: containerOf(documentOf(location)),
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

/** Where the block is that holds a document, for one that stands in another file. */
function containerOf(document: Document | undefined) {
	if (!document?.container) return null;
	const { start, end } = document.container;
	return { start: document.position(start), end: document.position(end) };
}
