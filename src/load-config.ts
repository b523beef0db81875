import { basename, dirname, resolve } from "node:path";
import { baselineIgnores } from "./baseline.ts";
import {
	BASELINE_FILE,
	CONFIG_FILE,
	type Config,
	ConfigError,
	defaultConfig,
	type Ignore,
} from "./config.ts";
import type { FileContent, Source } from "./document.ts";
import {
	displayPath,
	findUpwards,
	linkTarget,
	readNamed,
	repositoryRoot,
} from "./files.ts";
import { createPositions } from "./location.ts";
import { wayBelow } from "./paths.ts";
import type { Severity } from "./rule.ts";
import { createValidator } from "./schema.ts";

/** Where our configuration comes from. */
export interface ConfigRequest {
	/** Absolute. */
	readonly workingFolder: string;
	/** A file, or false for none; absent: looked for. */
	readonly config?: string | false;
	/** Look at everything anew, as before writing a baseline. */
	readonly withoutBaseline?: boolean;
	/** Our own files as they are elsewhere, in place of those on the disk. */
	readonly ownFiles?: OwnFiles;
	/** Severities that were given on the command line. */
	readonly rules?: Readonly<Record<string, Severity | "off">>;
}

/** A file of our own that was read from elsewhere. */
export interface OwnFile {
	/** Where it would stand, absolute. */
	readonly path: string;
	readonly text: string;
}

/** Our configuration and our baseline, where there are such files. */
export interface OwnFiles {
	readonly config?: OwnFile;
	readonly baseline?: OwnFile;
}

export interface LoadedConfig {
	readonly config: Config;
	/** Where our files stand; the globs of the configuration count from here. */
	readonly configFolder: string;
	/** The files that it came from. */
	readonly sources: readonly Source[];
}

/**
 * Defaults, then our configuration file, then the flags; and the baseline.
 * @throws FileError where a file cannot be read, ConfigError where it is not valid
 */
export async function loadConfig(
	request: ConfigRequest,
): Promise<LoadedConfig> {
	const { workingFolder, rules = {}, ownFiles } = request;
	const { config: own, baseline: accepting } =
		ownFiles ?? readOwnFiles(request);
	const [file, baseline] = [own, accepting].map((each) =>
		each === undefined ? undefined : toSource(each, workingFolder),
	);
	const config = file
		? await parseConfigFile(file, workingFolder)
		: defaultConfig;
	const accepted = baseline ? parseBaseline(baseline, workingFolder) : [];
	return {
		config: {
			...config,
			rules: { ...config.rules, ...rules },
			ignores: [...config.ignores, ...accepted],
		},
		configFolder: dirname(
			own?.path ?? accepting?.path ?? resolve(workingFolder, "x"),
		),
		sources: [file, baseline].filter((source) => source !== undefined),
	};
}

/**
 * Our own files, as they are on the disk.
 * @throws FileError where one cannot be read, ConfigError where one is a link to something that nobody has named
 */
export function readOwnFiles({
	workingFolder,
	config: asked,
	withoutBaseline = false,
}: ConfigRequest): OwnFiles {
	const find = (name: string) =>
		asked === false ? undefined : findOwn(name, workingFolder);
	const path =
		typeof asked === "string"
			? resolve(workingFolder, asked)
			: find(CONFIG_FILE);
	const baselinePath = withoutBaseline ? undefined : find(BASELINE_FILE);
	return {
		...(path !== undefined && { config: readOwn(path, workingFolder) }),
		...(baselinePath !== undefined && {
			baseline: readOwn(baselinePath, workingFolder),
		}),
	};
}

/** Messages repeat what stands in our files, so a link in a repository could have them tell what stands in any file of the machine. */
function findOwn(name: string, workingFolder: string): string | undefined {
	const path = findUpwards(name, workingFolder);
	if (path !== undefined && leadsOut(path, workingFolder)) {
		throw new ConfigError(
			`${displayPath(workingFolder, path)}: this is a symbolic link that leads out of the repository; put a file in its place`,
		);
	}
	return path;
}

/** Whether a file in the repository of the working folder is a link to one that is not. */
function leadsOut(path: string, workingFolder: string): boolean {
	const target = linkTarget(path);
	if (target === undefined) return false;
	const root = repositoryRoot(workingFolder) ?? workingFolder;
	return wayBelow(linkTarget(root) ?? root, target) === undefined;
}

/** Whether a file is one of ours by its name. */
export function isOwnFile(path: string): boolean {
	return [CONFIG_FILE, BASELINE_FILE].includes(basename(path));
}

/**
 * Looks whether a file of ours is one that can be used.
 * @param content what is read in its place
 * @throws ConfigError where it is not, FileError where it cannot be read
 */
export async function checkOwnFile(
	path: string,
	workingFolder: string,
	content?: FileContent,
): Promise<void> {
	const source = toSource(readOwn(path, workingFolder, content), workingFolder);
	if (basename(path) === BASELINE_FILE) parseBaseline(source, workingFolder);
	else await parseConfigFile(source, workingFolder);
}

function parseBaseline(source: Source, workingFolder: string): Ignore[] {
	return baselineIgnores(
		source.file,
		source.text,
		resolver(source, workingFolder),
	);
}

async function parseConfigFile(
	source: Source,
	workingFolder: string,
): Promise<Config> {
	const [{ parseConfig }, { schema, document, members }] = await Promise.all([
		import("./config-file.ts"),
		import("./generated/mcp-config-lint.ts"),
	]);
	const validator = createValidator(schema, document, members);
	return parseConfig(
		source.file,
		source.text,
		validator,
		resolver(source, workingFolder),
	);
}

/** Makes a path that counts from the folder of one of our files relative to the working folder. */
function resolver({ file }: Source, workingFolder: string) {
	const folder = dirname(resolve(workingFolder, file));
	return (path: string) => displayPath(workingFolder, resolve(folder, path));
}

/** Reads a file of our own. */
function readOwn(
	path: string,
	workingFolder: string,
	given?: FileContent,
): OwnFile {
	const file = displayPath(workingFolder, path);
	const content = given ?? readNamed(path, file);
	if (!("text" in content))
		throw new ConfigError(`${file}: ${content.refused}`);
	return { path, text: content.text };
}

function toSource({ path, text }: OwnFile, workingFolder: string): Source {
	const file = displayPath(workingFolder, path);
	return { file, text, position: createPositions(text) };
}
