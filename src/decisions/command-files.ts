import { posix } from "node:path";
import type { PermissionRule } from "../permissions/permission-rule.ts";
import { isSensitivePath } from "../permissions/sensitive-paths.ts";
import { unwrapForFiles } from "./command-wrappers.ts";
import { isPrinting } from "./harmless-commands.ts";
import { findPathRule } from "./path-rules.ts";
import { isInside, resolvePath, type Session } from "./session.ts";
import type { ShellCommand } from "./shell-script.ts";

/** Commands whose arguments the client takes for files that are read. Source: measured on 2.1.329, as all of this page. */
const READERS = new Set(
	"ls cat head tail wc stat file find diff cmp sort cut base64 md5sum sha256sum strings od hexdump nl tac rev column paste comm jq grep egrep fgrep rg sed".split(
		" ",
	),
);

/** Commands of which only deny rules look at the files that are read. */
const DENIED_READERS = new Set([...READERS, "awk", "uniq", "cp", "mv"]);

/** Commands that write or remove the files they name. */
const WRITERS = new Set("touch mkdir rm rmdir mv cp tee".split(" "));

/** Commands whose first word that is no option is a pattern. */
const WITH_PATTERN = new Set([
	"grep",
	"egrep",
	"fgrep",
	"rg",
	"sed",
	"jq",
	"awk",
]);

/** Whether a program's arguments are files that it reads. */
export function isReader(program: string): boolean {
	return READERS.has(program);
}

/** A file that a command names. */
export interface CommandFile {
	/** As it is written, without quotes. */
	readonly text: string;
	/** Absolute. */
	readonly path: string;
}

/** What a command does with files, as far as the client can tell. */
export interface FileUse {
	/** What is run in the end, when everything that only starts it is taken away. */
	readonly program: string;
	/** Read, and looked at by every rule. */
	readonly read: readonly CommandFile[];
	/** Read, and looked at by deny rules. */
	readonly readable: readonly CommandFile[];
	/** Written by the command's arguments. */
	readonly written: readonly CommandFile[];
	/** Those that are asked about if they are sensitive: files that are written, and those that are copied as they are. */
	readonly guarded: readonly CommandFile[];
	/** Written by redirections. */
	readonly redirected: readonly CommandFile[];
	/** A name of a file holds what the client does not resolve, or files are copied or moved with options. */
	readonly isUnclear: boolean;
}

