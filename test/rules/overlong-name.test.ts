import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

/** A file with a server of this name. */
const named = (name: string) =>
	`{ "mcpServers": { ${name}: { "command": "docs-server" } } }`;

testRule("overlong-name", ".mcp.json", {
	valid: [
		named('"docs"'),
		named(`"${"d".repeat(64)}"`),
		named(`"${"d".repeat(120)}"`),
		named(`"claude.ai ${" ".repeat(200)}docs"`),
	],
	invalid: [
		named(`«"${"d".repeat(121)}"»`),
		named(`«"${"docs server ".repeat(11)}"»`),
		named(`«"${"🎉".repeat(61)}"»`),
	],
});

test("says by how much the name must be shorter", () => {
	const messages = lintFiles({
		".mcp.json": named(`"${"d".repeat(125)}"`),
	}).map(({ message }) => message);
	expect(messages).toContainEqual(
		expect.stringContaining("shorten it by 5 or more"),
	);
});
