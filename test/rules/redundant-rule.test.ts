import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const allow = (...rules: string[]) =>
	`{ "permissions": { "allow": [${rules.join(", ")}] } }`;

testRule("redundant-rule", ".claude/settings.json", {
	valid: [
		allow('"Bash(npm run lint)"', '"Bash(npm run test)"', '"Read"', '"Edit"'),
		allow('"Bash(npm run:*)"', '"Bash(npm runner)"'),
		allow('"mcp__github__get_*"', '"mcp__github__list_*"'),
		// the second is also about files that the shell reads, and about other tools that write
		allow('"Read"', '"Read(//etc/**)"', '"Edit"', '"Edit(src/**)"'),
		// a prefix covers one command, and each command of a script needs a rule
		allow(
			'"Bash(npm run *)"',
			'"Bash(npm run build && git push)"',
			'"Bash(npm run a; b)"',
		),
		// the same text in two lists is not twice in one
		'{ "permissions": { "allow": ["Read"], "ask": ["Read(.env)"] } }',
	],
	invalid: [
		allow('"Read"', '«"Read"»', '«"Read"»'),
		allow('"Bash(npm run lint)"', '«"Bash(npm run *)"»'),
		allow('«"Bash"»', '"Bash(ls:*)"', '"Bash(npm:*)"'),
		allow('«"Bash(npm:*)"»', '"Bash(npm *)"'),
		allow('«"mcp__github"»', '"mcp__github__*"'),
		allow('«"WebFetch(domain:*)"»', '"WebFetch(domain:example.com)"'),
	],
});

testRule("redundant-rule", ".claude/settings.local.json", {
	// the client itself adds rules to this file
	valid: [allow('"Bash(npm run *)"', '"Bash(npm run lint)"')],
	invalid: [allow('"Bash(ls)"', '«"Bash(ls)"»')],
});

test("one problem names what a wide rule makes superfluous", () => {
	const [problem] = lintFiles({
		".claude/settings.json": allow(
			'"Bash"',
			...["a", "b", "c", "d", "e"].map((name) => `"Bash(${name}:*)"`),
		),
	}).filter(({ rule }) => rule === "redundant-rule");
	expect(problem?.message).toBe(
		'"Bash" covers "Bash(a:*)", "Bash(b:*)", "Bash(c:*)" and 2 more in the same list; remove those rules, or narrow this one.',
	);
});
