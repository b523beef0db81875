import { failureLine } from "../failure.ts";
import { loadConfig, type OwnFiles, readOwnFiles } from "../load-config.ts";
import { RunError } from "../run-error.ts";
import {
	BaseUnreadable,
	differs,
	type OwnFilesRequest,
	ownFilesAtBase,
	type ReadAtBase,
} from "./base-files.ts";

/** Which of our own files count in a pull request. */
export interface OwnFilesChoice {
	/** Absent: those on the disk. */
	readonly ownFiles?: OwnFiles;
	/** What people should know of it, a sentence. */
	readonly note?: string;
	/** Why those of the pull request could not be used once it is merged, a sentence. */
	readonly failure?: string;
}

/**
 * Takes our configuration and baseline from the base of a pull request: what it makes of them does not count for itself.
 * @param isPrivileged the run has the rights of the base branch, so nothing of the pull request may decide
 */
export async function chooseOwnFiles(
	request: OwnFilesRequest,
	readAtBase: ReadAtBase,
	{ isPrivileged }: { readonly isPrivileged: boolean },
): Promise<OwnFilesChoice> {
	const here = await check(request);
	try {
		const ownFiles = await ownFilesAtBase(request, readAtBase);
		const failure = here.failure !== undefined && { failure: here.failure };
		if (!differs(here.ownFiles, ownFiles)) return { ownFiles, ...failure };
		return { ownFiles, note: CHANGED, ...failure };
	} catch (error) {
		if (!(error instanceof BaseUnreadable)) throw error;
		return withoutBase(here.ownFiles, error.message, isPrivileged);
	}
}

const CHANGED =
	"This pull request changes the configuration or the baseline of mcp-config-lint. Those of the base branch were used; with config-from: head its own would be.";

/** What counts where the base branch cannot be read. */
function withoutBase(
	here: OwnFiles,
	reason: string,
	isPrivileged: boolean,
): OwnFilesChoice {
	const why = `The configuration of the base branch cannot be read (${reason})`;
	if (isPrivileged) return { ownFiles: {}, note: `${why}, so none was used.` };
	return here.config || here.baseline
		? { note: `${why}, so that of the pull request was used.` }
		: {};
}

/** Our files as the pull request has them, and whether they can be used. */
async function check(
	request: OwnFilesRequest,
): Promise<{ readonly ownFiles: OwnFiles; readonly failure?: string }> {
	try {
		await loadConfig(request);
		return { ownFiles: readOwnFiles(request) };
	} catch (error) {
		if (!(error instanceof RunError)) throw error;
		return { ownFiles: {}, failure: `${failureLine(error)}.` };
	}
}
