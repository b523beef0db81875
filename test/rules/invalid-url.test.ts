import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

/** A file with one server. */
const server = (fields: string) => `{ "mcpServers": { "a": { ${fields} } } }`;
const messages = (text: string, file = ".mcp.json") =>
	lintFiles({ [file]: text }).map(({ message }) => message);

testRule("invalid-url", ".mcp.json", {
	valid: [
		server('"type": "http", "url": "https://a.example.com/mcp"'),
		server('"type": "http", "url": "${DOCS_URL}"'),
		server('"type": "http", "url": "${DOCS_URL:-https://a.example.com}/mcp"'),
		server('"type": "http", "url": "http://localhost:${PORT:-3000}/mcp"'),
		server('"type": "http", "url": "https://${TEAM}.example.com"'),
		server('"type": "ws", "url": "http://localhost:3000"'),
		server('"type": "ws", "url": "wss://a.example.com"'),
		server('"type": "http", "url": "http://[::1]:3000/mcp"'),
		server('"type": "http", "url": ""'),
		server('"command": "a", "args": ["not a url"]'),
	],
	invalid: [
		server('"type": "http", "url": «"a.example.com/mcp"»'),
		server('"type": "http", "url": «"ws://a.example.com"»'),
		server('"type": "sse", "url": «"ftp://a.example.com"»'),
		server('"type": "http", "url": «"/mcp"»'),
		server('"type": "http", "url": «"https://<1st-domain>/mcp"»'),
		server('"type": "http", "url": «"https://"»'),
		server('"type": "http", "url": «"${DOCS_URL:-a.example.com}"»'),
	],
});

test("says that the scheme is missing", () => {
	expect(
		messages(server('"type": "http", "url": "a.example.com/mcp"')),
	).toContainEqual(expect.stringContaining("https:// in front"));
});

test("names the type for a socket's address", () => {
	expect(
		messages(server('"type": "http", "url": "wss://a.example.com"')),
	).toContainEqual(expect.stringContaining('write "type": "ws"'));
});

test("leaves it to another rule to name a placeholder of the usual form", () => {
	const named = messages(
		server('"type": "http", "url": "https://<your-domain>/mcp"'),
	);
	expect(named).toEqual([expect.stringContaining('"<your-domain>"')]);
});
