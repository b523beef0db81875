import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const messages = (text: string, file = ".claude/settings.json") =>
	lintFiles({ [file]: text }).map(({ message }) => message);

testRule("misplaced-servers", ".claude/settings.json", {
	valid: [
		'{ "enabledMcpjsonServers": ["docs"] }',
		'{ "env": { "mcpServers": "{}" } }',
		'{ "_mcpServers": {} }',
		'{ "allowedMcpServers": [{ "serverName": "docs" }] }',
		'["mcpServers"]',
	],
	invalid: [
		'{ «"mcpServers"»: { "docs": { "command": "a" } } }',
		'{ «"mcpServers"»: {} }',
		'{ "model": "opus", «"mcpServers"»: null }',
	],
});

test("local settings are settings too", () => {
	expect(
		messages('{ "mcpServers": {} }', ".claude/settings.local.json"),
	).toContainEqual(expect.stringContaining(".mcp.json"));
});
