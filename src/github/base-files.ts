import { dirname, join, resolve } from "node:path";
import { BASELINE_FILE, CONFIG_FILE } from "../config.ts";
import { displayPath } from "../files.ts";
import { type OwnFile, type OwnFiles, readOwnFiles } from "../load-config.ts";
import { isOutside } from "../paths.ts";

/**
 * Reads a file of the base branch.
 * @param path relative to the root of the repository, with forward slashes
 * @returns its text, undefined where there is no such file
 * @throws BaseUnreadable where nobody can tell
 */
export type ReadAtBase = (path: string) => Promise<string | undefined>;

/** The base branch cannot be read. The message is a part of a sentence. */
export class BaseUnreadable extends Error {}

/** Where our own files are looked for. */
export interface OwnFilesRequest {
	/** Absolute. */
	readonly workingFolder: string;
	/** That of the repository, absolute. */
	readonly root: string;
	/** The configuration file that was named. One that is not in the repository is taken as it is: no branch has it, and no pull request changes it. */
	readonly config?: string;
}

/** Our configuration and baseline as the base branch has them, found by the same way as on the disk: from the working folder up to the root of the repository. */
export async function ownFilesAtBase(
	{ workingFolder, root, config }: OwnFilesRequest,
	readAtBase: ReadAtBase,
): Promise<OwnFiles> {
	const folders = foldersUpTo(root, workingFolder);
	const read = async (paths: readonly string[]) => {
		for (const path of paths) {
			const text = await readAtBase(displayPath(root, path));
			if (text !== undefined) return { path, text };
		}
		return undefined;
	};
	const find = (name: string) =>
		read(folders.map((folder) => join(folder, name)));
	const readNamed = async (path: string) =>
		isOutside(displayPath(root, path))
			? readOwnFiles({ workingFolder, config: path, withoutBaseline: true })
					.config
			: read([path]);
	const own =
		config === undefined
			? await find(CONFIG_FILE)
			: await readNamed(resolve(workingFolder, config));
	const baseline = await find(BASELINE_FILE);
	return { ...(own && { config: own }), ...(baseline && { baseline }) };
}

function foldersUpTo(root: string, folder: string): string[] {
	const parent = dirname(folder);
	return folder === root || parent === folder
		? [folder]
		: [folder, ...foldersUpTo(root, parent)];
}

/** Whether our own files are not what they are at the base. */
export function differs(here: OwnFiles, base: OwnFiles): boolean {
	return (["config", "baseline"] as const).some(
		(sort) => !isSame(here[sort], base[sort]),
	);
}

/** Git may write other line ends than it keeps. */
function isSame(one?: OwnFile, other?: OwnFile): boolean {
	const text = (file?: OwnFile) => file?.text.replaceAll("\r\n", "\n");
	return one?.path === other?.path && text(one) === text(other);
}
