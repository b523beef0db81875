import { describe, expect, test } from "vitest";
import { fixFiles } from "../fix-files.ts";
import { lintFiles } from "../lint-text.ts";
import { base64, hex, token } from "../secrets/samples.ts";

const key = token();

const program = (fields: string, name = "docs") =>
	`{ "mcpServers": { "${name}": { "command": "docs-mcp", ${fields} } } }`;
const env = (name: string, value = key) =>
	program(`"env": { "${name}": "${value}" }`);
const remote = (fields: string, name = "docs") =>
	`{ "mcpServers": { "${name}": { "type": "http", ${fields} } } }`;
const headers = (fields: string, name = "docs") =>
	remote(
		`"url": "https://docs.example.com/mcp", "headers": { ${fields} }`,
		name,
	);

const problemsIn = (file: string, text: string) =>
	lintFiles({ [file]: text }).filter(({ rule }) => rule === "literal-secret");

/** What the rule advises, without what it found. */
const advice = (file: string, text: string) =>
	problemsIn(file, text).map(({ message }) =>
		message.slice(message.indexOf(". ") + 2),
	);

/** The text as the fix leaves it; nothing where there is none. */
function mended(text: string, file = ".mcp.json"): string | undefined {
	if (!problemsIn(file, text).some(({ fix }) => fix)) return undefined;
	const sort = { sort: "unsafe", rule: "literal-secret" } as const;
	return fixFiles({ [file]: text }, sort).files[file];
}

describe("the variable for a credential", () => {
	test.each([
		["DOCS_KEY", "DOCS_KEY"],
		["API_KEY", "API_KEY"],
		["apiKey", "DOCS_API_KEY"],
		["TOKEN", "DOCS_TOKEN"],
		["linearApiKey", "LINEAR_API_KEY"],
	])("that is called %s is %s", (name, variable) => {
		expect(mended(env(name))).toBe(env(name, `\${${variable}}`));
	});

	test.each([
		["Authorization", "Bearer ", "DOCS_TOKEN"],
		["X-Api-Key", "", "DOCS_API_KEY"],
		["X-Linear-Token", "", "LINEAR_TOKEN"],
	])("in the header %s is %s%s", (name, scheme, variable) => {
		expect(mended(headers(`"${name}": "${scheme}${key}"`))).toBe(
			headers(`"${name}": "${scheme}\${${variable}}"`),
		);
	});

	test("begins with a letter", () => {
		const server = "1docs";
		expect(mended(headers(`"Authorization": "${key}"`, server))).toBe(
			headers(`"Authorization": "\${MCP_1DOCS_TOKEN}"`, server),
		);
	});

	test("is another one where the client withholds it", () => {
		const secret = "MCP_CLIENT_SECRET";
		expect(mended(env(secret))).toBe(env(secret, `\${MY_${secret}}`));
		const header = (value: string) => headers(`"NPM-Token": "${value}"`);
		expect(mended(header(key))).toBe(header(`\${MY_NPM_TOKEN}`));
	});
});

describe("what is replaced", () => {
	test("is the credential in an argument or an address alone", () => {
		const args = (value: string) =>
			program(`"args": ["--api-key=${value}", "--verbose"]`);
		expect(mended(args(key))).toBe(args(`\${DOCS_API_KEY}`));
		const url = (value: string) =>
			remote(`"url": "https://docs.example.com/mcp?api_key=${value}&a=b"`);
		expect(mended(url(key))).toBe(url(`\${DOCS_API_KEY}`));
	});

	test("is the default of a reference with its sign", () => {
		expect(mended(env("A", `\${DOCS_KEY:-${key}}`))).toBe(
			env("A", `\${DOCS_KEY}`),
		);
	});

	test("is all of what is encoded", () => {
		const basic = base64(`ada:${token(14)}`);
		expect(mended(headers(`"Authorization": "Basic ${basic}"`))).toBe(
			headers(`"Authorization": "Basic \${DOCS_TOKEN}"`),
		);
	});

	test("is a part of a path", () => {
		const path = (value: string) =>
			remote(`"url": "https://mcp.firecrawl.dev/${value}/v2/mcp"`);
		expect(mended(path(`fc-${hex(32)}`))).toMatch(
			/dev\/\$\{[A-Z_]+\}\/v2\/mcp"/,
		);
	});
});

describe("nothing is replaced", () => {
	test.each([
		[
			"in the settings' env",
			".claude/settings.json",
			`{ "env": { "API_KEY": "${key}" } }`,
			"Revoke it, take it out, and set the variable in the shell that starts Claude Code.",
		],
		[
			"in a rule",
			".claude/settings.json",
			`{ "permissions": { "allow": ["Bash(API_KEY=${key} npm test)"] } }`,
			"Revoke it, take it out of the rule, and have the command read it from a variable.",
		],
		[
			"in a hook",
			".claude/settings.json",
			`{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "API_KEY=${key} a" }] }] } }`,
			"Revoke it, and have the command read it from a variable or a keychain.",
		],
		[
			"in a helper",
			".claude/settings.json",
			`{ "apiKeyHelper": "echo ${key}" }`,
			"Revoke it, and have the command read it from a variable or a keychain.",
		],
		[
			"in a comment",
			".mcp.json",
			`{ "mcpServers": {} } // "API_KEY": "${key}"`,
			"Revoke it, and take it out of the file.",
		],
		[
			"in a key that the client does not know",
			".mcp.json",
			program(`"notes": { "API_KEY": "${key}" }`),
			"Revoke it, and take it out of the file.",
		],
		[
			"in a file that is broken",
			".mcp.json",
			env("API_KEY").slice(0, -6),
			"Revoke it, and take it out of the file.",
		],
	])("%s", (_where, file, text, words) => {
		expect(advice(file, text)).toEqual([words]);
		expect(mended(text, file)).toBeUndefined();
	});
});
