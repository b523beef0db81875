import { type Changes, ChangesError } from "../changes.ts";
import { changesSince } from "../changes-since.ts";
import type { Source } from "../document.ts";
import { repositoryRoot } from "../files.ts";
import type { FindChanges } from "../run.ts";
import { findBaseCommit } from "./base-commit.ts";
import { changedBetween, changedInPullRequest } from "./changed-files.ts";
import { type Client, isRefusal, type Refusal } from "./client.ts";
import type { Event } from "./event.ts";
import { changesOf } from "./patch.ts";

/** What it takes to find out what has changed. */
export interface EventChangesOptions {
	/** Absolute. */
	readonly workingFolder: string;
	/** What the repository calls a file. */
	readonly inRepository: (file: string) => string;
	readonly client: () => Promise<Client | Refusal>;
	/** Told where nobody knows what has changed; then everything counts as changed. */
	readonly warn: (sentence: string) => void;
}

/** Finds out what an event has changed: from git where its commits are here, otherwise from GitHub. */
export function changesOfEvent(
	event: Event,
	options: EventChangesOptions,
): FindChanges {
	return async (files) => {
		const found =
			(await askGit(event, files, options)) ??
			(await askGitHub(event, files, options));
		if (!("problem" in found)) return found.changes;
		options.warn(
			`It is not known what has changed (${found.problem}), so all problems are reported.`,
		);
		return new Map(files.map(({ file }) => [file, "all"]));
	};
}

type Found = { readonly changes: Changes } | { readonly problem: string };

/** Undefined where git does not have it. */
async function askGit(
	event: Event,
	files: readonly Source[],
	{ workingFolder }: EventChangesOptions,
): Promise<Found | undefined> {
	if (event.base === undefined)
		return { problem: "this event has nothing to compare with" };
	const root = repositoryRoot(workingFolder);
	const base = root && (await findBaseCommit(root, event));
	if (!base) return undefined;
	try {
		return { changes: await changesSince(base, workingFolder)(files) };
	} catch (error) {
		if (error instanceof ChangesError) return undefined;
		throw error;
	}
}

async function askGitHub(
	event: Event,
	files: readonly Source[],
	{ inRepository, client }: EventChangesOptions,
): Promise<Found> {
	const { owner, repo, base = "", head, pullRequest } = event;
	const asked = await client();
	if (isRefusal(asked)) return { problem: asked.reason };
	const answer = pullRequest
		? await changedInPullRequest(asked, {
				owner,
				repo,
				number: pullRequest.number,
			})
		: await changedBetween(asked, {
				owner,
				repo,
				baseSha: base,
				headSha: head,
			});
	if (isRefusal(answer)) return { problem: answer.reason };
	const names = files.map(({ file }) => inRepository(file));
	const changes = changesOf(answer.done, names);
	return {
		changes: new Map(
			files.map(({ file }) => [file, changes.get(inRepository(file)) ?? []]),
		),
	};
}

/** Of every file that has changed at all, all of it. */
export function wholeFiles(changes: Changes): Changes {
	return new Map(
		[...changes].map(([file, lines]) => [
			file,
			lines.length === 0 ? [] : "all",
		]),
	);
}
