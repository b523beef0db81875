import type { Client, ServerFields } from "./clients.ts";
import { writeReference } from "./references/write.ts";

/** What another client's key does there, and what does the same in a Claude Code file. */
export interface ForeignKey {
	/** Whose key it is. */
	readonly of: string;
	/** What to do instead in a file of Claude Code, as the end of a sentence. */
	readonly instead: string;
	/** The same in the file of any other client that has no name for it; absent where nothing does the same. `${VAR}` is written as that client does. */
	readonly elsewhere?: string;
	/** The key that is the same here, its values too. */
	readonly sameAs?: string;
	/** The field of a server that it is: each client has a name of its own for it. */
	readonly field?: keyof ServerFields;
	/** It holds servers, which each client reads from a key of its own. */
	readonly holdsServers?: true;
	/** It is no key of another client, and is only out of place in a file of ours. */
	readonly isOurs?: true;
	/** The value with which the key changes nothing anywhere. */
	readonly neutral?: unknown;
	/** Other people use the key for something else: it is this one only where its value names a tool. */
	readonly namesTools?: boolean;
}

/** What to do about a key in the file of another client than Claude Code, as the end of a sentence; nothing where only removing it helps. */
export function insteadIn(
	{ fields, serversKey, references }: Client,
	{ field, holdsServers, elsewhere }: ForeignKey,
): string | undefined {
	if (holdsServers) return `move its servers to "${serversKey}"`;
	const names = field && fields[field];
	const name = typeof names === "string" ? names : names?.[0];
	if (name !== undefined) return `name it "${name}"`;
	if (!elsewhere?.includes("${VAR}")) return elsewhere;
	// a reference says nothing to a client that replaces none
	if (!references?.fields.length) return undefined;
	return elsewhere.replace("${VAR}", writeReference(references, "VAR") ?? "");
}

type Place = "root" | "server" | "settings" | "agent" | "skill";

const approve =
	'allow its tools with "mcp__<server>__<tool>" under permissions.allow in .claude/settings.json';
const hide =
	'deny single tools with "mcp__<server>__<tool>" under permissions.deny in .claude/settings.json';
const disable = {
	instead:
		"remove the entry, or list the server under disabledMcpjsonServers in .claude/settings.json",
	elsewhere: "remove the server to switch it off",
};
const variables = {
	instead: 'list the variables under "env"',
	elsewhere: 'list the variables under "env"',
};

const named = {
	instead: 'name the transport in "type"',
	elsewhere: 'name the transport in "type"',
};

const OF_SETTINGS: ForeignKey = {
	of: "settings",
	instead: "move it to .claude/settings.json",
	isOurs: true,
};

const GRANT_IN_AGENT: ForeignKey = {
	of: "skills",
	instead:
		'name it "tools" (without "tools" the agent has every tool of the session)',
};
const GRANT_IN_SKILL: ForeignKey = {
	of: "agents",
	instead:
		'name it "allowed-tools", which lets these tools run without a question',
	namesTools: true,
};

/** Keys that Claude Code does not read and another client does, by where they stand. Sources: the clients' documentation, 2026. */
export const foreignKeys: Readonly<
	Record<Place, Readonly<Record<string, ForeignKey>>>
