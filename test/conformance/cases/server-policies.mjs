// Servers that allowedMcpServers, deniedMcpServers and disabledMcpjsonServers keep out: they are not in the list of the client.
const servers = {
	a: { command: "npx", args: ["-y", "x"] },
	bare: { command: "npx" },
	none: { command: "npx", args: [] },
	"my docs": { command: "docs" },
	"claude.ai Slack": { type: "http", url: "https://slack.example.com/mcp" },
	h: { type: "http", url: "https://h.example.com/mcp" },
	w: { type: "ws", url: "wss://h.example.com/ws" },
	s: { type: "sse", url: "https://h.example.com/sse" },
	both: { command: "npx", args: ["-y", "x"], url: "https://h.example.com/mcp" },
	path: { command: "/usr/bin/npx", args: ["-y", "x"] },
	line: { command: "npx -y x" },
	star: { command: "npx", args: ["*"] },
	github: { command: "gh" },
	unset: { command: "${UNSET}", args: ["x"] },
};

const name = (serverName) => ({ serverName });
const command = (...serverCommand) => ({ serverCommand });
const url = (serverUrl) => ({ serverUrl });
const deny = (...deniedMcpServers) => ({ deniedMcpServers });
const allow = (...allowedMcpServers) => ({ allowedMcpServers });
const MCP = url("https://h.example.com/mcp");
const LINE = command("npx", "-y", "x");

const policies = [
	{},
	deny(),
	deny(name("a")),
	deny(name("A")),
	deny(name("git*")),
	deny(name("*")),
	deny(name(" a")),
	deny(name("my docs")),
	deny(name("my_docs")),
	deny(name("claude.ai Slack")),
	deny(name("claude_ai_Slack")),
	deny(name("${X:-a}")),
	deny(name("mcp__a")),
	deny(command("npx")),
	deny(LINE),
	deny(command("npx", "*")),
	deny(command("npx -y x")),
	deny(command("*")),
	deny(command("")),
	deny(command("${UNSET}", "x")),
	deny(command("/usr/bin/npx", "-y", "x")),
	deny(url("*")),
	deny(url("")),
	deny(url("h.example.com")),
	deny(url("*.example.com")),
	deny(url("https://*.example.com")),
	deny(url("https://h.example.com/*")),
	deny(url("https://h.example.com")),
	deny(url("*://h.example.com/*")),
	deny(url("http*://h.example.com/*")),
	deny(url("https://h.example.com:8443")),
	allow(),
	allow(name("a")),
	allow(name("h")),
	allow(LINE),
	allow(LINE, name("h")),
	allow(LINE, name("github")),
	allow(MCP),
	allow(MCP, name("s")),
	allow(MCP, name("github")),
	allow(url("h.example.com"), name("s")),
	allow(url(""), name("s")),
	allow(name("git*"), name("a")),
	{ ...allow(name("a"), name("github")), ...deny(name("a")) },
	{ ...allow(url("*")), ...deny(name("h")) },
	deny({ serverName: "a", _note: "why" }),
	{ allowedMcpServers: "a" },
	{ disabledMcpjsonServers: ["a"] },
	{ disabledMcpjsonServers: "a" },
	{ disabledMcpjsonServers: ["A"] },
	{ disabledMcpjsonServers: ["*"] },
	{ disabledMcpjsonServers: ["git*"] },
	{ disabledMcpjsonServers: ["my_docs"] },
	{ disabledMcpjsonServers: ["my.docs"] },
	{ disabledMcpjsonServers: ["claude_ai_Slack"] },
	{ disabledMcpjsonServers: ["mcp__a"] },
	{ enabledMcpjsonServers: ["a"], disabledMcpjsonServers: ["a"] },
];

const two = [
	[allow(name("a")), allow(name("github"))],
	[allow(name("a")), allow()],
	[allow("none"), allow(name("a"))],
	[deny(name("a")), deny(name("github"))],
	[allow(name("s")), allow(MCP)],
	[{ enabledMcpjsonServers: ["a"] }, { disabledMcpjsonServers: ["a"] }],
	[{ disabledMcpjsonServers: ["a"] }, { enabledMcpjsonServers: ["a"] }],
];

const mcp = JSON.stringify({ mcpServers: servers });
const describe = (...settings) =>
	settings.map((each) => JSON.stringify(each)).join(" and ");

export const cases = [
	...policies.map((policy) => ({
		name: describe(policy),
		files: {
			".mcp.json": mcp,
			".claude/settings.json": JSON.stringify(policy),
		},
	})),
	...two.map(([project, local]) => ({
		name: describe(project, local),
		files: {
			".mcp.json": mcp,
			".claude/settings.json": JSON.stringify(project),
			".claude/settings.local.json": JSON.stringify(local),
		},
	})),
	{
		name: "a default in an argument",
		differs: "the variable may be set where the file is used",
		files: {
			".mcp.json": JSON.stringify({
				mcpServers: { v: { command: "${U:-npx}", args: ["-y", "x"] } },
			}),
			".claude/settings.json": JSON.stringify(deny(LINE)),
		},
	},
	...[allow(name("git*")), allow("a", {})].map((policy) => ({
		name: describe(policy),
		differs: "all servers are gone, and the list is reported once",
		files: {
			".mcp.json": mcp,
			".claude/settings.json": JSON.stringify(policy),
		},
	})),
	{
		name: describe(deny("a", name(""))),
		files: {
			".mcp.json": mcp,
			".claude/settings.json": JSON.stringify(deny("a", name(""))),
		},
	},
];
