import { dirname, join, resolve } from "node:path";
import { type Changes, isChanged } from "./changes.ts";
import type { Config } from "./config.ts";
import {
	type Document,
	embeddedDocuments,
	type FileContent,
	findEmbedded,
	mayHoldDocuments,
	parseDocument,
	type Source,
	type SourceFile,
} from "./document.ts";
import {
	discover,
	displayPath,
	FileError,
	findUpwards,
	holdsSolution,
	missingPaths,
	ownPathSort,
	pathSort,
	readNamed,
	repositoryPaths,
	repositoryRoot,
	toSlashes,
	wayBelowHome,
	withoutExcluded,
} from "./files.ts";
import {
	companionPlaces,
	type DocumentKind,
	depthInProject,
	kindByContent,
	kindById,
	kindByPath,
} from "./kinds.ts";
import { lint, maskFor } from "./lint.ts";
import {
	type ConfigRequest,
	checkOwnFile,
	isOwnFile,
	loadConfig,
} from "./load-config.ts";
import {
	findAllCredentials,
	loadNamedFiles,
	loadParsers,
	loadRules,
	loadScriptSearch,
	loadSearches,
	loadShellParser,
} from "./parsers.ts";
import { absolutePath, wayBelow } from "./paths.ts";
import { type Project, workingProject } from "./project/project.ts";
import { isForOtherReader } from "./project/servers.ts";
import type {
	FileReference,
	Surroundings,
	Tracking,
} from "./project/surroundings.ts";
import type { Diagnostic } from "./rule.ts";
import type { Mask } from "./secrets/mask.ts";

/** What a shell asks for. Paths in the result are relative to its working folder. */
export interface RunRequest extends ConfigRequest {
	/** Folders and files; none: the working folder. `-` is the standard input. */
	readonly paths: readonly string[];
	readonly kind?: DocumentKind;
	readonly standardInput?: { readonly file: string; readonly text: string };
	readonly userSettings?: string;
	/** What is excluded is left out although it is named. */
	readonly forceExclude?: boolean;
	/** Only what has changed is reported; absent: everything. */
	readonly findChanges?: FindChanges;
}

/** Finds out what has changed in some files. */
export type FindChanges = (files: readonly Source[]) => Promise<Changes>;

export interface RunResult {
	/** Every document that was read. */
	readonly documents: readonly Document[];
	/** The files that were asked for, our own among them; the others were only read to understand these. */
	readonly checked: ReadonlySet<string>;
	/** How many of the named files and folders were left out because they are excluded. */
	readonly excluded: number;
	readonly diagnostics: readonly Diagnostic[];
	/** How many diagnostics there are where nothing has changed. */
	readonly unchanged: number;
	/** What the repository calls a file. */
	readonly inRepository: (file: string) => string;
	/** The documents and our own configuration, by file. */
	readonly sources: ReadonlyMap<string, Source>;
	readonly config: Config;
	/** What was found out beside the documents. */
	readonly surroundings: Partial<Surroundings>;
	/** What hides the credentials of the documents. */
	readonly mask: Mask;
	/** Of the files that were asked for, those that a fix may change. */
	readonly fixable: ReadonlySet<string>;
}

/** A file that is going to be read, and what has been asked of it. */
interface Target {
	readonly path: string;
	readonly kind?: DocumentKind;
	readonly content?: FileContent;
	/** Read for what it tells about others; its own problems are not reported. */
	readonly companion?: boolean;
	/** Somebody asked for it by its name. */
	readonly isNamed?: boolean;
	/** Its problems are reported, and nothing is changed in it. */
	readonly isForeign?: boolean;
}

/**
 * Discovers, reads, parses and lints: what all shells have in common.
 * @throws FileError where a path cannot be read, ConfigError where our configuration is not valid
 */
