import { posix } from "node:path";
import type { Behavior } from "../permissions/behavior.ts";
import type { PermissionRule } from "../permissions/permission-rule.ts";
import { hasOddName, isSensitivePath } from "../permissions/sensitive-paths.ts";
import {
	asked,
	findToolRule,
	type Judgement,
	judge,
	type MatchingRules,
} from "./judgement.ts";
import type { Mode, Outcome } from "./modes.ts";
import { findPathRule, type PathRuleTool } from "./path-rules.ts";
import { isInside, pathWithin, type Session } from "./session.ts";

/**
 * What becomes of reading a file.
 * @param names the file's absolute paths: the one that is asked for, and where symbolic links lead from there
 * Source: measured on 2.1.329.
 */
export function judgeRead(
	names: readonly string[],
	session: Session,
): Judgement {
	const find = (behavior: Behavior) =>
		findNamesRule(names, "Read", behavior, session) ??
		findToolRule("Read", behavior, session);
	const matching: MatchingRules = {
		deny: find("deny"),
		ask: find("ask"),
		allow: find("allow") ?? impliedByEdit(names, session),
	};
	const isOwn = names.every((name) => isOwnFile(name, session, "read"));
	const isBlocked = isBeyond(session.limits.read, names) && !isOwn;
	const isFree =
		names.every((name) => isInside(name, session.folders)) || isOwn;
	const isOdd =
		names.some(hasOddName) && !findToolRule("Read", "allow", session);
	return judge(matching, (mode, behavior) => {
		if (behavior === "deny" || isBlocked) return "deny";
		if (behavior === "ask") return asked(mode);
		if (isOdd && mode !== "bypassPermissions") return asked(mode);
		if (isFree || FREE_TO_READ.includes(mode)) return "allow";
		return behavior === "allow" ? "allow" : asked(mode);
	});
}

/** A deny or ask rule needs one of a file's names, an allow rule all of them. */
function findNamesRule(
	names: readonly string[],
	tool: PathRuleTool,
	behavior: Behavior,
	session: Session,
): PermissionRule | undefined {
	const found = names.map((name) =>
		findPathRule(name, tool, behavior, session),
	);
	if (behavior === "allow" && found.includes(undefined)) return undefined;
	return found.find((rule) => rule !== undefined);
}

/** The modes in which files anywhere are read without a question. */
const FREE_TO_READ: readonly Mode[] = ["bypassPermissions", "plan", "auto"];

/** A file that may be written may be read, if nothing says otherwise about writing it. */
function impliedByEdit(
	names: readonly string[],
	session: Session,
): PermissionRule | undefined {
	const isHeldBack =
		names.some(isSensitivePath) ||
		findNamesRule(names, "Edit", "ask", session) ||
		findNamesRule(names, "Edit", "deny", session);
	return isHeldBack
		? undefined
		: findNamesRule(names, "Edit", "allow", session);
}

/** The tools that write files; only rules about `Edit` are compared with paths, rules about a whole tool are about that tool alone. */
export type WritingTool = "Edit" | "Write" | "NotebookEdit";

/**
 * What becomes of writing a file.
 * @param names as for `judgeRead`
 * Source: measured on 2.1.329.
 */
export function judgeWrite(
	tool: WritingTool,
	names: readonly string[],
	session: Session,
): Judgement {
	const find = (behavior: Behavior) =>
		findNamesRule(names, "Edit", behavior, session) ??
		findToolRule(tool, behavior, session);
	const matching: MatchingRules = {
		deny:
			find("deny") ??
			(tool === "NotebookEdit" ? undefined : findReadDeny(names, session)),
		ask: find("ask"),
		allow: find("allow") ?? findEveryFileRule(tool, names, session),
	};
	const isIn = (name: string) => isInside(name, session.folders);
	const facts: FileFacts = {
		isRefused: names.some((name) => isSecretOfClient(name, session)),
		isBlocked: isBeyond(session.limits.write, names),
		isOwn: names.every((name) => isOwnFile(name, session, "write")),
		isGuarded:
			names.some((name) => isSensitivePath(name) || hasOddName(name)) ||
			names.some(isIn) !== names.every(isIn),
		isInside: names.every(isIn),
	};
	return judge(matching, (mode, behavior) => outcome(mode, behavior, facts));
}

