import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const permissions = (behavior: string, ...rules: string[]) =>
	`{ "permissions": { "${behavior}": [${rules.join(", ")}] } }`;

testRule("misspelled-rule", ".claude/settings.json", {
	valid: [
		permissions("allow", '"Bash"', '"Bash(npm run *)"', '"Read(./src/**)"'),
		permissions("allow", '"mcp__github"', '"mcp__github__*"'),
		permissions("allow", '"mcp__my-server__get_*"', '"mcp__with_dot__x-y_z"'),
		permissions("deny", '"mcp__*"', '"*"', '"mcp__*__delete_*"', '"B*"'),
		// the name of a server can end in "_" once it is normalised
		permissions("deny", '"mcp__docs_"'),
		// parentheses and commas inside a command
		permissions("allow", '"Bash(echo a, b)"', '"Bash(f() { x; })"'),
		permissions("allow", '"Bash(jq (.a), (.b))"'),
		// the client skips these and says so
		permissions("allow", '"mcp__github__create(*)"', '"bash(ls)"', '""'),
		// a tool that a host program adds
		permissions("allow", '"Custom_Tool"'),
	],
	invalid: [
		permissions("deny", '«"mcp__my server__delete"»'),
		permissions("deny", '«"mcp__with.dot"»', '«"mcp__with.dot__*"»'),
		permissions("allow", '«"mcp_github"»', '«"mcp_github_create_issue"»'),
		permissions("allow", '«"MCP__github"»', '«"Mcp__github__get"»'),
		permissions("deny", '«"mcp__github__"»', '«"mcp__"»'),
		permissions("allow", '«"mcp__playwright__.*"»', '«"mcp__a__get_?"»'),
		permissions("deny", '«"mcp__github__[gc]et"»', '«"^mcp__github$"»'),
		permissions("deny", '«"mcp__github.create"»', '«"mcp__github/create"»'),
		permissions("allow", '«" Bash(ls)"»', '«"mcp__github "»', '«"Bash (ls)"»'),
		permissions("deny", '«"Bash,Edit"»', '«"Bash, Edit"»', '«"Bash Edit"»'),
		permissions("deny", '«"Bash(rm *), Bash(curl *)"»'),
		permissions("deny", '«"mcp__a,mcp__b"»'),
		permissions("deny", '«"\\"Bash\\""»', '«"!Bash"»', '«"BASH(ls)"»'),
		permissions("deny", '«"Bash npm"»', '«"Bash: ls"»', '«"Bash[ls]"»'),
		permissions("deny", '«"Edit:*"»', '«"Webfetch(domain:a.example)"»'),
	],
});

test.each([
	["mcp__my server__delete", "mcp__my_server__delete"],
	["mcp__playwright__.*", "mcp__playwright__*"],
	["mcp__playwright.*", "mcp__playwright*"],
	["mcp__github__", "mcp__github"],
	["MCP__github", "mcp__github"],
	["mcp_github", "mcp__github"],
	["mcp_github__get", "mcp__github__get"],
	[" Bash(ls)", "Bash(ls)"],
	["Bash npm", "Bash(npm)"],
	["Bash: npm run test", "Bash(npm run test)"],
	["Bash[ls]", "Bash(ls)"],
	["Edit:*", "Edit"],
	["BASH(ls)", "Bash(ls)"],
	["'Bash(ls)'", undefined],
])("of %s it says that %s is meant", (text, meant) => {
	const [problem] = lintFiles({
		".claude/settings.json": JSON.stringify({ permissions: { deny: [text] } }),
	}).filter(({ rule }) => rule === "misspelled-rule");
	if (meant === undefined) expect(problem).toBeUndefined();
	else expect(problem?.message).toContain(`write "${meant}".`);
});

test("separators are put right by the names of the servers that are there", () => {
	const [problem] = lintFiles({
		".mcp.json": '{ "mcpServers": { "my docs": { "command": "docs" } } }',
		".claude/settings.json":
			'{ "permissions": { "deny": ["mcp_my_docs_delete_page"] } }',
	}).filter(({ rule }) => rule === "misspelled-rule");
	expect(problem?.message).toContain('write "mcp__my_docs__delete_page".');
});

test("a protection that is not there is an error, an allow rule that does nothing a warning", () => {
	const severities = lintFiles({
		".claude/settings.json":
			'{ "permissions": { "allow": ["mcp__a b"], "ask": ["mcp__c d"], "deny": ["mcp__e f"] } }',
	})
		.filter(({ rule }) => rule === "misspelled-rule")
		.map(({ severity }) => severity);
	expect(severities).toEqual(["warning", "error", "error"]);
});