export async function run(request: RunRequest): Promise<RunResult> {
	const { workingFolder } = request;
	const { config, configFolder, sources: own } = await loadConfig(request);
	const named = await findNamed(request, config, configFolder);
	const ownFiles = await checkOwnFiles(named, request);
	const found = uniqueTargets(
		await withPluginFiles(
			await findTargets(named, request, config, configFolder),
			config,
			configFolder,
		),
	);
	const first = await readDocuments(found, workingFolder);
	const given = await givenTargets(first, found, request, {
		exclude: config.exclude,
		configFolder,
	});
	const targets = [...found, ...given];
	const documents = [...first, ...(await readDocuments(given, workingFolder))];
	const read = new Set(documents.map(({ file }) => file));
	const asked = targets.filter(
		({ path, companion }) =>
			!companion && read.has(displayPath(workingFolder, path)),
	);
	const files = (some: readonly Target[]) =>
		new Set(some.map(({ path }) => displayPath(workingFolder, path)));
	const checked = new Set([...files(asked), ...ownFiles]);
	const credentials = await findAllCredentials(documents);
	const surroundings = {
		...findRepository(workingFolder),
		missingFiles: await findMissingFiles(documents, workingFolder),
		solutionFolders: findSolutionFolders(documents, workingFolder),
		pluginFiles: findPluginFiles(documents, workingFolder),
		...(await findPlugins(documents, workingFolder)),
		credentials,
		tracking: await findTracking([...credentials.keys()], workingFolder),
	};
	const mask = maskFor(documents, surroundings);
	const diagnostics = lint(documents, await loadRules(documents), config, {
		partial: isPartial(request, configFolder),
		surroundings,
		mask,
	});
	const all = [...documents, ...own];
	const sources = new Map<string, Source>();
	for (const each of all)
		if (!sources.has(each.file)) sources.set(each.file, each);
	const reported = new Set([...checked, ...own.map(({ file }) => file)]);
	const wanted = diagnostics.filter(({ location }) =>
		reported.has(location.file),
	);
	const changes = await request.findChanges?.(all);
	const shown = changes
		? wanted.filter((each) => isChanged(each, changes, sources))
		: wanted;
	return {
		documents,
		checked,
		excluded: countNamed(request) - named.length,
		diagnostics: shown,
		unchanged: wanted.length - shown.length,
		inRepository: repositoryPaths(workingFolder),
		sources,
		config,
		surroundings,
		mask,
		fixable: files(asked.filter(({ isForeign }) => !isForeign)),
	};
}

/**
 * The project that a session in the working folder has, with what it takes from elsewhere.
 * @throws FileError where a file cannot be read
 */
export async function readProject({
	workingFolder,
	userSettings,
}: Pick<RunRequest, "workingFolder" | "userSettings">): Promise<Project> {
	const found = await discover(workingFolder, [], workingFolder);
	const own = found.filter(
		(path) =>
			/^(?:\.claude\/.*|[^/]*)$/.test(displayPath(workingFolder, path)) &&
			!kindByPath(toSlashes(path))?.embedded,
	);
	const targets = uniqueTargets([
		...own.map((path) => ({ path })),
		...userSettingsTargets(userSettings, workingFolder),
	]);
	const documents = await readDocuments(targets, workingFolder);
	return workingProject(documents, findRepository(workingFolder));
}

/** The documents in some files; a file in which documents could stand and do not is only there if it was named. */
async function readDocuments(
	targets: readonly Target[],
	workingFolder: string,
): Promise<Document[]> {
	const files = targets.map((target) => ({
		...toSource(target, workingFolder),
		isNamed: target.isNamed,
	}));
	const searches = await loadSearches(files.filter(mayHoldDocuments));
	const sources = files
		.map((file) => ({ file, found: findEmbedded(file, { searches }) }))
		.filter(
			({ file: { kind, isNamed }, found }) =>
				!kind.embedded || isNamed || found.length > 0,
		);
	const parsers = await loadParsers(
		sources.flatMap(({ file, found }) => [
			file,
			...found.map(({ kind }) => ({ kind, content: file.content })),
		]),
	);
	return sources.flatMap(({ file, found }) => {
		const document = parseDocument(file, parsers);
		return [document, ...embeddedDocuments(document, found, parsers)];
	});
}

function findRepository(workingFolder: string): Partial<Surroundings> {
	const root = repositoryRoot(workingFolder);
	if (root === undefined) return {};
	const folder = displayPath(workingFolder, root);
	return { repository: folder === "." ? "" : folder };
}

