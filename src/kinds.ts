import type { ClientId } from "./clients.ts";

export type Scope = "managed" | "user" | "project" | "local";
export type SyntaxId = "json" | "jsonc";
export type SchemaId = "claude-mcp" | "claude-settings";

/** A sort of file that we lint, and how it is read. */
export interface DocumentKind {
	/** Stable; part of the JSON output and of `--kind`. */
	readonly id: string;
	/** What messages call it. */
	readonly title: string;
	/** The programs that read it. The first decides the effect of a problem; none: nobody reads it. */
	readonly clients: readonly ClientId[];
	readonly scope: Scope;
	/** Where it stands in a project: in the linted folder or any below. None: only linted when it is named. */
	readonly files: readonly string[];
	/** The same below the home folder, for a file that is named. */
	readonly homeFiles?: readonly string[];
	readonly syntax: SyntaxId;
	readonly schema?: SchemaId;
	/** Pointers of the objects that hold server declarations; `*` stands for any one key. */
	readonly servers?: readonly string[];
	/** It can hold hooks, under the key `hooks`. */
	readonly hooks?: boolean;
	/** The client also reads UTF-16 with a byte order mark, as PowerShell writes it. */
	readonly utf16?: boolean;
	/** The client drops only the wrong value, where it drops the file for other kinds. */
	readonly lenient?: boolean;
	/** Where the client would read such a file, for a kind that nobody reads. */
	readonly belongs?: string;
}

/** Sources: facts measured on Claude Code 2.1.329; what home and managed files do is from its documentation of 2026-08. */
export const kinds = [
	{
		id: "claude-mcp",
		title: "MCP server file",
		clients: ["claude-code", "visual-studio"],
		scope: "project",
		files: [".mcp.json"],
		syntax: "json",
		schema: "claude-mcp",
		servers: ["/mcpServers"],
	},
	{
		id: "claude-settings",
		title: "project settings",
		clients: ["claude-code"],
		scope: "project",
		files: [".claude/settings.json"],
		syntax: "json",
		schema: "claude-settings",
		hooks: true,
		utf16: true,
	},
	{
		id: "claude-settings-local",
		title: "local settings",
		clients: ["claude-code"],
		scope: "local",
		files: [".claude/settings.local.json"],
		syntax: "json",
		schema: "claude-settings",
		hooks: true,
		utf16: true,
	},
	{
		id: "claude-settings-user",
		title: "user settings",
		clients: ["claude-code"],
		scope: "user",
		files: [],
		homeFiles: [".claude/settings.json"],
		syntax: "json",
		schema: "claude-settings",
		hooks: true,
		utf16: true,
	},
	{
		id: "claude-settings-managed",
		title: "managed settings",
		clients: ["claude-code"],
		scope: "managed",
		files: ["managed-settings.json"],
		syntax: "json",
		schema: "claude-settings",
		hooks: true,
		utf16: true,
		lenient: true,
	},
	{
		id: "claude-mcp-managed",
		title: "managed MCP server file",
		clients: ["claude-code"],
		scope: "managed",
		files: ["managed-mcp.json"],
		syntax: "json",
		schema: "claude-mcp",
		servers: ["/mcpServers"],
	},
	{
		id: "claude-user-config",
		title: "user configuration",
		clients: ["claude-code"],
		scope: "user",
		files: [],
		homeFiles: [".claude.json"],
		syntax: "json",
		servers: ["/mcpServers", "/projects/*/mcpServers"],
	},
	{
		id: "claude-mcp-misplaced",
		title: "MCP server file in a folder where no client looks",
		clients: [],
		scope: "project",
		files: [".claude/.mcp.json", ".claude/mcp.json"],
		syntax: "json",
		belongs: ".mcp.json",
	},
] as const satisfies readonly DocumentKind[];

/** The kind with this id, or nothing. */
export function kindById(id: string): DocumentKind | undefined {
	return kinds.find((kind) => kind.id === id);
}

/** Every path, relative to a folder that is a project, where a kind is looked for. */
export function discoveryPlaces(): string[] {
	return kinds.flatMap(({ files }) => files);
}

/** What a file is by its place, the longest match first; nothing for a name that no kind has. `path` has forward slashes. */
export function kindByPath(
	path: string,
	home?: string,
): DocumentKind | undefined {
	const inHome = home === undefined ? undefined : pathBelow(path, home);
	const atHome = kinds.find(
		(kind) =>
			"homeFiles" in kind &&
			inHome !== undefined &&
			kind.homeFiles.some((file) => file === inHome),
	);
	if (atHome) return atHome;
	const matches = kinds.flatMap((kind: DocumentKind) =>
		kind.files
			.filter((place) => isAtPlace(path, place))
			.map((place) => ({ kind, length: place.length })),
	);
	return matches.sort((a, b) => b.length - a.length)[0]?.kind;
}

/** A guess for a file that has been named and whose name no kind has, by what it is called and what it holds. */
export function kindByContent(
	path: string,
	text: string,
): DocumentKind | undefined {
	const name = path.slice(path.lastIndexOf("/") + 1);
	if (/\bsettings\b.*\.json/i.test(name)) return kindById("claude-settings");
	if (/mcp/i.test(name) || /"(?:mcpServers|servers)"\s*:/.test(text))
		return kindById("claude-mcp");
	if (/"(?:permissions|hooks)"\s*:/.test(text))
		return kindById("claude-settings");
	return undefined;
}

/** How many folders above a file its project folder is: as many as its kind's path has. */
export function depthInProject(
	{ files, homeFiles = [] }: DocumentKind,
	path: string,
): number {
	const place = [...files, ...homeFiles].find(
		(candidate) => path === candidate || path.endsWith(`/${candidate}`),
	);
	return place === undefined ? 0 : place.split("/").length - 1;
}

/** Whether a path is this place or ends in it. Both have forward slashes. */
export function isAtPlace(path: string, place: string): boolean {
	return path === place || path.endsWith(`/${place}`);
}

function pathBelow(path: string, folder: string): string | undefined {
	return path.startsWith(`${folder}/`)
		? path.slice(folder.length + 1)
		: undefined;
}
