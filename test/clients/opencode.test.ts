import { expect, test } from "vitest";
import { kindByPath } from "../../src/kinds.ts";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const FILE = "opencode.json";
const server = (fields: string) => `{ "mcp": { "docs": { ${fields} } } }`;
const LOCAL = '"type": "local", "command": ["docs-server"]';
const REMOTE = '"type": "remote", "url": "https://docs.example.com/mcp"';
const diagnostics = (text: string) => lintFiles({ [FILE]: text });
const messages = (text: string) =>
	diagnostics(text).map(({ message }) => message);

const RIGHT = `{
	// how we work
	"$schema": "https://opencode.ai/config.json",
	"model": "x",
	"permission": { "bash": "ask" },
	"mcp": {
		"docs": {
			"type": "local",
			"command": ["npx", "-y", "docs-server@1.2.3", "--key={env:DOCS_KEY}"],
			"environment": { "DOCS_TOKEN": "{env:DOCS_TOKEN}", "TEXT": "{file:./text}" },
			"enabled": true,
			"timeout": 5000,
		},
		"remote": {
			"type": "remote",
			"url": "https://docs.example.com/mcp",
			"headers": { "Authorization": "Bearer {env:DOCS_TOKEN}" },
			"oauth": false,
		},
		"other": { "enabled": false },
	},
}`;

test("nothing is said of a right project", () => {
	expect(diagnostics(RIGHT)).toEqual([]);
});

test("nothing is said of a file that is about other things, and of servers where newer versions have them", () => {
	expect(diagnostics('{ "model": "x", "agents": 3 }')).toEqual([]);
	expect(
		diagnostics(`{ "mcp": { "servers": { "docs": { ${LOCAL} } } } }`),
	).toEqual([]);
	expect(diagnostics(`{ "mcp": { "servers": { ${LOCAL} } } }`)).toEqual([]);
});

test.each([
	".opencode/opencode.json",
	".opencode/opencode.jsonc",
	"opencode.jsonc",
])("%s is the same", (file) => {
	expect(kindByPath(file)?.id).toBe("opencode-config");
	expect(lintFiles({ [file]: RIGHT })).toEqual([]);
});

testRule("invalid-server", FILE, {
	valid: [RIGHT, server(REMOTE), server('"enabled": false')],
	invalid: [
		'{ "mcp": { «"docs"»: { "command": ["docs-server"] } } }',
		'{ "mcp": { «"docs"»: { "type": "local" } } }',
		'{ "mcp": { «"docs"»: { "type": "remote" } } }',
		'{ "mcp": { "docs": «3» } }',
		server('"type": "local", "command": «"docs-server"»'),
		server(`${LOCAL}, "environment": { "PORT": «8080» }`),
		server(`${REMOTE}, "headers": { "A": «1» }`),
		server(`${LOCAL}, "timeout": «"5"»`),
		server(`${LOCAL}, "enabled": «"no"»`),
	],
});

test.each([
	server('"type": "local", "command": "docs-server"'),
	server('"type": "stdio", "command": ["docs-server"]'),
	server('"command": ["docs-server"]'),
	'{ "mcp": [] }',
])("the whole file is rejected: %s", (text) => {
	expect(diagnostics(text)).toMatchObject([
		{ severity: "error", effect: "rejected" },
	]);
});

testRule("unknown-transport", FILE, {
	valid: [server(LOCAL), server(REMOTE)],
	invalid: [
		server('"type": «"stdio"», "command": ["docs-server"]'),
		server('"type": «"http"», "url": "https://docs.example.com/mcp"'),
		server('"type": «"sse"», "url": "https://docs.example.com/sse"'),
	],
});

test("a transport is called as it is called there", () => {
	expect(messages(server('"type": "stdio", "command": ["a"]'))).toEqual([
		expect.stringContaining('Write "local".'),
	]);
	expect(
		messages(server('"type": "sse", "url": "https://a.example.com/sse"')),
	).toEqual([expect.stringContaining('Write "remote".')]);
});

testRule("missing-transport", FILE, {
	valid: [server(REMOTE)],
	invalid: [server('«"url"»: "https://docs.example.com/mcp"')],
});

