import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const plugin = (server: string) =>
	`{ "name": "a", "mcpServers": { "b": ${server} } }`;

testRule("relative-command", ".claude-plugin/plugin.json", {
	valid: [
		'{ "command": "docs-server" }',
		'{ "command": "/usr/bin/docs-server", "args": ["./config.json"] }',
		'{ "command": "${CLAUDE_PLUGIN_ROOT}/bin/docs-server" }',
		'{ "command": "~/bin/docs-server" }',
		'{ "command": "node", "args": ["${CLAUDE_PLUGIN_ROOT}/server.js", "config.js"] }',
		'{ "command": "node", "args": ["-e", "require(1)", "x.js"] }',
		'{ "command": "node", "args": ["/srv/server.js"] }',
		'{ "command": "npx", "args": ["-y", "docs-server", "./docs"] }',
		'{ "command": "uv", "args": ["run", "--directory", "${CLAUDE_PLUGIN_ROOT}", "server.py"] }',
		'{ "command": "sh", "args": ["-c", "./server.sh"] }',
		'{ "command": "python3", "args": ["-m", "docs_server"] }',
		'{ "type": "http", "url": "https://docs.example.com/mcp" }',
	].map(plugin),
	invalid: [
		'{ "command": «"./bin/docs-server"» }',
		'{ "command": «"bin/docs-server"» }',
		'{ "command": «"../docs-server"» }',
		'{ "command": "node", "args": [«"server.js"»] }',
		'{ "command": "node", "args": [«"./dist/server.mjs"», "--stdio"] }',
		'{ "command": "uv", "args": ["run", «"server.py"»] }',
		'{ "command": "bash", "args": [«"scripts/start.sh"»] }',
	].map(plugin),
});

test("a project's own server may be where the session is", () => {
	const text = '{ "mcpServers": { "b": { "command": "./bin/b" } } }';
	expect(lintFiles({ ".mcp.json": text })).toEqual([]);
});
