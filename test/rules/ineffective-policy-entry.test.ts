import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const deny = (entry: string) => `{ "deniedMcpServers": [{ ${entry} }] }`;
const allow = (entry: string) => `{ "allowedMcpServers": [{ ${entry} }] }`;

testRule("ineffective-policy-entry", ".claude/settings.json", {
	valid: [
		deny('"serverName": "github"'),
		deny('"serverName": "my docs"'),
		deny('"serverName": "claude.ai Slack"'),
		deny('"serverName": "mcp"'),
		deny('"serverName": ""'),
		deny('"serverCommand": ["npx", "-y", "docs-server"]'),
		deny('"serverCommand": ["/opt/My Tools/server"]'),
		deny('"serverCommand": ["C:\\\\Program Files\\\\docs.exe"]'),
		deny('"serverCommand": ["docs-server", "--origin", "*"]'),
		deny('"serverCommand": ["${DOCS:-docs}", "x"]'),
		deny('"serverUrl": "*"'),
		deny('"serverUrl": "https://*"'),
		deny('"serverUrl": "*://*.example.com/*"'),
		deny('"serverUrl": "https://h.example.com"'),
		deny('"serverUrl": "http://localhost:*"'),
		deny('"serverUrl": "http://[::1]:3000/*"'),
		deny('"serverUrl": "https://h.example.com/mcp?k=*"'),
		deny('"serverUrl": "https://example.*/*"'),
		deny('"serverUrl": "${GATEWAY}"'),
		deny('"serverUrl": "*//h.example.com"'),
		allow('"serverName": "docs"'),
		allow('"serverName": "claude_ai_Slack"'),
		// dropped by the client, which another rule says
		allow('"serverName": "git*"'),
		'{ "deniedMcpServers": ["git*"] }',
	],
	invalid: [
		deny('"serverName": «"git*"»'),
		deny('"serverName": «"*"»'),
		deny('"serverName": «"claude_ai_Slack"»'),
		deny('"serverName": «"${NAME}"»'),
		deny('"serverName": «"mcp__github"»'),
		allow('"serverName": «"mcp__github__search"»'),
		deny('"serverCommand": «["npx", "*"]»'),
		deny('"serverCommand": «["npx", "-y", "@scope/*"]»'),
		deny('"serverCommand": «["*"]»'),
		deny('"serverCommand": «["npx -y docs-server"]»'),
		deny('"serverCommand": «[""]»'),
		deny('"serverUrl": «""»'),
		deny('"serverUrl": «"**"»'),
		deny('"serverUrl": «"github.com"»'),
		deny('"serverUrl": «"*.example.com/*"»'),
		deny('"serverUrl": «"127.0.0.1:3000"»'),
		deny('"serverUrl": «"http*://h.example.com/*"»'),
		deny('"serverUrl": «"ftp://h.example.com"»'),
		deny('"serverUrl": «"https://"»'),
		deny('"serverUrl": «"https://h.example.com/.*"»'),
		deny('"serverUrl": «"^https://h\\\\.example\\\\.com/"»'),
		allow('"serverUrl": «"h.example.com"»'),
	],
});

const found = (list: string, entry: object, ...names: string[]) =>
	lintFiles({
		".mcp.json": JSON.stringify({
			mcpServers: Object.fromEntries(
				names.map((name) => [name, { command: "docs", args: ["--all", "*"] }]),
			),
		}),
		".claude/settings.json": JSON.stringify({ [list]: [entry] }),
	})
		.filter(({ rule }) => rule === "ineffective-policy-entry")
		.map(({ severity, message }) => [severity, message]);

test("a protection that fails is an error, in words that help", () => {
	expect(found("deniedMcpServers", { serverUrl: "github.com" })).toEqual([
		[
			"error",
			'Server policy: "github.com" blocks nothing, because it is no address with a scheme; write "*://github.com".',
		],
	]);
	expect(found("allowedMcpServers", { serverUrl: "github.com" })).toEqual([
		["warning", expect.stringContaining('"github.com" allows nothing')],
	]);
	expect(
		found("deniedMcpServers", { serverUrl: "http*://a.example.com/*" }),
	).toEqual([
		["error", expect.stringContaining('write "*://a.example.com/*"')],
	]);
	expect(found("deniedMcpServers", { serverName: "*" })).toEqual([
		["error", expect.stringContaining('"allowedMcpServers": []')],
	]);
});

test("the name counts as it is declared", () => {
	expect(
		found("deniedMcpServers", { serverName: "my_docs" }, "my docs"),
	).toEqual([
		[
			"error",
			'Server policy: "my_docs" blocks nothing: the server is declared as "my docs", so write "my docs".',
		],
	]);
	expect(
		found("deniedMcpServers", { serverName: "GitHub" }, "github"),
	).toHaveLength(1);
	expect(
		found("allowedMcpServers", { serverName: "my_docs" }, "my docs"),
	).toEqual([
		["warning", expect.stringContaining("cannot stand in an allow list")],
	]);
	expect(found("deniedMcpServers", { serverName: "my_docs" })).toEqual([]);
	expect(found("deniedMcpServers", { serverName: "git*" }, "git*")).toEqual([]);
});

test("a declared argument may be an asterisk", () => {
	expect(
		found("deniedMcpServers", { serverCommand: ["docs", "-x", "*"] }, "docs"),
	).toEqual([]);
});
