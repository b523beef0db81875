import { posix } from "node:path";
import {
	asked,
	findToolRule,
	type Judgement,
	judge,
	type MatchingRules,
} from "./judgement.ts";
import type { Mode, Outcome } from "./modes.ts";
import type { Behavior } from "./permission-rule.ts";
import { findPathRule } from "./path-rules.ts";
import { isSensitivePath } from "./sensitive-paths.ts";
import {
	isInWorkingFolder,
	pathWithin,
	resolvePath,
	type Session,
} from "./session.ts";

/** What becomes of reading a file. Source: measured on 2.1.329. */
export function judgeRead(argument: string, session: Session): Judgement {
	const path = resolvePath(argument, session);
	const deny = findToolRule("Read", "deny", session) ?? readRule(path, "deny", session);
	const ask = findToolRule("Read", "ask", session) ?? readRule(path, "ask", session);
	const allow =
		readRule(path, "allow", session) ??
		findToolRule("Read", "allow", session) ??
		impliedByEdit(path, session);
	const isFree =
		isInWorkingFolder(path, session) || isOwnFile(path, session, "read");
	return judge({ deny, ask, allow }, (mode, behavior) => {
		if (behavior === "deny") return "deny";
		if (behavior === "ask") return asked(mode);
		if (behavior === "allow" || isFree) return "allow";
		return mode === "bypassPermissions" || mode === "plan" || mode === "auto"
			? "allow"
			: asked(mode);
	});
}

function readRule(path: string, behavior: Behavior, session: Session) {
	return findPathRule(path, "Read", behavior, session);
}

/** A file that may be written may be read, if nothing says otherwise about writing it. */
function impliedByEdit(path: string, session: Session) {
	const isHeldBack =
		isSensitivePath(path) ||
		findPathRule(path, "Edit", "ask", session) ||
		findPathRule(path, "Edit", "deny", session);
	return isHeldBack ? undefined : findPathRule(path, "Edit", "allow", session);
}

/** The tools that write files; only rules about `Edit` are compared with paths, rules about a whole tool are about that tool alone. */
export type WritingTool = "Edit" | "Write" | "NotebookEdit";

/** What becomes of writing a file. Source: measured on 2.1.329. */
export function judgeWrite(
	tool: WritingTool,
	argument: string,
	session: Session,
): Judgement {
	const path = resolvePath(argument, session);
	const matching: MatchingRules = {
		deny:
			findToolRule(tool, "deny", session) ??
			findPathRule(path, "Edit", "deny", session) ??
			(tool === "NotebookEdit" ? undefined : readRule(path, "deny", session)),
		ask:
			findPathRule(path, "Edit", "ask", session) ??
			findToolRule(tool, "ask", session),
		allow:
			findPathRule(path, "Edit", "allow", session) ??
			findToolRule(tool, "allow", session),
	};
	const facts = {
		isOwn: isOwnFile(path, session, "write"),
		isSensitive: isSensitivePath(path),
		isInside: isInWorkingFolder(path, session),
	};
	return judge(matching, (mode, behavior) => outcome(mode, behavior, facts));
}

interface FileFacts {
	/** It is one of the client's own working files. */
	readonly isOwn: boolean;
	readonly isSensitive: boolean;
	/** It lies in a folder that the session works in. */
	readonly isInside: boolean;
}

function outcome(
	mode: Mode,
	behavior: Behavior | "none",
	{ isOwn, isSensitive, isInside }: FileFacts,
): Outcome {
	if (behavior === "deny") return "deny";
	if (behavior === "ask") return asked(mode);
	if (isOwn || mode === "bypassPermissions") return "allow";
	if (isSensitive || mode === "plan") return asked(mode);
	const isAccepted = (mode === "acceptEdits" || mode === "auto") && isInside;
	return behavior === "allow" || isAccepted ? "allow" : asked(mode);
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
		pathWithin(posix.join(ownProject, "memory"), path) !== undefined ||
		path === posix.join(folder, ".claude/launch.json") ||
		[
			posix.join(clientFolder, "agent-memory"),
			posix.join(folder, ".claude/agent-memory"),
			posix.join(folder, ".claude/agent-memory-local"),
		].some((memory) => isMemory(pathWithin(memory, path)));
	if (isWritable || access === "write") return isWritable;
	return [
		ownProject,
		...["agent-memory", "tasks", "teams"].map((name) =>
			posix.join(clientFolder, name),
		),
	].some((own) => pathWithin(own, path) !== undefined);
}

/** A file in the memory folder of one agent. */
function isMemory(way: string | undefined): boolean {
	return way?.includes("/") === true && !isSensitivePath(`/${way}`);
}
