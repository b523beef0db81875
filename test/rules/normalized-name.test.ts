import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

/** A file with a server of this name. */
const named = (name: string) =>
	`{ "mcpServers": { ${name}: { "command": "docs-server" } } }`;
const messages = (text: string, file = ".mcp.json") =>
	lintFiles({ [file]: text }).map(({ message }) => message);

testRule("normalized-name", ".mcp.json", {
	valid: [
		named('"docs"'),
		named('"my-docs"'),
		named('"my_docs"'),
		named('"DOCS2"'),
		named('"2"'),
		named('""'),
		named('"__proto__"'),
		named('"docs__v2"'),
	],
	invalid: [
		named('«"my docs"»'),
		named('«"my.docs"»'),
		named('«"@scope/docs"»'),
		named('«"dócs"»'),
		named('«"plugin:docs:docs"»'),
		named('«"claude.ai Docs"»'),
	],
});

test("gives the name that rules need", () => {
	expect(messages(named('"my docs"'))).toContainEqual(
		expect.stringContaining('"mcp__my_docs__…"'),
	);
});

test("knows that connectors of claude.ai are spelled without repeated underscores", () => {
	expect(messages(named('"claude.ai My  Docs."'))).toContainEqual(
		expect.stringContaining('"claude_ai_My_Docs"'),
	);
});