/** The files that a command names, looked at from the session's folder. */
export function filesOf(command: ShellCommand, session: Session): FileUse {
	const [program = "", ...args] = unwrapForFiles(
		command.words.map(({ value }) => value),
	);
	const operands = fileOperands(program, args);
	const toFile = (text: string): CommandFile => ({
		text,
		path: resolveShellPath(text, session),
	});
	const redirections = (access: "read" | "write") =>
		command.redirections.flatMap((each) =>
			each.access === access && each.file !== undefined
				? [toFile(each.file)]
				: [],
		);
	const isReading =
		READERS.has(program) || (program === "git" && args[0] === "diff");
	const isEditing = program === "sed" && !isPrinting(args);
	const input = redirections("read");
	const named = operands.map(toFile);
	const isMoving = /^(?:cp|mv)$/.test(program);
	const hasOptions = args.some((arg) => arg.startsWith("-"));
	// the target may be a folder, in which the files keep their names
	const target = operands.at(-1) ?? "";
	const moved = operands
		.slice(0, -1)
		.map((text) => toFile(posix.join(target, posix.basename(text))));
	const written =
		program === "cp"
			? [...named.slice(-1), ...moved]
			: WRITERS.has(program) || isEditing
				? named
				: [];
	return {
		program,
		read: [
			...(isReading && !isEditing ? named : []),
			...(program === "cp" ? named.slice(0, -1) : []),
			...input,
		],
		readable: [
			...(isReading || DENIED_READERS.has(program) || isEditing ? named : []),
			...input,
		],
		written,
		guarded:
			program !== "cp"
				? written
				: hasOptions
					? named.slice(-1)
					: [...named, ...moved],
		redirected: redirections("write"),
		isUnclear:
			(isMoving && hasOptions) ||
			((READERS.has(program) || program === "cd") &&
				operands.some((text) =>
					/[$`](?!HOME\b|PWD\b|\(\()|^~[^/]|[^./]\/(?:.*\/)?\.\.(?:\/|$)/.test(
						text,
					),
				)),
	};
}

function fileOperands(program: string, args: readonly string[]): string[] {
	if (program === "find") {
		const end = args.findIndex((arg) => /^[-(!]/.test(arg));
		return end === -1 ? [...args] : args.slice(0, end);
	}
	const isPatternGiven = args.some((arg) => /^-[ef]$/.test(arg));
	const operands = args.filter((arg) => !arg.startsWith("-"));
	return WITH_PATTERN.has(program) && !isPatternGiven
		? operands.slice(1)
		: operands;
}

/** An absolute path from a word of a command; patterns of file names stay as they are. */
export function resolveShellPath(text: string, session: Session): string {
	const expanded = text
		.replace(/^\$HOME(?=\/|$)/, session.home)
		.replace(/^\$PWD(?=\/|$)/, session.folder);
	return resolvePath(expanded, session);
}

/** The deny rule about one of the files that a command uses, or nothing. */
export function findFileDeny(
	{ readable, written, redirected }: FileUse,
	session: Session,
): PermissionRule | undefined {
	const find = (tool: "Read" | "Edit", files: readonly CommandFile[]) =>
		files
			.map(({ path }) => findPathRule(path, tool, "deny", session))
			.find((rule) => rule !== undefined);
	return find("Read", readable) ?? find("Edit", [...written, ...redirected]);
}

/** Whether everything that is read lies where reading needs no question. */
export function mayRead({ read }: FileUse, session: Session): boolean {
	return read.every(
		({ path }) =>
			isInside(path, session.folders) ||
			findPathRule(path, "Read", "allow", session) !== undefined,
	);
}

/** Whether every redirection goes to a file that an allow rule covers, or that is accepted because it lies in the working folders. */
export function mayRedirect(
	{ redirected }: FileUse,
	session: Session,
	isAccepting: boolean,
): boolean {
	return redirected.every(
		({ path }) =>
			findPathRule(path, "Edit", "allow", session) !== undefined ||
			(isAccepting && isInside(path, session.folders)),
	);
}

/** Whether everything that a command's arguments write lies in the working folders. */
export function writesInside({ written }: FileUse, session: Session): boolean {
	return written.every(({ path }) => isInside(path, session.folders));
}

/** Whether everything that a command's arguments write lies there, or an allow rule about editing covers it. */
export function mayWrite({ written }: FileUse, session: Session): boolean {
	return written.every(
		({ path }) =>
			isInside(path, session.folders) ||
			findPathRule(path, "Edit", "allow", session) !== undefined,
	);
}

/** Whether something is written that no rule lifts the question for. */
export function writesSensitive({ guarded, redirected }: FileUse): boolean {
	return [...guarded, ...redirected].some(({ path }) => isSensitivePath(path));
}

/** Whether a command removes so much that the client always asks. */
export function isDangerousRemoval(
	{ words }: ShellCommand,
	{ folder, home }: Session,
): boolean {
	const [program, ...args] = unwrapForFiles(words.map(({ value }) => value));
	if (program !== "rm" && program !== "rmdir") return false;
	return args
		.filter((value) => !value.startsWith("-"))
		.some((value) => {
			if (
				/^(?:\/|\/\*|~|~\/|~\/\*|\.|\.\/|\.\.|\.\.\/|\*|\.\/\*|\$\w+\/|\$HOME|\/tmp\/\*)$/.test(
					value,
				)
			)
				return true;
			const path = posix.resolve(folder, value.replace(/^~(?=\/|$)/, home));
			return path === folder || path === home || /^\/[^/*]+$/.test(path);
		});
}