/** What may not be read may not be written. */
function findReadDeny(
	names: readonly string[],
	session: Session,
): PermissionRule | undefined {
	return (
		findNamesRule(names, "Read", "deny", session) ??
		findToolRule("Read", "deny", session)
	);
}

/** An allow rule such as `Write(*)`, which is about the files in the working folders. */
function findEveryFileRule(
	tool: WritingTool,
	names: readonly string[],
	{ rules, folders }: Session,
): PermissionRule | undefined {
	if (!names.every((name) => isInside(name, folders))) return undefined;
	return rules.find(
		(rule) =>
			rule.behavior === "allow" && rule.tool === tool && rule.content === "*",
	);
}

interface FileFacts {
	/** The client never writes it for a model. */
	readonly isRefused: boolean;
	/** It lies outside what settings allow to write at all. */
	readonly isBlocked: boolean;
	/** It is one of the client's own working files. */
	readonly isOwn: boolean;
	/** No rule lifts the question before it is written: it is sensitive, or a link leads out of the working folders or into them. */
	readonly isGuarded: boolean;
	/** It lies in a folder that the session works in. */
	readonly isInside: boolean;
}

function outcome(
	mode: Mode,
	behavior: Behavior | "none",
	facts: FileFacts,
): Outcome {
	if (behavior === "deny" || facts.isRefused) return "deny";
	if (facts.isBlocked && !facts.isOwn) return "deny";
	if (behavior === "ask") return asked(mode);
	if (facts.isOwn || mode === "bypassPermissions") return "allow";
	// a safety check of the client decides, which nobody can foresee
	if (facts.isGuarded)
		return mode === "auto" || mode === "plan" ? "unknown" : asked(mode);
	if (mode === "plan") return "ask";
	const isAccepted = mode === "acceptEdits" || mode === "auto";
	if (behavior === "allow" || (isAccepted && facts.isInside)) return "allow";
	return mode === "auto" ? "unknown" : asked(mode);
}

function isBeyond(
	folders: readonly string[] | undefined,
	names: readonly string[],
): boolean {
	return (
		folders !== undefined && names.some((name) => !isInside(name, folders))
	);
}

/** Files of the client that no tool may write. Source: measured on 2.1.329. */
function isSecretOfClient(path: string, { home }: Session): boolean {
	const way = pathWithin(posix.join(home, ".claude"), path) ?? "";
	return (
		way === ".credentials.json" || /^(?:jobs|shell-snapshots)(?:\/|$)/.test(way)
	);
}

/** Files that the client keeps for itself and needs no rule for. Source: measured on 2.1.329. */
function isOwnFile(
	path: string,
	{ folder, home }: Session,
	access: "read" | "write",
): boolean {
	const clientFolder = posix.join(home, ".claude");
	const ownProject = posix.join(
		clientFolder,
		"projects",
		folder.replace(/[^A-Za-z0-9]/g, "-"),
	);
	const isWritable =
		isInside(path, [posix.join(ownProject, "memory")]) ||
		path === posix.join(folder, ".claude/launch.json") ||
		[
			posix.join(clientFolder, "agent-memory"),
			posix.join(folder, ".claude/agent-memory"),
			posix.join(folder, ".claude/agent-memory-local"),
		].some((memory) => isMemory(pathWithin(memory, path)));
	if (isWritable || access === "write") return isWritable;
	const readable = ["agent-memory", "tasks", "teams"].map((name) =>
		posix.join(clientFolder, name),
	);
	return isInside(path, [ownProject, ...readable]);
}

/** A file in the memory folder of one agent. */
function isMemory(way: string | undefined): boolean {
	return way?.includes("/") === true && !isSensitivePath(`/${way}`);
}
