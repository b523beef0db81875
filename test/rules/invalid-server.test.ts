import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

/** A file with one server. */
const server = (fields: string) => `{ "mcpServers": { "a": { ${fields} } } }`;

/** A file with these servers. */
const servers = (entries: string) => `{ "mcpServers": { ${entries} } }`;
const messages = (text: string, file = ".mcp.json") =>
	lintFiles({ [file]: text }).map(({ message }) => message);

testRule("invalid-server", ".mcp.json", {
	valid: [
		server('"command": "a"'),
		server(
			'"type": "stdio", "command": "a", "args": [], "env": {}, "timeout": 30000',
		),
		server('"command": "a", "env": { "PORT": "8080", "": "x" }'),
		server(
			'"type": "http", "url": "https://a.example.com", "oauth": { "clientId": "a", "callbackPort": 3118, "scopes": "read write" }',
		),
		server('"command": "a", "disabled": "yes"'),
		server('"type": "local", "command": "a"'),
		server('"url": "https://a.example.com"'),
		server('"command": "a", "tools": ["*"]'),
		server('"command": "a", "headers": "none"'),
		server('"type": "http", "url": ""'),
	],
	invalid: [
		server('"command": "a", "env": { "PORT": «8080» }'),
		server('"command": "a", "env": { "DEBUG": «true», "X": «null» }'),
		server('"command": "a", "args": «"--port 8080"»'),
		server('"command": "a", "args": ["--port", «8080»]'),
		server('"command": «["npx", "-y"]»'),
		server('"command": «""»'),
		server(
			'"type": "http", "url": "https://a.example.com", "headers": «["A: b"]»',
		),
		server('"type": "http", "url": "https://a.example.com", "oauth": «false»'),
		server('"command": "a", "timeout": «0»'),
		server('"command": "a", "alwaysLoad": «"true"»'),
		servers('«"a"»: {}'),
		servers('«"a"»: { "args": ["x"] }'),
		servers('«"a"»: { "type": "http" }'),
		servers('"a": «"npx docs-server"»'),
	],
});

test("says what is expected and what was found", () => {
	expect(
		messages(server('"command": "a", "env": { "PORT": 8080 }')),
	).toContainEqual(
		expect.stringContaining('"env.PORT" must be a string, not the number 8080'),
	);
});

test("names the place inside the server", () => {
	expect(
		messages(server('"command": "a", "args": ["--port", 8080]')),
	).toContainEqual(expect.stringContaining('"args[1]" must be a string'));
});
