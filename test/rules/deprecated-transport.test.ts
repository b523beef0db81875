import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

/** A file with one server. */
const server = (fields: string) => `{ "mcpServers": { "a": { ${fields} } } }`;
const messages = (text: string, file = ".mcp.json") =>
	lintFiles({ [file]: text }).map(({ message }) => message);

testRule("deprecated-transport", ".mcp.json", {
	valid: [
		server('"type": "http", "url": "https://a.example.com/sse"'),
		server('"type": "streamable-http", "url": "https://a.example.com"'),
		server('"type": "ws", "url": "wss://a.example.com"'),
		server('"command": "sse"'),
		server('"type": "SSE", "url": "https://a.example.com/sse"'),
		server(
			'"type": "stdio", "command": "npx", "args": ["mcp-remote@1.0.0", "--transport", "sse-only"]',
		),
		server('"transport": "sse", "url": "https://a.example.com/sse"'),
	],
	invalid: [
		server('"type": «"sse"», "url": "https://a.example.com/sse"'),
		server('"url": "https://a.example.com/mcp", "type": «"sse"»'),
		server(
			'"type": «"sse"», "url": "http://127.0.0.1:3845/sse", "headers": { "A": "b" }',
		),
	],
});

test("names the successor", () => {
	expect(
		messages(server('"type": "sse", "url": "https://a.example.com/sse"')),
	).toContainEqual(expect.stringContaining('use "http"'));
});
