#!/usr/bin/env node
import { fstatSync, readFileSync, writeSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { baselineText } from "./baseline.ts";
import { BASELINE_FILE } from "./config.ts";
import { failureLine } from "./failure.ts";
import {
	displayPath,
	findUpwards,
	pathSort,
	writeError,
	writeWhole,
} from "./files.ts";
import type { FixRequest } from "./fix-command.ts";
import { version } from "./generated/package.ts";
import { ruleIds } from "./generated/rule-groups.ts";
import { kindById, kinds } from "./kinds.ts";
import {
	countFixable,
	type Report,
	type Reporter,
} from "./reporters/reporter.ts";
import { reportText } from "./reporters/text.ts";
import {
	type Diagnostic,
	type FixSort,
	type Severity,
	severities,
} from "./rule.ts";
import { type RunRequest, type RunResult, run } from "./run.ts";
import { RunError } from "./run-error.ts";
import { reaches } from "./severity.ts";
import { either, nearest, plural, quote } from "./wording.ts";

/** The file descriptor. */
const STANDARD_OUTPUT = 1;

/** Wrong usage; the message is one sentence. */
class UsageError extends RunError {}

/** Where a report goes; without a file to the standard output. */
interface Output {
	readonly reporter: () => Promise<Reporter>;
	readonly file: string | undefined;
}

const FORMATS = [
	"text",
	"json",
	"github",
	"markdown",
	"sarif",
	"rdjson",
	"gitlab",
	"junit",
] as const;

const REPORTERS: Readonly<
	Record<(typeof FORMATS)[number], () => Promise<Reporter>>
> = {
	text: async () => reportText,
	json: async () => (await import("./reporters/json.ts")).reportJson,
	github: async () => (await import("./reporters/github.ts")).reportGithub,
	markdown: async () =>
		(await import("./reporters/markdown.ts")).reportMarkdown,
	sarif: async () => (await import("./reporters/sarif.ts")).reportSarif,
	rdjson: async () => (await import("./reporters/rdjson.ts")).reportRdjson,
	gitlab: async () => (await import("./reporters/gitlab.ts")).reportGitlab,
	junit: async () => (await import("./reporters/junit.ts")).reportJunit,
};

/** The formats of `permission`, whose answers are no diagnostics. */
const PERMISSION_FORMATS = ["text", "json"] as const;

const FIX_SORTS: readonly FixSort[] = ["safe", "unsafe"];

/** In the order in which people are told of them. */
const worstFirst: readonly Severity[] = [...severities].reverse();

const OPTIONS = {
	format: { type: "string", multiple: true },
	fix: { type: "string" },
	diff: { type: "boolean" },
	changed: { type: "string" },
	"fail-on": { type: "string", default: "error" },
	rule: { type: "string", multiple: true },
	config: { type: "string" },
	"no-config": { type: "boolean" },
	"write-baseline": { type: "boolean" },
	"user-settings": { type: "string" },
	kind: { type: "string" },
	"stdin-filename": { type: "string" },
	"force-exclude": { type: "boolean" },
	quiet: { type: "boolean" },
	color: { type: "string", default: "auto" },
	version: { type: "boolean" },
	help: { type: "boolean", short: "h" },
} as const;

async function main(args: readonly string[]): Promise<number> {
	const { values, positionals } = readArguments(args);
	if (values.help) return print((await import("./help.ts")).HELP, 0);
	if (values.version) return print(`${version}\n`, 0);
	const [command, ...rest] = positionals;
	if (command === "explain") return explain(rest);
	if (command === "permission") return permission(rest, values);
	return check(values, positionals);
}

/** Lints, and writes or shows what is asked for. */
async function check(
	values: Values,
	paths: readonly string[],
): Promise<number> {
	const failOn = oneOf("--fail-on", values["fail-on"], [
		...worstFirst,
		"never",
	]);
	const when = oneOf("--color", values.color, ["auto", "always", "never"]);
	const outputs = readOutputs(values);
	if (values["write-baseline"] && paths.length > 0) {
		throw new UsageError(
			"--write-baseline takes no paths: it accepts all there is",
		);
	}
	const workingFolder = process.cwd();
	const request = {
		...toRequest(values, paths, workingFolder),
		...(await readChanges(values, workingFolder)),
	};
	const fixes = readFixes(values, request);
	const found = await run(request);
	await refuseReports(outputs, found, workingFolder);
	if (values["write-baseline"]) return writeBaseline(found, workingFolder);
	if (fixes && values.diff) await printDiff(found, fixes, usesColour(when));
	const fixed =
		fixes && !values.diff ? await writeFixes(found, fixes, request) : undefined;
	const result = fixed ? await run(request) : found;
	const shown = values.quiet ? onlyErrors(result.diagnostics) : undefined;
	await publish(
		outputs,
		{
			...result,
			diagnostics: shown ?? result.diagnostics,
			omitted: shown ? result.diagnostics.length - shown.length : 0,
			colour: usesColour(when),
			...(fixed && { fixed }),
		},
		workingFolder,
	);
	return reaches(result.diagnostics, failOn) ? 1 : 0;
}

/** No report takes the place of what it is about; asked before anything is written. */
async function refuseReports(
	outputs: readonly Output[],
	found: RunResult,
	workingFolder: string,
): Promise<void> {
	const files = outputs.flatMap(({ file }) => file ?? []);
	if (files.length === 0) return;
	const { refuseLinted } = await import("./report-files.ts");
	refuseLinted(files, found, { folder: workingFolder, workingFolder });
}

/** Writes the files first, all of them or none, so that nothing is printed where one cannot be written. */
async function publish(
	outputs: readonly Output[],
	report: Report,
	workingFolder: string,
): Promise<void> {
	const texts = await Promise.all(
		outputs.map(async ({ reporter, file }) => {
			const colour = file === undefined && report.colour;
			return { file, text: (await reporter())({ ...report, colour }) };
		}),
	);
	const files = texts.flatMap(({ file, text }) =>
		file === undefined
			? []
			: [{ path: resolve(workingFolder, file), file, text }],
	);
	if (files.length > 0) writeWhole(files);
	for (const { file, text } of texts) if (file === undefined) write(text);
}

function onlyErrors(diagnostics: readonly Diagnostic[]): Diagnostic[] {
	return diagnostics.filter(({ severity }) => severity === "error");
}

/** How to find out what has changed, if nothing else is to be reported. */
async function readChanges(
	values: Values,
	workingFolder: string,
): Promise<Pick<RunRequest, "findChanges">> {
	if (values.changed === undefined) return {};
	const other = ["fix", "diff", "write-baseline"] as const;
	const found = other.find((option) => values[option] !== undefined);
	if (found !== undefined) {
		throw new UsageError(
			`--changed and --${found} exclude each other: --changed is for reports`,
		);
	}
	const { changesSince } = await import("./changes-since.ts");
	return {
		findChanges: changesSince(values.changed || undefined, workingFolder),
	};
}

/** What is to be fixed; nothing for a run that only looks. */
function readFixes(
	values: Values,
	{ standardInput }: RunRequest,
): FixRequest | undefined {
	if (values.fix === undefined && !values.diff) return undefined;
	const sort = oneOf("--fix", values.fix ?? "safe", FIX_SORTS);
	if (values["write-baseline"]) {
		const option = values.diff ? "--diff" : "--fix";
		throw new UsageError(`${option} and --write-baseline exclude each other`);
	}
	if (standardInput && !values.diff) {
		throw new UsageError(
			"--fix cannot write the standard input; --diff shows what it would change",
		);
	}
	return { unsafe: sort === "unsafe", onlyErrors: values.quiet === true };
}

/** Shows what would be written. */
async function printDiff(
	found: RunResult,
	fixes: FixRequest,
	colour: boolean,
): Promise<void> {
	const { planFixes } = await import("./fix-command.ts");
	const { reportDiff } = await import("./reporters/diff.ts");
	const { changes, mask } = await planFixes(found, fixes);
	write(reportDiff(changes, { mask, colour }));
	if (changes.length === 0 && found.diagnostics.length > 0)
		process.stderr.write(`mcp-config-lint: ${emptyDiff(found, fixes)}\n`);
}

/** Why a diff is empty although there are problems: the exit status alone would be a riddle. */
function emptyDiff({ diagnostics }: RunResult, { unsafe }: FixRequest): string {
	const count = diagnostics.length;
	const problems = count === 1 ? "the 1 problem" : `the ${count} problems`;
	const others = unsafe ? 0 : countFixable(diagnostics, "unsafe");
	return others > 0
		? `--fix changes nothing; ${others === count ? "" : `${others} of `}${problems} can be fixed with --fix=unsafe`
		: `nothing to fix; ${problems} found ${count === 1 ? "needs" : "need"} a person, and a run without --diff shows ${count === 1 ? "it" : "them"}`;
}

/** Puts right what can be put right, and tells how much that was; nothing where there is nothing to do. */
async function writeFixes(
	found: RunResult,
	fixes: FixRequest,
	{ workingFolder }: RunRequest,
): Promise<Report["fixed"]> {
	const { planFixes, writePlan } = await import("./fix-command.ts");
	const plan = await planFixes(found, fixes);
	if (plan.changes.length === 0) return undefined;
	writePlan(plan, workingFolder);
	return { problems: plan.fixed, files: plan.changes.length };
}

/** Accepts everything that is found; where there is a baseline already, that one is written again. */
function writeBaseline(
	{ diagnostics, documents, mask }: RunResult,
	workingFolder: string,
): number {
	const path =
		findUpwards(BASELINE_FILE, workingFolder) ??
		join(workingFolder, BASELINE_FILE);
	if (dirname(path) !== workingFolder) {
		throw new UsageError(
			`the baseline is ${displayPath(workingFolder, path)}; write it from its folder`,
		);
	}
	const text = baselineText(diagnostics, documents, mask);
	writeWhole([{ path, file: BASELINE_FILE, text }]);
	const problems = plural(diagnostics.length, "problem");
	return print(`${BASELINE_FILE} accepts ${problems}.\n`, 0);
}

type Values = ReturnType<typeof readArguments>["values"];

function readArguments(given: readonly string[]) {
	const args = withDefaults(given);
	try {
		return parseArgs({
			args,
			options: OPTIONS,
			allowPositionals: true,
		});
	} catch (error) {
		throw new UsageError(describeArgumentError(error));
	}
}

/**
 * `--fix` alone is `--fix=safe`, and `--changed` alone names no commit: what comes after them is a path.
 * @throws UsageError where it is the name of a sort of fixes, which nobody calls a path
 */
function withDefaults(args: readonly string[]): string[] {
	const end = args.indexOf("--");
	return args.map((arg, index) => {
		if (end !== -1 && index > end) return arg;
		const next = args[index + 1] ?? "";
		if (arg === "--changed") {
			if (/^[^-]/.test(next) && pathSort(resolve(next)) === "nothing") {
				throw new UsageError(
					`there is no file or folder ${next}; write --changed=${next} if it is a commit`,
				);
			}
			return "--changed=";
		}
		if (arg !== "--fix") return arg;
		if (FIX_SORTS.some((sort) => sort === next)) {
			throw new UsageError(
				`write --fix=${next}; a path after --fix is written ./${next}`,
			);
		}
		return "--fix=safe";
	});
}

function describeArgumentError(error: unknown): string {
	const message = error instanceof Error ? error.message : String(error);
	const [, unknown] = /^Unknown option '([^']*)'/.exec(message) ?? [];
	if (!unknown) {
		const [, option = "an option"] =
			/^Option '(?:-\w, )?(--[\w-]+)/.exec(message) ?? [];
		return message.includes("does not take")
			? `${option} takes no value`
			: `${option} needs a value`;
	}
	const meant = nearest(
		unknown,
		Object.keys(OPTIONS).map((name) => `--${name}`),
	);
	return `there is no option ${unknown}${meant ? `; did you mean ${meant}?` : ""}`;
}

