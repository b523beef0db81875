import {
	type Client,
	type ClientId,
	type clients,
	FIELDS,
	type ReferenceSyntax,
} from "./clients.ts";
import { keyRemedies } from "./key-remedies.ts";

/** What is the same for all clients but those of which we know better. */
const COMMON = {
	isMeasured: false,
	hasSessions: false,
	fields: FIELDS,
	serversKey: "mcpServers",
	rootKeys: ["mcpServers"],
	impliedTransports: { command: "stdio", url: "http" },
	hostTransports: {},
	deprecatedTransports: {},
	reservedServers: [],
	toolNameLimit: 128,
	socketSchemes: [],
	readsTransportKeys: false,
} as const;

/** The fields in which editors replace references. */
const TEXT_FIELDS = ["command", "args", "env", "url", "headers"] as const;

/** How VS Code and the editors made of it write references. Of those that document fewer names nobody knows that they lack the others. */
const EDITOR_REFERENCES: ReferenceSyntax = {
	replaced: ["editor"],
	fields: TEXT_FIELDS,
	privateFields: [],
	form: "${env:NAME}",
	predefinedNames: [
		"workspaceFolder",
		"workspaceFolderBasename",
		"workspaceRoot",
		"userHome",
		"pathSeparator",
		"/",
	],
	lookups: {},
	unsetNames: {},
	pluginNames: [],
};

/** References of clients that write a variable as shells do, and also know the names of an editor. */
const BRACES_IN_EDITOR: ReferenceSyntax = {
	...EDITOR_REFERENCES,
	replaced: ["braces"],
	form: "${NAME}",
};

type OtherClientId = Exclude<ClientId, keyof typeof clients | "claude-plugin">;

/**
 * The clients that read files of their own. Sources. Copilot CLI 1.0.102, Gemini CLI 0.61.0, Codex CLI 0.169.0 and opencode 1.18.33: measured. VS Code: its documentation of 2026-05. Cline, Roo Code and claude-code-action: their code of 2026. The others: their
 * documentation, read in 2026.
 */
