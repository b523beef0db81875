import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, dirname, isAbsolute, join, relative } from "node:path";
import { promisify } from "node:util";
import { repositoryRoot, toSlashes } from "./files.ts";
import type { Tracking } from "./project/surroundings.ts";

const run = promisify(execFile);

/** How long git may take for an answer, in milliseconds. */
const PATIENCE = 10_000;

/** The longest answer, in bytes. */
const MOST_OUTPUT = 16 * 1024 * 1024;

/** How many paths git is asked about at once. */
const MOST_PATHS = 200;

/**
 * What git does with some files, by absolute path. Files that it cannot be asked about are left out: there is no git, no repository, or it refuses.
 * Only the index and the ignore files are read; nothing that the repository configures is run.
 */
export async function askTracking(
	paths: readonly string[],
): Promise<Map<string, Tracking>> {
	const git = findGit();
	const answers = new Map<string, Tracking>();
	if (git === undefined) return answers;
	for (const [root, files] of byRepository(paths)) {
		for (let start = 0; start < files.length; start += MOST_PATHS) {
			const some = files.slice(start, start + MOST_PATHS);
			for (const [path, tracking] of await askRepository(git, root, some)) {
				answers.set(path, tracking);
			}
		}
	}
	return answers;
}

function byRepository(paths: readonly string[]): Map<string, string[]> {
	const groups = new Map<string, string[]>();
	for (const path of paths) {
		const root = repositoryRoot(dirname(path));
		if (root === undefined) continue;
		const group = groups.get(root);
		if (group) group.push(path);
		else groups.set(root, [path]);
	}
	return groups;
}

async function askRepository(
	git: string,
	root: string,
	paths: readonly string[],
): Promise<[string, Tracking][]> {
	const names = new Map(
		paths.map((path) => [toSlashes(relative(root, path)), path]),
	);
	const all = [...names.keys()];
	const tracked = await list(git, root, [
		"--literal-pathspecs",
		...["ls-files", "-z", "--", ...all],
	]);
	if (!tracked) return [];
	const others = all.filter((name) => !tracked.has(name));
	const ignored = await listIgnored(git, root, others);
	return [...names].map(([name, path]) => [
		path,
		tracked.has(name)
			? "tracked"
			: ignored?.has(name)
				? "ignored"
				: "untracked",
	]);
}

async function listIgnored(
	git: string,
	root: string,
	names: readonly string[],
): Promise<Set<string> | undefined> {
	if (names.length === 0) return new Set();
	return list(git, root, ["check-ignore", "-z", "--stdin"], names.join("\0"));
}

/** The paths that a command of git lists; nothing where it fails. */
async function list(
	git: string,
	root: string,
	command: readonly string[],
	input = "",
): Promise<Set<string> | undefined> {
	try {
		const stdout = await start(git, root, command, input);
		return new Set(stdout.toString().split("\0"));
	} catch (error) {
		// check-ignore says with 1 that it lists none
		return Object(error).code === 1 ? new Set() : undefined;
	}
}

/**
 * What a command of git prints that reads the repository; nothing where there is no git, or it fails.
 * @param command must be one that neither touches the working tree nor runs what a repository can configure
 */
export async function askGit(
	root: string,
	command: readonly string[],
	input = "",
): Promise<Buffer | undefined> {
	const git = findGit();
	if (git === undefined) return undefined;
	try {
		return await start(git, root, command, input);
	} catch {
		return undefined;
	}
}

async function start(
	git: string,
	root: string,
	command: readonly string[],
	input: string,
): Promise<Buffer> {
	const asked = run(git, [...HARMLESS, ...command], {
		cwd: root,
		encoding: "buffer",
		env: { ...process.env, ...NO_CONTACT },
		timeout: PATIENCE,
		maxBuffer: MOST_OUTPUT,
		windowsHide: true,
	});
	// git may have failed before it reads
	asked.child.stdin?.on("error", () => {}).end(input);
	return (await asked).stdout;
}

/** A repository can name programs that git would run; these switches are stronger than its own configuration. */
const HARMLESS = [
	"--no-pager",
	"--no-optional-locks",
	"-c",
	"core.fsmonitor=false",
	"-c",
	"core.hooksPath=/dev/null",
	"-c",
	"safe.bareRepository=explicit",
] as const;

/** What a partial clone lacks is not fetched, and nobody is asked for a password. */
const NO_CONTACT = {
	GIT_NO_LAZY_FETCH: "1",
	GIT_ALLOW_PROTOCOL: "none",
	GIT_TERMINAL_PROMPT: "0",
	GIT_TRACE: "0",
} as const;

/** The program by its absolute path: Windows would look into the current folder first, which is somebody else's. */
function findGit(): string | undefined {
	const name = process.platform === "win32" ? "git.exe" : "git";
	return (process.env.PATH ?? "")
		.split(delimiter)
		.filter(isAbsolute)
		.map((folder) => join(folder, name))
		.find((path) => existsSync(path));
}
