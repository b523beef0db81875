import { repository } from "../generated/package.ts";
import type { Location } from "../location.ts";
import { count, type Report, ruleUrl } from "./reporter.ts";

/** The format that programs read; fields are only ever added. */
export function reportJson({
	diagnostics,
	documents,
	checked,
	sources,
}: Report): string {
	const place = ({ file, pointer, start, end }: Location) => {
		const source = sources.get(file);
		return {
			file,
			pointer,
			start: source?.position(start) ?? { line: 1, column: 1 },
			end: source?.position(end) ?? { line: 1, column: 1 },
		};
	};
	const report = {
		version: 1,
		files: documents
			.map(({ file, kind }) => ({ file, kind: kind.id }))
			.sort((a, b) => (a.file < b.file ? -1 : 1)),
		diagnostics: diagnostics.map(
			({ rule, severity, effect, message, location, related = [] }) => ({
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
				url: ruleUrl(repository, rule),
			}),
		),
		summary: {
			files: checked.size,
			errors: count(diagnostics, "error"),
			warnings: count(diagnostics, "warning"),
			infos: count(diagnostics, "info"),
			fixable: 0,
		},
	};
	// half a character is no text, and other programs refuse a report with one
	const whole = (_key: string, value: unknown) =>
		typeof value === "string"
			? value.replace(/\p{Surrogate}/gu, "\ufffd")
			: value;
	return `${JSON.stringify(report, whole, 2)}\n`;
}
