import {
	accessSync,
	chmodSync,
	chownSync,
	constants,
	type Dirent,
	existsSync,
	lstatSync,
	readdirSync,
	readFileSync,
	realpathSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import type { FileContent } from "./document.ts";
import { discoveryPlaces, isAtPlace, isPattern } from "./kinds.ts";
import { displayPath, toSlashes, wayBelow } from "./paths.ts";
import { RunError } from "./run-error.ts";

export { displayPath, toSlashes };

/** Claude Code 2.1.329 reads a file of 2,097,152 bytes and refuses a larger one. */
const MAX_BYTES = 2 * 1024 * 1024;

/** Folders in which nobody looks for configuration of their own. */
const LEFT_OUT = [
	"node_modules",
	".git",
	".claude/worktrees",
	".venv",
	"vendor",
];

/**
 * The absolute paths of everything below a folder that stands at the place of a known kind, sorted: whatever it is at a place, files only where
 * the place is a pattern. Symbolic links are neither followed nor listed.
 * @param exclude globs relative to `excludeFolder`
 */
export async function discover(
	folder: string,
	exclude: readonly string[],
	excludeFolder: string,
): Promise<string[]> {
	systemCall(displayPath(excludeFolder, folder), () => readdirSync(folder));
	const found =
		exclude.length === 0
			? walk(folder, "")
			: await globWithout(folder, exclude, excludeFolder);
	return found.sort();
}

const PLACES = discoveryPlaces();

/** The names that a known kind, or a folder that is left out, can have. */
const NAMES = new Set([...PLACES, ...LEFT_OUT].map(lastPart));

/** The ends of the names that stand for many. */
const ENDINGS = [...NAMES]
	.filter(isPattern)
	.map((name) => name.slice(name.lastIndexOf("*") + 1));

function lastPart(place: string): string {
	return place.slice(place.lastIndexOf("/") + 1);
}

function canBeAtPlace(name: string): boolean {
	return NAMES.has(name) || ENDINGS.some((ending) => name.endsWith(ending));
}

/** Whether something below a folder is what stands at one of the places. */
function isFound(path: string, isFile: boolean): boolean {
	return PLACES.some(
		(place) => isAtPlace(path, place) && (isFile || !isPattern(place)),
	);
}

/**
 * The common case without a glob library: loading one costs as much as the rest of a small run.
 * @param below the way from the folder that is searched to this one, with a slash at its end
 */
function walk(folder: string, below: string): string[] {
	return listFolder(folder).flatMap((entry) => {
		if (entry.isSymbolicLink()) return [];
		const { name } = entry;
		if (canBeAtPlace(name)) {
			const path = below + name;
			if (isFound(path, entry.isFile())) return [join(folder, name)];
			if (LEFT_OUT.some((place) => isAtPlace(path, place))) return [];
		}
		return entry.isDirectory()
			? walk(join(folder, name), `${below}${name}/`)
			: [];
	});
}

/**
 * The ways from a folder to the regular files at some places below it, sorted. No link is followed.
 * @param places paths and patterns with forward slashes
 */
export function filesAtPlaces(
	folder: string,
	places: readonly string[],
): string[] {
	const search = (below: string): string[] =>
		listFolder(join(folder, below)).flatMap((entry) => {
			const way = `${below}${entry.name}`;
			if (entry.isFile()) {
				const isWanted = places.some(
					(place) =>
						way === place || (isPattern(place) && isAtPlace(way, place)),
				);
				return isWanted ? [way] : [];
			}
			const isOnTheWay =
				entry.isDirectory() &&
				places.some((place) =>
					isPattern(place)
						? way.split("/")[0] === place.split("/")[0]
						: place.startsWith(`${way}/`),
				);
			return isOnTheWay ? search(`${way}/`) : [];
		});
	return search("").sort();
}

/** A folder inside that may not be read is passed over. */
function listFolder(folder: string): Dirent[] {
	try {
		return readdirSync(folder, { withFileTypes: true });
	} catch {
		return [];
	}
}

async function globWithout(
	folder: string,
	exclude: readonly string[],
	excludeFolder: string,
): Promise<string[]> {
	const { glob } = await import("./globs.ts");
	const below = toSlashes(relative(excludeFolder, folder));
	const prefix = below === "" ? "" : `${glob.escapePath(below)}/`;
	const found = glob.sync(
		PLACES.map((place) => `${prefix}**/${place}`),
		{
			cwd: excludeFolder,
			absolute: true,
			dot: true,
			followSymbolicLinks: false,
			onlyFiles: false,
			suppressErrors: true,
			ignore: [
				...LEFT_OUT.map((name) => `${prefix}**/${name}/**`),
				...excludePatterns(exclude),
			],
		},
	);
	return found
		.map((path) => resolve(path))
		.filter((path) => {
			const stats = lstatSync(path);
			const below = displayPath(folder, path);
			return !stats.isSymbolicLink() && isFound(below, stats.isFile());
		});
}

/**
 * What a pattern stands for that no shell has replaced: folders, and files at the place of a known kind. A path that is there is itself, and so is a pattern that
 * finds nothing.
 */
export async function globPaths(
	pattern: string,
	folder: string,
): Promise<string[]> {
	if (existsSync(resolve(folder, pattern))) return [pattern];
	const { default: glob } = await import("fast-glob");
	const found = glob.sync(toSlashes(pattern), {
		cwd: folder,
		dot: true,
		followSymbolicLinks: false,
		onlyFiles: false,
		markDirectories: true,
		suppressErrors: true,
		ignore: LEFT_OUT.map((name) => `**/${name}/**`),
	});
	const wanted = found.filter(
		(path) => path.endsWith("/") || isFound(path, true),
	);
	return wanted.length === 0 ? [pattern] : wanted.sort();
}

/** "fixtures/" is how people name a folder. A "!" in front says nothing in a list of what is excluded. */
function excludePatterns(exclude: readonly string[]): string[] {
	return exclude.map((pattern) =>
		pattern.replace(/^!(?!\()/, "").replace(/\/$/, "/**"),
	);
}

/**
 * Of files and folders that have been named, those that a search from a folder would not leave out. It leaves out nothing that is elsewhere.
 * @param paths absolute
 * @param exclude globs relative to the folder
 */
export async function withoutExcluded(
	paths: readonly string[],
	exclude: readonly string[],
	folder: string,
): Promise<string[]> {
	const isExcluded = await globMatcher(exclude);
	const isLeftOut = (step: string) =>
		isExcluded(step) || LEFT_OUT.some((place) => isAtPlace(step, place));
	return paths.filter(
		(path) => !stepsTo(wayBelow(folder, path) ?? "").some(isLeftOut),
	);
}

/** The folders on the way to a path, and the path: of `a/b` they are `a` and `a/b`. */
function stepsTo(way: string): string[] {
	const parts = way.split("/").filter((part) => part !== "");
	return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

/** Tells whether a path is one that the glob library leaves out where it is told to ignore these globs. */
async function globMatcher(
	exclude: readonly string[],
): Promise<(path: string) => boolean> {
	if (exclude.length === 0) return () => false;
	const { micromatch } = await import("./globs.ts");
	const patterns = excludePatterns(exclude);
	return (path) => micromatch.isMatch(path, patterns, { dot: true });
}

/** Where a path really leads if a symbolic link is on the way, also for a file that is not there yet; nothing without a link. */
export function linkTarget(path: string): string | undefined {
	for (let existing = path; ; existing = dirname(existing)) {
		if (existsSync(existing)) {
			const real = join(realpathSync(existing), relative(existing, path));
			return relative(real, path) === "" ? undefined : real;
		}
		if (existing === dirname(existing)) return undefined;
	}
}

/** Whether a symbolic link is on the way from a folder to something in it. A link on the way to the folder does not count, nor one that leads to nothing. */
export function isThroughLink(folder: string, path: string): boolean {
	const way = wayBelow(folder, path);
	if (way === undefined || !existsSync(folder)) return false;
	return linkTarget(join(realpathSync(folder), way)) !== undefined;
}

/** What is at a path. */
export function pathSort(path: string): "folder" | "file" | "nothing" {
	const stats = systemCall(path, () =>
		statSync(path, { throwIfNoEntry: false }),
	);
	if (!stats) return "nothing";
	return stats.isDirectory() ? "folder" : "file";
}

/**
 * What is at a path that a file names, and nobody who started us: nothing behind a symbolic link, which can lead anywhere, and nothing where the system does not take the path for one.
 * @param folder the folder that it must lie in
 */
export function ownPathSort(
	folder: string,
	path: string,
): "folder" | "file" | "nothing" {
	try {
		return isThroughLink(folder, path) ? "nothing" : pathSort(path);
	} catch {
		return "nothing";
	}
}

/**
 * Reads a file as the client does: one that is too large or no regular file is refused.
 * @throws the system's error where the file cannot be read
 */
function readContent(path: string, utf16: boolean): FileContent {
	const stats = statSync(path);
	if (!stats.isFile()) {
		const sort = stats.isDirectory() ? "a folder" : "not a regular file";
		return {
			refused: `This is ${sort}, so the client does not read it; put a file in its place`,
		};
	}
	if (stats.size > MAX_BYTES) {
		return {
			refused: `The file has ${stats.size} bytes, and the client refuses more than ${MAX_BYTES}; make it smaller`,
		};
	}
	const bytes = readFileSync(path);
	return { text: bytes.toString(encodingOf(bytes, utf16)) };
}

function encodingOf(bytes: Buffer, utf16: boolean): "utf16le" | "utf8" {
	return utf16 && bytes[0] === 0xff && bytes[1] === 0xfe ? "utf16le" : "utf8";
}

/** The text of a file of which nothing but its bytes is known, without a byte order mark; UTF-16 where the mark says so. */
export function decodeText(bytes: Buffer): string {
	const text = bytes.toString(encodingOf(bytes, true));
	return text.startsWith(BYTE_ORDER_MARK)
		? text.slice(BYTE_ORDER_MARK.length)
		: text;
}

/** The nearest file of this name in a folder or above it, up to the root of the repository; without a repository only in the folder. */
export function findUpwards(name: string, folder: string): string | undefined {
	const root = repositoryRoot(folder) ?? folder;
	for (let current = folder; ; current = dirname(current)) {
		const candidate = join(current, name);
		if (existsSync(candidate)) return candidate;
		if (current === root) return undefined;
	}
}

/** Whether nothing is in a folder. */
export function isEmpty(folder: string): boolean {
	return listFolder(folder).length === 0;
}

/** What Visual Studio keeps in a folder that it works in, and the files that it opens. */
const SOLUTION = /^\.vs$|\.(?:slnx?|slnf|[a-z]+proj)$/i;

/** Whether a folder is one that Visual Studio works in. It reads its servers from the folder of the solution. */
export function holdsSolution(folder: string): boolean {
	return listFolder(folder).some(({ name }) => SOLUTION.test(name));
}

/**
 * Of paths inside a folder, those at which nothing is, and that git would have kept: what it ignores may be on other machines.
 * @param paths relative to the folder, with forward slashes
 */
export async function missingPaths(
	paths: readonly string[],
	folder: string,
): Promise<ReadonlySet<string>> {
	const absent = [...new Set(paths)].filter(
		(path) =>
			!isThere(folder, path) && !isThroughLink(folder, join(folder, path)),
	);
	if (absent.length === 0) return new Set();
	const isIgnored = await readIgnoreFiles(folder);
	return new Set(absent.filter((path) => !isIgnored(join(folder, path))));
}

/** A link counts as what it is, wherever it leads; so does what may not be looked at. */
function isThere(folder: string, path: string): boolean {
	try {
		return (
			lstatSync(join(folder, path), { throwIfNoEntry: false }) !== undefined
		);
	} catch (error) {
		const code = error instanceof Error && "code" in error ? error.code : "";
		return code !== "ENOTDIR";
	}
}

/** Whether the `.gitignore` of the repository's folders, from its root to that of a file, ignore the file. */
async function readIgnoreFiles(
	folder: string,
): Promise<(path: string) => boolean> {
	const { default: ignore } = await import("ignore");
	const root = repositoryRoot(folder) ?? folder;
	const known = new Map<string, ReturnType<typeof ignore> | undefined>();
	const rulesOf = (current: string) => {
		const text = ignoreFile(current);
		return text === "" ? undefined : ignore().add(text);
	};
	return (path) => {
		for (let current = existingFolder(path); ; current = dirname(current)) {
			if (!known.has(current)) known.set(current, rulesOf(current));
			const rules = known.get(current);
			const below = toSlashes(relative(current, path));
			const { ignored = false, unignored = false } = rules?.test(below) ?? {};
			if (ignored || unignored) return ignored;
			if (current === root || current === dirname(current)) return false;
		}
	};
}

/** The nearest folder above a path that is there. */
function existingFolder(path: string): string {
	let folder = dirname(path);
	while (!existsSync(folder) && folder !== dirname(folder))
		folder = dirname(folder);
	return folder;
}

function ignoreFile(folder: string): string {
	try {
		return readFileSync(join(folder, ".gitignore"), "utf8");
	} catch {
		return "";
	}
}

/** The folder that holds `.git`, at or above a folder. */
export function repositoryRoot(folder: string): string | undefined {
	for (let current = folder; ; current = dirname(current)) {
		if (existsSync(join(current, ".git"))) return current;
		if (current === dirname(current)) return undefined;
	}
}

/** Tells what the repository calls a file; without one, files are called as the working folder calls them. */
export function repositoryPaths(
	workingFolder: string,
): (file: string) => string {
	const root = repositoryRoot(workingFolder) ?? workingFolder;
	return (file) => displayPath(root, resolve(workingFolder, file));
}

/** A text, and the file that it is for. */
export interface NewFile {
	readonly path: string;
	/** What a message calls it. */
	readonly file: string;
	readonly text: string;
}

/**
 * Writes whole files, all of them or none: into new files beside them, which then take their places. What is no regular file, such as a terminal, is
 * written to as it is, after the others.
 * @throws FileError where one cannot be written
 */
export function writeWhole(files: readonly NewFile[]): void {
	for (const { path, file } of files) {
		if (pathSort(dirname(path)) !== "folder")
			throw new FileError(`cannot write ${file}: there is no such folder`);
		if (pathSort(path) === "folder")
			throw new FileError(`cannot write ${file}: it is a folder`);
	}
	const isRegular = ({ path }: NewFile) =>
		statSync(path, { throwIfNoEntry: false })?.isFile() ?? true;
	replaceFiles(
		files.filter(isRegular).map(({ path, file, text }) => ({
			path: existsSync(path) ? realpathSync(path) : path,
			file,
			data: text,
		})),
	);
	for (const each of files.filter((file) => !isRegular(file)))
		systemCall(each.file, () => writeFileSync(each.path, each.text), "write");
}

/** A file that is there, and the text that it is to have. */
export interface Rewriting {
	readonly path: string;
	/** What a message calls it. */
	readonly file: string;
	/** The text that was read, and the new one; both without a byte order mark. */
	readonly before: string;
	readonly after: string;
	/** As it was read. */
	readonly utf16: boolean;
}

/**
 * Gives files new texts, all of them or none. Each keeps its encoding, byte order mark and mode; a link still leads to it.
 * @throws FileError where one cannot be written, was changed since it was read, or holds bytes that are no text and would not be kept
 */
export function rewriteFiles(files: readonly Rewriting[]): void {
	replaceFiles(
		files.map((rewriting) => {
			const { path, file } = rewriting;
			const target = systemCall(file, () => realpathSync(path), "write");
			systemCall(file, () => accessSync(target, constants.W_OK), "write");
			return { path: target, file, data: newBytes(rewriting) };
		}),
	);
}

const BYTE_ORDER_MARK = "\uFEFF";

function newBytes({ path, file, before, after, utf16 }: Rewriting): Buffer {
	const bytes = systemCall(file, () => readFileSync(path));
	const encoding = encodingOf(bytes, utf16);
	const text = bytes.toString(encoding);
	const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
	if (text !== mark + before) {
		throw new FileError(
			`cannot write ${file}: it has been changed since it was read`,
		);
	}
	if (!Buffer.from(text, encoding).equals(bytes)) {
		throw new FileError(
			`cannot write ${file}: some of its bytes are not UTF-8 text and would be lost; save it as UTF-8`,
		);
	}
	return Buffer.from(mark + after, encoding);
}

/** Writes all files into new ones beside them, and only then puts these in their places. */
function replaceFiles(
	files: readonly {
		readonly path: string;
		readonly file: string;
		readonly data: string | Buffer;
	}[],
): void {
	const staged = files.map((each) => ({
		...each,
		temporary: temporaryName(each.path),
	}));
	try {
		for (const { path, file, data, temporary } of staged) {
			systemCall(
				file,
				() => {
					writeFileSync(temporary, data, { flag: "wx" });
					keepMode(path, temporary);
				},
				"write",
			);
		}
		for (const { path, file, temporary } of staged) {
			systemCall(file, () => renameSync(temporary, path), "write");
		}
	} finally {
		for (const { temporary } of staged) rmSync(temporary, { force: true });
	}
}

/** A name that nobody can foresee: a repository could have a link there. */
function temporaryName(path: string): string {
	return `${path}.${Math.random().toString(36).slice(2)}.tmp`;
}

/** Gives a new file the permissions of the one whose place it takes, and its owner where the user may. */
function keepMode(path: string, temporary: string): void {
	const stats = statSync(path, { throwIfNoEntry: false });
	if (!stats) return;
	const made = statSync(temporary);
	if (stats.uid !== made.uid || stats.gid !== made.gid) {
		try {
			chownSync(temporary, stats.uid, stats.gid);
		} catch {
			// only root may give files away
		}
	}
	chmodSync(temporary, stats.mode);
}

/** The home folder with forward slashes; nothing for a user without one. */
export function homeFolder(): string | undefined {
	try {
		return toSlashes(homedir());
	} catch {
		return undefined;
	}
}

/** The way to a file from the home folder, with forward slashes; nothing for one that is elsewhere. */
export function wayBelowHome(path: string): string | undefined {
	const home = homeFolder();
	return home === undefined ? undefined : wayBelow(home, path);
}

/** Does something with a file, and says in a sentence why it cannot be done. */
function systemCall<Result>(
	file: string,
	call: () => Result,
	verb: "read" | "write" = "read",
): Result {
	try {
		return call();
	} catch (error) {
		if (verb === "write") throw writeError(file, error);
		throw new FileError(`cannot read ${file}: ${reason(error)}`);
	}
}

/**
 * Says in a sentence why something cannot be written.
 * @param file what the sentence calls it
 * @param error what the system said
 */
export function writeError(file: string, error: unknown): FileError {
	return new FileError(`cannot write ${file}: ${reason(error)}`);
}

/** A path that was asked for cannot be read or written. The message is one sentence. */
export class FileError extends RunError {}

/**
 * Reads a file as readContent does.
 * @param file what the message calls it
 * @throws FileError where it cannot be read
 */
export function readNamed(
	path: string,
	file: string,
	{ utf16 = false }: { readonly utf16?: boolean } = {},
): FileContent {
	return systemCall(file, () => readContent(path, utf16));
}

/** A system error in words, without the path that it repeats. */
function reason(error: unknown): string {
	const { code } = Object(error);
	if (code === "EACCES" || code === "EPERM") return "permission denied";
	if (code === "ENOENT") return "there is no such file or folder";
	if (code === "EROFS") return "nothing can be written there";
	if (code === "ELOOP") return "its symbolic links lead in a circle";
	if (code === "ENAMETOOLONG") return "its name is too long";
	if (code === "EISDIR") return "it is a folder";
	if (code === "ENOSPC") return "the disk is full";
	return String(code ?? error);
}
