import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

/** A file with one server. */
const server = (fields: string) => `{ "mcpServers": { "a": { ${fields} } } }`;
const messages = (text: string, file = ".mcp.json") =>
	lintFiles({ [file]: text }).map(({ message }) => message);

testRule("stray-whitespace", ".mcp.json", {
	valid: [
		server('"command": "a", "args": ["two words", ""]'),
		server('"command": "a", "args": ["-c", "set -e\\nexec docs-server"]'),
		server(
			'"command": "a", "env": { "KEY": "-----BEGIN KEY-----\\nAAAA\\n-----END KEY-----" }',
		),
		server(
			'"type": "http", "url": "https://a.example.com", "headers": { "Authorization": "Bearer ${TOKEN}" }',
		),
		server('"command": "a", "description": " reads the docs "'),
		server(
			'"type": "http", "url": "https://a.example.com", "env": { "A": " b " }',
		),
		server('"url": "https://a.example.com "'),
		server('"command": "a", "env": { "A B": "x y" }'),
	],
	invalid: [
		server('"type": "http", "url": «"https://a.example.com/mcp "»'),
		server('"command": «" docs-server"»'),
		server('"command": "a", "args": [«"--port "», "1"]'),
		server('"command": "a", "env": { "TOKEN": «"abc\\n"» }'),
		server('"command": "a", "env": { «"TOKEN "»: "abc" }'),
		server(
			'"type": "http", "url": "https://a.example.com", "headers": { «"Authorization "»: «" Bearer ${TOKEN}"» }',
		),
		server(
			'"type": "http", "url": "https://a.example.com", "headers": { "A": «"b\\nc"» }',
		),
		server('"type": "http", "url": «"https://a.example.com/\\nmcp"»'),
	],
});

test("says at which end", () => {
	expect(messages(server('"command": " docs-server"'))).toContainEqual(
		expect.stringContaining("white space at its start"),
	);
});

test("says that the name is meant", () => {
	expect(
		messages(server('"command": "a", "env": { "TOKEN ": "abc" }')),
	).toContainEqual(expect.stringContaining('the name of the variable "TOKEN"'));
});
