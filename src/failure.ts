import { printable } from "./reporters/printable.ts";
import { maskCredentials } from "./secrets/likely-credentials.ts";

/** A run that cannot be done, for a reason that is no bug. The message is one sentence. */
export class RunError extends Error {}

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
