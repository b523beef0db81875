import type { Document } from "../document.ts";
import { groupBy, holdersByName } from "../embedded/document-index.ts";
import { depthInProject } from "../kinds.ts";
import { isOutside } from "../paths.ts";
import {
	type PermissionRule,
	readPermissionRules,
} from "../permissions/permission-rule.ts";
import { readToolLists, type ToolList } from "../permissions/tool-list.ts";
import { type HookGroup, readHooks } from "./hooks.ts";
import { readServers, type ServerDeclaration } from "./servers.ts";
import { noSurroundings, type Surroundings } from "./surroundings.ts";

/**
 * A session folder as the client sees it: the documents that lie in it, and what it inherits from the folders above.
 * A document belongs to exactly one project.
 */
export interface Project {
	/** Relative to the working directory; empty for the working directory itself. */
	readonly folder: string;
	readonly documents: readonly Document[];
	/** The servers that this project's own documents declare, for whichever client. */
	readonly declaredServers: readonly ServerDeclaration[];
	/** Those of them that a session has; those that an agent brings along are there for it alone (`isPrivate`). */
	readonly servers: readonly ServerDeclaration[];
	/** The servers of the folders above that no nearer declaration hides. */
	readonly inheritedServers: readonly ServerDeclaration[];
	/** The settings of other folders that count here as well: of the user, of the machine, and the local ones of the repository's top folder. */
	readonly inheritedSettings: readonly Document[];
	/** The permission rules of this project's own documents. */
	readonly permissions: readonly PermissionRule[];
	readonly hooks: readonly HookGroup[];
	/** The tools that agents, skills and commands are given, or that are taken away from them. */
	readonly toolLists: readonly ToolList[];
	/** The servers that the other documents in the same file declare: whoever follows a page may end up with any of them, and one command may add what the next one uses. */
	readonly pageServers: readonly ServerDeclaration[];
	/** The permission rules that they show. */
	readonly pagePermissions: readonly PermissionRule[];
	readonly surroundings: Surroundings;
}

/** Sorts documents into projects, from the outermost folder in. */
export function createProjects(
	documents: readonly Document[],
	surroundings: Surroundings = noSurroundings,
): Project[] {
	const byFolder = groupBy(
		documents.filter(({ container }) => !container),
		projectFolder,
	);
	const shared = documents.filter((document) =>
		isShared(document, surroundings),
	);
	const projects = new Map<string, Project>();
	const folders = [...byFolder.keys()].sort((a, b) => depthOf(a) - depthOf(b));
	for (const folder of folders) {
		const own = byFolder.get(folder) ?? [];
		projects.set(
			folder,
			createProject(folder, own, {
				above: nearestAbove(projects, folder),
				shared: shared.filter((document) => !own.includes(document)),
				surroundings,
			}),
		);
	}
	const holders = holdersByName(documents);
	const embedded = documents.filter(({ container }) => container);
	const sessions = [...groupBy(embedded, ({ file }) => file)].flatMap(
		([file, inFile]) => {
			const holder = holders.get(file);
			const folder = holder ? projectFolder(holder) : "";
			const examples = inFile.map(readExample);
			return [
				...groupBy(inFile, ({ session = 0 }) => `${session}`).values(),
			].map((own) =>
				createSession(own, {
					...{ folder, examples, projects, shared, surroundings },
				}),
			);
		},
	);
	return [...projects.values(), ...sessions];
}

/** What a document in another file shows to those in the same file; it is read once, because a page can have a thousand. */
interface Example {
	readonly document: Document;
	readonly servers: readonly ServerDeclaration[];
	readonly permissions: readonly PermissionRule[];
}

function readExample(document: Document): Example {
	return {
		document,
		servers: readServers(document).filter(({ client }) => client.hasSessions),
		permissions: readPermissionRules(document),
	};
}

/** What documents that stand in another file are compared with. */
interface SessionSurroundings {
	/** The folder in which such a session starts. */
	readonly folder: string;
	/** All that stands in the file. */
	readonly examples: readonly Example[];
	readonly projects: ReadonlyMap<string, Project>;
	readonly shared: readonly Document[];
	readonly surroundings: Surroundings;
}