function toRequest(
	values: Values,
	positionals: readonly string[],
	workingFolder: string,
): RunRequest {
	const kind = values.kind === undefined ? undefined : kindById(values.kind);
	if (values.kind !== undefined && !kind) {
		throw new UsageError(
			`there is no kind ${quote(values.kind)}; --kind takes ${either(kinds.map(({ id }) => id))}`,
		);
	}
	if (values.config !== undefined && values["no-config"]) {
		throw new UsageError("--config and --no-config exclude each other");
	}
	const standardInput =
		positionals.includes("-") || values["stdin-filename"] !== undefined;
	if (standardInput && values["stdin-filename"] === undefined && !kind) {
		throw new UsageError("the standard input needs --stdin-filename or --kind");
	}
	const config = values["no-config"] ? false : values.config;
	return {
		workingFolder,
		paths: standardInput && positionals.length === 0 ? ["-"] : positionals,
		rules: Object.fromEntries((values.rule ?? []).map(readSeverity)),
		...(kind && { kind }),
		...(config !== undefined && { config }),
		...(values["write-baseline"] && { withoutBaseline: true }),
		...(values["force-exclude"] && { forceExclude: true }),
		...(values["user-settings"] !== undefined && {
			userSettings: values["user-settings"],
		}),
		...(standardInput && {
			standardInput: {
				file: values["stdin-filename"] ?? "stdin.json",
				text: readStandardInput(),
			},
		}),
	};
}

