import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const messages = (text: string, file = ".mcp.json") =>
	lintFiles({ [file]: text }).map(({ message }) => message);

testRule("wrong-root", ".mcp.json", {
	valid: [
		'{ "mcpServers": {} }',
		'{ "$schema": "https://example.com/schema.json", "mcpServers": {} }',
		'{ "servers": {}, "inputs": [], "mcpServers": {} }',
		'{ "mcpServers": { "a": { "command": "a" } }, "a": { "command": "a" } }',
		'{ "mcpServers": { "servers": { "command": "a" } } }',
		"",
		'{ "mcpServers": { "a": 5 } }',
	],
	invalid: [
		'{ «"servers"»: { "a": { "command": "a" } } }',
		"«{»}",
		'«[{ "command": "a" }]»',
		'{ "mcpServers": «[]» }',
		'{ "mcpServers": «null» }',
		'{ «"docs"»: { "command": "a" }, "other": { "command": "b" } }',
		'{ «"mcpservers"»: {} }',
		"«null»",
		'{ "inputs": [], «"servers"»: {} }',
	],
});

test("settings must be an object", () => {
	expect(messages("[]", ".claude/settings.json")).toHaveLength(1);
	expect(messages("{}", ".claude/settings.json")).toEqual([]);
});

test("names the right key for a misspelled one", () => {
	expect(messages('{ "mcp-servers": {} }')).toContainEqual(
		expect.stringContaining('"mcpServers"'),
	);
});

test("says which program reads the other key", () => {
	expect(messages('{ "servers": {} }')).toContainEqual(
		expect.stringContaining("Visual Studio"),
	);
});
