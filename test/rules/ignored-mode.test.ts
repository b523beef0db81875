import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const mode = (value: string) =>
	`{ "permissions": { "defaultMode": ${value} } }`;

for (const file of [
	".claude/settings.json",
	".claude/settings.local.json",
] as const) {
	testRule("ignored-mode", file, {
		valid: [
			mode('"default"'),
			mode('"manual"'),
			mode('"acceptEdits"'),
			mode('"plan"'),
			mode('"dontAsk"'),
			'{ "defaultMode": "bypassPermissions" }',
			'{ "permissions": { "disableBypassPermissionsMode": "disable" } }',
		],
		invalid: [mode('«"bypassPermissions"»'), mode('«"auto"»')],
	});
}

testRule("ignored-mode", "managed-settings.json", {
	valid: [mode('"bypassPermissions"'), mode('"auto"')],
	invalid: [],
});

test("says what happens and how to have it", () => {
	expect(
		lintFiles({ ".claude/settings.json": mode('"bypassPermissions"') }),
	).toEqual([
		expect.objectContaining({
			message:
				'Claude Code ignores "defaultMode": "bypassPermissions" in project settings and starts in default mode; set it in ~/.claude/settings.json, or start with --permission-mode bypassPermissions.',
		}),
	]);
});