/** The folders of files that are written for Visual Studio and not for the client, if Visual Studio works there. */
function findSolutionFolders(
	documents: readonly Document[],
	workingFolder: string,
): string[] {
	return documents
		.filter(isForOtherReader)
		.map(({ file }) => dirname(file))
		.filter((folder) => holdsSolution(resolve(workingFolder, folder)));
}

/**
 * The scripts that commands name, and the configuration that sessions are started with, that are nowhere; a run without such names loads nothing for it. Outside a repository there may be
 * files alone that somebody has copied, so nothing is missed there.
 */
async function findMissingFiles(
	documents: readonly Document[],
	workingFolder: string,
): Promise<FileReference[]> {
	const search = await loadScriptSearch(documents);
	const commands = search?.commandsWithFiles(documents) ?? [];
	const named = await findRequiredFiles(documents);
	const isRepository = repositoryRoot(workingFolder) !== undefined;
	if (commands.length + named.length === 0 || !isRepository) return [];
	const scripts =
		search && commands.length > 0
			? search.referencedFiles(commands, await loadShellParser())
			: [];
	const references = [...scripts, ...named];
	const missing = await missingPaths(
		references.flatMap(({ places }) => places),
		workingFolder,
	);
	return references.filter(({ places }) =>
		places.every((place) => missing.has(place)),
	);
}

/** The configuration that sessions are started with; a run without such sessions loads nothing for it. */
async function findRequiredFiles(
	documents: readonly Document[],
): Promise<FileReference[]> {
	if (!documents.some(({ requiredFiles }) => requiredFiles)) return [];
	const { requiredFiles } = await import("./project/required-files.ts");
	return requiredFiles(documents);
}

/** What git does with the files that hold a credential; git is asked about nothing else, and not at all where there is none. */
async function findTracking(
	names: readonly string[],
	workingFolder: string,
): Promise<Map<string, Tracking>> {
	const files = new Map(
		names.map((file) => [resolve(workingFolder, file), file]),
	);
	if (files.size === 0) return new Map();
	const { askTracking } = await import("./git.ts");
	const answers = await askTracking([...files.keys()]);
	return new Map(
		[...answers].map(([path, tracking]) => [files.get(path) ?? path, tracking]),
	);
}

/** The folder with the manifest of a plugin, or of a collection of plugins. */
const PLUGIN_FOLDER = ".claude-plugin";

/** The documents with servers that lie in a plugin, or in a collection of them; asked for nothing but references to the project folder and the plugin's. */
function findPluginFiles(
	documents: readonly Document[],
	workingFolder: string,
): string[] {
	// all documents of a page have its text
	const texts = new Map(
		documents
			.filter(({ kind }) => kind.servers)
			.map(({ file, text }) => [file, text]),
	);
	return [...texts]
		.filter(([, text]) => /\bCLAUDE_P|\buser_config\b/.test(text))
		.map(([file]) => file)
		.filter((file) =>
			findUpwards(PLUGIN_FOLDER, dirname(resolve(workingFolder, file))),
		);
}

/** The plugins and marketplaces whose manifests are among the documents; a run without any loads nothing for it. */
async function findPlugins(
	documents: readonly Document[],
	workingFolder: string,
): Promise<Partial<Surroundings>> {
	if (!documents.some(({ kind }) => kind.isManifest)) return {};
	const { placedParts, readMarketplaces, readPlugins } = await import(
		"./project/plugins.ts"
	);
	const parts =
		repositoryRoot(workingFolder) === undefined ? [] : placedParts(documents);
	const missing = await missingPaths(
		parts.map(({ path }) => path),
		workingFolder,
	);
	return {
		missingParts: parts
			.filter(({ path }) => missing.has(path))
			.map(({ node }) => node),
		plugins: readPlugins(documents),
		marketplaces: readMarketplaces(documents),
	};
}

