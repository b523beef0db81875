import { testRule } from "../test-rule.ts";

testRule("narrow-wildcard", ".claude/settings.json", {
	valid: [
		'{ "permissions": { "allow": ["Read", "Edit", "Bash(*)", "WebFetch(*)", "Agent(*)", "Read(**)"] } }',
		// there it is the tool as a whole
		'{ "permissions": { "deny": ["Read(*)", "Write(*)"], "ask": ["Edit(*)"] } }',
	],
	// what 2.1.329 says when it starts
	invalid: [
		'{ "permissions": { "allow": [«"Read(*)"», «"Grep(*)"», «"Glob(*)"»] } }',
		'{ "permissions": { "allow": [«"Edit(*)"», «"Write(*)"», «"NotebookEdit(*)"»] } }',
	],
});
