import { defaultConfig } from "../../src/config.ts";
import { rules } from "../../src/generated/rules.ts";
import { lint, maskFor } from "../../src/lint.ts";
import type { Report } from "../../src/reporters/reporter.ts";
import { credentialsOf, parseFiles } from "../lint-text.ts";

/** What a reporter is given about some files. */
export function reportOn(
	files: Readonly<Record<string, string>>,
	more: Partial<Report> = {},
): Report {
	const documents = parseFiles(files);
	const surroundings = { credentials: credentialsOf(documents) };
	const sources = new Map(documents.map((each) => [each.file, each]));
	return {
		documents,
		sources,
		checked: new Set(sources.keys()),
		diagnostics: lint(documents, rules, defaultConfig, { surroundings }),
		mask: maskFor(documents, surroundings),
		omitted: 0,
		unchanged: 0,
		inRepository: (file) => file,
		colour: false,
		...more,
	};
}

/** A server file in which each server lacks its transport, one a line from the third on. */
export function serversWithoutTransport(count: number): string {
	const servers = Array.from(
		{ length: count },
		(_, index) => `    "s${index}": { "url": "https://${index}.example.com" }`,
	);
	return `{\n  "mcpServers": {\n${servers.join(",\n")}\n  }\n}\n`;
}