/** Adds what the manifests of plugins lead to, and says of files that were found by their names what they are there. */
async function withPluginFiles(
	targets: readonly Target[],
	{ exclude }: Config,
	configFolder: string,
): Promise<Target[]> {
	const manifests = new Map(
		targets
			.filter(
				({ path, kind }) =>
					(kind ?? kindByPath(toSlashes(path)))?.isManifest === true,
			)
			.map((target) => [target.path, target]),
	);
	if (manifests.size === 0) return [...targets];
	const { findPluginFiles } = await import("./plugin-files.ts");
	const found = findPluginFiles([...manifests.keys()]);
	const kinds = new Map(found.map(({ path, kind }) => [path, kind]));
	const kept = new Set(
		await withoutExcluded([...kinds.keys()], exclude, configFolder),
	);
	const known = targets.map((target) => {
		const kind = target.kind ?? kinds.get(target.path);
		return kind ? { ...target, kind } : target;
	});
	const further = found
		.filter(({ path }) => kept.has(path))
		.map(({ path, kind, manifest }) => ({
			path,
			kind,
			companion: manifests.get(manifest)?.companion === true,
		}));
	return [...known, ...further];
}

/** Whether the run sees less than what our configuration is about, or something else: it may be that of another commit. */
function isPartial(
	{ paths, workingFolder, ownFiles }: RunRequest,
	configFolder: string,
): boolean {
	if (ownFiles) return true;
	const seesAll =
		paths.length === 0 ||
		paths.some((path) => absolutePath(workingFolder, path) === workingFolder);
	return !seesAll || wayBelow(workingFolder, configFolder) === undefined;
}

/** A file or folder that somebody asked about. */
interface Named {
	readonly path: string;
	readonly sort: "folder" | "file";
	/** What is read in its place. */
	readonly content?: FileContent;
}

/** What is asked about, without what is to be left out. */
async function findNamed(
	{ workingFolder, paths, standardInput, forceExclude }: RunRequest,
	{ exclude }: Config,
	configFolder: string,
): Promise<Named[]> {
	const named = (paths.length === 0 ? ["."] : paths)
		.filter((path) => path !== "-")
		.map((path) => toNamed(path, workingFolder));
	if (standardInput) {
		named.unshift({
			path: absolutePath(workingFolder, standardInput.file),
			sort: "file",
			content: { text: standardInput.text },
		});
	}
	if (!forceExclude) return named;
	const kept = new Set(
		await withoutExcluded(
			named.map(({ path }) => path),
			exclude,
			configFolder,
		),
	);
	return named.filter(({ path }) => kept.has(path));
}

function countNamed({ paths, standardInput }: RunRequest): number {
	const files = paths.filter((path) => path !== "-").length;
	return (paths.length === 0 ? 1 : files) + (standardInput ? 1 : 0);
}

function toNamed(path: string, workingFolder: string): Named {
	const absolute = absolutePath(workingFolder, path);
	const sort = pathSort(absolute);
	if (sort === "nothing")
		throw new FileError(`cannot read ${path}: there is no such file or folder`);
	return { path: absolute, sort };
}

/**
 * Looks whether files of our own that were named are right, also those that are not in effect here; the result is their names.
 * @throws ConfigError where one is not
 */
async function checkOwnFiles(
	named: readonly Named[],
	{ workingFolder, kind }: RunRequest,
): Promise<string[]> {
	const own = kind ? [] : named.filter(isOwn);
	for (const { path, content } of own)
		await checkOwnFile(path, workingFolder, content);
	return own.map(({ path }) => displayPath(workingFolder, path));
}

function isOwn({ path, sort }: Named): boolean {
	return sort === "file" && isOwnFile(path);
}

async function findTargets(
	named: readonly Named[],
	{ workingFolder, kind, userSettings }: RunRequest,
	config: Config,
	configFolder: string,
): Promise<Target[]> {
	const targets: Target[] = [];
	for (const each of named) {
		const { path, sort, content } = each;
		if (sort === "folder") {
			const found = await discover(path, config.exclude, configFolder);
			targets.push(
				...found.map((file) => ({ path: file })),
				...inherited(dirname(path), workingFolder),
			);
		} else if (kind || !isOwn(each)) {
			targets.push(
				{
					path,
					isNamed: true,
					...(kind && { kind }),
					...(content && { content }),
				},
				...companions(path, workingFolder),
			);
		}
	}
	targets.push(...userSettingsTargets(userSettings, workingFolder));
	return targets;
}

