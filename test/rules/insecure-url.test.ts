import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

/** A file with one server. */
const server = (fields: string) => `{ "mcpServers": { "a": { ${fields} } } }`;
const messages = (text: string, file = ".mcp.json") =>
	lintFiles({ [file]: text }).map(({ message }) => message);

testRule("insecure-url", ".mcp.json", {
	valid: [
		server('"type": "http", "url": "https://a.example.com/mcp"'),
		server('"type": "http", "url": "http://localhost:3000/mcp"'),
		server('"type": "sse", "url": "http://127.0.0.1:3845/sse"'),
		server('"type": "http", "url": "http://[::1]:3000"'),
		server('"type": "http", "url": "http://host.docker.internal:3000"'),
		server('"type": "http", "url": "http://${HOST}/mcp"'),
		server(
			'"type": "http", "url": "http://${HOST:-localhost}:${PORT:-3000}/mcp"',
		),
		server(
			'"type": "http", "url": "https://a.example.com/?next=http://b.example.com"',
		),
		server(
			'"command": "npx", "args": ["mcp-remote@1.0.0", "http://a.example.com"]',
		),
		server('"type": "ws", "url": "ws://app.localhost"'),
	],
	invalid: [
		server('"type": "http", "url": «"http://a.example.com/mcp"»'),
		server('"type": "ws", "url": «"ws://a.example.com"»'),
		server('"type": "http", "url": «"HTTP://A.EXAMPLE.COM"»'),
		server('"type": "http", "url": «"http://localhost.example.com"»'),
		server('"type": "http", "url": «"http://${HOST:-a.example.com}/mcp"»'),
		server('"type": "http", "url": «"http://localhost@a.example.com/mcp"»'),
		server('"type": "http", "url": «"http://192.168.1.20:8080"»'),
		server('"type": "sse", "url": «"http://mcp-gateway:8080/sse"»'),
	],
});

const severities = (fields: string) =>
	lintFiles({ ".mcp.json": server(fields) })
		.filter(({ rule }) => rule === "insecure-url")
		.map(({ severity }) => severity);

test("credentials on the way make it worse, a private network better", () => {
	const token = '"headers": { "Authorization": "Bearer ${TOKEN}" }';
	expect(severities('"type": "http", "url": "http://a.example.com"')).toEqual([
		"warning",
	]);
	expect(
		severities(`"type": "http", "url": "http://a.example.com", ${token}`),
	).toEqual(["error"]);
	expect(severities('"type": "http", "url": "http://10.0.0.7"')).toEqual([
		"info",
	]);
	expect(
		severities(`"type": "http", "url": "http://10.0.0.7", ${token}`),
	).toEqual(["warning"]);
});

test("a header that only looks like a credential is none", () => {
	expect(
		severities(
			'"type": "http", "url": "http://a.example.com", "headers": { "X-Author": "me" }',
		),
	).toEqual(["warning"]);
});

test("names the scheme to use", () => {
	expect(
		messages(server('"type": "ws", "url": "ws://a.example.com"')),
	).toContainEqual(expect.stringContaining("wss://"));
});