testRule("foreign-key", FILE, {
	valid: [server(`${LOCAL}, "environment": {}`)],
	invalid: [
		`{ «"mcpServers"»: {}, "mcp": { "docs": { ${LOCAL} } } }`,
		server(`${LOCAL}, «"env"»: { "A": "b" }`),
		server(`${LOCAL}, «"args"»: ["b"]`),
		server(`${LOCAL}, «"disabled"»: true`),
	],
});

test("says where arguments belong", () => {
	expect(messages(server(`${LOCAL}, "args": ["b"]`))).toEqual([
		expect.stringContaining('put them into "command", behind the program'),
	]);
});

test("a key that is another one there gets its name, where the value is the same", () => {
	const [found] = diagnostics(server(`${LOCAL}, "env": { "A": "b" }`));
	expect(found?.message).toContain('name it "environment"');
	expect(found?.fix?.edits).toMatchObject([{ text: '"environment"' }]);
	const [args] = diagnostics(server(`${LOCAL}, "args": ["b"]`));
	expect(args?.fix).toBeUndefined();
});

testRule("wrong-root", FILE, {
	valid: ["{}", '{ "servers": {} }', server(LOCAL)],
	invalid: ['{ «"mcpServers"»: { "docs": { "command": "docs-server" } } }'],
});

test("servers that are written in another way are not only moved, and nothing is rejected without them", () => {
	const [found] = diagnostics(
		'{ "mcpServers": { "docs": { "command": "docs-server" } } }',
	);
	expect(found).toMatchObject({ rule: "wrong-root", effect: "inert" });
	expect(found?.fix).toBeUndefined();
});

testRule("ineffective-field", FILE, {
	valid: [
		server(`${LOCAL}, "environment": { "A": "b" }, "cwd": "docs"`),
		server(`${REMOTE}, "environment": {}`),
		server(`${REMOTE}, "headers": { "A": "b" }, "oauth": {}`),
	],
	invalid: [
		server(`${REMOTE}, «"environment"»: { "A": "b" }`),
		server(`${LOCAL}, «"headers"»: { "A": "b" }`),
		server(`${LOCAL}, «"oauth"»: { "clientId": "a" }`),
	],
});

test("says by its own words where a field has no effect", () => {
	expect(messages(server(`${REMOTE}, "environment": { "A": "b" }`))).toEqual([
		'Server "docs": opencode ignores "environment" on a server of type "remote"; remove it, or send the value in "headers".',
	]);
});

testRule("conflicting-transports", FILE, {
	valid: [server(LOCAL), server(REMOTE)],
	invalid: [
		server(`${LOCAL}, «"url"»: "https://docs.example.com/mcp"`),
		server(`${REMOTE}, «"command"»: ["docs-server"]`),
	],
});

test("where it says whether a server is started, only that server is dropped", () => {
	const wrong = '"type": "local", "command": "docs-server"';
	expect(diagnostics(server(wrong))).toMatchObject([{ effect: "rejected" }]);
	expect(diagnostics(server(`${wrong}, "enabled": true`))).toMatchObject([
		{ effect: "skipped" },
	]);
	expect(
		diagnostics(server('"type": "sse", "url": "https://a.example.com/sse"')),
	).toMatchObject([{ rule: "unknown-transport", effect: "rejected" }]);
});

testRule("unexpanded-reference", FILE, {
	valid: [
		server(`${LOCAL}, "environment": { "A": "{env:A}" }`),
		server('"type": "local", "command": ["sh", "-c", "echo $HOME"]'),
	],
	invalid: [
		server(`${LOCAL}, "environment": { "A": "«\${A_TOKEN}»" }`),
		server('"type": "local", "command": ["docs-server", "«${DOCS_TOKEN}»"]'),
		server(`${REMOTE}, "headers": { "Authorization": "Bearer «$DOCS_TOKEN»" }`),
	],
});

testRule("inline-arguments", FILE, {
	valid: [server('"type": "local", "command": ["npx", "-y", "docs-server"]')],
	invalid: [server('"type": "local", "command": [«"npx -y docs-server"»]')],
});

testRule("unpinned-package", FILE, {
	valid: [
		server('"type": "local", "command": ["npx", "-y", "docs-server@1.2.3"]'),
	],
	invalid: [
		server('"type": "local", "command": ["npx", "-y", «"docs-server"»]'),
	],
});
