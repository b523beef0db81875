import {
	type Client,
	type ClientId,
	type clients,
	FIELDS,
	type ReferenceSyntax,
} from "./clients.ts";

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

/**
 * The clients that read files of their own. Sources. Copilot CLI 1.0.102 and Gemini CLI 0.61.0: measured. VS Code: its documentation of 2026-05. Cline, Roo Code and claude-code-action: their code of 2026. The others: their
 * documentation, read in 2026.
 */
export const otherClients: Readonly<
	Record<Exclude<ClientId, keyof typeof clients>, Client>
> = {
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
		fields: { ...FIELDS, approvedTools: "autoApprove" },
		transports: { stdio: "stdio", streamableHttp: "http", sse: "sse" },
		impliedTransports: { command: "stdio", url: "sse" },
		readsTransportKeys: true,
		references: EDITOR_REFERENCES,
	},
	"roo-code": {
		...COMMON,
		name: "Roo Code",
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
		fields: {
			...FIELDS,
			approvedTools: "autoApprove",
			hiddenTools: "disabledTools",
		},
		transports: { stdio: "stdio", http: "http", sse: "sse" },
		references: BRACES_IN_EDITOR,
	},
	// it reads the inputs of a step, and hands servers on to Claude Code
	"claude-code-action": {
		...COMMON,
		name: "claude-code-action",
		transports: {},
		impliedTransports: {},
	},
};
