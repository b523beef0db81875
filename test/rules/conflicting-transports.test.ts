import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

/** A file with one server. */
const server = (fields: string) => `{ "mcpServers": { "a": { ${fields} } } }`;
const messages = (text: string, file = ".mcp.json") =>
	lintFiles({ [file]: text }).map(({ message }) => message);

testRule("conflicting-transports", ".mcp.json", {
	valid: [
		server('"command": "a"'),
		server('"type": "http", "url": "https://a.example.com"'),
		server('"command": "a", "args": ["--url", "https://a.example.com"]'),
		server('"command": "a", "env": { "url": "https://a.example.com" }'),
		server('"command": "a", "serverUrl": "https://a.example.com"'),
		server(
			'"type": "streamableHttp", "command": "a", "url": "https://a.example.com"',
		),
	],
	invalid: [
		server('"command": "a", «"url"»: "https://a.example.com"'),
		server('"type": "stdio", "command": "a", «"url"»: "https://a.example.com"'),
		server('"type": "http", «"command"»: "a", "url": "https://a.example.com"'),
		server(
			'«"command"»: "npx", "args": ["mcp-remote@1.0.0"], "type": "sse", "url": "https://a.example.com/sse"',
		),
		server('"type": "ws", «"command"»: "a", "url": "wss://a.example.com"'),
	],
});

test("says which of the two is used", () => {
	expect(
		messages(
			server('"type": "http", "command": "a", "url": "https://a.example.com"'),
		),
	).toContainEqual(expect.stringContaining('uses "url" and ignores "command"'));
});
