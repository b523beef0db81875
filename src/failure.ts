import { printable } from "./reporters/printable.ts";
import { RunError } from "./run-error.ts";
import { maskCredentials } from "./secrets/likely-credentials.ts";

/** One line for whatever went wrong with the run itself, with no credential in it and nothing that a terminal or a workflow runner acts on. */
export function failureLine(error: unknown): string {
	return printable(maskCredentials(describe(error)).replace(/\s+/g, " "));
}

function describe(error: unknown): string {
	if (error instanceof RunError) return error.message;
	const { message, cause } =
		error instanceof Error
			? error
			: { message: String(error), cause: undefined };
	const because = cause instanceof Error ? `: ${cause.message}` : "";
	return `this is a bug, please report it: ${message}${because}`;
}
