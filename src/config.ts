import type { Location } from "./location.ts";
import type { Severity } from "./rule.ts";
import { RunError } from "./run-error.ts";

/** The name of our configuration file. */
export const CONFIG_FILE = ".mcp-config-lint.yml";
/** The name of the generated list of accepted diagnostics. */
export const BASELINE_FILE = ".mcp-config-lint-baseline.json";

/** An accepted diagnostic. */
export interface Ignore {
	readonly rule: string;
	/** Relative to the working directory. */
	readonly file: string;
	/** The place and everything in it; absent: the whole file. A last token `*` stands for the array item whose value is `value`. */
	readonly pointer?: string;
	readonly value?: string;
	/** Where it is written; reported there if it matches nothing. */
	readonly location: Location;
	/** From the baseline, so that writing it again is the remedy. */
	readonly isGenerated?: boolean;
}

/** What a run is asked to do: defaults, then our configuration file, then the flags. */
export interface Config {
	readonly rules: Readonly<Record<string, Severity | "off">>;
	readonly ignores: readonly Ignore[];
	/** Globs relative to the configuration's folder; never discovered. */
	readonly exclude: readonly string[];
	/** Servers that are declared where we do not look. */
	readonly servers: readonly string[];
}

export const defaultConfig: Config = {
	rules: {},
	ignores: [],
	exclude: [],
	servers: [],
};

/** Our own configuration cannot be used. The message is one sentence that names the place. */
export class ConfigError extends RunError {}
