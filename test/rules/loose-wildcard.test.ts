import { testRule } from "../test-rule.ts";

const allow = (...rules: string[]) =>
	`{ "permissions": { "allow": [${rules.join(", ")}] } }`;

testRule("loose-wildcard", ".claude/settings.json", {
	// what 2.1.329 does not warn of when it starts
	valid: [
		allow('"Bash(git *)"', '"Bash(git:*)"', '"Bash(*)"', '"Bash(* --version)"'),
		allow(
			'"Bash(npm run * --fix)"',
			'"Bash(docker compose * up)"',
			'"Bash(git *main)"',
			'"Bash(git* main)"',
		),
		allow(
			'"Bash(cat * | grep x)"',
			'"Bash(git checkout * && ls)"',
			'"Bash(npm test -- * --bail)"',
		),
		allow('"Bash(wc -l /src/*.py /test/*.py)"', '"Bash(FOO=1 npm x *)"'),
		'{ "permissions": { "deny": ["Bash(git * main)"], "ask": ["Bash(git * x)"] } }',
	],
	invalid: [
		allow(
			'«"Bash(git * main)"»',
			'«"Bash(a * b *)"»',
			'«"Bash(git -C * status)"»',
		),
		allow(
			'«"Bash(python -m * x)"»',
			'«"Bash(ls *.ts foo)"»',
			'«"Bash(git --no-pager * main)"»',
		),
		allow('«"Bash(TESTPATH=* uv run *)"»'),
		allow('«"Bash(git push:* origin)"»', '«"Bash(sudo * x)"»'),
	],
});
