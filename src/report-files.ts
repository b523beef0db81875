import { resolve } from "node:path";
import {
	displayPath,
	FileError,
	linkTarget,
	toSlashes,
	wayBelowHome,
} from "./files.ts";
import { kindByPath } from "./kinds.ts";
import { isOwnFile } from "./load-config.ts";
import type { RunResult } from "./run.ts";

/**
 * Refuses to write a report where it would take the place of a file that was linted or that configures us, or where the next run would take it for one.
 * @param files as they were named, relative to the folder or absolute
 * @throws FileError
 */
export function refuseLinted(
	files: readonly string[],
	{ sources }: Pick<RunResult, "sources">,
	{
		folder,
		workingFolder,
	}: { readonly folder: string; readonly workingFolder: string },
): void {
	const linted = [...sources.keys()].map((file) =>
		realPath(resolve(workingFolder, file)),
	);
	for (const file of files) {
		const path = realPath(resolve(folder, file));
		const isLinted =
			isOwnFile(path) ||
			kindByPath(toSlashes(path), wayBelowHome(path)) !== undefined ||
			linted.some((each) => displayPath(each, path) === ".");
		if (isLinted) {
			throw new FileError(
				`cannot write a report to ${file}: that is a file to lint; choose another name`,
			);
		}
	}
}

function realPath(path: string): string {
	return linkTarget(path) ?? path;
}
