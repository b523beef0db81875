import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const messages = (text: string, file = ".claude/mcp.json") =>
	lintFiles({ [file]: text }).map(({ message }) => message);

testRule("misplaced-file", ".claude/mcp.json", {
	valid: [""],
	invalid: [
		'«{» "mcpServers": {} }',
		'«{» "mcpServers": { "a": { "command": "a" } } }',
		"«{»}",
	],
});

test.each([".mcp.json", "packages/a/.mcp.json", ".claude/settings.json"])(
	"%s is where it belongs",
	(file) => {
		expect(
			lintFiles({ [file]: '{ "mcpServers": {} }' }).map(({ rule }) => rule),
		).not.toContain("misplaced-file");
	},
);

test("names the place beside the folder", () => {
	expect(
		messages('{ "mcpServers": {} }', "packages/a/.claude/.mcp.json"),
	).toContainEqual(expect.stringContaining("packages/a/.mcp.json"));
});
