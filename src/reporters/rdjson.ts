import { byteColumn, type Source } from "../document.ts";
import type { Edit } from "../edit.ts";
import { repository } from "../generated/package.ts";
import type { Location, Range } from "../location.ts";
import type { Diagnostic } from "../rule.ts";
import { printJson } from "./json-values.ts";
import { type Report, ruleUrl } from "./reporter.ts";
import { shownReplacement } from "./shown-fix.ts";

/** For reviewdog, in its Diagnostic Format: with a suggestion for each fix that can be shown. Lines count from 1, columns from 1 in bytes of UTF-8. */
export function reportRdjson(report: Report): string {
	const { diagnostics } = report;
	return printJson({
		source: { name: "mcp-config-lint", url: repository },
		...(diagnostics.length > 0 && { severity: worst(diagnostics) }),
		diagnostics: diagnostics.map((each) => describe(each, report)),
	});
}

function describe(diagnostic: Diagnostic, report: Report) {
	const { rule, severity, message, location, related = [], fix } = diagnostic;
	const suggestion = shownReplacement(fix, report);
	return {
		message: inert(message),
		location: place(location, report),
		severity: severity.toUpperCase(),
		code: { value: rule, url: ruleUrl(repository, rule) },
		...(suggestion?.file === location.file && {
			suggestions: [describeEdit(suggestion, report)],
		}),
		...(related.length > 0 && {
			related_locations: related.map((each) => ({
				message: inert(each.message),
				location: place(each.location, report),
			})),
		}),
	};
}

function worst(diagnostics: readonly Diagnostic[]): string {
	const found = new Set(diagnostics.map(({ severity }) => severity));
	return found.has("error")
		? "ERROR"
		: found.has("warning")
			? "WARNING"
			: "INFO";
}

/** A message in which Markdown would see no element, link or image: reviewdog puts it into comments as it is. */
function inert(message: string): string {
	return message.replace(/(\\*)(<(?=[A-Za-z/!?])|\]\()/g, "$1$1\\$2");
}

function place(location: Location, { inRepository, sources }: Report) {
	return {
		path: inRepository(location.file),
		range: range(location, sources.get(location.file)),
	};
}

function describeEdit(edit: Edit, { sources }: Report) {
	return { range: range(edit, sources.get(edit.file)), text: edit.text };
}

function range({ start, end }: Range, source: Source | undefined) {
	return { start: position(start, source), end: position(end, source) };
}

function position(offset: number, source: Source | undefined) {
	if (!source) return { line: 1, column: 1 };
	const { line } = source.position(offset);
	return { line, column: byteColumn(source, offset) };
}
