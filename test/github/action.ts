import { execFile, execFileSync } from "node:child_process";
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { readStepLog, type StepLog } from "./runner.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The Node that the runner would take, where it is installed; the one that runs the tests otherwise. */
const node24 = join(root, "test/tools/node/node_modules/node-24/bin/node");
const node = existsSync(node24) ? node24 : process.execPath;

interface Metadata {
	readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
	readonly outputs: Readonly<Record<string, unknown>>;
	readonly runs: { readonly using: string; readonly main: string };
}

/** What action.yml says. */
export const metadata: Metadata = parse(
	readFileSync(join(root, "action.yml"), "utf8"),
);

/** The bundle where a runner has it: alone, with no package installed beside it or above it. */
const bundle = (() => {
	const folder = mkdtempSync(join(tmpdir(), "action-bundle-"));
	process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
	const main = join(folder, metadata.runs.main);
	cpSync(dirname(join(root, metadata.runs.main)), dirname(main), {
		recursive: true,
	});
	return main;
})();

/** A checkout as a job has it. */
export interface Workspace {
	readonly folder: string;
	/** Where the runner keeps its own files. */
	readonly temporary: string;
}

/** A step of a job that uses the action. */
export interface StepRequest {
	readonly inputs?: Readonly<Record<string, string>>;
	readonly event?: string;
	readonly payload?: unknown;
	readonly environment?: Readonly<Record<string, string>>;
}

export interface StepResult extends StepLog {
	readonly status: number | null;
	readonly stdout: string;
	readonly summary: string;
	readonly outputs: Readonly<Record<string, string>>;
}

export const SHA = "1234567890".repeat(4);

/** Makes a workspace with these files in it; not a repository yet. */
export function createWorkspace(
	files: Readonly<Record<string, string>>,
): Workspace {
	const base = mkdtempSync(join(tmpdir(), "action-"));
	const workspace = { folder: join(base, "work"), temporary: base };
	mkdirSync(workspace.folder);
	writeFiles(workspace, files);
	return workspace;
}

export function writeFiles(
	{ folder }: Workspace,
	files: Readonly<Record<string, string>>,
): void {
	for (const [file, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), text);
	}
}

export function readText({ folder }: Workspace, file: string): string {
	return readFileSync(join(folder, file), "utf8");
}

/** Runs git in a workspace. */
export function git({ folder }: Workspace, ...args: string[]): string {
	const identity = ["-c", "user.name=A", "-c", "user.email=a@example.com"];
	return execFileSync("git", [...identity, ...args], {
		cwd: folder,
		encoding: "utf8",
		stdio: "pipe",
	}).trim();
}

/** Commits all that is there, into a new repository if there is none, and gives the commit. */
export function commit(workspace: Workspace): string {
	if (!existsSync(join(workspace.folder, ".git")))
		git(workspace, "init", "-q", "-b", "main");
	git(workspace, "add", "--all");
	git(workspace, "commit", "-q", "--allow-empty", "-m", "change");
	return git(workspace, "rev-parse", "HEAD");
}

/** Runs the bundled action as the runner does: in the workspace, with the variables and files that it would find, and the inputs' defaults. */
export async function runAction(
	{ folder, temporary }: Workspace,
	{ inputs = {}, event = "push", payload = {}, environment = {} }: StepRequest,
): Promise<StepResult> {
	const files = {
		GITHUB_EVENT_PATH: join(temporary, "event.json"),
		GITHUB_OUTPUT: join(temporary, "output"),
		GITHUB_STEP_SUMMARY: join(temporary, "summary"),
	};
	writeFileSync(files.GITHUB_EVENT_PATH, JSON.stringify(payload));
	writeFileSync(files.GITHUB_OUTPUT, "");
	writeFileSync(files.GITHUB_STEP_SUMMARY, "");
	const { status, printed } = await execute({
		cwd: folder,
		env: {
			PATH: process.env.PATH,
			HOME: temporary,
			CI: "true",
			GITHUB_ACTIONS: "true",
			GITHUB_WORKSPACE: folder,
			GITHUB_REPOSITORY: "octo-org/octo-repo",
			GITHUB_SERVER_URL: "https://github.com",
			// nobody listens there
			GITHUB_API_URL: "http://127.0.0.1:9",
			GITHUB_EVENT_NAME: event,
			GITHUB_SHA: SHA,
			...files,
			...inputVariables(inputs),
			...environment,
		},
	});
	return {
		status,
		stdout: printed,
		...readStepLog(printed),
		summary: readFileSync(files.GITHUB_STEP_SUMMARY, "utf8"),
		outputs: readOutputs(readFileSync(files.GITHUB_OUTPUT, "utf8")),
	};
}

/** Both streams are the log. Not synchronous, so that a server of the test can answer. */
function execute(options: {
	readonly cwd: string;
	readonly env: NodeJS.ProcessEnv;
}): Promise<{ readonly status: number | null; readonly printed: string }> {
	return new Promise((resolve) => {
		const child = execFile(
			node,
			[bundle],
			{ ...options, maxBuffer: 64 * 1024 * 1024 },
			(_error, stdout, stderr) =>
				resolve({ status: child.exitCode, printed: stdout + stderr }),
		);
	});
}

/** The runner gives each input as a variable: in capitals, with its dashes. Expressions in defaults are what a workflow without a token gives. */
function inputVariables(
	inputs: Readonly<Record<string, string>>,
): Record<string, string> {
	const unknown = Object.keys(inputs).find(
		(name) => !(name in metadata.inputs),
	);
	if (unknown !== undefined) throw new Error(`there is no input ${unknown}`);
	return Object.fromEntries(
		Object.entries(metadata.inputs).map(([name, input]) => {
			const preset = String(input.default ?? "").replace(/\$\{\{.*\}\}/, "");
			const variable = `INPUT_${name.toUpperCase().replaceAll(" ", "_")}`;
			return [variable, inputs[name] ?? preset];
		}),
	);
}

/** `name<<delimiter`, the lines of the value, and the delimiter. */
function readOutputs(text: string): Record<string, string> {
	const pairs = text.matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n?\2$/gm);
	return Object.fromEntries(
		[...pairs].map(([, name, , value]) => [name ?? "", value ?? ""]),
	);
}
