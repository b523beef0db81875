import type { Reference, Spelling } from "./references/scan.ts";

export type ClientId =
	| "claude-code"
	| "claude-plugin"
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
	| "amazon-q"
	| "codex-cli"
	| "opencode"
	| "zed"
	| "amp"
	| "junie"
	| "any-client"
	| "claude-code-action";

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
	/** How else a value is taken from a variable, by place: what to do, as a clause. */
	readonly byName?: Readonly<Partial<Record<ReferenceField, string>>>;
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
	/** The command is a list: the program, and behind it the arguments. */
	readonly isCommandList?: true;
	/** What command, arguments and variables are called where the command is an object that holds all of them. */
	readonly inCommand?: Readonly<Record<"command" | "args" | "env", string>>;
	/** What is listed in these three: tools that run without a question, that are not offered, and that alone are offered. */
	readonly approvedTools?: string;
	readonly hiddenTools?: string;
	readonly offeredTools?: string;
}

/** What most clients call the fields of a server. */
export const FIELDS: ServerFields = {
	command: "command",
	args: "args",
	env: "env",
	url: ["url"],
	headers: "headers",
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
	/** It goes by the other fields alone, and does not look at `type`. */
	readonly ignoresType?: true;
	/** Every value of `type` that it accepts, and what it means. */
	readonly transports: Readonly<Record<string, Transport>>;
	/** Transports that it tries after another one, whose word stands for both. */
	readonly triedAfter?: Readonly<Partial<Record<Transport, Transport>>>;
	/** What a server without a type is, by the first of these fields that it has; one that has none of them is dropped. */
	readonly impliedTransports: Readonly<Record<string, Transport>>;
	/** A type that it does not know is as if it were not there; without this the server is dropped. */
	readonly ignoresUnknownTypes?: true;
	/** Nobody knows all types that it takes: one that is not known may be right. */
	readonly hasUnknownTypes?: true;
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
	/** How it is told not to start one of its servers, as a clause. */
	readonly offSwitch?: string;
	/** What to do about keys of other clients in its files, by key, as the end of a sentence. A key that is not there can only be removed. Absent for a client with sessions. */
	readonly keyRemedies?: Readonly<Record<string, string>>;
	/** Absent where it is not known; then nothing is said about references. Without any field, where none are replaced. */
	readonly references?: ReferenceSyntax;
}

/** The clients that read the files of Claude Code: itself, measured on 2.1.329, and Visual Studio, by SchemaStore's description of its `.mcp.json`. Most runs need no others; those are in other-clients.ts. */
export const clients = {
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
		name: "Visual Studio",
		isMeasured: false,
		hasSessions: false,
		fields: FIELDS,
		impliedTransports: { command: "stdio", url: "http" },
		serversKey: "servers",
		rootKeys: ["servers", "inputs"],
		transports: { stdio: "stdio", http: "http", sse: "sse" },
		hostTransports: {},
		deprecatedTransports: {},
		reservedServers: [],
		toolNameLimit: 128,
		socketSchemes: [],
		readsTransportKeys: false,
	},
} as const satisfies Readonly<Partial<Record<ClientId, Client>>>;

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
	{ transports, triedAfter }: Client,
	transport: Transport,
): string | undefined {
	const words = Object.keys(transports);
	return (
		words.find((word) => transports[word] === transport) ??
		words.find((word) => transports[word] === triedAfter?.[transport])
	);
}
