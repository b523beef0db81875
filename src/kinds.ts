import type { ClientId } from "./clients.ts";

export type Scope = "managed" | "user" | "project" | "local";
/** `container`: only the documents that stand in it are looked at. `embedded`: it stands in another file, which makes its tree. */
export type SyntaxId =
	| "json"
	| "jsonc"
	| "toml"
	| "front-matter"
	| "container"
	| "embedded";
/** Files that hold documents: what finds these in them. */
export type EmbeddedSearchId = "page" | "workflow" | "package-scripts";
/** The schemas of Claude Code's files. */
export type OwnSchemaId =
	| "claude-mcp"
	| "claude-settings"
	| "claude-agent"
	| "claude-skill"
	| "claude-plugin"
	| "plugin-mcp"
	| "plugin-hooks"
	| "claude-marketplace";
/** Those of the files of other clients. */
export type OtherSchemaId =
	| "claude-desktop"
	| "vs-code-mcp"
	| "copilot-mcp"
	| "copilot-user-mcp"
	| "cursor-mcp"
	| "windsurf-mcp"
	| "gemini-settings"
	| "cline-mcp"
	| "roo-mcp"
	| "kiro-mcp"
	| "codex-config"
	| "opencode-config"
	| "zed-settings"
	| "amp-settings"
	| "junie-mcp"
	| "github-claude-action"
	| "github-claude-v0-action"
	| "github-claude-base-action";
export type SchemaId = OwnSchemaId | OtherSchemaId;

/** A sort of file that we lint, and how it is read. */
export interface DocumentKind {
	/** Stable; part of the JSON output and of `--kind`. */
	readonly id: string;
	/** What messages call it. */
	readonly title: string;
	/** The programs that read it. The first decides the effect of a problem; none: nobody reads it. */
	readonly clients: readonly ClientId[];
	readonly scope: Scope;
	/**
	 * Where it stands in a project: in the linted folder or any below. None: only linted when it is named. In a pattern `*` stands for a part of a
	 * name, and a folder `**` for any number of folders.
	 */
	readonly files: readonly string[];
	/** The same below the home folder, for a file that is named. */
	readonly homeFiles?: readonly string[];
	/** The same below the folder of a plugin; what stands there outside of plugins is something else. */
	readonly pluginFiles?: readonly string[];
	readonly syntax: SyntaxId;
	readonly schema?: SchemaId;
	/** Pointers of the objects that hold server declarations; `*` stands for any one key, `-` for any item of a list. */
	readonly servers?: readonly string[];
	/** Without the key of the servers, they may stand at the root. */
	readonly bareServers?: boolean;
	/** Its servers are there for itself alone. */
	readonly privateServers?: boolean;
	/** It says what there is in a plugin, or in a collection of plugins, and the other files of these are found by it. */
	readonly isManifest?: true;
	/** A plugin, or a collection of plugins, brings it along: it has the plugin's variables, its servers have the plugin's name in front, and other programs that take plugins have keys of their own in it. */
	readonly isOfPlugin?: true;
	/** It is there to be copied and filled in; what it declares is nowhere yet. */
	readonly isExample?: boolean;
	/** The lists of tools that it can hold, by key. */
	readonly toolLists?: Readonly<Record<string, ToolListEffect>>;
	/** People and other programs put keys of their own beside those of the client. */
	readonly freeKeys?: boolean;
	/** Nobody knows all keys that its client reads: one that is not known may be read. */
	readonly hasUnknownKeys?: boolean;
	/** It is a skill or command that is called by its path below this folder. */
	readonly invokedFrom?: string;
	/** It is no configuration, and documents can stand in it: what finds them, and words of which each has one. */
	readonly embedded?: {
		readonly search: EmbeddedSearchId;
		readonly words: readonly string[];
	};
	/** What stands in it is there for people to copy; else it is what the client is started with in this project. */
	readonly isPage?: boolean;
	/** What stands for a secret called NAME in what stands in it, and is replaced before a client sees it. */
	readonly secretForm?: string;
	/** Servers that whoever reads it adds to the session. */
	readonly addedServers?: readonly string[];
	/** Where it does, it leaves out files with servers. Source: issues 1004 and 1544 of claude-code-action, which are open, and its code since 1.0.25. */
	readonly dropsServerFiles?: true;
	/** It can hold permission rules, under `permissions`. Where they are not checked, nobody is told that one is wrong. */
	readonly permissionRules?: "checked" | "unchecked";
	/** The keys whose texts name files, and the kind that each of these is. */
	readonly namedFiles?: Readonly<Record<string, string>>;
	/** It can hold hooks, under the key `hooks`. */
	readonly hooks?: boolean;
	/** The client also reads UTF-16 with a byte order mark, as PowerShell writes it. */
	readonly utf16?: boolean;
	/** The client drops only the wrong value, where it drops the file for other kinds. */
	readonly lenient?: boolean;
	/** What people call the files that they put among these for other people. Without front matter the client takes no other file for one of this kind. */
	readonly readmes?: readonly string[];
	/** Where the client would read such a file, for a kind that nobody reads. */
	readonly belongs?: string;
	/** What there is to move, for a kind that nobody reads. */
	readonly holds?: string;
}

