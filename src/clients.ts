export type ClientId = "claude-code" | "visual-studio";

/** How a server is reached. */
export type Transport = "stdio" | "http" | "sse" | "ws";

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
