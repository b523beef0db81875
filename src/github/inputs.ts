import type { Severity } from "../rule.ts";
import { RunError } from "../run-error.ts";
import { either, quote } from "../wording.ts";

/** What a workflow asks for. */
export interface Inputs {
	/** Files, folders and globs, relative to the working folder. */
	readonly paths: readonly string[];
	readonly config?: string;
	/** Whose configuration and baseline count in a pull request: the branch's that it goes to, or its own. */
	readonly configFrom: "base" | "head";
	readonly failOn: Severity | "never";
	readonly onlyChanged: "off" | "files" | "lines";
	/** Relative to the workspace. */
	readonly workingDirectory: string;
	/** Relative to the workspace, as other actions take it. */
	readonly sarifFile?: string;
	readonly checkRun: boolean;
	readonly review: boolean;
	readonly token: string;
}

/** An input cannot be used. The message is one sentence. */
export class InputError extends RunError {}

/**
 * Reads the inputs of the action.
 * @param get the value of an input as it was written, without white space around it; empty where there is none
 * @throws InputError on a value that it cannot have
 */
export function readInputs(get: (name: string) => string): Inputs {
	const config = get("config");
	const sarifFile = get("sarif-file");
	return {
		paths: lines(get("paths")),
		...(config && { config }),
		configFrom: oneOf("config-from", get("config-from"), ["base", "head"]),
		failOn: oneOf("fail-on", get("fail-on"), [
			"error",
			"warning",
			"info",
			"never",
		]),
		onlyChanged: oneOf("only-changed", get("only-changed"), [
			"off",
			"files",
			"lines",
		]),
		workingDirectory: get("working-directory") || ".",
		...(sarifFile && { sarifFile }),
		checkRun: isOn("check-run", get("check-run")),
		review: isOn("review", get("review")),
		token: get("token"),
	};
}

function lines(text: string): string[] {
	return text
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter((line) => line !== "");
}

/** One of some words; the first where nothing is written. */
function oneOf<Choice extends string>(
	name: string,
	value: string,
	choices: readonly [Choice, ...Choice[]],
): Choice {
	if (value === "") return choices[0];
	const found = choices.find((choice) => choice === value.toLowerCase());
	if (found === undefined) {
		throw new InputError(
			`the input ${name} takes ${either(choices)}, not ${quote(value)}`,
		);
	}
	return found;
}

function isOn(name: string, value: string): boolean {
	return oneOf(name, value, ["false", "true"]) === "true";
}
