import { decodeText } from "./files.ts";
import { askGit } from "./git.ts";

/** What is taken for the branch that changes go to, where nobody says it: the first of these that is there. */
const MAIN_BRANCHES = [
	"origin/HEAD",
	"origin/main",
	"origin/master",
	"main",
	"master",
] as const;

/**
 * The commit from which the current one and another one have gone different ways.
 * @param ref a branch, tag or commit; absent: the main branch
 * @returns the commit, or a sentence about why there is none
 */
export async function findMergeBase(
	root: string,
	ref: string | undefined,
): Promise<{ readonly commit: string } | { readonly problem: string }> {
	const branch = await findBranch(root, ref);
	if (branch === undefined) {
		return {
			problem:
				ref === undefined
					? "git finds no main branch to compare with; name one, as in --changed=main"
					: `git knows no commit ${ref}; fetch it first, or name another`,
		};
	}
	const commit = await askForCommit(root, ["merge-base", branch, "HEAD"]);
	return commit === undefined
		? {
				problem: `git finds nothing that ${ref ?? "the main branch"} and the current commit have in common; fetch more of the history (in a workflow: fetch-depth: 0)`,
			}
		: { commit };
}

async function findBranch(
	root: string,
	ref: string | undefined,
): Promise<string | undefined> {
	for (const name of ref === undefined ? MAIN_BRANCHES : [ref]) {
		const commit = await findCommit(root, name);
		if (commit !== undefined) return commit;
	}
	return undefined;
}

/** The commit that a name stands for, if the repository has it here. */
export function findCommit(
	root: string,
	name: string,
): Promise<string | undefined> {
	return askForCommit(root, [
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		`${name}^{commit}`,
	]);
}

async function askForCommit(
	root: string,
	command: readonly string[],
): Promise<string | undefined> {
	const answer = await askGit(root, command);
	const [commit] = /^[0-9a-f]{40,64}$/m.exec(answer?.toString() ?? "") ?? [];
	return commit;
}

/**
 * The texts that files had at a commit, by path; those that were not there are left out, as is what was no file.
 * @param paths relative to the root, with forward slashes
 */
export async function readAtCommit(
	root: string,
	commit: string,
	paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	const blobs: Blob[] = [];
	for (let start = 0; start < paths.length; start += MOST_PATHS) {
		const some = paths.slice(start, start + MOST_PATHS);
		blobs.push(...(await listBlobs(root, commit, some)));
	}
	const texts = new Map<string, string>();
	for (const some of inGroups(blobs)) {
		const answer = await askGit(
			root,
			["cat-file", "--batch"],
			some.map(({ id }) => `${id}\n`).join(""),
		);
		if (!answer) continue;
		const contents = readBatch(answer);
		for (const { path, id } of some) {
			const bytes = contents.get(id);
			if (bytes) texts.set(path, decodeText(bytes));
		}
	}
	return texts;
}

/** What git keeps of a file. */
interface Blob {
	readonly path: string;
	readonly id: string;
	/** In bytes. */
	readonly size: number;
}

/** How many paths git is asked about at once: a command line has an end. */
const MOST_PATHS = 200;

/** How many bytes it is asked for at once; more than one file of a size that anybody reads. */
const MOST_BYTES = 8 * 1024 * 1024;

async function listBlobs(
	root: string,
	commit: string,
	paths: readonly string[],
): Promise<Blob[]> {
	const answer = await askGit(root, [
		"--literal-pathspecs",
		...["ls-tree", "-z", "-l", "--full-tree", commit, "--", ...paths],
	]);
	return (answer?.toString() ?? "").split("\0").flatMap((line) => {
		const [, id, size, path] =
			/^100\d{3} blob ([0-9a-f]+) +(\d+)\t(.+)$/s.exec(line) ?? [];
		return id && path ? [{ path, id, size: Number(size) }] : [];
	});
}

function inGroups(blobs: readonly Blob[]): Blob[][] {
	const groups: Blob[][] = [];
	let bytes = MOST_BYTES;
	for (const blob of blobs) {
		bytes += blob.size;
		if (bytes >= MOST_BYTES) {
			groups.push([]);
			bytes = blob.size;
		}
		groups.at(-1)?.push(blob);
	}
	return groups;
}

/** What `cat-file --batch` answers, by what it was asked for: a line with the size, the bytes, and the end of a line. What is missing has a line alone. */
function readBatch(answer: Buffer): Map<string, Buffer> {
	const contents = new Map<string, Buffer>();
	let start = 0;
	for (
		let end = answer.indexOf("\n", start);
		end !== -1;
		end = answer.indexOf("\n", start)
	) {
		const [, id, size] =
			/^([0-9a-f]+) blob (\d+)$/.exec(answer.toString("utf8", start, end)) ??
			[];
		start = end + 1;
		if (id === undefined) continue;
		contents.set(id, answer.subarray(start, start + Number(size)));
		start += Number(size) + 1;
	}
	return contents;
}

/**
 * The text that a file had at a commit, through links that lead to another file of it, as on the disk; undefined where there was none.
 * @param path relative to the root, with forward slashes
 */
export async function readThroughLinks(
	root: string,
	commit: string,
	path: string,
): Promise<string | undefined> {
	// each line of the input is a question
	if (path.includes("\n")) return undefined;
	const answer = await askGit(
		root,
		["cat-file", "--batch", "--follow-symlinks"],
		`${commit}:${path}\n`,
	);
	const [bytes] = answer ? readBatch(answer).values() : [];
	return bytes && decodeText(bytes);
}
