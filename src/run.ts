import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { baselineIgnores } from "./baseline.ts";
import {
	BASELINE_FILE,
	CONFIG_FILE,
	type Config,
	ConfigError,
	defaultConfig,
} from "./config.ts";
import {
	type Document,
	type FileContent,
	parseDocument,
	type SourceFile,
} from "./document.ts";
import {
	discover,
	displayPath,
	findUpwards,
	pathSort,
	readContent,
	toSlashes,
} from "./files.ts";
import {
	type DocumentKind,
	depthInProject,
	discoveryPlaces,
	kindByContent,
	kindById,
	kindByPath,
} from "./kinds.ts";
import { lint } from "./lint.ts";
import { createPositions, type Position } from "./location.ts";
import { loadParsers } from "./parsers.ts";
import type { Diagnostic, Severity } from "./rule.ts";
import { createValidator } from "./schema.ts";

/** What a shell asks for. */
export interface RunRequest {
	/** Absolute; paths in the result are relative to it. */
	readonly workingFolder: string;
	/** Folders and files; none: the working folder. `-` is the standard input. */
	readonly paths: readonly string[];
	readonly kind?: DocumentKind;
	readonly standardInput?: { readonly file: string; readonly text: string };
	readonly userSettings?: string;
	/** A file, or false for none; absent: looked for. */
	readonly config?: string | false;
	/** Look at everything anew, as before writing a baseline. */
	readonly withoutBaseline?: boolean;
	/** Severities that were given on the command line. */
	readonly rules?: Readonly<Record<string, Severity | "off">>;
}

/** A text that diagnostics point into. */
export interface Source {
	readonly file: string;
	readonly text: string;
	position(offset: number): Position;
}

export interface RunResult {
	/** Every document that was read. */
	readonly documents: readonly Document[];
	readonly diagnostics: readonly Diagnostic[];
	/** The documents and our own configuration, by file. */
	readonly sources: ReadonlyMap<string, Source>;
}

/** The run itself cannot be done as asked. The message is one sentence. */
export class RunError extends Error {}

/** A file that is going to be read, and what has been asked of it. */
interface Target {
	readonly path: string;
	readonly kind?: DocumentKind;
	readonly content?: FileContent;
	/** Read for what it tells about others; its own problems are not reported. */
	readonly companion?: boolean;
}

/**
 * Discovers, reads, parses and lints: what all shells have in common.
 * @throws RunError where a path cannot be read, ConfigError where our configuration is not valid
 */
export async function run(request: RunRequest): Promise<RunResult> {
	const { workingFolder } = request;
	const { config, configFolder, sources: own } = await loadConfig(request);
	const targets = uniqueTargets(
		await findTargets(request, config, configFolder),
	);
	const files = targets.map((target) => toSource(target, workingFolder));
	const parsers = await loadParsers(files);
	const documents = files.map((file) => parseDocument(file, parsers));
	const reported = new Set(
		targets.flatMap(({ companion, path }) =>
			companion ? [] : displayPath(workingFolder, path),
		),
	);
	const diagnostics = lint(documents, config, { partial: isPartial(request) });
	const sources = [...documents, ...own];
	for (const { file } of own) reported.add(file);
	return {
		documents,
		diagnostics: diagnostics.filter(({ location }) =>
			reported.has(location.file),
		),
		sources: new Map(sources.map((each) => [each.file, each])),
	};
}

/** Whether the run sees less than the whole working folder. */
function isPartial({ paths, workingFolder }: RunRequest): boolean {
	return (
		paths.length > 0 &&
		!paths.some((path) => resolve(workingFolder, path) === workingFolder)
	);
}

async function findTargets(
	{ workingFolder, paths, kind, standardInput, userSettings }: RunRequest,
	config: Config,
	configFolder: string,
): Promise<Target[]> {
	const targets: Target[] = [];
	for (const path of paths.length === 0 ? ["."] : paths) {
		if (path === "-") continue;
		const absolute = resolve(workingFolder, path);
		const sort = pathSort(absolute);
		if (sort === "nothing")
			throw new RunError(
				`cannot read ${path}: there is no such file or folder`,
			);
		if (sort === "file" || (kind && sort === "folder")) {
			targets.push(
				{ path: absolute, ...(kind && { kind }) },
				...companions(absolute, workingFolder),
			);
			continue;
		}
		const found = await discover(absolute, config.exclude, configFolder);
		targets.push(
			...found.map((each) => ({ path: each })),
			...inherited(dirname(absolute), workingFolder),
		);
	}
	if (standardInput) {
		const path = resolve(workingFolder, standardInput.file);
		targets.unshift({
			path,
			content: { text: standardInput.text },
			...(kind && { kind }),
		});
		targets.push(...companions(path, workingFolder));
	}
	const userKind = kindById("claude-settings-user");
	if (userSettings !== undefined && userKind) {
		targets.push({
			path: resolve(workingFolder, userSettings),
			kind: userKind,
		});
	}
	return targets;
}

