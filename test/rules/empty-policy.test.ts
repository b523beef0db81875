import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

testRule("empty-policy", ".claude/settings.json", {
	valid: [
		'{ "allowedMcpServers": [] }',
		'{ "deniedMcpServers": [] }',
		'{ "allowedMcpServers": [{ "serverName": "a" }] }',
		'{ "allowedMcpServers": [{ "serverName": "git*" }, { "serverName": "a" }] }',
		'{ "deniedMcpServers": [{ "serverName": "git*" }] }',
		'{ "deniedMcpServers": ["a", { "serverName": "a" }] }',
		'{ "deniedMcpServers": [{ "serverName": "a", "_note": "why" }] }',
		'{ "allowedMcpServers": "a" }',
		'{ "deniedMcpServers": { "serverName": "a" } }',
	],
	invalid: [
		'{ «"allowedMcpServers"»: [{ "serverName": "git*" }] }',
		'{ «"allowedMcpServers"»: ["a", {}] }',
		'{ «"deniedMcpServers"»: ["a", { "serverName": "" }] }',
		'{ «"deniedMcpServers"»: [{ "serverName": " a" }] }',
		'{ «"deniedMcpServers"»: [{ "serverName": "a", "serverUrl": "*" }] }',
	],
});

const found = (files: Record<string, string>) =>
	lintFiles(files)
		.filter(({ rule }) => rule === "empty-policy")
		.map(({ message }) => message);

test("the allow lists of all files are one", () => {
	const invalid = '{ "allowedMcpServers": ["a"] }';
	expect(
		found({
			".claude/settings.json": invalid,
			".claude/settings.local.json":
				'{ "allowedMcpServers": [{ "serverName": "a" }] }',
		}),
	).toEqual([]);
	expect(
		found({
			".claude/settings.json": invalid,
			".claude/settings.local.json": invalid,
		}),
	).toHaveLength(2);
});

test("says what becomes of the servers", () => {
	expect(
		found({ ".claude/settings.json": '{ "allowedMcpServers": ["a"] }' }),
	).toEqual([
		'No entry of "allowedMcpServers" is valid, so no server is allowed and all are blocked; mend the entries, or remove the list.',
	]);
	expect(
		found({ ".claude/settings.json": '{ "deniedMcpServers": ["a"] }' }),
	).toEqual([expect.stringContaining("so nothing is blocked")]);
});

test("does not name every server beside it", () => {
	expect(
		lintFiles({
			".claude/settings.json": '{ "allowedMcpServers": ["a"] }',
			".mcp.json": '{ "mcpServers": { "a": { "command": "a" } } }',
		}).some(({ rule }) => rule === "blocked-server"),
	).toBe(false);
});