/** The project of documents that stand in another file. A session that is started there has the project around it; an example on a page knows nothing but the page. */
function createSession(
	own: readonly Document[],
	{ folder, examples, projects, shared, surroundings }: SessionSurroundings,
): Project {
	const others = examples.filter(({ document }) => !own.includes(document));
	const page = {
		pageServers: others.flatMap(({ servers }) => servers),
		pagePermissions: others.flatMap(({ permissions }) => permissions),
	};
	if (own[0]?.isOnPage) {
		const around = { above: undefined, shared: [], surroundings };
		return { ...createProject(folder, own, around), ...page };
	}
	const above = projects.get(folder);
	const settings = [
		...(above?.documents ?? []).filter(
			({ kind }) => kind.schema === "claude-settings",
		),
		...shared,
	];
	const around = { above, shared: [...new Set(settings)], surroundings };
	return { ...createProject(folder, own, around), ...page };
}

/** The project of the working directory; without anything of its own where no document lies in it. */
export function workingProject(
	documents: readonly Document[],
	surroundings: Partial<Surroundings>,
): Project {
	const known = { ...noSurroundings, ...surroundings };
	const shared = documents.filter((document) => isShared(document, known));
	return (
		createProjects(documents, known).find(({ folder }) => folder === "") ??
		createProject("", [], { above: undefined, shared, surroundings: known })
	);
}

interface Around {
	readonly above: Project | undefined;
	/** The settings that count in every project. */
	readonly shared: readonly Document[];
	readonly surroundings: Surroundings;
}

/**
 * Whether settings count wherever a session starts.
 * Source: Claude Code's documentation of its settings (2026-08), and 2.1.329 for the local settings of the repository's top folder.
 */
function isShared(document: Document, { repository }: Surroundings): boolean {
	const { schema, scope } = document.kind;
	if (schema !== "claude-settings" || document.container) return false;
	if (scope === "user" || scope === "managed") return true;
	return scope === "local" && projectFolder(document) === repository;
}

function createProject(
	folder: string,
	documents: readonly Document[],
	{ above, shared, surroundings }: Around,
): Project {
	const declaredServers = documents.flatMap(readServers);
	const servers = declaredServers.filter(({ client }) => client.hasSessions);
	const own = new Set(
		servers.filter(({ isPrivate }) => !isPrivate).map(({ name }) => name),
	);
	const inherited = [
		...(above?.servers ?? []),
		...(above?.inheritedServers ?? []),
	];
	return {
		folder,
		documents,
		declaredServers,
		servers,
		inheritedServers: inherited.filter(
			({ name, document, isPrivate }) =>
				document.kind.scope === "project" && !isPrivate && !own.has(name),
		),
		inheritedSettings: shared,
		permissions: documents.flatMap(readPermissionRules),
		hooks: documents.flatMap(readHooks),
		toolLists: documents.flatMap(readToolLists),
		pageServers: [],
		pagePermissions: [],
		surroundings,
	};
}

/** The folder in which a session must start for this file to count. */
export function projectFolder({ file, kind }: Document): string {
	const parts = file.split("/");
	return parts
		.slice(0, Math.max(parts.length - 1 - depthInProject(kind, file), 0))
		.join("/");
}

/** The working directory has nothing above it that we know; neither have folders that are outside of it. */
function nearestAbove(
	projects: ReadonlyMap<string, Project>,
	folder: string,
): Project | undefined {
	let above = folder;
	while (!isOutside(above)) {
		above = above.includes("/") ? above.slice(0, above.lastIndexOf("/")) : "";
		const project = projects.get(above);
		if (project) return project;
	}
	return undefined;
}

function depthOf(folder: string): number {
	return folder === "" ? 0 : folder.split("/").length;
}

/** What messages call the program that decides what becomes of a document. */
export function readerOf({ readers: [first] }: Document): string {
	return first?.name ?? "No client";
}