/** What a list of tools does: an agent has only the tools that it grants, a skill may use them without asking; what is removed is taken away. */
export type ToolListEffect =
	| "agent-grant"
	| "agent-removal"
	| "skill-grant"
	| "skill-removal";

/** Skills and commands have the same. `disallowedTools` is another word for `disallowed-tools` there. Source: measured on 2.1.329. */
const SKILL_LISTS = {
	"allowed-tools": "skill-grant",
	"disallowed-tools": "skill-removal",
	disallowedTools: "skill-removal",
} as const;

/** What most files of other clients have in common. */
const OF_OTHERS = {
	scope: "project",
	syntax: "jsonc",
	servers: ["/mcpServers"],
	hasUnknownKeys: true,
} as const;

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
		id: "claude-mcp-example",
		title: "example of an MCP server file",
		clients: ["claude-code"],
		scope: "project",
		files: [
			".mcp.json.example",
			".mcp.example.json",
			".mcp.json.sample",
			".mcp.sample.json",
			".mcp.json.template",
			".mcp.template.json",
			".mcp.json.dist",
		],
		syntax: "json",
		schema: "claude-mcp",
		servers: ["/mcpServers"],
		isExample: true,
	},
	{
		id: "claude-settings",
		title: "project settings",
		clients: ["claude-code"],
		scope: "project",
		files: [".claude/settings.json"],
		syntax: "json",
		schema: "claude-settings",
		permissionRules: "checked",
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
		permissionRules: "checked",
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
		permissionRules: "checked",
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
		permissionRules: "checked",
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
		holds: "its servers",
	},
	{
		id: "claude-agent",
		title: "agent",
		clients: ["claude-code"],
		scope: "project",
		files: [".claude/agents/**/*.md"],
		syntax: "front-matter",
		schema: "claude-agent",
		servers: ["/mcpServers/-"],
		privateServers: true,
		toolLists: { tools: "agent-grant", disallowedTools: "agent-removal" },
		freeKeys: true,
		readmes: ["README.md"],
		hooks: true,
	},
	{
		id: "claude-skill",
		title: "skill",
		clients: ["claude-code"],
		scope: "project",
		files: [".claude/skills/*/SKILL.md"],
		invokedFrom: ".claude/skills",
		syntax: "front-matter",
		schema: "claude-skill",
		toolLists: SKILL_LISTS,
		freeKeys: true,
		hooks: true,
		lenient: true,
	},
	{
		id: "claude-command",
		title: "command",
		clients: ["claude-code"],
		scope: "project",
		files: [".claude/commands/**/*.md"],
		invokedFrom: ".claude/commands",
		syntax: "front-matter",
		schema: "claude-skill",
		toolLists: SKILL_LISTS,
		freeKeys: true,
		hooks: true,
		lenient: true,
	},
	{
		id: "claude-plugin",
		title: "manifest of a plugin",
		clients: ["claude-plugin"],
		isOfPlugin: true,
		scope: "project",
		files: [".claude-plugin/plugin.json"],
		syntax: "json",
		schema: "claude-plugin",
		servers: ["/mcpServers/-", "/mcpServers"],
		privateServers: true,
		isManifest: true,
		hooks: true,
	},
	{
		id: "claude-marketplace",
		title: "marketplace of plugins",
		clients: ["claude-plugin"],
		isOfPlugin: true,
		scope: "project",
		files: [".claude-plugin/marketplace.json"],
		syntax: "json",
		schema: "claude-marketplace",
		servers: ["/plugins/-/mcpServers", "/plugins/-/mcpServers/-"],
		privateServers: true,
		isManifest: true,
	},
	{
		id: "claude-plugin-mcp",
		title: "MCP server file of a plugin",
		clients: ["claude-plugin"],
		isOfPlugin: true,
		scope: "project",
		files: [],
		pluginFiles: [".mcp.json"],
		syntax: "json",
		schema: "plugin-mcp",
		servers: ["/mcpServers"],
		bareServers: true,
	},
	{
		id: "claude-plugin-servers",
		title: "MCP server file that a plugin names",
		clients: ["claude-plugin"],
		isOfPlugin: true,
		scope: "project",
		files: [],
		syntax: "json",
		schema: "plugin-mcp",
		servers: ["/mcpServers"],
		bareServers: true,
		privateServers: true,
	},
	{
		id: "claude-plugin-hooks",
		title: "hooks of a plugin",
		clients: ["claude-plugin"],
		isOfPlugin: true,
		scope: "project",
		files: [],
		pluginFiles: ["hooks/hooks.json"],
		syntax: "json",
		schema: "plugin-hooks",
		hooks: true,
	},
	{
		id: "claude-skill-misplaced",
		title: "skill outside of a folder of its own",
		clients: [],
		scope: "project",
		files: [".claude/skills/*.md"],
		syntax: "front-matter",
		belongs: ".claude/skills/<name>/SKILL.md",
		holds: "the skill",
	},
	{
		id: "page",
		title: "page",
		clients: [],
		scope: "project",
		files: [
			"README.md",
			"readme.md",
			"README.*.md",
			"docs/**/*.md",
			"docs/**/*.mdx",
		],
		syntax: "container",
		embedded: {
			search: "page",
			words: [
				'"mcpServers"',
				'"servers"',
				"claude mcp add",
				"claude -",
				".claude/settings",
			],
		},
		isPage: true,
	},
	{
		id: "workflow",
		title: "workflow",
		clients: [],
		scope: "project",
		files: [".github/workflows/*.yml", ".github/workflows/*.yaml"],
		syntax: "container",
		embedded: { search: "workflow", words: ["claude"] },
		secretForm: "${{ secrets.NAME }}",
	},
	{
		id: "composite-action",
		title: "composite action",
		clients: [],
		scope: "project",
		files: [
			"action.yml",
			"action.yaml",
			".github/actions/**/action.yml",
			".github/actions/**/action.yaml",
		],
		syntax: "container",
		embedded: { search: "workflow", words: ["claude"] },
	},
	{
		id: "package-scripts",
		title: "scripts of a package",
		clients: [],
		scope: "project",
		files: ["package.json"],
		syntax: "container",
		embedded: { search: "package-scripts", words: ["claude"] },
	},
	{
		...OF_OTHERS,
		id: "vs-code-mcp",
		title: "VS Code's MCP server file",
		clients: ["vs-code"],
		files: [".vscode/mcp.json"],
		homeFiles: [
			"Library/Application Support/Code/User/mcp.json",
			".config/Code/User/mcp.json",
			"AppData/Roaming/Code/User/mcp.json",
		],
		schema: "vs-code-mcp",
		servers: ["/servers"],
	},
	{
		...OF_OTHERS,
		id: "copilot-mcp",
		title: "Copilot CLI's MCP server file",
		clients: ["copilot-cli"],
		files: [".github/mcp.json"],
		schema: "copilot-mcp",
		bareServers: true,
	},
	{
		...OF_OTHERS,
		id: "copilot-user-mcp",
		title: "Copilot CLI's MCP server file of a user",
		clients: ["copilot-cli"],
		scope: "user",
		files: [".copilot/mcp-config.json"],
		schema: "copilot-user-mcp",
	},
	{
		...OF_OTHERS,
		id: "cursor-mcp",
		title: "Cursor's MCP server file",
		clients: ["cursor"],
		files: [".cursor/mcp.json"],
		schema: "cursor-mcp",
	},
	{
		...OF_OTHERS,
		id: "windsurf-mcp",
		title: "Windsurf's MCP server file",
		clients: ["windsurf"],
		scope: "user",
		files: [".codeium/windsurf/mcp_config.json"],
		schema: "windsurf-mcp",
	},
	{
		...OF_OTHERS,
		id: "claude-desktop",
		title: "Claude Desktop's configuration",
		clients: ["claude-desktop"],
		scope: "user",
		files: ["claude_desktop_config.json"],
		syntax: "json",
		schema: "claude-desktop",
	},
	{
		...OF_OTHERS,
		id: "gemini-settings",
		title: "Gemini CLI's settings",
		clients: ["gemini-cli"],
		files: [".gemini/settings.json"],
		schema: "gemini-settings",
	},
	{
		...OF_OTHERS,
		id: "cline-mcp",
		title: "Cline's MCP server file",
		clients: ["cline"],
		scope: "user",
		files: ["cline_mcp_settings.json"],
		homeFiles: [".cline/mcp.json"],
		schema: "cline-mcp",
	},
	{
		...OF_OTHERS,
		id: "roo-mcp",
		title: "Roo Code's MCP server file",
		clients: ["roo-code"],
		files: [".roo/mcp.json"],
		schema: "roo-mcp",
	},
	{
		...OF_OTHERS,
		id: "kiro-mcp",
		title: "Kiro's MCP server file",
		clients: ["kiro"],
		files: [".kiro/settings/mcp.json"],
		schema: "kiro-mcp",
	},
	{
		...OF_OTHERS,
		id: "amazon-q-mcp",
		title: "Amazon Q's MCP server file",
		clients: ["amazon-q"],
		files: [".amazonq/mcp.json"],
		homeFiles: [".aws/amazonq/mcp.json"],
		schema: "kiro-mcp",
	},
	{
		...OF_OTHERS,
		id: "codex-config",
		title: "Codex CLI's configuration",
		clients: ["codex-cli"],
		files: [".codex/config.toml"],
		syntax: "toml",
		schema: "codex-config",
		servers: ["/mcp_servers"],
	},
	{
		...OF_OTHERS,
		id: "opencode-config",
		title: "opencode's configuration",
		clients: ["opencode"],
		files: [
			".opencode/opencode.json",
			".opencode/opencode.jsonc",
			"opencode.json",
			"opencode.jsonc",
		],
		homeFiles: [
			".config/opencode/opencode.json",
			".config/opencode/opencode.jsonc",
		],
		schema: "opencode-config",
		servers: ["/mcp", "/mcp/servers"],
	},
	{
		...OF_OTHERS,
		id: "zed-settings",
		title: "Zed's settings",
		clients: ["zed"],
		files: [".zed/settings.json"],
		schema: "zed-settings",
		servers: ["/context_servers"],
	},
	{
		...OF_OTHERS,
		id: "amp-settings",
		title: "Amp's settings",
		clients: ["amp"],
		files: [".amp/settings.json"],
		schema: "amp-settings",
		servers: ["/amp.mcpServers"],
	},
	{
		...OF_OTHERS,
		id: "junie-mcp",
		title: "Junie's MCP server file",
		clients: ["junie"],
		files: [".junie/mcp/mcp.json"],
		schema: "junie-mcp",
	},
] as const satisfies readonly DocumentKind[];

