import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

/** A file with one server. */
const server = (fields: string) => `{ "mcpServers": { "a": { ${fields} } } }`;
const messages = (text: string, file = ".mcp.json") =>
	lintFiles({ [file]: text }).map(({ message }) => message);

testRule("unknown-transport", ".mcp.json", {
	valid: [
		server('"type": "stdio", "command": "a"'),
		server('"type": "http", "url": "https://a.example.com"'),
		server('"type": "streamable-http", "url": "https://a.example.com"'),
		server('"type": "sse", "url": "https://a.example.com/sse"'),
		server('"type": "ws", "url": "wss://a.example.com"'),
		server('"command": "a"'),
		server('"command": "a", "transport": "local"'),
		server('"command": "a", "env": { "type": "remote" }'),
		server('"type": 5, "command": "a"'),
	],
	invalid: [
		server('"type": «"streamableHttp"», "url": "https://a.example.com"'),
		server('"type": «"HTTP"», "url": "https://a.example.com"'),
		server('"type": «"local"», "command": "a"'),
		server('"type": «""», "url": "https://a.example.com"'),
		server('"type": «"${TYPE}"», "command": "a"'),
		server('"type": «"sdk"», "command": "a"'),
		server('"type": «"constructor"», "command": "a"'),
		server('"type": «" http"», "url": "https://a.example.com"'),
	],
});

test("translates another client's word", () => {
	expect(
		messages(
			server('"type": "streamableHttp", "url": "https://a.example.com"'),
		),
	).toContainEqual(expect.stringContaining('Write "http"'));
});

test("lists the transports for a word that means nothing", () => {
	expect(messages(server('"type": "pigeon", "command": "a"'))).toContainEqual(
		expect.stringContaining('"stdio", "http"'),
	);
});

test("says who may use a host's transport", () => {
	expect(messages(server('"type": "sdk", "command": "a"'))).toContainEqual(
		expect.stringContaining("SDK"),
	);
});
