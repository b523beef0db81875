import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

testRule("ineffective-approval", ".claude/settings.json", {
	valid: [
		'{ "enabledMcpjsonServers": ["a", "my docs", "claude.ai Docs"] }',
		'{ "enabledMcpjsonServers": [] }',
		'{ "enabledMcpjsonServers": "a" }',
		'{ "enabledMcpjsonServers": ["mcp", "mcp_docs", "mcp-server"] }',
		'{ "enabledMcpjsonServers": ["my_docs"] }',
		'{ "disabledMcpjsonServers": ["a", "my_docs"] }',
		'{ "permissions": { "allow": ["mcp__a__*"] } }',
	],
	invalid: [
		'{ "enabledMcpjsonServers": [«"*"»] }',
		'{ "enabledMcpjsonServers": ["a", «"git*"»] }',
		'{ "enabledMcpjsonServers": [«"mcp__a"»] }',
		'{ "enabledMcpjsonServers": [«"mcp__a__*"»] }',
		'{ "disabledMcpjsonServers": [«"*"»] }',
		'{ "disabledMcpjsonServers": [«"git*"»] }',
		'{ "disabledMcpjsonServers": [«"mcp__a__search"»] }',
	],
});

const declare = (...names: string[]) =>
	JSON.stringify({
		mcpServers: Object.fromEntries(
			names.map((name) => [name, { command: "docs-server" }]),
		),
	});
const found = (key: string, text: string, ...names: string[]) =>
	lintFiles({
		".mcp.json": declare(...names),
		".claude/settings.json": JSON.stringify({ [key]: [text] }),
	})
		.filter(({ rule }) => rule === "ineffective-approval")
		.map(({ severity, message }) => [severity, message]);

test("an approval needs the name as it stands in the file, a refusal also takes the other spelling", () => {
	expect(found("enabledMcpjsonServers", "my_docs", "my docs")).toEqual([
		[
			"warning",
			'"my_docs" approves no server of .mcp.json: the server is called "my docs" there; write that.',
		],
	]);
	expect(found("enabledMcpjsonServers", "my.docs", "my docs")).toHaveLength(1);
	expect(found("enabledMcpjsonServers", "my docs", "my docs")).toEqual([]);
	expect(
		found("enabledMcpjsonServers", "my_docs", "my_docs", "my docs"),
	).toEqual([]);
	expect(found("disabledMcpjsonServers", "my_docs", "my docs")).toEqual([]);
	expect(found("disabledMcpjsonServers", "my.docs", "my docs")).toEqual([]);
});

test("names of no server are left alone", () => {
	expect(found("enabledMcpjsonServers", "A", "a")).toEqual([]);
	expect(found("disabledMcpjsonServers", "other", "a")).toEqual([]);
});

test("a server may really have such a name", () => {
	expect(found("enabledMcpjsonServers", "git*", "git*")).toEqual([]);
	expect(found("disabledMcpjsonServers", "git_", "git*")).toEqual([]);
	expect(found("enabledMcpjsonServers", "mcp__a", "mcp__a")).toEqual([]);
});

test("a refusal that fails is an error, and names what it was meant for", () => {
	expect(
		found("disabledMcpjsonServers", "git*", "docs", "github", "gitlab"),
	).toEqual([
		[
			"error",
			'"git*" refuses no server of .mcp.json: names have no wildcards; write "github" and "gitlab".',
		],
	]);
	expect(found("enabledMcpjsonServers", "*")).toEqual([
		[
			"warning",
			'"*" approves no server of .mcp.json: names have no wildcards; name each server, or set "enableAllProjectMcpServers" for all that will ever be there.',
		],
	]);
});
