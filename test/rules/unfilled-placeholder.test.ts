import { describe, expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { token } from "../secrets/samples.ts";
import { testRule } from "../test-rule.ts";

const id = "unfilled-placeholder";

const program = (fields: string) =>
	`{ "mcpServers": { "docs": { "command": "docs-mcp", ${fields} } } }`;
const env = (fields: string) => program(`"env": { ${fields} }`);
const args = (...words: string[]) =>
	program(`"args": [${words.map((word) => `"${word}"`).join(", ")}]`);
const remote = (url: string, headers = "") =>
	`{ "mcpServers": { "docs": { "type": "http", "url": "${url}", "headers": { ${headers} } } } }`;

describe("servers", () => {
	testRule(id, ".mcp.json", {
		valid: [
			env(`"API_KEY": "\${API_KEY}"`),
			env(`"API_KEY": "\${API_KEY:-your-api-key}"`),
			env(`"API_KEY": "${token()}"`),
			env('"API_KEY": ""'),
			env('"API_KEY": "not-needed"'),
			env('"PASSWORD": "postgres"'),
			env('"MODE": "your"'),
			env('"PUBLIC_KEY_ID": "main"'),
			env('"KEY": "enter"'),
			env('"HOME": "/home/ada"'),
			env('"LANGUAGE": "xx"'),
			args("/path/tools"),
			args("-c", "docs-mcp <input.txt >output.txt"),
			args("--user", "you"),
			remote("https://yourname.example.com/mcp"),
			remote("https://docs.example.com/mcp", `"Authorization": "Bearer \${A}"`),
		],
		invalid: [
			env('"API_KEY": "«<YOUR_API_KEY>»"'),
			env('"API_KEY": "«your-api-key-here»"'),
			env('"API_KEY": "«ghp_xxxxxxxxxxxxxxxxxxxx»"'),
			env('"API_KEY": "«sk-...»"'),
			env('"API_KEY": "«changeme»"'),
			env('"API_KEY": "«MY_API_KEY»"'),
			env('"API_KEY": "«SEU_TOKEN_AQUI»"'),
			env('"DB_HOST": "«<host>»"'),
			env('"DB_HOST": "«your-database».example.com"'),
			env('"PROJECT": "«YOUR_PROJECT_ID»"'),
			env('"REGION": "«TODO»"'),
			args("«/path/to/your/files»"),
			args("«/Users/yourname»/docs"),
			args("«/Users/username»/docs"),
			program('"args": [«"C:\\\\path\\\\to\\\\docs"»]'),
			args("--api-key", "«<key>»"),
			args("--project", "«<project-id>»"),
			`{ "mcpServers": { "docs": { "command": "«/path/to/docs-mcp»" } } }`,
			remote("https://«<tenant>».example.com/mcp"),
			remote("https://docs.example.com/mcp?key=«YOUR_API_KEY»"),
			remote("https://docs.example.com/mcp", '"X-Api-Key": "«<key>»"'),
			remote(
				"https://docs.example.com/mcp",
				'"Authorization": "«Bearer YOUR_TOKEN»"',
			),
		],
	});
});

describe("settings", () => {
	testRule(id, ".claude/settings.json", {
		valid: [
			'{ "env": { "API_KEY": "not-needed" } }',
			'{ "permissions": { "allow": ["Read(/path/to/project/**)"] } }',
			'{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "cat <file>" }] }] } }',
		],
		invalid: [
			'{ "env": { "ANTHROPIC_API_KEY": "«sk-ant-...»" } }',
			'{ "env": { "HTTPS_PROXY": "http://«<proxy>»:8080" } }',
		],
	});
});

function said(file: string, text: string): string[] {
	return lintFiles({ [file]: text })
		.filter(({ rule }) => rule === id)
		.map(({ severity, message }) => `${severity}: ${message}`);
}

describe("what is said", () => {
	test("names the server, the variable and the text, and a reference to write", () => {
		expect(said(".mcp.json", env('"API_KEY": "<YOUR_API_KEY>"'))).toEqual([
			'warning: Server "docs": "<YOUR_API_KEY>" in "API_KEY" is a placeholder that nobody filled in; write ${API_KEY}, and set API_KEY before Claude Code starts.',
		]);
	});

	test("leaves the name out where there is none", () => {
		expect(said(".mcp.json", args("/path/to/docs"))).toEqual([
			'warning: Server "docs": "/path/to/docs" is a placeholder that nobody filled in; put the path in.',
		]);
	});

	test("does not advise a reference where none is replaced", () => {
		const text = '{ "env": { "API_KEY": "<YOUR_API_KEY>" } }';
		expect(said(".claude/settings.json", text)).toEqual([
			'warning: Settings: "<YOUR_API_KEY>" in "API_KEY" is a placeholder that nobody filled in; remove it, and set the variable in the shell that starts Claude Code.',
		]);
	});

	test("is only an info in a file that is there to be copied", () => {
		expect(
			said("examples/.mcp.json", env('"API_KEY": "<YOUR_API_KEY>"'))[0],
		).toMatch(/^info: /);
	});
});
