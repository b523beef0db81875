import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

/** A file with one server. */
const server = (fields: string) => `{ "mcpServers": { "a": { ${fields} } } }`;
const messages = (text: string, file = ".mcp.json") =>
	lintFiles({ [file]: text }).map(({ message }) => message);

testRule("missing-transport", ".mcp.json", {
	valid: [
		server('"type": "http", "url": "https://a.example.com"'),
		server('"command": "a"'),
		server('"command": "a", "url": "https://a.example.com"'),
		server('"command": "a", "serverUrl": "https://a.example.com"'),
		server('"type": "streamableHttp", "url": "https://a.example.com"'),
		server('"args": ["https://a.example.com"]'),
		server('"transport": "stdio", "command": "a"'),
		server('"env": { "url": "https://a.example.com" }'),
	],
	invalid: [
		server('"type": "http", «"serverUrl"»: "https://a.example.com"'),
		server('«"url"»: "https://a.example.com"'),
		server('«"url"»: "${DOCS_URL}", "headers": { "A": "b" }'),
		server('«"serverUrl"»: "https://a.example.com"'),
		server('«"httpUrl"»: "https://a.example.com"'),
		server('«"transport"»: { "type": "http", "url": "https://a.example.com" }'),
		server('"transport": "http", «"url"»: "https://a.example.com"'),
		server('"type": "stdio", «"uri"»: "https://a.example.com"'),
	],
});

test("guesses the transport from the address", () => {
	expect(messages(server('"url": "https://a.example.com/sse"'))).toContainEqual(
		expect.stringContaining('"type": "sse"'),
	);
});

test("takes a socket for ws", () => {
	expect(messages(server('"url": "wss://a.example.com"'))).toContainEqual(
		expect.stringContaining('"type": "ws"'),
	);
});

test("takes anything else for http", () => {
	expect(
		messages(server('"url": "https://a.example.com/assets"')),
	).toContainEqual(expect.stringContaining('"type": "http"'));
});
