import type { EmbeddedSource } from "./embedded-source.ts";
import type { InnerText } from "./inner-text.ts";

/** A file in which commands stand, and what numbers the sessions in it: each call gives the next. */
export interface CommandHolder {
	readonly file: string;
	readonly nextSession: () => number;
}

/** The shells whose rules of quotes and continued lines we know. */
export type Shell = "posix" | "powershell";

/** What the `claude …` commands of a shell script add, pass and allow; each command is a session of its own. */
export function findInScript(
	_script: InnerText,
	_shell: Shell,
	_holder: CommandHolder,
): EmbeddedSource[] {
	return [];
}

/** The same for arguments alone, split as the action claude-code-action splits its input `claude_args`. */
export function findInArguments(
	_args: InnerText,
	_session: number,
	_holder: CommandHolder,
): EmbeddedSource[] {
	return [];
}