/** The kind with this id, or nothing. */
export function kindById(id: string): DocumentKind | undefined {
	return kinds.find((kind) => kind.id === id);
}

/** Every path, relative to a folder that is a project, where a kind is looked for; some are patterns. */
export function discoveryPlaces(): string[] {
	return kinds.flatMap(({ files }) => files);
}

/** Those of them at which something can stand that other files of the project depend on. */
export function companionPlaces(): string[] {
	return kinds
		.filter((kind) => !("embedded" in kind))
		.flatMap(({ files }) => [...files])
		.filter((place) => !isPattern(place));
}

/** Whether a place is a pattern. What stands at such a place says nothing about other files. */
export function isPattern(place: string): boolean {
	return place.includes("*");
}

/**
 * What a file is by its place, the longest match first; nothing for a name that no kind has. Paths have forward slashes.
 * @param inHome the way to it from the home folder, if it is there
 */
export function kindByPath(
	path: string,
	inHome?: string,
): DocumentKind | undefined {
	const atHome = kinds.find(
		(kind) =>
			"homeFiles" in kind && kind.homeFiles.some((file) => file === inHome),
	);
	if (atHome) return atHome;
	const matches = kinds.flatMap((kind: DocumentKind) =>
		kind.files
			.filter((place) => isAtPlace(path, place))
			.map((place) => ({ kind, length: place.length })),
	);
	return matches.sort((a, b) => b.length - a.length)[0]?.kind;
}

