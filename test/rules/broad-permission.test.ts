import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const allow = (...rules: string[]) =>
	`{ "permissions": { "allow": [${rules.join(", ")}] } }`;

testRule("broad-permission", ".claude/settings.json", {
	valid: [
		allow(
			'"Bash(npm run *)"',
			'"Bash(python scripts/check.py *)"',
			'"Bash(git:*)"',
		),
		allow('"mcp__github"', '"Read"', '"Edit"', '"WebFetch"'),
		allow('"Bash(bash scripts/build.sh:*)"', '"Bash(node --test:*)"'),
		'{ "permissions": { "deny": ["Bash"], "ask": ["Bash(python *)"] } }',
	],
	invalid: [
		allow('«"Bash"»', '«"PowerShell"»', '«"Bash(*)"»'),
		allow(
			'«"Bash(python3:*)"»',
			'«"Bash(node *)"»',
			'«"Bash(bash:*)"»',
			'«"Bash(python*)"»',
		),
		allow(
			'«"Bash(sudo *)"»',
			'«"Bash(eval:*)"»',
			'«"Edit(//**)"»',
			'«"Edit(~/**)"»',
		),
		allow(
			'«"Bash(bash -c:*)"»',
			'«"Bash(.venv/bin/python *)"»',
			'«"Bash(node -e *)"»',
			'«"Bash(env *)"»',
		),
	],
});

test("in local settings it is the user's own choice", () => {
	const [problem] = lintFiles({
		".claude/settings.local.json": allow('"Bash(*)"'),
	}).filter(({ rule }) => rule === "broad-permission");
	expect(problem?.severity).toBe("info");
});
