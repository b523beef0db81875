import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

testRule("unknown-tool", ".claude/settings.json", {
	valid: [
		'{ "permissions": { "allow": ["Bash", "Task", "Agent(x)", "Glob", "Grep"] } }',
		'{ "permissions": { "deny": ["TodoWrite", "BashOutput", "PowerShell"] } }',
		'{ "permissions": { "deny": ["*", "B*", "Cron*", "mcp__*"] } }',
		// a tool that a host program adds; the client does not warn of it either
		'{ "permissions": { "deny": ["Company_Deploy"] } }',
		// other rules speak of these
		'{ "permissions": { "deny": ["bash", "BASH", "Bash npm", "mcp__x__"] } }',
	],
	invalid: [
		'{ "permissions": { "deny": [«"WebFetcher"»], "ask": [«"Bsh(ls)"»] } }',
		'{ "permissions": { "deny": [«"LS"», «"View(./secrets)"», «"Xyz*"»] } }',
		'{ "permissions": { "allow": [«"MultiEdit"», «"Frobnicate"»] } }',
	],
});

test.each([
	["deny", "WebFetcher", "error", 'did you mean "WebFetch"?'],
	["deny", "Frobnicate", "error", "remove the rule."],
	["deny", "MultiEdit", "warning", 'its work is done by "Edit" now.'],
	["allow", "MultiEdit", "info", 'its work is done by "Edit" now.'],
	["allow", "Bsh(ls)", "warning", 'did you mean "Bash"?'],
	["allow", "Frobnicate", "info", "remove the rule."],
])("%s %s is an %s: %s", (behavior, text, severity, words) => {
	const [problem] = lintFiles({
		".claude/settings.json": JSON.stringify({
			permissions: { [behavior]: [text] },
		}),
	}).filter(({ rule }) => rule === "unknown-tool");
	expect(problem?.severity).toBe(severity);
	expect(problem?.message).toContain(words);
});
