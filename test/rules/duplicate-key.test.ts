import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

testRule("duplicate-key", ".claude/settings.json", {
	valid: [
		'{ "permissions": { "allow": ["Read"], "deny": ["Read"] } }',
		'{ "permissions": { "deny": ["Read(./.env)", "Read(./.env)"] } }',
		'{ "env": { "PATH": "a", "Path": "b" } }',
		'{ "env": { "A": "1" }, "sandbox": { "enabled": true } }',
		'{ "hooks": { "Stop": [{ "hooks": [] }, { "hooks": [] }] } }',
		'[{ "a": 1 }, { "a": 2 }]',
	],
	invalid: [
		'{ "permissions": { «"deny"»: ["Read(./.env)"], "deny": ["WebFetch"] } }',
		'{ «"model"»: "opus", "env": {}, "model": "opus" }',
		'{ «"env"»: {}, «"env"»: {}, "env": {} }',
		'{ "hooks": { «"Stop"»: [], "Stop": [] } }',
		'{ "env": { «"A"»: "1", "\\u0041": "2" } }',
		'{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", «"command"»: "a", "command": "b" }] }] } }',
	],
});

const severities = (text: string) =>
	lintFiles({ ".claude/settings.json": text })
		.filter(({ rule }) => rule === "duplicate-key")
		.map(({ severity }) => severity);

test("a lost protection is an error", () => {
	expect(
		severities('{ "permissions": { "deny": ["Read"], "deny": [] } }'),
	).toEqual(["error"]);
	expect(
		severities('{ "hooks": { "PreToolUse": [], "PreToolUse": [] } }'),
	).toEqual(["error"]);
	expect(
		severities('{ "permissions": { "allow": ["Read"], "allow": [] } }'),
	).toEqual(["warning"]);
});

test("a server that stands twice is reported at the first", () => {
	const [first] = lintFiles({
		".mcp.json":
			'{ "mcpServers": { "a": { "command": "old" }, "a": { "command": "new" } } }',
	});
	expect(first).toMatchObject({
		rule: "duplicate-key",
		location: { start: 18 },
	});
});