function readStandardInput(): string {
	try {
		return readFileSync(0, "utf8");
	} catch (error) {
		// what Windows says of an empty one
		if (Object(error).code === "EOF") return "";
		throw error;
	}
}

function readSeverity(option: string): [string, Severity | "off"] {
	const at = option.lastIndexOf("=");
	const id = option.slice(0, Math.max(at, 0));
	const severity = oneOf("--rule <id>=<severity>", option.slice(at + 1), [
		...worstFirst,
		"off",
	] as const);
	if (!ruleIds.includes(id)) throw new UsageError(noSuchRule(id));
	return [id, severity];
}

/** Where the reports go. What `--diff` shows takes the place of the one on the standard output. */
function readOutputs({ format, diff }: Values): Output[] {
	const outputs = (format ?? (diff ? [] : ["text"])).map(readOutput);
	const printed = outputs.filter(({ file }) => file === undefined);
	if (diff && printed.length > 0) {
		throw new UsageError(
			"--diff prints a diff and no report; write the report to a file with --format <name>=<file>",
		);
	}
	if (printed.length > 1) {
		throw new UsageError("only one --format can go to the standard output");
	}
	const paths = outputs.flatMap(({ file }) => file ?? []);
	const twice = paths.find((path, index) => {
		const same = (other: string) => resolve(other) === resolve(path);
		return paths.findIndex(same) < index;
	});
	if (twice !== undefined)
		throw new UsageError(`two reports cannot go to one file, ${quote(twice)}`);
	return outputs;
}

