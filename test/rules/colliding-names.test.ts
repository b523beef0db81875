import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

/** A file with these servers. */
const servers = (entries: string) => `{ "mcpServers": { ${entries} } }`;

testRule("colliding-names", ".mcp.json", {
	valid: [
		servers('"docs": { "command": "a" }, "docs-v2": { "command": "b" }'),
		servers('"docs-v2": { "command": "a" }, "docs_v2": { "command": "b" }'),
		servers('"docs": { "command": "a" }, "Docs": { "command": "b" }'),
		servers('"a.b": { "command": "a" }'),
		servers('"docs": { "command": "a" }, "docs": { "command": "b" }'),
		servers('"my docs": { "command": "a" }, "my docs 2": { "command": "a" }'),
	],
	invalid: [
		servers('"docs_v2": { "command": "a" }, «"docs.v2"»: { "command": "b" }'),
		servers('"my docs": { "command": "a" }, «"my_docs"»: { "command": "a" }'),
		servers(
			'"a b": { "command": "a" }, «"a.b"»: { "command": "b" }, «"a/b"»: { "command": "c" }',
		),
		servers(
			'"claude.ai My Docs": { "type": "http", "url": "https://a.example.com" }, «"claude_ai_My_Docs"»: { "command": "b" }',
		),
	],
});

const docs = (name: string) =>
	`{ "mcpServers": { "${name}": { "command": "docs-server" } } }`;

test("a server of a folder above collides too", () => {
	const found = lintFiles({
		".mcp.json": docs("docs_v2"),
		"packages/a/.mcp.json": docs("docs.v2"),
	});
	expect(found).toContainEqual(
		expect.objectContaining({
			rule: "colliding-names",
			location: expect.objectContaining({ file: "packages/a/.mcp.json" }),
		}),
	);
});

test("folders beside each other never share a session", () => {
	const found = lintFiles({
		"packages/a/.mcp.json": docs("docs_v2"),
		"packages/b/.mcp.json": docs("docs.v2"),
	});
	expect(found.map(({ rule }) => rule)).not.toContain("colliding-names");
});

test("points at the other server", () => {
	const [first] = lintFiles({
		".mcp.json":
			'{ "mcpServers": { "a_b": { "command": "a" }, "a b": { "command": "b" } } }',
	}).filter(({ rule }) => rule === "colliding-names");
	expect(first?.related?.[0]?.location.pointer).toBe("/mcpServers/a_b");
});
