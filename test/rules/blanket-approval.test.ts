import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

testRule("blanket-approval", ".claude/settings.json", {
	valid: [
		'{ "enableAllProjectMcpServers": false }',
		'{ "enableAllProjectMcpServers": null }',
		'{ "enableAllProjectMcpServers": "true" }',
		'{ "enabledMcpjsonServers": ["a"] }',
		'{ "env": { "enableAllProjectMcpServers": "true" } }',
	],
	invalid: [
		'{ «"enableAllProjectMcpServers"»: true }',
		'{ «"enableAllProjectMcpServers"»: true, "disabledMcpjsonServers": ["a"] }',
		'{ "enabledMcpjsonServers": ["a"], «"enableAllProjectMcpServers"»: true }',
	],
});

const on = '{ "enableAllProjectMcpServers": true }';
const found = (files: Record<string, string>) =>
	lintFiles(files).filter(({ rule }) => rule === "blanket-approval");

test("is a warning where it is shared, a remark in one's own file, and the administrator's affair", () => {
	const severities = (file: string) =>
		found({ [file]: on }).map(({ severity }) => severity);
	expect(severities(".claude/settings.json")).toEqual(["warning"]);
	expect(severities(".claude/settings.local.json")).toEqual(["info"]);
	expect(severities("managed-settings.json")).toEqual([]);
});

test("names the servers to approve instead", () => {
	expect(
		found({
			".claude/settings.json": on,
			".mcp.json":
				'{ "mcpServers": { "a": { "command": "a" }, "my b": { "command": "b" } } }',
		})[0]?.message,
	).toBe(
		'"enableAllProjectMcpServers" approves unseen every server that is ever added to .mcp.json; name those you know: "enabledMcpjsonServers": ["a", "my b"].',
	);
	expect(
		found({
			".claude/settings.json":
				'{ "enableAllProjectMcpServers": true, "enabledMcpjsonServers": ["a"] }',
		})[0]?.message,
	).toContain('remove it, "enabledMcpjsonServers" names those you know');
});
