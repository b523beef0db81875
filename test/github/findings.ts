import { defaultConfig } from "../../src/config.ts";
import { fingerprints } from "../../src/fingerprint.ts";
import { rules } from "../../src/generated/rules.ts";
import { changedFile } from "../../src/github/patch.ts";
import type {
	Suggestion,
	SuggestionSources,
} from "../../src/github/suggestions.ts";
import { lint, maskFor } from "../../src/lint.ts";
import { readMarketplaces, readPlugins } from "../../src/project/plugins.ts";
import { credentialsOf, parseFiles } from "../lint-text.ts";
import { fileChange } from "./file-change.ts";

type Files = Readonly<Record<string, string>>;

/** What is found in the files of a pull request, and what it changes. A file that was not there before is new. */
export function findingsIn(
	after: Files,
	before: Files = {},
): SuggestionSources {
	const documents = parseFiles(after);
	const surroundings = {
		credentials: credentialsOf(documents),
		repository: "",
		plugins: readPlugins(documents),
		marketplaces: readMarketplaces(documents),
	};
	const mask = maskFor(documents, surroundings);
	const diagnostics = lint(documents, rules, defaultConfig, { surroundings });
	const inRepository = (file: string) => `app/${file}`;
	return {
		diagnostics,
		documents,
		sources: new Map(documents.map((each) => [each.file, each])),
		inRepository,
		mask,
		fingerprints: fingerprints(diagnostics, documents, mask, inRepository),
		files: Object.entries(after).flatMap(([file, text]) => {
			const change = fileChange(inRepository(file), before[file] ?? "", text);
			return changedFile(change) ?? [];
		}),
	};
}

/** The lines that a suggestion offers. */
export function offeredLines({ body }: Suggestion): string[] {
	const [, , block = ""] =
		/\n(`{3,})suggestion\n((?:.*\n)*?)\1\n/.exec(body) ?? [];
	return block.split("\n").slice(0, -1);
}

/** A text after a suggestion is taken, as GitHub does it. */
export function taken(text: string, suggestion: Suggestion): string {
	const { first, last } = suggestion;
	const lines = text.split("\n");
	return lines
		.toSpliced(first - 1, last - first + 1, ...offeredLines(suggestion))
		.join("\n");
}
