import { testRule } from "../test-rule.ts";

testRule("invalid-policy-entry", ".claude/settings.json", {
	valid: [
		'{ "allowedMcpServers": [] }',
		'{ "allowedMcpServers": [{ "serverName": "github" }] }',
		'{ "allowedMcpServers": [{ "serverCommand": ["npx", "-y", "docs-server"] }] }',
		'{ "deniedMcpServers": [{ "serverUrl": "https://*.example.com/*" }] }',
		'{ "deniedMcpServers": [{ "serverName": "a" }, { "serverUrl": "https://b.example.com/*" }] }',
		'{ "enabledMcpjsonServers": ["github"] }',
	],
	invalid: [
		'{ "deniedMcpServers": [«"github"»] }',
		'{ "allowedMcpServers": [{ "serverName": "a" }, «{}»] }',
		'{ "allowedMcpServers": [«{ "serverName": "a", "serverUrl": "https://a.example.com/*" }»] }',
		'{ "allowedMcpServers": [{ "serverName": «5» }] }',
		'{ "allowedMcpServers": [{ "serverCommand": «"npx docs-server"» }] }',
		'{ "deniedMcpServers": «"github"» }',
	],
});