> = {
	root: {
		mcpServers: {
			of: "Claude Code and most others",
			instead: "move the servers",
			holdsServers: true,
		},
		servers: {
			of: "Visual Studio and VS Code",
			instead: 'name it "mcpServers"',
			holdsServers: true,
		},
		inputs: {
			of: "Visual Studio and VS Code",
			instead: "write ${VAR} and set the variable in the environment",
			elsewhere: "write ${VAR} and set the variable in the environment",
		},
		context_servers: {
			of: "Zed",
			instead: 'name it "mcpServers"',
			holdsServers: true,
		},
		mcp_servers: {
			of: "Codex CLI",
			instead: 'name it "mcpServers"',
			holdsServers: true,
		},
		mcp: {
			of: "opencode",
			instead: 'name it "mcpServers"',
			holdsServers: true,
		},
		permissions: OF_SETTINGS,
		hooks: OF_SETTINGS,
		env: OF_SETTINGS,
		enabledMcpjsonServers: OF_SETTINGS,
		enableAllProjectMcpServers: OF_SETTINGS,
	},
	server: {
		disabled: {
			of: "Cline, Windsurf and others",
			...disable,
			neutral: false,
		},
		enabled: { of: "Codex CLI and opencode", ...disable, neutral: true },
		autoApprove: {
			field: "approvedTools",
			of: "Cline and Kiro",
			instead: approve,
		},
		alwaysAllow: { field: "approvedTools", of: "Roo Code", instead: approve },
		trust: { of: "Gemini CLI", instead: approve, neutral: false },
		disabledTools: {
			field: "hiddenTools",
			of: "Roo Code and Windsurf",
			instead: hide,
		},
		disabled_tools: { field: "hiddenTools", of: "Codex CLI", instead: hide },
		excludeTools: { field: "hiddenTools", of: "Gemini CLI", instead: hide },
		includeTools: { field: "offeredTools", of: "Gemini CLI", instead: hide },
		enabled_tools: { field: "offeredTools", of: "Codex CLI", instead: hide },
		cwd: {
			of: "Gemini CLI and Copilot CLI",
			instead: "use absolute paths or ${CLAUDE_PROJECT_DIR:-.} in args",
			elsewhere: 'use absolute paths in "args"',
		},
		envFile: {
			of: "VS Code and Cursor",
			...variables,
		},
		env_file: { of: "others", ...variables },
		environment: {
			field: "env",
			of: "opencode",
			instead: 'name it "env"',
			sameAs: "env",
		},
		env_vars: {
			of: "Codex CLI",
			instead: 'write "env": { "NAME": "${NAME}" }',
			elsewhere: 'list them under "env", each as "VAR": "${VAR}"',
		},
		http_headers: {
			field: "headers",
			of: "Codex CLI",
			instead: 'name it "headers"',
			sameAs: "headers",
		},
		bearer_token_env_var: {
			of: "Codex CLI",
			instead: 'write "headers": { "Authorization": "Bearer ${NAME}" }',
			elsewhere: 'write "headers": { "Authorization": "Bearer ${VAR}" }',
		},
		env_http_headers: {
			of: "Codex CLI",
			instead: 'write "headers" with ${NAME} in the values',
			elsewhere: 'write "headers" with ${VAR} in the values',
		},
		http_headers_helper: {
			of: "Codex CLI",
			instead: 'name it "headersHelper"',
		},
		authorization_token: {
			of: "the Anthropic API",
			instead: 'write "headers": { "Authorization": "Bearer ${NAME}" }',
			elsewhere: 'write "headers": { "Authorization": "Bearer ${VAR}" }',
		},
		auth: { of: "Cursor", instead: 'use "oauth"' },
		startup_timeout_sec: {
			of: "Codex CLI",
			instead: "set MCP_TIMEOUT in the environment",
		},
		startup_timeout_ms: {
			of: "Codex CLI",
			instead: "set MCP_TIMEOUT in the environment",
		},
		tool_timeout_sec: {
			of: "Codex CLI",
			instead: 'write "timeout", in milliseconds',
		},
		serverUrl: { field: "url", of: "Windsurf", instead: 'name it "url"' },
		httpUrl: { field: "url", of: "Gemini CLI", instead: 'name it "url"' },
		uri: { field: "url", of: "Goose", instead: 'name it "url"' },
		arguments: {
			field: "args",
			of: "other clients",
			instead: 'name it "args"',
			sameAs: "args",
		},
		cmd: {
			field: "command",
			of: "Goose",
			instead: 'name it "command"',
			sameAs: "command",
		},
		transport: {
			of: "Cline",
			...named,
			neutral: "stdio",
		},
		transportType: { of: "Cline", ...named },
		headersHelper: { of: "Claude Code", instead: "remove it" },
		alwaysLoad: { of: "Claude Code", instead: "remove it", neutral: false },
		watchPaths: { of: "Roo Code", instead: "remove it" },
		gallery: { of: "VS Code", instead: "remove it" },
		dev: { of: "VS Code", instead: "remove it" },
		sandbox: { of: "VS Code", instead: "remove it" },
		sandboxEnabled: { of: "VS Code", instead: "remove it" },
		source: { of: "Zed", instead: "remove it" },
	},
	settings: {
		context_servers: { of: "Zed", instead: "declare the servers in .mcp.json" },
		servers: { of: "VS Code", instead: "declare the servers in .mcp.json" },
		mcp: {
			of: "opencode and Gemini CLI",
			instead: "declare the servers in .mcp.json",
		},
		allowedTools: {
			of: "Claude Code's command line",
			instead: "list the rules under permissions.allow",
		},
		disallowedTools: {
			of: "Claude Code's command line",
			instead: "list the rules under permissions.deny",
		},
		allow: {
			of: "the permissions object",
			instead: 'put it into "permissions"',
		},
		deny: {
			of: "the permissions object",
			instead: 'put it into "permissions"',
		},
		ask: { of: "the permissions object", instead: 'put it into "permissions"' },
		defaultMode: {
			of: "the permissions object",
			instead: 'put it into "permissions"',
		},
		additionalDirectories: {
			of: "the permissions object",
			instead: 'put it into "permissions"',
		},
		ignorePatterns: {
			of: "older versions",
			instead: 'deny reading with "Read(path)" under permissions.deny',
		},
		autoConnectIde: { of: "~/.claude.json", instead: "set it there" },
		autoInstallIdeExtension: { of: "~/.claude.json", instead: "set it there" },
		diffTool: { of: "~/.claude.json", instead: "set it there" },
		externalEditorContext: { of: "~/.claude.json", instead: "set it there" },
		permissionExplainerEnabled: {
			of: "~/.claude.json",
			instead: "set it there",
		},
		teammateDefaultModel: { of: "~/.claude.json", instead: "set it there" },
	},
	agent: {
		"allowed-tools": GRANT_IN_AGENT,
		allowedTools: GRANT_IN_AGENT,
		allowed_tools: GRANT_IN_AGENT,
	},
	skill: {
		tools: GRANT_IN_SKILL,
	},
};
