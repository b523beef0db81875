import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const env = (name: string, value: string) =>
	`{ "env": { "${name}": ${value} } }`;

testRule("disabled-protection", ".claude/settings.json", {
	valid: [
		env("NODE_TLS_REJECT_UNAUTHORIZED", '"1"'),
		env("NODE_TLS_REJECT_UNAUTHORIZED", '""'),
		env("NODE_EXTRA_CA_CERTS", '"/etc/ssl/company.pem"'),
		env("GIT_SSL_NO_VERIFY", '"0"'),
		env("PYTHONHTTPSVERIFY", '"1"'),
		env("NPM_CONFIG_STRICT_SSL", '"true"'),
		// not taken from here
		env("CLAUDE_CODE_SUBPROCESS_ENV_SCRUB", '"0"'),
		env("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", '"1"'),
		env("DISABLE_TELEMETRY", '"0"'),
		'{ "sandbox": { "enabled": true } }',
		'{ "sandbox": { "enabled": true, "allowUnsandboxedCommands": true } }',
		'{ "sandbox": { "enableWeakerNestedSandbox": false } }',
		'{ "enabled": false }',
	],
	invalid: [
		env("NODE_TLS_REJECT_UNAUTHORIZED", '«"0"»'),
		env("NODE_TLS_REJECT_UNAUTHORIZED", "«0»"),
		env("GIT_SSL_NO_VERIFY", '«"1"»'),
		env("GIT_SSL_NO_VERIFY", "«true»"),
		env("PYTHONHTTPSVERIFY", '«"0"»'),
		env("NPM_CONFIG_STRICT_SSL", '«"false"»'),
		env("npm_config_strict_ssl", '«"false"»'),
		env("CLAUDE_CODE_MCP_ALLOWLIST_ENV", '«"false"»'),
		'{ "sandbox": { "enabled": «false» } }',
		'{ "sandbox": { "enabled": true, "enableWeakerNestedSandbox": «true» } }',
		'{ "sandbox": { "enableWeakerNetworkIsolation": «true» } }',
	],
});

testRule("disabled-protection", ".claude/settings.local.json", {
	valid: ['{ "sandbox": { "enabled": false } }'],
	invalid: [env("NODE_TLS_REJECT_UNAUTHORIZED", '«"0"»')],
});

const server = (fields: string) => `{ "mcpServers": { "a": { ${fields} } } }`;

testRule("disabled-protection", ".mcp.json", {
	valid: [
		server('"command": "a", "env": { "NODE_TLS_REJECT_UNAUTHORIZED": "1" }'),
		server(
			'"type": "http", "url": "https://a.example.com", "env": { "NODE_TLS_REJECT_UNAUTHORIZED": "0" }',
		),
		server('"command": "a", "env": { "CLAUDE_CODE_MCP_ALLOWLIST_ENV": "0" }'),
	],
	invalid: [
		server('"command": "a", "env": { "NODE_TLS_REJECT_UNAUTHORIZED": «"0"» }'),
		server('"command": "a", "env": { "GIT_SSL_NO_VERIFY": «"true"» }'),
	],
});

test("says what is lost and what to do instead", () => {
	expect(
		lintFiles({
			".claude/settings.json": env("NODE_TLS_REJECT_UNAUTHORIZED", '"0"'),
		})[0],
	).toMatchObject({
		severity: "warning",
		message:
			'"NODE_TLS_REJECT_UNAUTHORIZED" is "0": Node programs accept any certificate, so everyone on the way can read and change what they send; add your own authority with "NODE_EXTRA_CA_CERTS".',
	});
	expect(
		lintFiles({
			".claude/settings.local.json": env("NODE_TLS_REJECT_UNAUTHORIZED", '"0"'),
		})[0]?.severity,
	).toBe("info");
});