/** The files that commands in others give to a client; what nobody asked for is not changed. */
async function givenTargets(
	documents: readonly Document[],
	known: readonly Target[],
	{ workingFolder }: Pick<RunRequest, "workingFolder">,
	{ exclude, configFolder }: Pick<Config, "exclude"> & { configFolder: string },
): Promise<Target[]> {
	if (!documents.some(({ kind }) => kind.namedFiles)) return [];
	const namedFiles = await loadNamedFiles();
	const paths = new Set(known.map(({ path }) => path));
	const companions = new Set(
		known
			.filter(({ companion }) => companion)
			.map(({ path }) => displayPath(workingFolder, path)),
	);
	const given = namedFiles(documents).map(({ path, kind, holder }) => ({
		path: join(workingFolder, path),
		kind,
		isForeign: true,
		...(companions.has(holder) && { companion: true }),
	}));
	const kept = new Set(
		await withoutExcluded(
			given.map(({ path }) => path),
			exclude,
			configFolder,
		),
	);
	return uniqueTargets(given).filter(
		({ path }) =>
			!paths.has(path) &&
			kept.has(path) &&
			ownPathSort(workingFolder, path) === "file",
	);
}

/** Settings that are read at user scope, wherever they stand. */
function userSettingsTargets(
	path: string | undefined,
	workingFolder: string,
): Target[] {
	const kind = kindById("claude-settings-user");
	return path === undefined || !kind
		? []
		: [{ path: absolutePath(workingFolder, path), kind, isForeign: true }];
}

/** The rest of the project that a named file belongs to. */
function companions(path: string, workingFolder: string): Target[] {
	const kind = kindByPath(toSlashes(path), wayBelowHome(path));
	let folder = dirname(path);
	for (let up = kind ? depthInProject(kind, toSlashes(path)) : 0; up > 0; up--)
		folder = dirname(folder);
	return [
		...projectFiles(folder, workingFolder),
		...manifestsAround(dirname(path)),
	];
}

/** The manifests of the plugin that a file lies in, and of the marketplace that this lies in. */
function manifestsAround(folder: string): Target[] {
	const found = findUpwards(PLUGIN_FOLDER, folder);
	if (found === undefined) return [];
	const own = dirname(found);
	// what is outside of the repository is nobody's business here
	const isRoot = own === (repositoryRoot(folder) ?? folder);
	return [
		...["plugin.json", "marketplace.json"]
			.map((name) => join(found, name))
			.filter((path) => pathSort(path) === "file")
			.map((path) => ({ path, companion: true })),
		...(isRoot ? [] : manifestsAround(dirname(own))),
	];
}

/** The files of the project in a folder, and what it takes from the folders above. */
function projectFiles(folder: string, workingFolder: string): Target[] {
	const own = companionPlaces()
		.map((place) => join(folder, place))
		.filter((candidate) => pathSort(candidate) === "file");
	return [
		...own.map((each) => ({ path: each, companion: true })),
		...inherited(dirname(folder), workingFolder),
	];
}

/** The server files of the folders from here up to the working folder. */
function inherited(folder: string, workingFolder: string): Target[] {
	const found: Target[] = [];
	for (
		let current = folder;
		wayBelow(workingFolder, current) !== undefined;
		current = dirname(current)
	) {
		const path = join(current, ".mcp.json");
		if (pathSort(path) === "file") found.push({ path, companion: true });
		if (current === dirname(current)) break;
	}
	return found;
}

/** Each path once; what was asked for comes before what only helps. */
function uniqueTargets(targets: readonly Target[]): Target[] {
	const byPath = new Map<string, Target>();
	for (const target of targets) {
		const known = byPath.get(target.path);
		if (!known || (known.companion && !target.companion))
			byPath.set(target.path, target);
	}
	return [...byPath.values()].sort((a, b) =>
		toSlashes(a.path) < toSlashes(b.path) ? -1 : 1,
	);
}

function toSource(
	{ path, kind, content }: Target,
	workingFolder: string,
): SourceFile {
	const file = displayPath(workingFolder, path);
	const named = kind ?? kindByPath(toSlashes(path), wayBelowHome(path));
	const read = content ?? readNamed(path, file, named);
	const text = "text" in read ? read.text : "";
	const known = named ?? kindByContent(file, text);
	if (!known)
		throw new FileError(`cannot tell what ${file} is; say so with --kind`);
	return { file, kind: known, content: read };
}
