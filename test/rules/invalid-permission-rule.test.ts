import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const messages = (text: string, file = ".claude/settings.json") =>
	lintFiles({ [file]: text }).map(({ message }) => message);

testRule("invalid-permission-rule", ".claude/settings.json", {
	valid: [
		'{ "permissions": { "deny": ["Read(./.env)", "Bash(rm -rf:*)", "WebFetch", "mcp__*", "*"] } }',
		'{ "permissions": { "allow": ["Bash(git commit -m \\"*\\")", "Bash(find . -exec grep -l \\"f(\\" {} +)"] } }',
		'{ "permissions": { "allow": ["mcp__github", "mcp__github__*", "mcp__github__get_*"] } }',
		'{ "permissions": { "allow": ["WebFetch(domain:*.example.com)", "WebFetch(*)", "WebSearch"] } }',
		'{ "permissions": { "allow": ["Skill(commit:*)", "Task(Explore)", "SomethingNew(x)"] } }',
		'{ "permissions": { "allow": ["Read(//tmp/**)", "Edit(~/notes/**)"] } }',
		'{ "permissions": { "allow": ["Bash(echo (a))", "Bash((a))", "Bash(npm run build:*)"] } }',
		'{ "allow": ["bash()"] }',
		'{ "permissions": { "deny": ["Bash(curl http://a.example.com:*)", "PowerShell(Get-ChildItem:*)"] } }',
		'{ "permissions": { "allow": ["mcp__claude_ai_Gmail__search", "mcp__plugin_docs_docs__*"] } }',
	],
	invalid: [
		'{ "permissions": { "deny": [«"bash(rm *)"»] } }',
		'{ "permissions": { "deny": [«"Read()"», "WebFetch"] } }',
		'{ "permissions": { "deny": [«"Read(./.env"»] } }',
		'{ "permissions": { "allow": [«"mcp__github__create(*)"»] } }',
		'{ "permissions": { "allow": [«"mcp__*"», «"*"»] } }',
		'{ "permissions": { "allow": [«"Bash(:*)"»] } }',
		'{ "permissions": { "deny": [«"Read(src:*)"»] } }',
		'{ "permissions": { "allow": [«"WebFetch(https://example.com/a)"», «"WebFetch(example.com)"»] } }',
		'{ "permissions": { "allow": [«"WebSearch(claude*)"»] } }',
		'{ "permissions": { "deny": [«"Bash(a) "»] } }',
		'{ "permissions": { "deny": [«""»] } }',
		'{ "permissions": { "deny": [«5»] } }',
	],
});

test("gives the host of an address as a domain", () => {
	expect(
		messages(
			'{ "permissions": { "allow": ["WebFetch(https://example.com/a)"] } }',
		),
	).toContainEqual(expect.stringContaining('"WebFetch(domain:example.com)"'));
});

test("capitalises a tool's name", () => {
	expect(
		messages('{ "permissions": { "deny": ["bash(rm *)"] } }'),
	).toContainEqual(expect.stringContaining('write "Bash"'));
});

test("says of which list the rule is dropped", () => {
	expect(messages('{ "permissions": { "ask": ["Read()"] } }')).toContainEqual(
		expect.stringContaining("Ask rule"),
	);
});

test("gives a path pattern without the colon", () => {
	expect(
		messages('{ "permissions": { "deny": ["Read(src:*)"] } }'),
	).toContainEqual(expect.stringContaining('"Read(src/**)"'));
});
