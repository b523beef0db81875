import type { Reference, Spelling } from "./references/scan.ts";

export type ClientId =
	| "claude-code"
	| "visual-studio"
	| "claude-desktop"
	| "vs-code"
	| "copilot-cli"
	| "cursor"
	| "windsurf"
	| "gemini-cli"
	| "cline"
	| "roo-code"
	| "kiro"
	| "amazon-q";

/** How a server is reached. */
export type Transport = "stdio" | "http" | "sse" | "ws";

/** A place in which people write references: a text of a server, or a variable of the settings. */
export type ReferenceField =
	| "command"
	| "args"
	| "env"
	| "url"
	| "headers"
	| "headersHelper"
	| "oauth"
	| "name"
	| "env-name"
	| "header-name"
	| "settings-env";

/** What a client makes of references to environment variables. */
export interface ReferenceSyntax {
	/** The spellings that it replaces by the value of a variable. */
	readonly replaced: readonly Spelling[];
	/** The places in which it does so. */
	readonly fields: readonly ReferenceField[];
	/** The same for a server that an agent brings along. */
	readonly privateFields: readonly ReferenceField[];
	/** How a reference to `NAME` is written, and how one with the default `TEXT`, where there are defaults. */
	readonly form: string;
	readonly formWithDefault?: string;
	/** Names that other programs know, or this one elsewhere, and that are no variables here; and what does the same, where something does. */
	readonly unsetNames: Readonly<Record<string, string | undefined>>;
	/** Names in braces that it replaces by something else than a variable, also with a colon and a word behind them. */
	readonly predefinedNames: readonly string[];
	/** What it looks up elsewhere, by the word before the colon: `${input:id}`. For what a list at the root of the file declares by `id`, the key of that list. */
	readonly lookups: Readonly<Record<string, string | undefined>>;
	/** The field of a server whose command gives further headers, where there is one. */
	readonly headersCommand?: string;
	/** Of the unset names, those that are set in the server file of a plugin. */
	readonly pluginNames: readonly string[];
}

/** Whether a client puts something else in the place of a reference, in the fields in which it does so. */
export function isReplaced(
	{ spelling, name = "", text }: Reference,
	{ replaced, predefinedNames, lookups }: ReferenceSyntax,
): boolean {
	if (replaced.includes(spelling)) return true;
	if (spelling === "lookup") return Object.hasOwn(lookups, lookupWord(text));
	const isNamed = spelling === "braces" || spelling === "misnamed";
	const [word = ""] = name.split(":");
	return isNamed && predefinedNames.includes(word);
}

