import { posix } from "node:path";
import { type Document, isInEffect } from "../document.ts";
import type { Scope } from "../kinds.ts";
import type { Project } from "../project/project.ts";
import type { ServerDeclaration } from "../project/servers.ts";
import { stringItems, valueAt } from "../syntax/tree.ts";
import { type Mode, modes } from "./modes.ts";
import { type PermissionRule, readPermissionRules } from "./permission-rule.ts";

/** A session of the client in a folder: everything that decides what it may do. Paths are absolute, see `sessionPath`. */
export interface Session {
	/** Where it starts. */
	readonly folder: string;
	readonly home: string;
	/** The folders that it works in: its own and the additional ones. */
	readonly folders: readonly string[];
	/** The rules of all settings that are in effect. */
	readonly rules: readonly PermissionRule[];
	/** The mode that it starts in when no flag names one. */
	readonly startMode: Mode;
	/** The servers that it has, those of the folders above included. */
	readonly servers: readonly ServerDeclaration[];
}

/**
 * The session of somebody who starts the client in a project's folder and trusts it.
 * @param folder the absolute path of the project's folder
 */
export function createSession(
	project: Project,
	{ folder, home }: { readonly folder: string; readonly home: string },
): Session {
	const settings = [
		...project.inheritedSettings,
		...project.documents.filter(({ kind }) => kind.schema === "claude-settings"),
	].filter(isInEffect);
	const base = { folder: sessionPath(folder), home: sessionPath(home) };
	const additional = settings.flatMap(({ root }) =>
		stringItems(valueAt(root, "permissions", "additionalDirectories")).map(
			({ value }) => resolvePath(value, base),
		),
	);
	return {
		...base,
		folders: [base.folder, ...additional],
		rules: settings
			.flatMap(readPermissionRules)
			.filter(({ mistake }) => mistake === undefined),
		startMode: startModeOf(settings),
		servers: [...project.servers, ...project.inheritedServers],
	};
}

/** The modes that settings in a repository cannot choose. Source: measured on 2.1.329. */
const NOT_FROM_PROJECTS: readonly string[] = ["bypassPermissions", "auto"];

/** The mode of the settings that count most: managed, then local, project and user settings. */
function startModeOf(settings: readonly Document[]): Mode {
	const scopes: readonly Scope[] = ["managed", "local", "project", "user"];
	const chosen = scopes.flatMap((scope) =>
		settings
			.filter(({ kind }) => kind.scope === scope)
			.flatMap(({ root }) => {
				const value = valueAt(root, "permissions", "defaultMode");
				const mode = modes.find(
					(each) => value?.type === "string" && each === value.value,
				);
				const isOfProject = scope === "local" || scope === "project";
				return mode && !(isOfProject && NOT_FROM_PROJECTS.includes(mode))
					? [mode]
					: [];
			}),
	);
	return chosen[0] ?? "default";
}

/** An absolute path as the client compares it: with forward slashes, and a drive as the first folder (`C:\x` is `/c/x`). */
export function sessionPath(path: string): string {
	const [, drive, rest = ""] = /^([A-Za-z]):[\\/]*(.*)$/s.exec(path) ?? [];
	return drive === undefined
		? path
		: `/${drive.toLowerCase()}/${rest.replaceAll("\\", "/")}`;
}

/** The absolute path that is meant by one that may be relative to the session's folder or begin with `~`. */
export function resolvePath(
	path: string,
	{ folder, home }: Pick<Session, "folder" | "home">,
): string {
	const trimmed = path.trim();
	const absolute = /^~(?=\/|$)/.test(trimmed)
		? home + trimmed.slice(1)
		: sessionPath(trimmed);
	return posix.resolve(folder, absolute);
}

/** The way from a folder to what is in it; empty for the folder itself, nothing for what is outside. */
export function pathWithin(folder: string, path: string): string | undefined {
	const way = posix.relative(folder, path);
	return way === ".." || way.startsWith("../") ? undefined : way;
}

/** Whether a path lies in one of the folders that the session works in. */
export function isInWorkingFolder(
	path: string,
	{ folders }: Session,
): boolean {
	return folders.some((folder) => pathWithin(folder, path) !== undefined);
}
