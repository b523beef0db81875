// `claude mcp add`: names, transports, scopes, headers, variables, addresses, the order of options, and where `--` stands.

const URL = "https://docs.example.com/mcp";
const add = (...words) => ["mcp", "add", ...words];
const local = (...words) => add(...words, "docs", "docs-server");
const remote = (...words) => add("docs", URL, "-t", "http", ...words);

const names = [
	...["docs", "Docs-2_x", "9", "_", "__a__b", "a__b", "-docs", "docs-"],
	...["my docs", "my.docs", "@me/docs", "döcs", "", " docs", "a:b", "a/b"],
	...["workspace", "Workspace", "claude-in-chrome", "computer-use", "ide"],
	...["Claude Preview", "Claude_Preview", "Claude_Browser", "__proto__"],
];
const transports = [
	...["stdio", "sse", "http", "streamable-http", "ws", "HTTP", "Stdio"],
	...["streamableHttp", "websocket", "remote", "local", "", " http"],
];
const scopes = [
	...["local", "user", "project", "global", "Project", "workspace", ""],
	...["dynamic", "enterprise", "claudeai", "managed", "agent"],
];
const headers = [
	...["Authorization: Bearer x", "A:b", "A: b: c", "  A  :  b  ", "A:", "A: "],
	...["NoColon", "", ": b", " : b", "A B: c", "A=b", "https://a.example.com"],
];
const variables = [
	...["A=b", "A=", "A=b=c", "=b", "A", "", "a b=c", " A = b ", "A:b", "1=2"],
	...["A=${B}", "A=$B", "A=b c"],
];
const addresses = [
	...[URL, "http://localhost:3000/sse", "HTTPS://docs.example.com", "wss://a"],
	...["docs.example.com/mcp", "${URL}", "", " https://docs.example.com "],
];
const ports = [
	"1",
	"8080",
	"65535",
	"0",
	"65536",
	"-1",
	"x",
	"80.5",
	"80x",
	"",
];

/** Every order of some words that belong together. */
function orders([first, ...others]) {
	if (!first) return [[]];
	return orders(others).flatMap((rest) =>
		Array.from({ length: rest.length + 1 }, (_, at) => [
			...rest.slice(0, at),
			first,
			...rest.slice(at),
		]),
	);
}

export const cases = [
	...names.flatMap((name) => [
		add(name, "docs-server"),
		add("--transport", "http", name, URL),
	]),
	...transports.flatMap((transport) => [
		local("-t", transport),
		add("docs", URL, `--transport=${transport}`),
	]),
	...scopes.flatMap((scope) => [local("-s", scope), remote("--scope", scope)]),
	...headers.flatMap((header) => [
		remote("-H", header),
		local("-s", "user", "-t", "stdio"),
	]),
	...headers.map((header) => add("docs", "docs-server", "-H", header)),
	...variables.flatMap((variable) => [
		add("docs", "-e", variable, "--", "docs-server"),
		remote("-e", variable),
	]),
	...addresses.flatMap((address) => [
		add("docs", address),
		add("docs", "-t", "sse", "--", address),
	]),
	...ports.flatMap((port) => [
		remote("--callback-port", port),
		add("docs", "docs-server", "--callback-port", port),
	]),
	// the order of options and operands
	...orders([["docs"], [URL], ["-t", "http"], ["-s", "user"]]).map((order) =>
		add(...order.flat()),
	),
	...orders([["docs"], ["-H", "A: b"], [URL], ["-t", "http"]]).map((order) =>
		add(...order.flat()),
	),
	...orders([["docs"], ["-e", "A=b"], ["docs-server"], ["-s", "user"]]).map(
		(order) => add(...order.flat()),
	),
	...orders([["docs"], ["-e", "A=b"], ["--"], ["docs-server", "-y"]]).map(
		(order) => add(...order.flat()),
	),
	// all in one word, several values, several times
	add("docs", "docs-server", "-eA=b"),
	add("docs", "docs-server", "--env=A=b", "C=d"),
	add("docs", "-e", "A=b", "C=d", "--", "docs-server"),
	add("docs", "-e", "A=b", "-e", "C=d", "--", "docs-server"),
	add("docs", "-e", "A=b", "-e", "A=c", "--", "docs-server"),
	add("docs", "-e", "A=b", "rest", "--", "docs-server"),
	remote("-H", "A: b", "C: d"),
	remote("-H", "A: b", "-H", "A: c"),
	remote("-H", "A: b", "rest"),
	add("-thttp", "docs", URL),
	add("-transport", "http", "docs", URL),
	add("-scope", "user", "docs", "docs-server"),
	local("-s", "user", "-s", "project"),
	local("-t", "http", "-t", "stdio"),
	// what the server's program gets
	add("docs", "npx", "docs-server"),
	add("docs", "npx", "-y", "docs-server"),
	add("docs", "npx", "docs-server", "--port", "80"),
	add("docs", "--", "npx", "-y", "docs-server"),
	add("docs", "npx", "--", "-y", "docs-server"),
	add("--", "docs", "npx", "-y", "docs-server"),
	add("--", "docs", "--", "npx", "-y"),
	add("docs", "--", "npx", "-p", "docs-server", "docs"),
	add("docs", "--", "npx", "--", "docs-server"),
	add("docs", "--", "docs-server", "-t", "http", "-h"),
	add("docs", "npx", "-1"),
	add("docs", "npx", "-"),
	add("docs", "npx -y docs-server"),
	add("docs", "cmd", "/c", "npx"),
	add("docs", "--", URL),
	add("docs", "npx", "mcp-remote", URL),
	remote("rest", "more"),
	// what is missing, or is not there
	add("docs"),
	add("-t", "http", "docs"),
	add("-t", "http", URL),
	add("-t", "http", URL, "docs"),
	add("docs", "docs-server", "-t"),
	add("docs", "docs-server", "-e"),
	add("docs", "docs-server", "-t", "--"),
	add("--type", "http", "docs", URL),
	add("--url", URL, "docs"),
	add("docs", "docs-server", "--header-x", "a"),
	add("docs", "docs-server", "--Transport", "http"),
	add("docs", "docs-server", "--debug"),
	add("docs", "docs-server", "-v"),
	// signing in
	remote("--client-id", "docs-client"),
	remote("--client-id", "docs-client", "--callback-port", "8080"),
	remote("--client-id", ""),
	remote("--client-secret"),
	remote("--client-secret", "hidden"),
	add("-t", "http", "docs", "--client-secret", "hidden", URL),
	add("docs", "docs-server", "--client-id", "docs-client"),
	add("docs", "docs-server", "--client-secret"),
	// more than one mistake
	add("my docs", "docs-server", "-t", "ws"),
	add("my docs", "docs-server", "-e", "A"),
	add("my docs", "docs-server", "-s", "global"),
	add("workspace", "docs-server", "-s", "managed"),
	remote("-H", "A", "--callback-port", "0"),
	// options of the client itself
	["--verbose", ...local()],
	["--model", "opus", ...local()],
	["mcp", "--debug", "add", "docs", "docs-server"],
	[...local(), "-p"],
	[...local(), "--print"],
	["-p", ...local()],
];
