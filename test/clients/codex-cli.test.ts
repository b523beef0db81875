import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const FILE = ".codex/config.toml";
const server = (...lines: readonly string[]) =>
	`[mcp_servers.docs]\n${lines.join("\n")}\n`;
const URL = 'url = "https://docs.example.com/mcp"';
const diagnostics = (text: string) => lintFiles({ [FILE]: text });
const messages = (text: string) =>
	diagnostics(text).map(({ message }) => message);

const RIGHT = `# how we work
model = "gpt-5"
approval_policy = "on-request"

[mcp_servers.docs]
command = "docs-server"
args = ["--port", "8080"]
env = { MODE = "fast" }
env_vars = ["DOCS_TOKEN"]
cwd = "/srv/docs"
enabled = true
startup_timeout_sec = 10
tool_timeout_sec = 60.5
enabled_tools = ["search"]
disabled_tools = ["delete"]

[mcp_servers.remote]
url = "https://docs.example.com/mcp"
bearer_token_env_var = "DOCS_TOKEN"
http_headers_helper = "print-headers"

[mcp_servers.remote.http_headers]
X-Region = "eu"

[mcp_servers.remote.env_http_headers]
X-Token = "OTHER_TOKEN"

[mcp_servers.docs.env]

[profiles.fast]
model = "x"

[[hooks.after]]
command = ["\${X}", 1]
`.replace("[mcp_servers.docs.env]\n", "");

test("nothing is said of a right project", () => {
	expect(diagnostics(RIGHT)).toEqual([]);
});

test("nothing is said of a file that is about other things", () => {
	expect(diagnostics('model = "x"\n[permissions]\nservers = 3\n')).toEqual([]);
	expect(diagnostics("")).toEqual([]);
});

testRule("invalid-syntax", FILE, {
	valid: [RIGHT, "mcp_servers.docs.command = 'docs-server'"],
	invalid: [
		`${server('command = "docs-server"')}«command = "other"»\n`,
		server("command = «docs-server»"),
	],
});

testRule("invalid-server", FILE, {
	valid: [
		server('command = "docs-server"'),
		server(URL),
		server('command = ""'),
		server(
			'command = "docs-server"',
			'env_vars = [{ name = "A", source = "local" }]',
		),
		server('command = "docs-server"', 'scopes = ["a"]'),
	],
	invalid: [
		'[mcp_servers.«docs»]\nargs = ["a"]\n',
		'[mcp_servers.«docs»]\ntype = "stdio"\n',
		server('command = "docs-server"', 'url = «"https://docs.example.com/mcp"»'),
		server(URL, 'args = «["a"]»'),
		server(URL, 'env = «{ A = "b" }»'),
		server(URL, 'env_vars = «["A"]»'),
		server(URL, 'cwd = «"/srv"»'),
		server(URL, 'bearer_token = «"x"»'),
		server('command = "docs-server"', 'bearer_token = «"x"»'),
		server('command = "docs-server"', 'http_headers = «{ A = "b" }»'),
		server('command = "docs-server"', 'env_http_headers = «{ A = "b" }»'),
		server('command = "docs-server"', 'bearer_token_env_var = «"A"»'),
		server('command = "docs-server"', "env = { PORT = «8080» }"),
		server('command = «["docs-server"]»'),
		server('command = "docs-server"', 'enabled = «"yes"»'),
		server('command = "docs-server"', 'startup_timeout_sec = «"3"»'),
		server(URL, 'enabled_tools = «"search"»'),
		"[mcp_servers]\ndocs = «3»\n",
	],
});

test.each([
	server('command = "docs-server"', URL),
	server('args = ["a"]'),
	server('command = "docs-server"', "env = { PORT = 8080 }"),
	server(URL, 'bearer_token = "x"'),
	"mcp_servers = 3",
	"[[mcp_servers]]\nname = 'docs'\n",
])("the whole file is rejected: %s", (text) => {
	expect(diagnostics(text)).toMatchObject([
		{ severity: "error", effect: "rejected" },
	]);
});

