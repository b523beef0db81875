import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const messages = (text: string, file = ".claude/settings.json") =>
	lintFiles({ [file]: text }).map(({ message }) => message);

testRule("deprecated-key", ".claude/settings.json", {
	valid: [
		'{ "attribution": { "commit": "", "pr": "" } }',
		'{ "voice": { "enabled": true } }',
		'{ "enableArtifact": false }',
		'{ "env": { "includeCoAuthoredBy": "false" } }',
		'{ "_includeCoAuthoredBy": false }',
		'{ "model": "opus" }',
		'{ "statusLine": { "type": "command", "command": "date" } }',
	],
	invalid: [
		'{ «"includeCoAuthoredBy"»: false }',
		'{ «"voiceEnabled"»: true, "model": "opus" }',
		'{ «"disableArtifact"»: true }',
		'{ «"keybindingFlavor"»: "vim", «"taskOutputMaxChars"»: 1000 }',
		'{ «"subagentStatusLine"»: { "type": "command", "command": "date" } }',
	],
});

test("names the successor", () => {
	expect(messages('{ "includeCoAuthoredBy": false }')).toContainEqual(
		expect.stringContaining("attribution"),
	);
});

test("says that a key has no effect any more", () => {
	expect(messages('{ "taskOutputMaxChars": 1000 }')).toContainEqual(
		expect.stringContaining("no effect"),
	);
});
