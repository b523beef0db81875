import { posix } from "node:path";
import type { Document } from "../document.ts";
import {
	type PermissionRule,
	readPermissionRules,
} from "../permissions/permission-rule.ts";
import { readDisabled, refusalKey } from "../project/approvals.ts";
import { effectiveMode, isIgnoredMode } from "../project/default-mode.ts";
import type { Project } from "../project/project.ts";
import { findBlock, policyOf } from "../project/server-policy.ts";
import type { ServerDeclaration } from "../project/servers.ts";
import { settingsInEffect } from "../project/settings.ts";
import { type Node, stringItems, valueAt } from "../syntax/tree.ts";
import { type Mode, modes } from "./modes.ts";

/** A session of the client in a folder: everything that decides what it may do. Paths are absolute, see `sessionPath`. */
export interface Session {
	/** Where it starts. */
	readonly folder: string;
	readonly home: string;
	/** The folders that it works in: its own and the additional ones. */
	readonly folders: readonly string[];
	/** Where symbolic links lead, by the absolute path that is asked about. */
	readonly links: ReadonlyMap<string, string>;
	/** What may be read or written at all, whatever the rules say; nothing where no setting limits it. */
	readonly limits: {
		readonly read: readonly string[] | undefined;
		readonly write: readonly string[] | undefined;
	};
	/** The rules of all settings that are in effect. */
	readonly rules: readonly PermissionRule[];
	/** Modes that settings switch off. */
	readonly modesOff: ReadonlySet<Mode>;
	/** The normalised names of servers that settings refuse or block. */
	readonly serversOff: ReadonlySet<string>;
	/** The project's own skills and commands, by the name that a call uses. */
	readonly skills: ReadonlyMap<string, Skill>;
	/** The mode that it starts in when no flag names one. */
	readonly startMode: Mode;
	/** The servers that it has, those of the folders above included. */
	readonly servers: readonly ServerDeclaration[];
}

/** A skill or command, as far as it matters whether the client asks before it uses it. */
export interface Skill {
	/** It grants or takes away tools, or brings hooks. */
	readonly changesRights: boolean;
}

/** What a session has that no document says. */
export interface SessionPlace {
	/** The absolute path of the project's folder. */
	readonly folder: string;
	readonly home: string;
	readonly links?: ReadonlyMap<string, string>;
}

/**
 * The session of somebody who starts the client in a project's folder and trusts it.
 */
export function createSession(
	project: Project,
	{ folder, home, links = new Map() }: SessionPlace,
): Session {
	const settings = settingsInEffect(project);
	const base = { folder: sessionPath(folder), home: sessionPath(home) };
	const additional = settings.flatMap((document) =>
		additionalFolders(document, base),
	);
	const ofUser = settings
		.filter(({ kind }) => kind.scope === "user")
		.flatMap((document) => additionalFolders(document, base));
	const limitOf = (key: string) =>
		settings.some(({ root }) => isTrue(valueAt(root, "permissions", key)))
			? [base.folder, ...ofUser]
			: undefined;
	return {
		...base,
		links,
		folders: [base.folder, ...additional],
		limits: {
			read: limitOf("blockReadsOutsideWorkingDirectories"),
			write: limitOf("blockWritesOutsideWorkingDirectories"),
		},
		rules: settings
			.flatMap(readPermissionRules)
			.filter(({ mistake }) => mistake === undefined),
		startMode: startModeOf(project),
		modesOff: modesOff(settings),
		serversOff: serversOff(project, settings),
		skills: readSkills(project.documents),
		servers: [...project.servers, ...project.inheritedServers],
	};
}

/** The folders that settings add; the client takes no variables and no patterns in them. */
function additionalFolders(
	{ root }: Document,
	base: Pick<Session, "folder" | "home">,
): string[] {
	return stringItems(valueAt(root, "permissions", "additionalDirectories"))
		.filter(({ value }) => !/^\$|^\/\/|\*/.test(value))
		.map(({ value }) => resolvePath(value, base));
}

function isTrue(node: Node | undefined): boolean {
	return node?.type === "boolean" && node.value;
}

/** The keys of a skill whose values, if there are any, change what it may do. */
const RIGHTS = ["allowed-tools", "disallowed-tools", "hooks"];

/** Skills by the name of their folder and by the one that they give themselves, commands by their path. Source: measured on 2.1.329. */
function readSkills(documents: readonly Document[]): Map<string, Skill> {
	return new Map(
		documents.flatMap(({ file, kind, root }) => {
			if (!kind.invokedFrom) return [];
			const folder = `/${kind.invokedFrom}/`;
			const path = `/${file}`;
			const way = path.slice(path.lastIndexOf(folder) + folder.length);
			const name = way.replace(/(?:\/SKILL)?\.md$/, "").replaceAll("/", ":");
			const given = valueAt(root, "name");
			const skill = {
				changesRights: RIGHTS.some((key) => isFilled(valueAt(root, key))),
			};
			return [name, ...(given?.type === "string" ? [given.value] : [])].map(
				(each) => [each, skill] as const,
			);
		}),
	);
}

function isFilled(node: Node | undefined): boolean {
	switch (node?.type) {
		case "string":
			return node.value.trim() !== "";
		case "array":
			return node.items.length > 0;
		case "object":
			return node.properties.length > 0;
		default:
			return false;
	}
}

/** The mode that the strongest settings choose; one that they may not choose leaves the default, not what other settings say. */
function startModeOf(project: Project): Mode {
	const chosen = effectiveMode(project);
	if (!chosen) return "default";
	const { node, document } = chosen;
	const isIgnored = isIgnoredMode(node.value, document);
	const mode = modes.find((each) => each === node.value);
	return isIgnored || mode === undefined ? "default" : mode;
}

function serversOff(
	project: Project,
	settings: readonly Document[],
): Set<string> {
	const policy = policyOf(project);
	const servers = [...project.servers, ...project.inheritedServers];
	const loaded = new Set(
		servers
			.filter((server) => findBlock(server, policy) === undefined)
			.map(({ normalizedName }) => normalizedName),
	);
	const blocked = servers.filter(
		({ normalizedName }) => !loaded.has(normalizedName),
	);
	return new Set([
		...settings.flatMap(readDisabled).map(({ node }) => refusalKey(node.value)),
		...blocked.map(({ normalizedName }) => normalizedName),
	]);
}

/** Source: measured on 2.1.329. */
function modesOff(settings: readonly Document[]): Set<Mode> {
	const isOff = (...path: readonly string[]) =>
		settings.some(({ root }) => {
			const value = valueAt(root, ...path);
			return value?.type === "string" && value.value === "disable";
		});
	const off = new Set<Mode>();
	if (isOff("permissions", "disableBypassPermissionsMode"))
		off.add("bypassPermissions");
	if (isOff("disableAutoMode") || isOff("permissions", "disableAutoMode"))
		off.add("auto");
	return off;
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

/** The names of the file that is meant by a path: its absolute path, and where a symbolic link leads from there. */
export function fileNames(path: string, session: Session): string[] {
	const absolute = resolvePath(path, session);
	const target = session.links.get(absolute);
	return target === undefined ? [absolute] : [absolute, target];
}

/** The way from a folder to what is in it; empty for the folder itself, nothing for what is outside. */
export function pathWithin(folder: string, path: string): string | undefined {
	const way = posix.relative(folder, path);
	return way === ".." || way.startsWith("../") ? undefined : way;
}

/** Whether a path lies in one of these folders, or is one. */
export function isInside(path: string, folders: readonly string[]): boolean {
	return folders.some((folder) => pathWithin(folder, path) !== undefined);
}
