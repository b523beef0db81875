import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

/** A file with one server. */
const server = (fields: string) => `{ "mcpServers": { "a": { ${fields} } } }`;
const messages = (text: string, file = ".mcp.json") =>
	lintFiles({ [file]: text }).map(({ message }) => message);

testRule("empty-value", ".mcp.json", {
	valid: [
		server('"type": "http", "url": "${DOCS_URL}"'),
		server('"type": "http", "url": "${DOCS_URL:-}"'),
		server('"type": "http", "url": "https://a.example.com", "headers": {}'),
		server('"command": "a", "args": [""]'),
		server('"command": "a", "env": { "DEBUG": "" }'),
		server('"command": "a", "url": ""'),
		server(
			'"type": "http", "url": "https://a.example.com", "headers": { "A": "${A:-}" }',
		),
		server(
			'"type": "http", "url": "https://a.example.com", "oauth": { "clientId": "" }',
		),
	],
	invalid: [
		server('"type": "http", "url": «""»'),
		server('"type": "sse", "url": «""»'),
		server('"type": "ws", "url": «""»'),
		server(
			'"type": "http", "url": "https://a.example.com", "headers": { "Authorization": «""» }',
		),
		server(
			'"type": "http", "url": "https://a.example.com", "headersHelper": «""»',
		),
		server('"type": "http", "url": «""», "headers": { "A": «""», "B": "b" }'),
	],
});

test("names the field", () => {
	expect(
		messages(
			server(
				'"type": "http", "url": "https://a.example.com", "headers": { "X-Key": "" }',
			),
		),
	).toContainEqual(expect.stringContaining('"X-Key" is empty'));
});
