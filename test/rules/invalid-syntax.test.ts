import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const messages = (text: string) =>
	lintFiles({ ".mcp.json": text }).map(({ message }) => message);

testRule("invalid-syntax", ".mcp.json", {
	valid: [
		'{ "mcpServers": {} }',
		"",
		"  \n",
		'\uFEFF{ "mcpServers": {} }',
		'{\r\n\t"mcpServers": {}\r\n}\r\n',
		'{ "mcpServers": { "a": { "command": "a", "args": ["// no comment", "[1,]"] } } }',
		'{ "mcpServers": { "caf\\u00e9": { "command": "C:\\\\a" } } }',
		'{ "mcpServers": {}, "a": [-1.5e3, true, null] }',
	],
	invalid: [
		'{ "mcpServers": {}«,» }',
		'{ «// note»\n "mcpServers": {} }',
		'{ «/* note */» "mcpServers": {} }',
		"{ «'mcpServers'»: {} }",
		"{ «mcpServers»: {} }",
		"{ «“mcpServers”»: {} }",
		'{ "mcpServers": {} «"a"»: 1 }',
		'{ "mcpServers": {} } «}»',
	],
});

testRule("invalid-syntax", ".claude/settings.json", {
	valid: ["{}"],
	invalid: [
		'«{» "permissions": { "deny": [] }',
		'{ "alwaysThinkingEnabled": «True» }',
		'{ "env": { "HOME": "C:«\\U»sers" } }',
		"«<<<<<<<» HEAD\n{}\n=======\n{}\n>>>>>>> main",
		"{}\n«{»}",
	],
});

test("says what kind of slip it is", () => {
	const says = (text: string, part: string) =>
		expect(messages(text)).toContainEqual(expect.stringContaining(part));
	says('{ "mcpServers": {}, }', "trailing comma");
	says('{ // note\n "mcpServers": {} }', "comment");
	says('{ "a": True }', "write true");
	says("<<<<<<< HEAD\n{}", "merge conflict");
});