const rows: Readonly<Record<OtherClientId, Client>> = {
	"claude-desktop": {
		...COMMON,
		name: "Claude Desktop",
		transports: { stdio: "stdio" },
		impliedTransports: { command: "stdio" },
		remoteRemedy:
			'add it in the app under Settings > Connectors, or start a bridge: "command": "npx", "args": ["-y", "mcp-remote", "<url>"]',
		references: { ...EDITOR_REFERENCES, replaced: [], fields: [] },
	},
	"vs-code": {
		...COMMON,
		name: "VS Code",
		serversKey: "servers",
		rootKeys: ["servers", "inputs"],
		transports: { stdio: "stdio", http: "http", sse: "sse" },
		socketSchemes: ["unix:", "pipe:"],
		references: {
			...EDITOR_REFERENCES,
			lookups: { input: "inputs", config: undefined, command: undefined },
			// of a file that is open there is none when a server starts, but the names are known
			predefinedNames: [
				...EDITOR_REFERENCES.predefinedNames,
				"cwd",
				"execPath",
				"defaultBuildTask",
				"extensionInstallFolder",
				"file",
				"fileBasename",
				"fileBasenameNoExtension",
				"fileDirname",
				"fileDirnameBasename",
				"fileExtname",
				"fileWorkspaceFolder",
				"relativeFile",
				"relativeFileDirname",
				"lineNumber",
				"columnNumber",
				"selectedText",
			],
		},
	},
	"copilot-cli": {
		...COMMON,
		name: "Copilot CLI",
		offSwitch: '"disabled": true',
		isMeasured: true,
		fields: { ...FIELDS, offeredTools: "tools" },
		transports: {
			stdio: "stdio",
			local: "stdio",
			http: "http",
			"streamable-http": "http",
			sse: "sse",
		},
	},
	cursor: {
		...COMMON,
		name: "Cursor",
		transports: {
			stdio: "stdio",
			http: "http",
			sse: "sse",
			"streamable-http": "http",
			streamableHttp: "http",
		},
		references: EDITOR_REFERENCES,
	},
	windsurf: {
		...COMMON,
		name: "Windsurf",
		offSwitch: '"disabled": true',
		fields: {
			...FIELDS,
			url: ["serverUrl", "url"],
			hiddenTools: "disabledTools",
		},
		transports: {
			stdio: "stdio",
			http: "http",
			sse: "sse",
			"streamable-http": "http",
			streamableHttp: "http",
		},
		impliedTransports: { command: "stdio", serverUrl: "http", url: "http" },
		references: { ...EDITOR_REFERENCES, lookups: { file: undefined } },
	},
	"gemini-cli": {
		...COMMON,
		name: "Gemini CLI",
		isMeasured: true,
		fields: {
			...FIELDS,
			url: ["url", "httpUrl", "tcp"],
			hiddenTools: "excludeTools",
			offeredTools: "includeTools",
		},
		transports: { stdio: "stdio", http: "http", sse: "sse" },
		ignoresUnknownTypes: true,
		impliedTransports: {
			httpUrl: "http",
			// it tries one after the other
			url: "http",
			tcp: "ws",
			command: "stdio",
		},
		references: {
			replaced: ["braces", "dollar"],
			fields: TEXT_FIELDS,
			privateFields: [],
			form: "${NAME}",
			formWithDefault: "${NAME:-TEXT}",
			predefinedNames: [],
			lookups: {},
			unsetNames: {
				workspaceFolder: undefined,
				workspaceFolderBasename: undefined,
				workspaceRoot: undefined,
				userHome: "${HOME}",
				pathSeparator: "/",
				__dirname: undefined,
			},
			pluginNames: [],
		},
	},
	cline: {
		...COMMON,
		name: "Cline",
		offSwitch: '"disabled": true',
		fields: { ...FIELDS, approvedTools: "autoApprove" },
		transports: { stdio: "stdio", streamableHttp: "http", sse: "sse" },
		impliedTransports: { command: "stdio", url: "sse" },
		readsTransportKeys: true,
		references: EDITOR_REFERENCES,
	},
	"roo-code": {
		...COMMON,
		name: "Roo Code",
		offSwitch: '"disabled": true',
		fields: {
			...FIELDS,
			approvedTools: "alwaysAllow",
			hiddenTools: "disabledTools",
		},
		transports: { stdio: "stdio", "streamable-http": "http", sse: "sse" },
		impliedTransports: { command: "stdio" },
		references: EDITOR_REFERENCES,
	},
	kiro: {
		...COMMON,
		name: "Kiro",
		offSwitch: '"disabled": true',
		fields: {
			...FIELDS,
			approvedTools: "autoApprove",
			hiddenTools: "disabledTools",
		},
		transports: { stdio: "stdio", http: "http", sse: "sse" },
		references: BRACES_IN_EDITOR,
	},
	"amazon-q": {
		...COMMON,
		name: "Amazon Q",
		offSwitch: '"disabled": true',
		fields: {
			...FIELDS,
			approvedTools: "autoApprove",
			hiddenTools: "disabledTools",
		},
		transports: { stdio: "stdio", http: "http", sse: "sse" },
		references: BRACES_IN_EDITOR,
	},
	"codex-cli": {
		...COMMON,
		name: "Codex CLI",
		offSwitch: "enabled = false",
		isMeasured: true,
		serversKey: "mcp_servers",
		rootKeys: ["mcp_servers"],
		fields: {
			...FIELDS,
			headers: "http_headers",
			hiddenTools: "disabled_tools",
			offeredTools: "enabled_tools",
		},
		ignoresType: true,
		transports: {},
		references: {
			...EDITOR_REFERENCES,
			replaced: [],
			fields: [],
			byName: {
				env: 'name the variable in "env_vars"',
				headers:
					'name the variable in "bearer_token_env_var", or under the header in "env_http_headers"',
			},
		},
	},
	opencode: {
		...COMMON,
		name: "opencode",
		offSwitch: '"enabled": false',
		isMeasured: true,
		serversKey: "mcp",
		rootKeys: ["mcp"],
		fields: {
			...FIELDS,
			args: "command",
			isCommandList: true,
			env: "environment",
		},
		transports: { local: "stdio", remote: "http" },
		triedAfter: { sse: "http" },
		impliedTransports: {},
		references: {
			...EDITOR_REFERENCES,
			replaced: ["env-braces"],
			form: "{env:NAME}",
			predefinedNames: [],
		},
	},
	zed: {
		...COMMON,
		name: "Zed",
		serversKey: "context_servers",
		rootKeys: ["context_servers"],
		fields: {
			...FIELDS,
			inCommand: { command: "path", args: "args", env: "env" },
		},
		ignoresType: true,
		transports: {},
	},
	amp: {
		...COMMON,
		name: "Amp",
		serversKey: "amp.mcpServers",
		rootKeys: ["amp.mcpServers"],
		ignoresType: true,
		transports: {},
	},
	junie: {
		...COMMON,
		name: "Junie",
		transports: { stdio: "stdio", http: "http", sse: "sse" },
	},
	// what a page shows without saying for which client: all that some client reads is right
	"any-client": {
		...COMMON,
		name: "Every MCP client",
		hasUnknownTypes: true,
		isMeasured: true,
		rootKeys: ["mcpServers", "servers", "inputs"],
		fields: { ...FIELDS, url: ["url", "serverUrl", "httpUrl", "tcp"] },
		transports: {
			stdio: "stdio",
			local: "stdio",
			http: "http",
			"streamable-http": "http",
			streamableHttp: "http",
			sse: "sse",
			ws: "ws",
		},
		ignoresUnknownTypes: true,
		impliedTransports: {
			command: "stdio",
			url: "http",
			serverUrl: "http",
			httpUrl: "http",
			tcp: "ws",
		},
		socketSchemes: ["unix:", "pipe:"],
		readsTransportKeys: true,
	},
	// it reads the inputs of a step, and hands servers on to Claude Code
	"claude-code-action": {
		...COMMON,
		name: "claude-code-action",
		transports: {},
		impliedTransports: {},
	},
};

/** The clients that read files of their own, with what to do about the keys of the others. */
export const otherClients = Object.fromEntries(
	Object.entries(rows).map(([id, row]) => [
		id,
		{ ...row, keyRemedies: keyRemedies(row) },
	]),
) as Record<OtherClientId, Client>;