/** What a reference looks for: `input` in `${input:id}`; empty for one of another form. */
export function lookupWord(text: string): string {
	return /^\$\{(\w+):/.exec(text)?.[1]?.toLowerCase() ?? "";
}

/** What a client calls the fields of a server. */
export interface ServerFields {
	readonly command: string;
	readonly args: string;
	readonly env: string;
	/** The one to write first. */
	readonly url: readonly string[];
	readonly headers: string;
	/** What is listed in these three: tools that run without a question, that are not offered, and that alone are offered. */
	readonly approvedTools?: string;
	readonly hiddenTools?: string;
	readonly offeredTools?: string;
}

/** What most clients call the fields of a server. */
const FIELDS: ServerFields = {
	command: "command",
	args: "args",
	env: "env",
	url: ["url"],
	headers: "headers",
};

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

/** What differs between the programs that read MCP configuration. */
export interface Client {
	/** What messages call it. */
	readonly name: string;
	/** The root key of its server map. */
	readonly serversKey: string;
	/** All root keys that it reads in a server file. */
	readonly rootKeys: readonly string[];
	/** Whether what is said here was tried with the program itself, or only read of it; what was only read is never called an error. */
	readonly isMeasured: boolean;
	/** Sessions with it are what settings, permission rules and hooks are about. */
	readonly hasSessions: boolean;
	readonly fields: ServerFields;
	/** Every value of `type` that it accepts, and what it means. */
	readonly transports: Readonly<Record<string, Transport>>;
	/** What a server without a type is, by the first of these fields that it has; one that has none of them is dropped. */
	readonly impliedTransports: Readonly<Record<string, Transport>>;
	/** A type that it does not know is as if it were not there; without this the server is dropped. */
	readonly ignoresUnknownTypes?: true;
	/** It takes only programs from its file, and this is how else it reaches a remote server, as a part of a sentence. */
	readonly remoteRemedy?: string;
	/** Values of `type` that only something else than a file may use, and what that is. */
	readonly hostTransports: Readonly<Record<string, string>>;
	/** Transports that still work and have a successor. */
	readonly deprecatedTransports: Readonly<
		Partial<Record<Transport, Transport>>
	>;
	/** Schemes of addresses that it reaches without a network, beside those of the web. */
	readonly socketSchemes: readonly string[];
	/** It also looks for the transport under `transport` or `transportType`, where older versions had it. */
	readonly readsTransportKeys: boolean;
	/** Names that it keeps for itself, as they look after normalisation. */
	readonly reservedServers: readonly string[];
	/** The longest tool name that it sends, in characters. */
	readonly toolNameLimit: number;
	/** Absent where it is not known; then nothing is said about references. Without any field, where none are replaced. */
	readonly references?: ReferenceSyntax;
}

/**
 * Sources. Claude Code: measured on 2.1.329. Copilot CLI 1.0.102 and Gemini CLI 0.61.0: measured. Visual Studio: SchemaStore's description of its `.mcp.json`. VS Code: its documentation of 2026-05.
 * Cline and Roo Code: their code of 2026. The others: their documentation, read in 2026.
 */
export const clients: Readonly<Record<ClientId, Client>> = {
	"claude-code": {
		name: "Claude Code",
		isMeasured: true,
		hasSessions: true,
		fields: FIELDS,
		impliedTransports: { command: "stdio" },
		serversKey: "mcpServers",
		rootKeys: ["mcpServers"],
		transports: {
			stdio: "stdio",
			http: "http",
			"streamable-http": "http",
			sse: "sse",
			ws: "ws",
		},
		hostTransports: {
			sdk: "a program that embeds it through its SDK",
			"claudeai-proxy": "the connectors of claude.ai",
		},
		deprecatedTransports: { sse: "http" },
		reservedServers: [
			"workspace",
			"claude-in-chrome",
			"computer-use",
			"Claude_Preview",
			"Claude_Browser",
			"__proto__",
		],
		toolNameLimit: 128,
		socketSchemes: [],
		readsTransportKeys: false,
		references: {
			replaced: ["braces"],
			lookups: {},
			headersCommand: "headersHelper",
			fields: ["command", "args", "env", "url", "headers"],
			privateFields: ["headers"],
			form: "${NAME}",
			formWithDefault: "${NAME:-TEXT}",
			predefinedNames: [],
			unsetNames: {
				CLAUDE_PROJECT_DIR: "${CLAUDE_PROJECT_DIR:-.}",
				workspaceFolder: "${CLAUDE_PROJECT_DIR:-.}",
				workspaceRoot: "${CLAUDE_PROJECT_DIR:-.}",
				workspaceFolderBasename: undefined,
				userHome: "${HOME}",
				pathSeparator: "/",
				__dirname: undefined,
				CLAUDE_PLUGIN_ROOT: undefined,
				CLAUDE_PLUGIN_DATA: undefined,
			},
			pluginNames: [
				"CLAUDE_PROJECT_DIR",
				"CLAUDE_PLUGIN_ROOT",
				"CLAUDE_PLUGIN_DATA",
			],
		},
	},
	"visual-studio": {
		...COMMON,
		name: "Visual Studio",
		serversKey: "servers",
		rootKeys: ["servers", "inputs"],
		transports: { stdio: "stdio", http: "http", sse: "sse" },
	},
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
};

/**
 * What people write for a transport when they mean another client's word for it.
 * Keys are lower case without separators.
 */
const TRANSPORT_WORDS: Readonly<Record<string, Transport>> = {
	stdio: "stdio",
	local: "stdio",
	command: "stdio",
	process: "stdio",
	npx: "stdio",
	docker: "stdio",
	http: "http",
	https: "http",
	streamablehttp: "http",
	streamhttp: "http",
	httpstream: "http",
	httpstreamable: "http",
	httpstreaming: "http",
	streaminghttp: "http",
	streamable: "http",
	remote: "http",
	url: "http",
	rest: "http",
	sse: "sse",
	ssehttp: "sse",
	httpsse: "sse",
	serversentevents: "sse",
	sseide: "sse",
	ws: "ws",
	wss: "ws",
	websocket: "ws",
	websockets: "ws",
	wside: "ws",
};

/** The transport that a word of another client or a slip of the pen stands for. */
export function meantTransport(word: string): Transport | undefined {
	const plain = word
		.trim()
		.toLowerCase()
		.replace(/[-_\s+]/g, "");
	return Object.hasOwn(TRANSPORT_WORDS, plain)
		? TRANSPORT_WORDS[plain]
		: undefined;
}

/** What a client calls a transport in `type`; nothing for one that it does not have. */
export function typeOf(
	{ transports }: Client,
	transport: Transport,
): string | undefined {
	return Object.keys(transports).find((word) => transports[word] === transport);
}
