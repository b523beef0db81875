import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as core from "@actions/core";
import { failureLine, RunError } from "./failure.ts";
import { globPaths, repositoryPaths, writeWhole } from "./files.ts";
import {
	BaseUnreadable,
	differs,
	ownFilesAtBase,
} from "./github/base-files.ts";
import { createBaseReader } from "./github/base-reader.ts";
import { type Client, createClient } from "./github/client.ts";
import { type Event, readEvent } from "./github/event.ts";
import { changesOfEvent, wholeFiles } from "./github/event-changes.ts";
import { type Inputs, readInputs } from "./github/inputs.ts";
import {
	type ConfigRequest,
	loadConfig,
	type OwnFiles,
	readOwnFiles,
} from "./load-config.ts";
import { annotate } from "./reporters/github.ts";
import { markdownPage } from "./reporters/markdown.ts";
import { printable } from "./reporters/printable.ts";
import { count, type Report } from "./reporters/reporter.ts";
import { reportText } from "./reporters/text.ts";
import { type RunRequest, run } from "./run.ts";
import { reaches } from "./severity.ts";

/** GitHub shows nothing of a summary that is longer than 1 MiB. Source: its documentation of workflow commands. */
const MOST_SUMMARY_BYTES = 1_000_000;

/** What the parts of a run share. */
interface Step {
	readonly inputs: Inputs;
	readonly event: Event;
	/** Absolute. */
	readonly workspace: string;
	readonly workingFolder: string;
	/** What asks GitHub; nothing without a token. */
	readonly client: () => Promise<Client | undefined>;
	/** Sentences about the run itself, for the log and the summary. */
	readonly notes: string[];
	/** The same for what makes it fail. */
	readonly failures: string[];
}

async function main(): Promise<void> {
	const step = createStep();
	const report = await lint(step);
	process.stdout.write(`${reportText(report)}\n`);
	announce(step, report);
	await writeSummary(step, report);
	await writeSarif(step, report);
	setOutputs(report);
	if (
		step.failures.length > 0 ||
		reaches(report.diagnostics, step.inputs.failOn)
	)
		process.exitCode = 1;
}

function createStep(): Step {
	const inputs = readInputs((name) => core.getInput(name));
	const event = readEvent(readPayload(), process.env);
	const workspace = resolve(process.env.GITHUB_WORKSPACE ?? ".");
	const { token } = inputs;
	let client: Promise<Client> | undefined;
	return {
		inputs,
		event,
		workspace,
		workingFolder: resolve(workspace, inputs.workingDirectory),
		client: async () => {
			if (token === "") return undefined;
			const address = process.env.GITHUB_API_URL ?? "https://api.github.com";
			client ??= createClient({ token, address });
			return client;
		},
		notes: [],
		failures: [],
	};
}

/** The file in which the runner describes the event; nothing outside of a workflow. */
function readPayload(): unknown {
	const path = process.env.GITHUB_EVENT_PATH;
	if (!path) return undefined;
	try {
		return JSON.parse(readFileSync(path, "utf8"));
	} catch {
		return undefined;
	}
}

async function lint(step: Step): Promise<Report> {
	const { inputs, workingFolder } = step;
	const ownFiles = await findOwnFiles(step);
	const paths = await Promise.all(
		inputs.paths.map((path) => globPaths(path, workingFolder)),
	);
	const result = await run({
		workingFolder,
		paths: paths.flat(),
		...(inputs.config !== undefined && { config: inputs.config }),
		...(ownFiles && { ownFiles }),
		...findChanges(step),
	});
	return { ...result, omitted: 0, colour: true };
}

/** Only what has changed is reported, where that is asked for. */
function findChanges(step: Step): Pick<RunRequest, "findChanges"> {
	const { inputs, event, workingFolder, client, notes } = step;
	if (inputs.onlyChanged === "off") return {};
	const find = changesOfEvent(event, {
		workingFolder,
		inRepository: repositoryPaths(workingFolder),
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

/**
 * Our configuration and baseline, where they are not those on the disk: what a pull request makes of them does not count for itself, unless the workflow wants it so.
 */
async function findOwnFiles(step: Step): Promise<OwnFiles | undefined> {
	const { inputs, event, workingFolder, client, notes } = step;
	const { pullRequest } = event;
	if (!pullRequest || inputs.configFrom === "head") return undefined;
	const request = {
		workingFolder,
		...(inputs.config !== undefined && { config: inputs.config }),
	};
	const own = await checkOwnFiles(request, step);
	try {
		const base = await ownFilesAtBase(
			request,
			createBaseReader(event, workingFolder, client),
		);
		if (differs(own, base)) {
			notes.push(
				"This pull request changes the configuration or the baseline of mcp-config-lint; those of the base branch were used. `config-from: head` would use its own.",
			);
		}
		return base;
	} catch (error) {
		if (!(error instanceof BaseUnreadable)) throw error;
		return withoutBase(step, own, error.message);
	}
}

/** What counts where the base branch cannot be read: with the rights of the base branch nothing of a pull request does. */
function withoutBase(
	{ event, notes }: Step,
	own: OwnFiles,
	reason: string,
): OwnFiles | undefined {
	const isPrivileged = event.pullRequest?.isPrivileged === true;
	if (!own.config && !own.baseline && !isPrivileged) return undefined;
	notes.push(
		`The configuration of the base branch cannot be read (${reason}), so ${isPrivileged ? "none was" : "that of the pull request was"} used.`,
	);
	return isPrivileged ? {} : undefined;
}

/** Our files as the pull request has them. Those that could not be used once it is merged are a failure today. */
async function checkOwnFiles(
	request: ConfigRequest,
	{ failures }: Step,
): Promise<OwnFiles> {
	try {
		await loadConfig(request);
		return readOwnFiles(request);
	} catch (error) {
		if (!(error instanceof RunError)) throw error;
		failures.push(`${failureLine(error)}.`);
		return {};
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

async function writeSummary(
	{ event, notes, failures }: Step,
	report: Report,
): Promise<void> {
	// an older server has no summaries
	if (!process.env.GITHUB_STEP_SUMMARY) return;
	const page = markdownPage(report, {
		notes: [...failures, ...notes],
		mostBytes: MOST_SUMMARY_BYTES,
		...linksTo(event, report),
	});
	try {
		await core.summary.addRaw(page).write();
	} catch (error) {
		core.info(
			`The summary of the job cannot be written: ${failureLine(error)}`,
		);
	}
}

/** Where a line of a file can be seen, on the server that the workflow runs for. */
function linksTo({ owner, repo, head }: Event, { inRepository }: Report) {
	const server = process.env.GITHUB_SERVER_URL;
	if (!server || !repo || !head) return {};
	return {
		linkTo: (file: string, line: number) => {
			const path = inRepository(file).split("/").map(encodeSegment).join("/");
			return `${server}/${owner}/${repo}/blob/${head}/${path}#L${line}`;
		},
	};
}

/** Parentheses would end a link of Markdown. */
function encodeSegment(name: string): string {
	return encodeURIComponent(name).replace(
		/[()]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16)}`,
	);
}

async function writeSarif(
	{ inputs, workspace }: Step,
	report: Report,
): Promise<void> {
	const { sarifFile } = inputs;
	if (sarifFile === undefined) return;
	const { reportSarif } = await import("./reporters/sarif.ts");
	const text = reportSarif({ ...report, colour: false });
	writeWhole(resolve(workspace, sarifFile), sarifFile, text);
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
