import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

/** A file with one server. */
const server = (fields: string) => `{ "mcpServers": { "a": { ${fields} } } }`;
const messages = (text: string, file = ".mcp.json") =>
	lintFiles({ [file]: text }).map(({ message }) => message);

testRule("foreign-key", ".mcp.json", {
	valid: [
		server('"command": "a", "tools": ["*"]'),
		server('"command": "a", "args": ["--cwd", "/tmp"]'),
		server('"command": "a", "env": { "disabled": "true" }'),
		server('"command": "a", "_disabled": true'),
		server('"command": "a", "//": "cwd does not work here"'),
		server('"command": "a", "description": "Reads the docs"'),
		server('"command": "a", "timeout": 60000, "alwaysLoad": true'),
		server('"serverUrl": "https://a.example.com/mcp"'),
		server('"transport": { "type": "http", "url": "https://a.example.com" }'),
		server('"command": "a", "Disabled": true'),
		'{ "mcpServers": {}, "servers": {}, "inputs": [] }',
	],
	invalid: [
		server('"command": "a", «"disabled"»: true'),
		server('"command": "a", «"tools"»: ["search"]'),
		server('"command": "a", «"autoApprove"»: ["search"], «"cwd"»: "/srv"'),
		server('"command": "a", «"alwaysAllow"»: []'),
		server('"command": "a", «"envFile"»: ".env"'),
		server(
			'"type": "http", "url": "https://a.example.com", «"http_headers"»: {}',
		),
		server(
			'"type": "http", "url": "https://a.example.com", «"authorization_token"»: "${TOKEN}"',
		),
		server(
			'"type": "http", "url": "https://a.example.com", «"serverUrl"»: "https://a.example.com"',
		),
		server('"command": "a", «"enabled"»: false'),
	],
});

const severities = (text: string, file = ".mcp.json") =>
	lintFiles({ [file]: text })
		.filter(({ rule }) => rule === "foreign-key")
		.map(({ severity }) => severity);

test("a key that would change nothing is only mentioned", () => {
	expect(severities(server('"command": "a", "disabled": false'))).toEqual([
		"info",
	]);
	expect(severities(server('"command": "a", "autoApprove": []'))).toEqual([
		"info",
	]);
	expect(severities(server('"command": "a", "disabled": true'))).toEqual([
		"warning",
	]);
});

test("keys of the command line and of permissions do nothing at the root of settings", () => {
	expect(
		severities(
			'{ "allowedTools": ["Read"], "deny": ["Read"] }',
			".claude/settings.json",
		),
	).toEqual(["warning", "warning"]);
});

test("says what does the same", () => {
	expect(messages(server('"command": "a", "envFile": ".env"'))).toContainEqual(
		expect.stringContaining('"env"'),
	);
});

test("a remote server that the client does not start is not told twice to go", () => {
	expect(
		severities(
			server(
				'"type": "http", "url": "https://a.example.com", "headers": { "X-Team": "a" }',
			),
			"claude_desktop_config.json",
		),
	).toEqual([]);
});

test("says in a sentence of its own that there is nothing to write instead", () => {
	expect(messages(server('"command": "a", "disabled": false'))).toContainEqual(
		expect.stringMatching(/^[^;]*; [^;]* ignores it here\. Remove it\.$/),
	);
});
