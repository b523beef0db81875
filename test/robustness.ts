import fc from "fast-check";
import { expect } from "vitest";
import { defaultConfig } from "../src/config.ts";
import { rules } from "../src/generated/rules.ts";
import { lint, maskFor } from "../src/lint.ts";
import { reportJson } from "../src/reporters/json.ts";
import { reportText } from "../src/reporters/text.ts";
import { severities } from "../src/rule.ts";
import { files } from "./arbitrary-files.ts";
import { parseFiles } from "./lint-text.ts";

/** What holds for every project, whatever is in its files. */
export function holdsForAnyProject(numRuns: number): void {
	fc.assert(
		fc.property(files, (project) => {
			const documents = parseFiles(project);
			const diagnostics = lint(documents, rules, defaultConfig);
			for (const { rule, severity, message, location } of diagnostics) {
				const text = documents.find(({ file }) => file === location.file)?.text;
				expect(Object.keys(rules)).toContain(rule);
				expect(severities).toContain(severity);
				expect(message, rule).toMatch(/[.?]$/);
				expect(message, rule).not.toMatch(/[\n\r]|undefined|\[object/);
				expect(location.start, rule).toBeLessThanOrEqual(location.end);
				expect(location.end, rule).toBeLessThanOrEqual(
					Math.max(text?.length ?? 0, 1),
				);
			}
			expect(lint(documents, rules, defaultConfig)).toEqual(diagnostics);
			const sources = new Map(documents.map((each) => [each.file, each]));
			const checked = new Set(sources.keys());
			const report = {
				...{ diagnostics, documents, checked, sources },
				...{ omitted: 0, colour: false, mask: maskFor(documents) },
			};
			expect(JSON.parse(reportJson(report)).diagnostics).toHaveLength(
				diagnostics.length,
			);
			const printed = reportText(report).replaceAll("\n", "");
			expect(printed).not.toMatch(/\p{Cc}|##\[/u);
		}),
		{ numRuns },
	);
}
