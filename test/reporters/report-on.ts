import { type Config, defaultConfig } from "../../src/config.ts";
import { rules } from "../../src/generated/rules.ts";
import { lint, maskFor } from "../../src/lint.ts";
import { reportGitlab } from "../../src/reporters/gitlab.ts";
import { reportJson } from "../../src/reporters/json.ts";
import { reportJunit } from "../../src/reporters/junit.ts";
import { reportMarkdown } from "../../src/reporters/markdown.ts";
import { reportRdjson } from "../../src/reporters/rdjson.ts";
import type { Report, Reporter } from "../../src/reporters/reporter.ts";
import { reportSarif } from "../../src/reporters/sarif.ts";
import { reportText } from "../../src/reporters/text.ts";
import { credentialsOf, parseFiles } from "../lint-text.ts";

/** Every reporter, by its name, but for the one that writes commands for a runner: what holds for all of them is tested with these. */
export const reporters: Readonly<Record<string, Reporter>> = {
	text: reportText,
	json: reportJson,
	sarif: reportSarif,
	rdjson: reportRdjson,
	gitlab: reportGitlab,
	junit: reportJunit,
	markdown: reportMarkdown,
};

/** What a run over a little project, given as text by path, hands to its reporter. */
export function reportOn(
	files: Readonly<Record<string, string>>,
	config: Partial<Config> = {},
): Report {
	const documents = parseFiles(files);
	const surroundings = {
		credentials: credentialsOf(documents),
		repository: "",
	};
	const full = { ...defaultConfig, ...config };
	return {
		documents,
		checked: new Set(documents.map(({ file }) => file)),
		sources: new Map(documents.map((each) => [each.file, each])),
		diagnostics: lint(documents, rules, full, { surroundings }),
		mask: maskFor(documents, surroundings),
		omitted: 0,
		unchanged: 0,
		inRepository: (file) => file,
		colour: false,
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
