import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const messages = (text: string, file = ".claude/settings.json") =>
	lintFiles({ [file]: text }).map(({ message }) => message);

testRule("invalid-setting", ".claude/settings.json", {
	valid: [
		'{ "cleanupPeriodDays": 30 }',
		'{ "model": "opus", "env": { "A": "1" } }',
		'{ "permissions": { "defaultMode": "acceptEdits", "additionalDirectories": ["../docs"] } }',
		'{ "statusLine": { "type": "command", "command": "date", "padding": 0 } }',
		'{ "enabledPlugins": { "formatter@tools": true } }',
		'{ "sandbox": { "enabled": true, "network": { "allowedDomains": ["github.com"] } } }',
		'{ "env": { "PORT": 8080 } }',
		'{ "somethingNew": "30" }',
		'{ "extraKnownMarketplaces": { "tools": { "source": { "source": "github", "repo": "a/b" } } } }',
		'{ "extraKnownMarketplaces": {}, "additionalMarketplaces": null }',
	],
	invalid: [
		'{ "cleanupPeriodDays": «"30"» }',
		'{ "permissions": «["Read"]» }',
		'{ "permissions": { "deny": «"Read(./.env)"» } }',
		'{ "permissions": { "defaultMode": «"accept"» } }',
		'{ "permissions": { "disableBypassPermissionsMode": «true» } }',
		'{ "statusLine": «"date"» }',
		'{ "enabledMcpjsonServers": «true» }',
		'{ «"statusLine"»: { "type": "command" } }',
		'{ "env": «["A=1"]» }',
		'{ "extraKnownMarketplaces": {}, "additionalMarketplaces": «{}» }',
	],
});

const effects = (text: string) =>
	lintFiles({ ".claude/settings.json": text })
		.filter(({ rule }) => rule === "invalid-setting")
		.map(({ effect }) => effect);

test("some wrong values cost the file, others only themselves", () => {
	expect(effects('{ "cleanupPeriodDays": "30" }')).toEqual(["rejected"]);
	expect(effects('{ "effortLevel": "enormous" }')).toEqual(["inert"]);
});

test("managed settings lose the value only", () => {
	const found = lintFiles({
		"managed-settings.json": '{ "cleanupPeriodDays": "30" }',
	});
	expect(found).toEqual([
		expect.objectContaining({ rule: "invalid-setting", effect: "skipped" }),
	]);
});

test("names the values that a mode can have", () => {
	expect(
		messages('{ "permissions": { "defaultMode": "acceptedits" } }'),
	).toContainEqual(expect.stringContaining('Did you mean "acceptEdits"?'));
});
