import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const hook = (headers: string, allowed = "", rest = "") =>
	`{ ${rest}"hooks": { "PreToolUse": [{ "hooks": [{ "type": "http", "url": "http://localhost:1234/hook", "headers": { ${headers} }${allowed} }] }] } }`;
const listed = ', "allowedEnvVars": ["A"]';

testRule("unlisted-variable", ".claude/settings.json", {
	valid: [
		hook('"X-A": "$A"', listed),
		hook('"X-A": "pre ${A} post"', listed),
		hook('"X-A": "costs $5, $ 5, ${"'),
		hook('"X-A": 5'),
		hook('"X-A": "$A"', listed, '"httpHookAllowedEnvVars": ["A", "B"], '),
		'{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "echo $A" }] }] } }',
	],
	invalid: [
		hook('"X-A": "«$A»"'),
		hook('"X-A": "x«${A}»y"'),
		hook('"X-A": "$A«$B»"', listed),
		hook('"X-A": "\\\\«$B»"', listed),
		hook('"X-A": «"\\"$B\\""»', listed).replace('«"\\"$B\\""»', '"\\"«$B»\\""'),
		hook('"X-A": "«${A:-none}»"', listed),
		hook('"X-A": "«$A»"', listed, '"httpHookAllowedEnvVars": ["B"], '),
		hook('"X-A": "«$A»"', listed, '"httpHookAllowedEnvVars": [], '),
	],
});

test("says which list lacks it", () => {
	const message = (text: string) =>
		lintFiles({ ".claude/settings.json": text })[0]?.message;
	expect(message(hook('"X-A": "$A"'))).toBe(
		'Hook on PreToolUse: header "X-A" is sent without $A, which is not in "allowedEnvVars"; add it there.',
	);
	expect(
		message(hook('"X-A": "$A"', listed, '"httpHookAllowedEnvVars": ["B"], ')),
	).toContain('not in "httpHookAllowedEnvVars"');
});

test("the lists of all settings count together", () => {
	expect(
		lintFiles({
			".claude/settings.json": hook(
				'"X-A": "$A"',
				listed,
				'"httpHookAllowedEnvVars": [], ',
			),
			".claude/settings.local.json": '{ "httpHookAllowedEnvVars": ["A"] }',
		}),
	).toEqual([]);
});
