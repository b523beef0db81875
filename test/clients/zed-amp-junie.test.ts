import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const ZED = ".zed/settings.json";
const AMP = ".amp/settings.json";
const JUNIE = ".junie/mcp/mcp.json";
const zed = (fields: string) =>
	`{ "context_servers": { "docs": { ${fields} } } }`;

test.each([
	[
		ZED,
		'{ // ours\n"tab_size": 4, "context_servers": { "a": { "source": "custom", "command": "docs-server", "args": ["a"], "env": { "A": "b" } }, "b": { "url": "https://docs.example.com/mcp", "headers": { "A": "b" } }, "c": { "command": { "path": "docs-server", "args": ["a"], "env": {} } }, "d": { "source": "extension", "enabled": true, "settings": { "x": 1 } }, } }',
	],
	[ZED, '{ "lsp": { "x": 3 } }'],
	[
		AMP,
		'{ "amp.url": "x", "amp.mcpServers": { "a": { "command": "docs-server", "args": ["a"], "env": { "A": "${B}" } }, "b": { "url": "https://docs.example.com/mcp" } } }',
	],
	[
		JUNIE,
		'{ "mcpServers": { "a": { "command": "docs-server", "args": ["a"] }, "b": { "url": "https://docs.example.com/mcp" } } }',
	],
])("nothing is said of a right project: %s %s", (file, text) => {
	expect(lintFiles({ [file]: text })).toEqual([]);
});

testRule("invalid-server", ZED, {
	valid: [],
	invalid: [
		zed('"command": «3»'),
		zed('"command": { "path": "docs-server", "args": «"a"» }'),
	],
});

testRule("unpinned-package", ZED, {
	valid: [
		zed('"command": { "path": "npx", "args": ["-y", "docs-server@1.2.3"] }'),
	],
	invalid: [
		zed('"command": { "path": "npx", "args": ["-y", «"docs-server"»] }'),
		zed('"command": "npx", "args": ["-y", «"docs-server"»]'),
	],
});

testRule("insecure-url", AMP, {
	valid: [],
	invalid: [
		'{ "amp.mcpServers": { "docs": { "url": «"http://docs.example.com/mcp"» } } }',
	],
});

test("what is only documented is never an error", () => {
	for (const [file, text] of [
		[ZED, zed('"command": 3')],
		[AMP, '{ "amp.mcpServers": { "docs": 3 } }'],
		[JUNIE, "{}"],
	] as const) {
		expect(lintFiles({ [file]: text })).toMatchObject([
			{ severity: "warning" },
		]);
	}
});
