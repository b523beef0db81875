import { type Config, defaultConfig } from "../src/config.ts";
import { fix } from "../src/fix.ts";
import { rules } from "../src/generated/rules.ts";
import { readMarketplaces, readPlugins } from "../src/project/plugins.ts";
import type { Surroundings } from "../src/project/surroundings.ts";
import type { FixSort } from "../src/rule.ts";
import { findCredentials } from "../src/secrets/credentials.ts";
import { parseFiles, parsers } from "./lint-text.ts";

interface FixFilesOptions {
	/** `unsafe` makes both sorts. */
	readonly sort?: FixSort;
	/** The only rule that is on. */
	readonly rule?: string;
	readonly config?: Partial<Config>;
	readonly surroundings?: Partial<Surroundings>;
	/** The files that may be changed; by default all. */
	readonly files?: readonly string[];
}

type Files = Readonly<Record<string, string>>;

/** The texts of a little project after its fixes, and how many there were. */
export function fixFiles(
	texts: Files,
	{
		sort = "safe",
		rule,
		config,
		surroundings = {},
		files,
	}: FixFilesOptions = {},
): { readonly files: Files; readonly fixed: number } {
	const off = Object.keys(rules).filter(
		(id) => rule !== undefined && id !== rule,
	);
	const parsed = parseFiles(texts);
	const { documents, fixed } = fix(parsed, {
		findCredentials,
		rules,
		parsers,
		config: {
			...defaultConfig,
			rules: Object.fromEntries(off.map((id) => [id, "off"])),
			...config,
		},
		surroundings: {
			plugins: readPlugins(parsed),
			marketplaces: readMarketplaces(parsed),
			...surroundings,
		},
		files: new Set(files ?? Object.keys(texts)),
		isWanted: ({ fix }) =>
			fix !== undefined && (sort === "unsafe" || !fix.unsafe),
	});
	return {
		files: Object.fromEntries(documents.map(({ file, text }) => [file, text])),
		fixed,
	};
}