function readOutput(option: string): Output {
	const [name = "", ...rest] = option.split("=");
	const format = oneOf("--format", name, FORMATS);
	const file = rest.length === 0 ? undefined : rest.join("=");
	if (file === "") throw new UsageError(`--format ${name}= needs a file`);
	return { reporter: REPORTERS[format], file };
}

function oneOf<Choice extends string>(
	option: string,
	value: string,
	choices: readonly Choice[],
): Choice {
	const found = choices.find((choice) => choice === value);
	if (found === undefined)
		throw new UsageError(
			`${option} takes ${either(choices)}, not ${quote(value)}`,
		);
	return found;
}

async function explain(ids: readonly string[]): Promise<number> {
	const { explainAll, explainRule } = await import("./explain.ts");
	if (ids.length === 0) return print(explainAll(), 0);
	const texts = ids.map((id) => {
		const text = explainRule(id);
		if (text === undefined) throw new UsageError(noSuchRule(id));
		return text;
	});
	return print(texts.join("\n"), 0);
}

/** Says who decides about tool calls; 1 where one of them is not simply allowed. */
async function permission(
	texts: readonly string[],
	values: Values,
): Promise<number> {
	const format = oneOf(
		"--format",
		values.format?.at(-1) ?? "text",
		PERMISSION_FORMATS,
	);
	const { parseToolCall } = await import("./decisions/tool-call.ts");
	const { askPermissions } = await import("./permission-command.ts");
	if (texts.length === 0) {
		throw new UsageError(
			'permission takes tool calls, such as mcp__docs__search or "Bash(npm test)"',
		);
	}
	const calls = texts.map((text) => {
		const call = parseToolCall(text);
		if (!call)
			throw new UsageError(
				`${quote(text)} is no tool call; write Tool or "Tool(argument)"`,
			);
		return call;
	});
	const report = await askPermissions(calls, {
		workingFolder: process.cwd(),
		...(values["user-settings"] !== undefined && {
			userSettings: values["user-settings"],
		}),
	});
	write(
		format === "json"
			? (await import("./reporters/permission-json.ts")).reportPermissionJson(
					report,
				)
			: (await import("./reporters/permission-text.ts")).reportPermissionText(
					report,
				),
	);
	const isAllowed = report.decisions.every(
		({ outcome }) => outcome[report.mode] === "allow",
	);
	return isAllowed ? 0 : 1;
}

function noSuchRule(id: string): string {
	const meant = nearest(id, ruleIds);
	return `there is no rule ${quote(id)}; ${meant ? `did you mean ${quote(meant)}?` : '"explain" lists them'}`;
}

function usesColour(when: "auto" | "always" | "never"): boolean {
	if (when !== "auto") return when === "always";
	if (process.env.NO_COLOR || process.env.TERM === "dumb") return false;
	return fstatSync(STANDARD_OUTPUT).isCharacterDevice();
}

function print(text: string, status: number): number {
	write(text);
	return status;
}

/**
 * Writes everything, however slowly it is read. Node's own stream would cost a small run a tenth of its time.
 * A reader that has seen enough, such as `head`, is no failure.
 */
function write(text: string): void {
	const bytes = Buffer.from(text);
	for (let offset = 0; offset < bytes.length; ) {
		try {
			offset += writeSync(STANDARD_OUTPUT, bytes, offset);
		} catch (error) {
			const { code } = Object(error);
			if (code === "EPIPE" || code === "EOF") return;
			if (code !== "EAGAIN") throw writeError("the standard output", error);
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
		}
	}
}

main(process.argv.slice(2)).then(
	(status) => {
		process.exitCode = status;
	},
	(error) => {
		const hint = error instanceof UsageError ? " (see --help)" : "";
		process.stderr.write(`mcp-config-lint: ${failureLine(error)}${hint}\n`);
		process.exitCode = 2;
	},
);
