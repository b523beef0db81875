import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as core from "@actions/core";
import { failureLine } from "./failure.ts";
import {
	displayPath,
	globPaths,
	isEmpty,
	isThroughLink,
	pathSort,
	repositoryRoot,
	writeWhole,
} from "./files.ts";
import { createBaseReader } from "./github/base-reader.ts";
import { blobLinks } from "./github/blob-links.ts";
import {
	type Client,
	createClient,
	isRefusal,
	type Refusal,
} from "./github/client.ts";
import { type Event, readEvent } from "./github/event.ts";
import { changesOfEvent, wholeFiles } from "./github/event-changes.ts";
import { InputError, type Inputs, readInputs } from "./github/inputs.ts";
import { chooseOwnFiles } from "./github/own-files.ts";
import { publishCheckRun, publishReview } from "./github/publish.ts";
import type { OwnFiles } from "./load-config.ts";
import { wayBelow } from "./paths.ts";
import { refuseLinted } from "./report-files.ts";
import { annotate } from "./reporters/github.ts";
import { markdownPage } from "./reporters/markdown.ts";
import { printable } from "./reporters/printable.ts";
import { count, type Report } from "./reporters/reporter.ts";
import { reportText } from "./reporters/text.ts";
import { type RunRequest, run } from "./run.ts";
import { reaches } from "./severity.ts";
import { quote } from "./wording.ts";

/** GitHub shows nothing of a summary that is longer than 1 MiB. Source: its documentation of workflow commands. */
const MOST_SUMMARY_BYTES = 1_000_000;

/** What the parts of a run share. */
interface Step {
	readonly inputs: Inputs;
	readonly event: Event;
	/** Absolute. */
	readonly workspace: string;
	readonly workingFolder: string;
	/** From which the repository counts: the workspace where only its files are there. */
	readonly root: string;
	/** What asks GitHub, or why nobody can. */
	readonly client: () => Promise<Client | Refusal>;
	/** Sentences about the run itself, for the log and the summary. */
	readonly notes: string[];
	/** The same for what makes it fail. */
	readonly failures: string[];
}

async function main(): Promise<void> {
	const step = createStep();
	const report = await lint(step);
	const hasFailed =
		step.failures.length > 0 || reaches(report.diagnostics, step.inputs.failOn);
	process.stdout.write(`${reportText(report)}\n`);
	await publish(step, report, hasFailed);
	announce(step, report);
	await writeSummary(step, report);
	setOutputs(report);
	await writeSarif(step, report);
	if (hasFailed) process.exitCode = 1;
}

function createStep(): Step {
	const inputs = readInputs((name) => core.getInput(name));
	const event = readEvent(readPayload(), process.env);
	const workspace = resolve(process.env.GITHUB_WORKSPACE ?? ".");
	const workingFolder = resolve(workspace, inputs.workingDirectory);
	const { token } = inputs;
	let client: ReturnType<typeof createClient> | undefined;
	return {
		inputs,
		event,
		workspace,
		workingFolder,
		root: rootOf(workingFolder, workspace),
		client: async () => {
			const address = process.env.GITHUB_API_URL || "https://api.github.com";
			client ??= createClient({ token, address });
			return client;
		},
		notes: [],
		failures: [],
	};
}

function rootOf(workingFolder: string, workspace: string): string {
	const isInWorkspace = wayBelow(workspace, workingFolder) !== undefined;
	return (
		repositoryRoot(workingFolder) ?? (isInWorkspace ? workspace : workingFolder)
	);
}

/** The file in which the runner describes the event; nothing outside of a workflow. */
function readPayload(): unknown {
	const path = process.env.GITHUB_EVENT_PATH;
	// what asks GitHub would read it again when it is loaded, and fail where it is broken
	delete process.env.GITHUB_EVENT_PATH;
	if (!path) return undefined;
	try {
		return JSON.parse(readFileSync(path, "utf8"));
	} catch {
		return undefined;
	}
}

async function lint(step: Step): Promise<Report> {
	const { inputs, workspace, workingFolder, notes } = step;
	if (pathSort(workingFolder) !== "folder") {
		throw new InputError(
			`the input working-directory names no folder: ${quote(inputs.workingDirectory)}; is there a step with actions/checkout before?`,
		);
	}
	if (isEmpty(workspace)) {
		notes.push(
			"The workspace is empty; a step with actions/checkout has to come before.",
		);
	}
	const own = await findOwnFiles(step);
	const paths = await Promise.all(
		inputs.paths.map((path) => globPaths(path, workingFolder)),
	);
	const result = await run({
		workingFolder,
		paths: paths.flat(),
		...(inputs.config !== undefined && { config: inputs.config }),
		...(own && { ownFiles: own }),
		...findChanges(step),
	});
	if (inputs.sarifFile !== undefined) {
		const folders = { folder: workspace, workingFolder };
		refuseLinted([inputs.sarifFile], result, folders);
	}
	return {
		...result,
		inRepository: (file) => repositoryPath(step, file),
		omitted: 0,
		colour: true,
	};
}

