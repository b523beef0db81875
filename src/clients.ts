import type { Spelling } from "./references/scan.ts";

export type ClientId = "claude-code" | "visual-studio";

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
	/** Of these, the names that are set in the server file of a plugin. */
	readonly pluginNames: readonly string[];
}

/** What differs between the programs that read MCP configuration. */
export interface Client {
	/** What messages call it. */
	readonly name: string;
	/** The root key of its server map. */
	readonly serversKey: string;
	/** All root keys that it reads in a server file. */
	readonly rootKeys: readonly string[];
	/** Every value of `type` that it accepts, and what it means. */
	readonly transports: Readonly<Record<string, Transport>>;
	/** Values of `type` that only something else than a file may use, and what that is. */
	readonly hostTransports: Readonly<Record<string, string>>;
	/** Transports that still work and have a successor. */
	readonly deprecatedTransports: Readonly<
		Partial<Record<Transport, Transport>>
	>;
	/** Names that it keeps for itself, as they look after normalisation. */
	readonly reservedServers: readonly string[];
	/** The longest tool name that it sends, in characters. */
	readonly toolNameLimit: number;
	/** Absent where it is not known; then nothing is said about references. */
	readonly references?: ReferenceSyntax;
}

/** Claude Code: measured on 2.1.329. Visual Studio: SchemaStore's description of its `.mcp.json`. */
export const clients: Readonly<Record<ClientId, Client>> = {
	"claude-code": {
		name: "Claude Code",
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
		references: {
			replaced: ["braces"],
			fields: ["command", "args", "env", "url", "headers"],
			privateFields: ["headers"],
			form: "${NAME}",
			formWithDefault: "${NAME:-TEXT}",
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
		name: "Visual Studio",
		serversKey: "servers",
		rootKeys: ["servers", "inputs"],
		transports: { stdio: "stdio", http: "http", sse: "sse" },
		hostTransports: {},
		deprecatedTransports: {},
		reservedServers: [],
		toolNameLimit: 128,
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
