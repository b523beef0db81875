import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const messages = (text: string, file = ".claude/settings.json") =>
	lintFiles({ [file]: text }).map(({ message }) => message);

testRule("out-of-scope-key", ".claude/settings.json", {
	valid: [
		'{ "permissions": { "disableBypassPermissionsMode": "disable" } }',
		'{ "env": { "allowManagedHooksOnly": "true" } }',
		'{ "disableAllHooks": true }',
		'{ "allowedMcpServers": [{ "serverName": "docs" }] }',
		'{ "sandbox": { "enabled": true, "network": { "allowedDomains": ["github.com"] } } }',
		'{ "_autoMode": {} }',
		'{ "enableAllProjectMcpServers": true, "extraKnownMarketplaces": {} }',
	],
	invalid: [
		'{ «"allowManagedHooksOnly"»: true }',
		'{ «"strictKnownMarketplaces"»: [], "model": "opus" }',
		'{ «"skipDangerousModePermissionPrompt"»: true }',
		'{ "sandbox": { "network": { «"allowManagedDomainsOnly"»: true } } }',
		'{ «"autoMode"»: { "allow": ["a"] }, «"spellcheck"»: {} }',
	],
});

const reported = (file: string, text: string) =>
	lintFiles({ [file]: text }).some(({ rule }) => rule === "out-of-scope-key");

test("a key counts in the files of its scope", () => {
	expect(
		reported("managed-settings.json", '{ "allowManagedHooksOnly": true }'),
	).toBe(false);
	expect(
		reported(
			".claude/settings.local.json",
			'{ "skipDangerousModePermissionPrompt": true }',
		),
	).toBe(false);
	expect(
		reported(
			".claude/settings.local.json",
			'{ "allowManagedHooksOnly": true }',
		),
	).toBe(true);
});

test("a key that the client itself complains of is skipped, the others are inert", () => {
	expect(
		lintFiles({
			".claude/settings.json": '{ "deniedModels": [], "claudeMd": "Be kind." }',
		}),
	).toEqual([
		expect.objectContaining({ effect: "skipped" }),
		expect.objectContaining({ effect: "inert" }),
	]);
});

test("names the files in which it counts", () => {
	expect(messages('{ "autoMode": {} }')).toContainEqual(
		expect.stringContaining("managed settings or user settings"),
	);
});