/** What a file of a plugin is; nothing for what is no more there than elsewhere. @param way the way to it from the folder of the plugin */
export function kindInPlugin(way: string): DocumentKind | undefined {
	return kinds.find(({ pluginFiles = [] }: DocumentKind) =>
		pluginFiles.some((place) => placeMatches(way, place)),
	);
}

/** Every path below the folder of a plugin at which a kind is looked for; some are patterns. */
export function pluginPlaces(): string[] {
	return kinds.flatMap(({ pluginFiles = [] }: DocumentKind) => pluginFiles);
}

function placeMatches(way: string, place: string): boolean {
	return endAtPlace(way, place) === way;
}

/** A guess for a file that has been named and whose name no kind has, by what it is called and what it holds. */
export function kindByContent(
	path: string,
	text: string,
): DocumentKind | undefined {
	const name = path.slice(path.lastIndexOf("/") + 1);
	if (/\.(?:md|mdx|markdown)$/i.test(name)) return kindById("page");
	if (/\.ya?ml$/i.test(name))
		return /^(?:jobs|runs)[ \t]*:/m.test(text)
			? kindById("workflow")
			: undefined;
	if (/\bsettings\b.*\.json/i.test(name)) return kindById("claude-settings");
	if (/mcp/i.test(name) || /"(?:mcpServers|servers)"\s*:/.test(text))
		return kindById("claude-mcp");
	if (/"(?:permissions|hooks)"\s*:/.test(text))
		return kindById("claude-settings");
	return undefined;
}

