// Single servers: every transport, field and name, right and wrong.

const local = { command: "docs-server" };
const remote = { type: "http", url: "https://docs.example.com/mcp" };

/** Types as people write them, on a local and on a remote server. */
const types = [
	"stdio",
	"http",
	"sse",
	"ws",
	"streamable-http",
	"HTTP",
	"Stdio",
	"SSE",
	"WS",
	"streamableHttp",
	"streamable_http",
	"StreamableHTTP",
	"http-stream",
	"httpStream",
	"websocket",
	"wss",
	"https",
	"local",
	"remote",
	"url",
	"command",
	"npx",
	"",
	" http",
	"http ",
	"sse-ide",
	"ws-ide",
	"sdk",
	"claudeai-proxy",
	"${TRANSPORT}",
	null,
	5,
	true,
	[],
	{},
	["http"],
];

/** A wrong and a right value of every JSON type for every field. */
const values = [
	null,
	0,
	5,
	-1,
	1.5,
	"",
	" ",
	"x",
	true,
	false,
	[],
	["x"],
	[5],
	[null],
	{},
	{ A: "x" },
	{ A: 5 },
	{ A: null },
	{ A: true },
];
const fields = [
	"command",
	"args",
	"env",
	"url",
	"headers",
	"headersHelper",
	"oauth",
	"timeout",
	"alwaysLoad",
	"tools",
	"request_timeout_ms",
];

const oauth = [
	{ clientId: "id" },
	{ clientId: 5 },
	{ clientId: "" },
	{ clientId: null },
	{ callbackPort: 8080 },
	{ callbackPort: 0 },
	{ callbackPort: -1 },
	{ callbackPort: 70000 },
	{ callbackPort: 80.5 },
	{ callbackPort: "8080" },
	{ callbackPort: null },
	{ authServerMetadataUrl: "https://a.example.com" },
	{ authServerMetadataUrl: "http://a.example.com" },
	{ authServerMetadataUrl: "a.example.com" },
	{ authServerMetadataUrl: "${URL}" },
	{ authServerMetadataUrl: "" },
	{ authServerMetadataUrl: "HTTPS://a.example.com" },
	{ authServerMetadataUrl: null },
	{ scopes: "read write" },
	{ scopes: "" },
	{ scopes: ["read"] },
	{ scopes: null },
	{ xaa: true },
	{ xaa: "yes" },
	{ clientSecret: "x" },
	{ redirectUri: 5 },
];

const tools = [
	["*"],
	[{ name: "a" }],
	[{}],
	[{ name: 5 }],
	[{ name: "a", permission_policy: "always_ask" }],
	[{ name: "a", permission_policy: "ask" }],
	[{ name: "a", org_max_permission: 5 }],
];

const entries = [
	["a right local server", local],
	["a right remote server", remote],
	["an empty entry", {}],
	["null", null],
	["a string", "docs-server"],
	["an array", ["docs-server"]],
	["a number", 5],
	["only a type", { type: "stdio" }],
	["only the type http", { type: "http" }],
	["a url without a type", { url: remote.url }],
	["a url of sse without a type", { url: "https://docs.example.com/sse" }],
	["a url and a command", { ...local, url: remote.url }],
	["a url, a command and the type http", { ...local, ...remote }],
	["a command with the type http", { ...local, type: "http" }],
	["serverUrl", { serverUrl: remote.url }],
	["httpUrl", { httpUrl: remote.url }],
	["a nested transport", { transport: { type: "http", url: remote.url } }],
	["transport instead of type", { transport: "http", url: remote.url }],
	["a number as url without a type", { url: 5 }],
	["null as command and a url", { command: null, url: remote.url }],
	["null as url and no type", { url: null }],
	[
		"keys of other clients",
		{
			...local,
			disabled: true,
			autoApprove: ["*"],
			cwd: 5,
			envFile: 5,
			trust: "x",
		},
	],
	["a misspelled key", { ...local, agrs: 5 }],
	["a very large timeout", { ...local, timeout: 1e20 }],
	["the largest timeout", { ...local, timeout: Number.MAX_SAFE_INTEGER }],
	[
		"white space around everything",
		{ command: " a ", args: [" b "], env: { " C ": " d " } },
	],
	[
		"white space around a url and headers",
		{ type: "http", url: " https://a.example.com ", headers: { " A ": " b " } },
	],
	["headers on a local server", { ...local, headers: 5, oauth: 5 }],
	["env and args on a remote server", { ...remote, env: 5, args: 5 }],
	["oauth on ws", { type: "ws", url: "wss://a.example.com", oauth: 5 }],
	["a url that is none", { type: "http", url: "docs" }],
	["an ftp url", { type: "http", url: "ftp://docs.example.com" }],
	["an empty header name", { ...remote, headers: { "": "x" } }],
	...types.flatMap((type) => [
		[`type ${JSON.stringify(type)} and a command`, { type, ...local }],
		[`type ${JSON.stringify(type)} and a url`, { type, url: remote.url }],
	]),
	...fields.flatMap((field) =>
		values.flatMap((value) =>
			[local, remote, { ...remote, type: "ws" }].map((base) => [
				`${field} ${JSON.stringify(value)} on ${base.type ?? "stdio"}`,
				{ ...base, [field]: value },
			]),
		),
	),
	...oauth.map((value) => [
		`oauth ${JSON.stringify(value)}`,
		{ ...remote, oauth: value },
	]),
	...tools.map((value) => [
		`tools ${JSON.stringify(value)}`,
		{ ...remote, tools: value },
	]),
];

const names = [
	"docs",
	"Docs",
	"my docs",
	"my.docs",
	"@scope/docs",
	"docs__v2",
	"docs_",
	"_docs",
	"a",
	"",
	" ",
	"docs\t",
	"ドキュメント",
	"🚀",
	"x".repeat(200),
	"workspace",
	"Workspace",
	"claude-in-chrome",
	"claude_in_chrome",
	"computer-use",
	"Claude Preview",
	"Claude_Preview",
	"Claude.Preview",
	"claude preview",
	"Claude Browser",
	"Claude-Browser",
	"ide",
	"vscode",
	"constructor",
	"toString",
	"hasOwnProperty",
	"claude.ai Docs",
	"claude.ai workspace",
	"mcp",
	"default",
	"anthropic",
];

/** Servers do not influence each other, so a folder holds many of them: each its own entry, told apart by a number. */
function batches(list, size) {
	const folders = [];
	for (let start = 0; start < list.length; start += size) {
		const part = list.slice(start, start + size);
		const servers = Object.fromEntries(
			part.map(([, entry], index) => [`server${start + index}`, entry]),
		);
		folders.push({
			name: `${part[0][0]} to ${part.at(-1)[0]}`,
			files: { ".mcp.json": JSON.stringify({ mcpServers: servers }) },
		});
	}
	return folders;
}

export const cases = [
	...entries.slice(0, 33).map(([name, entry]) => ({
		name,
		files: {
			".mcp.json": JSON.stringify({
				mcpServers: { docs: entry, other: local },
			}),
		},
	})),
	...batches(entries.slice(33), 8),
	...names.map((name) => ({
		name: `the name ${JSON.stringify(name.slice(0, 40))}`,
		files: {
			".mcp.json": `{ "mcpServers": { ${JSON.stringify(name)}: ${JSON.stringify(local)} } }`,
		},
	})),
	{
		name: "the name __proto__",
		files: {
			".mcp.json":
				'{ "mcpServers": { "__proto__": { "command": "docs-server" } } }',
		},
	},
];
