import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

/** A file with one server. */
const server = (fields: string) => `{ "mcpServers": { "a": { ${fields} } } }`;
const messages = (text: string, file = ".mcp.json") =>
	lintFiles({ [file]: text }).map(({ message }) => message);

testRule("ineffective-field", ".mcp.json", {
	valid: [
		server('"command": "a", "args": [], "env": {}'),
		server(
			'"type": "http", "url": "https://a.example.com", "headers": { "A": "b" }, "oauth": { "clientId": "a" }',
		),
		server('"type": "http", "url": "https://a.example.com", "env": {}'),
		server('"type": "http", "url": "https://a.example.com", "args": []'),
		server('"command": "a", "headers": {}'),
		server(
			'"type": "ws", "url": "wss://a.example.com", "headersHelper": "token"',
		),
		server('"command": "a", "url": "https://a.example.com"'),
		server('"url": "https://a.example.com", "env": { "A": "b" }'),
	],
	invalid: [
		server(
			'"type": "http", "url": "https://a.example.com", «"env"»: { "TOKEN": "${TOKEN}" }',
		),
		server(
			'"type": "sse", "url": "https://a.example.com/sse", «"args"»: ["--verbose"]',
		),
		server(
			'"command": "a", «"headers"»: { "Authorization": "Bearer ${TOKEN}" }',
		),
		server('"type": "stdio", "command": "a", «"oauth"»: { "clientId": "a" }'),
		server(
			'"type": "ws", "url": "wss://a.example.com", «"oauth"»: { "clientId": "a" }',
		),
		server('"command": "a", «"headersHelper"»: "token"'),
	],
});

test("says where a value of env belongs on a remote server", () => {
	expect(
		messages(
			server(
				'"type": "http", "url": "https://a.example.com", "env": { "A": "b" }',
			),
		),
	).toContainEqual(expect.stringContaining('"headers"'));
});

test("says where a header belongs on a local server", () => {
	expect(
		messages(server('"command": "a", "headers": { "A": "b" }')),
	).toContainEqual(expect.stringContaining('"env"'));
});