testRule("foreign-key", FILE, {
	valid: [server('command = "docs-server"', "startup_timeout_ms = 3")],
	invalid: [
		'[mcp_servers.docs]\ncommand = "a"\n[«mcpServers».docs]\ncommand = "a"\n',
		server(URL, '«headers» = { A = "b" }'),
		server('command = "docs-server"', "«disabled» = true"),
		server('command = "docs-server"', '«type» = "stdio"'),
		server(URL, '«type» = "sse"'),
	],
});

test("says where the servers and the headers belong", () => {
	expect(
		messages(`${server(URL)}[mcpServers.docs]\ncommand = "docs-server"\n`),
	).toEqual([expect.stringContaining('move its servers to "mcp_servers"')]);
	expect(messages(server(URL, 'headers = { A = "b" }'))).toEqual([
		expect.stringContaining('name it "http_headers"'),
	]);
});

test("says how a server is switched off", () => {
	expect(messages(server(URL, "disabled = true"))).toEqual([
		expect.stringContaining("write enabled = false"),
	]);
});

testRule("wrong-root", FILE, {
	valid: [server(URL), "model = 'x'", "[servers]\na = 1\n"],
	invalid: [
		'[«mcpServers».docs]\ncommand = "docs-server"\n',
		'[«context_servers».docs]\ncommand = "docs-server"\n',
	],
});

test("a type that changes nothing is a note, another one a warning", () => {
	const severities = (text: string) =>
		diagnostics(text).map(({ severity }) => severity);
	expect(severities(server(URL, 'type = "http"'))).toEqual(["info"]);
	expect(severities(server(URL, 'type = "sse"'))).toEqual(["warning"]);
});

testRule("missing-transport", FILE, {
	valid: [server(URL)],
	invalid: [server('«serverUrl» = "https://docs.example.com/mcp"')],
});

testRule("unexpanded-reference", FILE, {
	valid: [
		server('command = "sh"', 'args = ["-c", "echo $HOME"]'),
		server(
			'command = "npx"',
			'args = ["mcp-remote@0.1.37", "https://docs.example.com/mcp", "--header", "Authorization:${AUTH_HEADER}"]',
		),
		server(URL, 'env_http_headers = { Authorization = "DOCS_TOKEN" }'),
	],
	invalid: [
		server(
			'command = "docs-server"',
			'env = { DOCS_TOKEN = "«${DOCS_TOKEN}»" }',
		),
		server(URL, 'http_headers = { Authorization = "Bearer «${DOCS_TOKEN}»" }'),
		server('url = "https://«${HOST}»/mcp"'),
		server('command = "docs-server"', "args = ['«${DOCS_TOKEN}»']"),
	],
});

test("says how else a variable reaches a server", () => {
	expect(
		messages(server('command = "a"', 'env = { A = "${A_TOKEN}" }')),
	).toEqual([expect.stringContaining('name the variable in "env_vars"')]);
	expect(
		messages(server(URL, 'http_headers = { Authorization = "Bearer ${A}" }')),
	).toEqual([expect.stringMatching(/"http_headers".*"bearer_token_env_var"/)]);
});

testRule("inline-arguments", FILE, {
	valid: [server('command = "docs-server"')],
	invalid: [server('command = «"npx -y docs-server"»')],
});

testRule("insecure-url", FILE, {
	valid: [server('url = "http://localhost:3000/mcp"')],
	invalid: [server('url = «"http://docs.example.com/mcp"»')],
});

test("no fix is written into TOML but one that is TOML", () => {
	for (const text of [
		server('serverUrl = "https://docs.example.com/mcp"'),
		server(URL, 'headers = { A = "b" }'),
		server('command = "npx -y docs-server"'),
		server('comand = "docs-server"', 'command = "a"'),
	]) {
		expect(diagnostics(text).length).toBeGreaterThan(0);
		expect(diagnostics(text).filter(({ fix }) => fix)).toEqual([]);
	}
});