/** How many folders above a file its project folder is: as many as its kind's path has. */
export function depthInProject(
	{ files, homeFiles = [], pluginFiles = [] }: DocumentKind,
	path: string,
): number {
	const [found] = [...files, ...homeFiles, ...pluginFiles].flatMap(
		(place) => endAtPlace(path, place) ?? [],
	);
	return found === undefined ? 0 : found.split("/").length - 1;
}

/** Whether a path is this place or ends in it. Both have forward slashes. */
export function isAtPlace(path: string, place: string): boolean {
	return endAtPlace(path, place) !== undefined;
}

/** The end of a path that is this place, the longest; nothing for a path that does not end in it. */
function endAtPlace(path: string, place: string): string | undefined {
	if (!isPattern(place)) {
		return path === place || path.endsWith(`/${place}`) ? place : undefined;
	}
	// making an expression costs a small run more than all else it does with paths
	const literalEnd = place.slice(place.lastIndexOf("*") + 1);
	if (!path.endsWith(literalEnd)) return undefined;
	return patternOf(place).exec(path)?.groups?.end;
}

const patterns = new Map<string, RegExp>();

/** A pattern as a regular expression that matches the end of a path. */
function patternOf(place: string): RegExp {
	const known = patterns.get(place);
	if (known) return known;
	const pattern = new RegExp(`(?:^|/)(?<end>${placeExpression(place)})$`);
	patterns.set(place, pattern);
	return pattern;
}

/** A place as a regular expression for a path relative to the project, of a form that every language reads alike. */
export function placeExpression(place: string): string {
	return place
		.replace(/[.+?^${}()|[\]\\]/g, "\\$&")
		.replace(/\*\*\/|\*/g, (star) => (star === "*" ? "[^/]*" : "(?:[^/]+/)*"));
}
