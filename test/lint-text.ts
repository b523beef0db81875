import { type Config, defaultConfig } from "../src/config.ts";
import { parseDocument } from "../src/document.ts";
import { kindByPath, kinds } from "../src/kinds.ts";
import { lint } from "../src/lint.ts";
import { loadParsers } from "../src/parsers.ts";
import type { Diagnostic } from "../src/rule.ts";

/** Escapes make the loader expect every key. */
const content = { text: "\\u" };
export const parsers = await loadParsers(
	kinds.map((kind) => ({ kind, content })),
);

/** The documents of a little project, given as text by path. */
export function parseFiles(files: Readonly<Record<string, string>>) {
	return Object.entries(files).map(([file, text]) => {
		const kind = kindByPath(file);
		if (!kind) throw new Error(`no kind for ${file}`);
		return parseDocument({ file, kind, content: { text } }, parsers);
	});
}

/** What the linter says about a little project. */
export function lintFiles(
	files: Readonly<Record<string, string>>,
	config: Partial<Config> = {},
): Diagnostic[] {
	return lint(parseFiles(files), { ...defaultConfig, ...config });
}