/** The rest of the project that a named file belongs to. */
function companions(path: string, workingFolder: string): Target[] {
	const kind = kindByPath(toSlashes(path), toSlashes(homedir()));
	let folder = dirname(path);
	for (let up = kind ? depthInProject(kind, toSlashes(path)) : 0; up > 0; up--)
		folder = dirname(folder);
	const siblings = discoveryPlaces()
		.map((place) => join(folder, place))
		.filter((candidate) => pathSort(candidate) === "file");
	return [
		...siblings.map((each) => ({ path: each, companion: true })),
		...inherited(dirname(folder), workingFolder),
	];
}

/** The server files of the folders from here up to the working folder. */
function inherited(folder: string, workingFolder: string): Target[] {
	const found: Target[] = [];
	for (
		let current = folder;
		isWithin(current, workingFolder);
		current = dirname(current)
	) {
		const path = join(current, ".mcp.json");
		if (pathSort(path) === "file") found.push({ path, companion: true });
		if (current === dirname(current)) break;
	}
	return found;
}

function isWithin(folder: string, root: string): boolean {
	return (
		folder === root ||
		toSlashes(folder).startsWith(`${toSlashes(root).replace(/\/$/, "")}/`)
	);
}

/** Each path once; what was asked for comes before what only helps. */
function uniqueTargets(targets: readonly Target[]): Target[] {
	const byPath = new Map<string, Target>();
	for (const target of targets) {
		const known = byPath.get(target.path);
		if (!known || (known.companion && !target.companion))
			byPath.set(target.path, target);
	}
	return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function toSource(
	{ path, kind, content }: Target,
	workingFolder: string,
): SourceFile {
	const file = displayPath(workingFolder, path);
	const read = content ?? readOrFail(path, file);
	const text = "text" in read ? read.text : "";
	const known =
		kind ??
		kindByPath(toSlashes(path), toSlashes(homedir())) ??
		kindByContent(file, text);
	if (!known)
		throw new RunError(`cannot tell what ${file} is; say so with --kind`);
	return { file, kind: known, content: read };
}

function readOrFail(path: string, file: string): FileContent {
	try {
		return readContent(path);
	} catch (error) {
		throw new RunError(`cannot read ${file}: ${reason(error)}`);
	}
}

/** A system error in words, without the path that it repeats. */
function reason(error: unknown): string {
	const code =
		error instanceof Error && "code" in error ? error.code : undefined;
	if (code === "EACCES" || code === "EPERM") return "permission denied";
	if (code === "ENOENT") return "there is no such file";
	return String(code ?? error);
}

interface LoadedConfig {
	readonly config: Config;
	/** Where the globs of the configuration count from. */
	readonly configFolder: string;
	/** The files that it came from. */
	readonly sources: readonly Source[];
}

/** Defaults, then our configuration file, then the flags; and the baseline. */
async function loadConfig({
	workingFolder,
	config: asked,
	rules = {},
	withoutBaseline = false,
}: RunRequest): Promise<LoadedConfig> {
	const find = (name: string) =>
		asked === false ? undefined : findUpwards(name, workingFolder);
	const path =
		typeof asked === "string"
			? resolve(workingFolder, asked)
			: find(CONFIG_FILE);
	const baselinePath = withoutBaseline ? undefined : find(BASELINE_FILE);
	const file = path === undefined ? undefined : ownSource(path, workingFolder);
	const baseline =
		baselinePath === undefined
			? undefined
			: ownSource(baselinePath, workingFolder);
	const config = file
		? await parseConfigFile(file, workingFolder)
		: defaultConfig;
	const accepted = baseline
		? baselineIgnores(
				baseline.file,
				baseline.text,
				resolver(baseline, workingFolder),
			)
		: [];
	return {
		config: {
			...config,
			rules: { ...config.rules, ...rules },
			ignores: [...config.ignores, ...accepted],
		},
		configFolder: path === undefined ? workingFolder : dirname(path),
		sources: [file, baseline].filter((source) => source !== undefined),
	};
}

async function parseConfigFile(
	source: Source,
	workingFolder: string,
): Promise<Config> {
	const [{ parseConfig }, { schema, document, commonMembers }] =
		await Promise.all([
			import("./config-file.ts"),
			import("./generated/mcp-config-lint.ts"),
		]);
	const validator = createValidator(schema, document, commonMembers);
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
function ownSource(path: string, workingFolder: string): Source {
	const file = displayPath(workingFolder, path);
	const content = readOrFail(path, file);
	if (!("text" in content))
		throw new ConfigError(`${file}: ${content.refused}`);
	return { file, text: content.text, position: createPositions(content.text) };
}
