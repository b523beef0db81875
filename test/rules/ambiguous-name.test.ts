import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

/** A file with a server of this name. */
const named = (name: string) =>
	`{ "mcpServers": { ${name}: { "command": "docs-server" } } }`;
const messages = (text: string, file = ".mcp.json") =>
	lintFiles({ [file]: text }).map(({ message }) => message);

testRule("ambiguous-name", ".mcp.json", {
	valid: [
		named('"docs"'),
		named('"docs_v2"'),
		named('"docs-v2"'),
		named('"docs--v2"'),
		named('"_docs"'),
		named('"docs v2"'),
		named('"claude.ai Docs (beta)"'),
		named('"computer-use"'),
		named('"__proto__"'),
	],
	invalid: [
		named('«"docs__v2"»'),
		named('«"docs_"»'),
		named('«"docs  v2"»'),
		named('«"docs (beta)"»'),
		named('«"docs."»'),
		named('«"docs 🎉"»'),
		named('«"__docs"»'),
	],
});

test("names the server that the tools are taken for", () => {
	expect(messages(named('"docs__v2"'))).toContainEqual(
		expect.stringContaining('those of a server "docs"'),
	);
});

test("shows how a name looks in tool names where it is another", () => {
	expect(messages(named('"docs (beta)"'))).toContainEqual(
		expect.stringContaining('"docs__beta_" in tool names'),
	);
});
