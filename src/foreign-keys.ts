/** What another client's key does there, and what does the same in a Claude Code file. For the files of other clients that is in their rows. */
export interface ForeignKey {
	/** Whose key it is. */
	readonly of: string;
	/** Whose it is where it holds a list. */
	readonly ofList?: string;
	/** What to do instead in a file of Claude Code, as the end of a sentence. */
	readonly instead: string;
	/** The field of a server that is the same, its values too: each client has a name of its own for it. */
	readonly sameAs?: "command" | "args" | "env" | "headers";
	/** It holds servers, which each client reads from a key of its own. */
	readonly holdsServers?: true;
	/** It is no key of another client, and is only out of place in a file of ours. */
	readonly isOurs?: true;
	/** The values with which the key changes nothing anywhere. */
	readonly neutral?: readonly unknown[];
	/** This other client reads the same file, so that the key may stand there for it; nothing is said where it changes nothing. */
	readonly isShared?: true;
	/** Other people use the key for something else: it is this one only where its value names a tool. */
	readonly namesTools?: boolean;
}

type Place = "root" | "server" | "oauth" | "settings" | "agent" | "skill";

const approve =
	'allow its tools with "mcp__<server>__<tool>" under permissions.allow in .claude/settings.json';
const hide =
	'deny single tools with "mcp__<server>__<tool>" under permissions.deny in .claude/settings.json';
const disable =
	"remove the entry, or list the server under disabledMcpjsonServers in .claude/settings.json";
const listVariables = 'list the variables under "env"';
const nameTransport = 'name the transport in "type"';

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
		},
		context_servers: {
			of: "Zed",
			instead: 'name it "mcpServers"',
			holdsServers: true,
		},
		mcp_servers: {
			of: "Codex CLI",
			ofList: "the Anthropic API",
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
		type: {
			of: "other clients",
			instead: "remove it",
			neutral: ["stdio", "http", "streamable-http", "streamable_http"],
		},
		args: { of: "other clients", instead: "remove it" },
		env: { of: "other clients", instead: "remove it", sameAs: "env" },
		headers: { of: "other clients", instead: "remove it", sameAs: "headers" },
		disabled: {
			of: "Cline, Windsurf and others",
			instead: disable,
			neutral: [false],
		},
		enabled: {
			of: "Codex CLI and opencode",
			instead: disable,
			neutral: [true],
		},
		autoApprove: {
			of: "Cline and Kiro",
			instead: approve,
		},
		alwaysAllow: { of: "Roo Code", instead: approve },
		trust: { of: "Gemini CLI", instead: approve, neutral: [false] },
		disabledTools: {
			of: "Roo Code and Windsurf",
			instead: hide,
		},
		disabled_tools: { of: "Codex CLI", instead: hide },
		excludeTools: { of: "Gemini CLI", instead: hide },
		includeTools: { of: "Gemini CLI", instead: hide },
		enabled_tools: { of: "Codex CLI", instead: hide },
		tools: { of: "Copilot CLI", instead: hide, neutral: ["*"], isShared: true },
		cwd: {
			of: "Gemini CLI and Copilot CLI",
			instead: "use absolute paths or ${CLAUDE_PROJECT_DIR:-.} in args",
		},
		envFile: {
			of: "VS Code and Cursor",
			instead: listVariables,
		},
		env_file: { of: "others", instead: listVariables },
		environment: {
			of: "opencode",
			instead: 'name it "env"',
			sameAs: "env",
		},
		env_vars: {
			of: "Codex CLI",
			instead: 'write "env": { "NAME": "${NAME}" }',
		},
		http_headers: {
			of: "Codex CLI",
			instead: 'name it "headers"',
			sameAs: "headers",
		},
		bearer_token_env_var: {
			of: "Codex CLI",
			instead: 'write "headers": { "Authorization": "Bearer ${NAME}" }',
		},
		env_http_headers: {
			of: "Codex CLI",
			instead: 'write "headers" with ${NAME} in the values',
		},
		http_headers_helper: {
			of: "Codex CLI",
			instead: 'name it "headersHelper"',
		},
		authorization_token: {
			of: "the Anthropic API",
			instead: 'write "headers": { "Authorization": "Bearer ${NAME}" }',
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
		serverUrl: { of: "Windsurf", instead: 'name it "url"' },
		httpUrl: { of: "Gemini CLI", instead: 'name it "url"' },
		uri: { of: "Goose", instead: 'name it "url"' },
		arguments: {
			of: "other clients",
			instead: 'name it "args"',
			sameAs: "args",
		},
		cmd: {
			of: "Goose",
			instead: 'name it "command"',
			sameAs: "command",
		},
		transport: {
			of: "Cline",
			instead: nameTransport,
			neutral: ["stdio"],
		},
		transportType: { of: "Cline", instead: nameTransport },
		headersHelper: { of: "Claude Code", instead: "remove it" },
		alwaysLoad: { of: "Claude Code", instead: "remove it", neutral: [false] },
		watchPaths: { of: "Roo Code", instead: "remove it" },
		gallery: { of: "VS Code", instead: "remove it" },
		dev: { of: "VS Code", instead: "remove it" },
		sandbox: { of: "VS Code", instead: "remove it" },
		sandboxEnabled: { of: "VS Code", instead: "remove it" },
		source: { of: "Zed", instead: "remove it" },
	},
	oauth: {
		clientSecret: {
			of: "Gemini CLI",
			instead:
				'have "claude mcp add --client-secret" ask for it and keep it in the keychain, or set MCP_CLIENT_SECRET for that command',
		},
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
