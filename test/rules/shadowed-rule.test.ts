import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const lists = (deny: string, ask: string, allow: string) =>
	`{ "permissions": { "deny": [${deny}], "ask": [${ask}], "allow": [${allow}] } }`;

testRule("shadowed-rule", ".claude/settings.json", {
	valid: [
		// what is more exact may be stricter
		lists('"Bash(git push *)"', "", '"Bash(git *)", "Bash"'),
		lists(
			'"mcp__github__delete_*"',
			'"mcp__github__create_*"',
			'"mcp__github"',
		),
		lists('"Read(.env)"', '"Edit(.env)"', '"Read", "Read(src/**)"'),
		lists(
			'"WebFetch(domain:*.example.com)"',
			"",
			'"WebFetch(domain:example.com)"',
		),
		// what is allowed for paths also counts for the other tools that write
		lists('"Edit"', "", '"Edit(src/**)"'),
		lists(
			'"Read(src/**)", "Read(!src/public/**)"',
			"",
			'"Read(src/public/**)"',
		),
		// such an ask rule has no effect
		lists("", '"Agent(x)"', '"Task(x)"'),
		// words are words
		lists('"Bash(git pu:*)", "Bash(gi:*)"', "", '"Bash(git push)"'),
		lists('"mcp__git"', "", '"mcp__github__get"'),
		// a rule that the client skips shadows nothing
		lists('"bash"', "", '"Bash(ls)"'),
		lists('"Edit(src/**)"', "", '"Read(src/a.ts)"'),
	],
	invalid: [
		lists(
			'"Bash(git push:*)"',
			"",
			'«"Bash(git push origin main)"», «"Bash(git push *)"»',
		),
		lists('"Bash"', "", '«"Bash(ls)"», «"Bash(npm run *)"»'),
		lists('"Bash(rm * /)"', "", '«"Bash(rm -rf /)"»'),
		lists('"*"', "", '«"Read"»'),
		lists('"mcp__*"', "", '«"mcp__github__get"»'),
		lists('"mcp__github"', "", '«"mcp__github__get_*"», «"mcp__github__*"»'),
		lists('"mcp__*__delete"', "", '«"mcp__github__delete"»'),
		lists(
			'"WebFetch(domain:*.example.com)"',
			"",
			'«"WebFetch(domain:api.example.com)"»',
		),
		lists('"WebFetch"', "", '«"WebFetch(domain:example.com)"»'),
		lists('"Read(secrets/**)"', "", '«"Read(secrets/public/**)"»'),
		lists("", '"Bash(git push *)"', '«"Bash(git push)"»'),
		lists('"Task(x)"', "", '«"Agent(x)"»'),
		lists('"Read(.env)"', '«"Read(.env)"»', '«"Read(.env)"»'),
	],
});

test("a rule of another file of the session counts as well", () => {
	const problems = lintFiles({
		".claude/settings.json": '{ "permissions": { "deny": ["mcp__docs"] } }',
		".claude/settings.local.json":
			'{ "permissions": { "allow": ["mcp__docs__search"] } }',
	}).filter(({ rule }) => rule === "shadowed-rule");
	expect(problems).toHaveLength(1);
	expect(problems[0]?.location.file).toBe(".claude/settings.local.json");
	expect(problems[0]?.related?.[0]?.location.file).toBe(
		".claude/settings.json",
	);
	expect(problems[0]?.message).toBe(
		'"mcp__docs__search" is allowed in vain: the deny rule "mcp__docs" covers it and wins; remove it, or narrow that rule.',
	);
});

test("the same rule in two lists is a contradiction", () => {
	const [problem] = lintFiles({
		".claude/settings.json":
			'{ "permissions": { "allow": ["WebSearch"], "deny": ["WebSearch"] } }',
	}).filter(({ rule }) => rule === "shadowed-rule");
	expect(problem?.message).toBe(
		'"WebSearch" is allowed here and denied in a list of deny rules, and deny wins; remove one of the two.',
	);
});
