import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const messages = (text: string, file = ".claude/settings.json") =>
	lintFiles({ [file]: text }).map(({ message }) => message);

testRule("unknown-key", ".claude/settings.json", {
	valid: [
		'{ "permissions": { "deny": [] } }',
		'{ "$schema": "https://json.schemastore.org/claude-code-settings.json" }',
		'{ "_permisions": {}, "//": "note", "//hooks": {} }',
		'{ "env": { "ANYTHING": "1" } }',
		'{ "enabledPlugins": { "a@b": true } }',
		'{ "mcpServers": {} }',
		'{ "hooks": { "Stopp": [] } }',
		'{ "extraKnownMarketplaces": { "anything": { "source": { "source": "github", "repo": "a/b" } } } }',
		'{ "allowedTools": [] }',
	],
	invalid: [
		'{ «"permisions"»: { "deny": [] } }',
		'{ "permissions": { «"denied"»: ["Read"] } }',
		'{ "permissions": { «"Deny"»: ["Read"] } }',
		'{ «"enviroment"»: { "A": "1" } }',
		'{ "sandbox": { «"enable"»: true } }',
		'{ "statusLine": { "type": "command", "command": "date", «"colour"»: "red" } }',
		'{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "a", «"timeoutMs"»: 5 }] }] } }',
	],
});

test("keys of a server are checked as well", () => {
	expect(
		messages(
			'{ "mcpServers": { "a": { "command": "a", "enviroment": {} } } }',
			".mcp.json",
		),
	).toContainEqual(expect.stringContaining('"enviroment"'));
	expect(
		messages(
			'{ "mcpServers": { "a": { "command": "a", "arg": [] } } }',
			".mcp.json",
		),
	).toContainEqual(expect.stringContaining('did you mean "args"?'));
});

test("names the key that was meant", () => {
	expect(messages('{ "permisions": {} }')).toContainEqual(
		expect.stringContaining('did you mean "permissions"?'),
	);
});

test("proposes nothing where nothing is near", () => {
	expect(messages('{ "wibble": 1 }')).toContainEqual(
		expect.stringContaining("remove it"),
	);
});