function repositoryPath({ root, workingFolder }: Step, file: string): string {
	return displayPath(root, resolve(workingFolder, file));
}

/** Only what has changed is reported, where that is asked for. */
function findChanges(step: Step): Pick<RunRequest, "findChanges"> {
	const { inputs, event, workingFolder, client, notes } = step;
	if (inputs.onlyChanged === "off") return {};
	const find = changesOfEvent(event, {
		workingFolder,
		inRepository: (file) => repositoryPath(step, file),
		client,
		warn: (sentence) => notes.push(sentence),
	});
	return {
		findChanges: async (files) => {
			const changes = await find(files);
			return inputs.onlyChanged === "files" ? wholeFiles(changes) : changes;
		},
	};
}

/** Our configuration and baseline, where they are not those on the disk. */
async function findOwnFiles(step: Step): Promise<OwnFiles | undefined> {
	const { inputs, event, workingFolder, root, client, notes, failures } = step;
	const { config, configFrom } = inputs;
	const { pullRequest } = event;
	if (!pullRequest || configFrom === "head") return undefined;
	const choice = await chooseOwnFiles(
		{ workingFolder, root, ...(config !== undefined && { config }) },
		createBaseReader(event, workingFolder, client),
		pullRequest,
	);
	if (choice.note !== undefined) notes.push(choice.note);
	if (choice.failure !== undefined) failures.push(choice.failure);
	return choice.ownFiles;
}

/** Says it elsewhere as well, where that is asked for; what cannot be done is a note. */
async function publish(
	step: Step,
	report: Report,
	hasFailed: boolean,
): Promise<void> {
	const { inputs, event, client, notes } = step;
	if (inputs.checkRun) {
		const answer = await publishCheckRun(await client(), event, report, {
			hasFailed,
			summary: (mostBytes) => pageOf(step, report, mostBytes),
		});
		if (isRefusal(answer))
			notes.push(`There is no check run: ${answer.reason}.`);
	}
	if (inputs.review && event.pullRequest) {
		const answer = await publishReview(
			await client(),
			event,
			event.pullRequest.number,
			report,
		);
		if (isRefusal(answer)) notes.push(`There is no review: ${answer.reason}.`);
	}
}

/** Says everything in the log, of which GitHub makes annotations. */
function announce({ notes, failures }: Step, report: Report): void {
	for (const sentence of failures) core.error(printable(sentence), TITLE);
	for (const sentence of notes) core.notice(printable(sentence), TITLE);
	const { commands } = annotate(report, {
		error: failures.length,
		info: notes.length,
	});
	process.stdout.write(commands.map((line) => `${line}\n`).join(""));
}

const TITLE = { title: "mcp-config-lint" } as const;

async function writeSummary(step: Step, report: Report): Promise<void> {
	// an older server has no summaries
	if (!process.env.GITHUB_STEP_SUMMARY) return;
	const page = pageOf(step, report, MOST_SUMMARY_BYTES);
	try {
		await core.summary.addRaw(page).write();
	} catch (error) {
		core.info(
			`The summary of the job cannot be written: ${failureLine(error)}`,
		);
	}
}

/** What the run has found, and what is to be said of the run itself. */
function pageOf(
	{ event, notes, failures }: Step,
	report: Report,
	mostBytes: number,
): string {
	return markdownPage(report, {
		notes: [...failures, ...notes],
		mostBytes,
		...blobLinks(process.env.GITHUB_SERVER_URL, event, report.inRepository),
	});
}

/** Not through a link of the workspace: what somebody proposes could have it lead to any file that the job may write. */
async function writeSarif(
	{ inputs, workspace }: Step,
	report: Report,
): Promise<void> {
	const { sarifFile } = inputs;
	if (sarifFile === undefined) return;
	const path = resolve(workspace, sarifFile);
	if (isThroughLink(workspace, path)) {
		throw new InputError(
			`the input sarif-file leads through a symbolic link: ${quote(sarifFile)}; name a file that the repository does not have`,
		);
	}
	const { reportSarif } = await import("./reporters/sarif.ts");
	const text = reportSarif({ ...report, colour: false });
	writeWhole([{ path, file: sarifFile, text }]);
	core.setOutput("sarif-file", sarifFile);
}

function setOutputs({ diagnostics }: Report): void {
	core.setOutput("errors", count(diagnostics, "error"));
	core.setOutput("warnings", count(diagnostics, "warning"));
	core.setOutput("infos", count(diagnostics, "info"));
}

main().catch((error) => {
	core.error(failureLine(error), TITLE);
	process.exitCode = 1;
});
