import { testRule } from "../test-rule.ts";

testRule("misanchored-path", ".claude/settings.json", {
	valid: [
		'{ "permissions": { "deny": ["Read(//etc/passwd)", "Read(~/.ssh/**)", "Read(./etc/passwd)"] } }',
		// from the top of the project
		'{ "permissions": { "allow": ["Read(/src/**)", "Edit(/docs/**)", "Edit(/package.json)", "Read(/data/x)"] } }',
		'{ "permissions": { "allow": ["Bash(/usr/bin/make)"] } }',
		'{ "permissions": { "allow": ["Read(/tmpl/x)", "Read(/etc)"] } }',
	],
	invalid: [
		'{ "permissions": { "deny": [«"Read(/etc/passwd)"», «"Edit(/home/me/**)"»] } }',
		'{ "permissions": { "allow": [«"Read(/tmp/preview*.png)"», «"Read(/Users/me/x)"», «"Edit(/c/repo/**)"»] } }',
	],
});
