import { describe, expect, test } from "vitest";
import type { Surroundings } from "../../src/project/surroundings.ts";
import { lintFiles } from "../lint-text.ts";
import { base64, githubToken, hex, token, uuid } from "../secrets/samples.ts";
import { testRule } from "../test-rule.ts";

const id = "literal-secret";
const key = token();

const program = (fields: string) =>
	`{ "mcpServers": { "docs": { "command": "docs-mcp", ${fields} } } }`;
const env = (fields: string) => program(`"env": { ${fields} }`);
const args = (...words: string[]) =>
	program(`"args": [${words.map((word) => `"${word}"`).join(", ")}]`);
const remote = (fields: string) =>
	`{ "mcpServers": { "docs": { "type": "http", ${fields} } } }`;
const headers = (fields: string) =>
	remote(`"url": "https://docs.example.com/mcp", "headers": { ${fields} }`);
const url = (address: string) => remote(`"url": "${address}"`);

describe("variables", () => {
	testRule(id, ".mcp.json", {
		valid: [
			env(`"API_KEY": "\${API_KEY}"`),
			env(`"API_KEY": "\${API_KEY:-}"`),
			env('"API_KEY": "$API_KEY"'),
			env('"API_KEY": "op://vault/docs/key"'),
			env('"API_KEY": "<YOUR_API_KEY>"'),
			env('"API_KEY": "your-api-key-here"'),
			env('"API_KEY": ""'),
			env('"API_KEY_FILE": "/run/secrets/key"'),
			env(`"COMMIT": "${hex(40)}"`),
			env(`"PUBLIC_KEY": "${key}"`),
			env(`"NEXT_PUBLIC_API_KEY": "${key}"`),
			env('"MAX_TOKENS": "128000"'),
			env('"KEYBOARD": "de-latin1-nodeadkeys"'),
			env('"AUTHOR": "Ada1234567890Lovelace"'),
			env('"PASSWORD": "postgres"'),
			env('"AUTH_TYPE": "oauth2-device-code"'),
			env('"GITHUB_TOKEN": "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"'),
		],
		invalid: [
			env(`"API_KEY": "«${key}»"`),
			env(`"apiKey": "«${key}»"`),
			env(`"ANYTHING": "«${githubToken}»"`),
			env(`"DB_PASSWORD": "«Willow2024!»"`),
			env(`"SERVICE_KEY": "«${uuid}»"`),
			env(`"API_KEY": "\${API_KEY:-«${key}»}"`),
			env(`"API_KEY": "\\u0020«${key}»"`),
			env(
				`"OPENAPI_MCP_HEADERS": "{\\"Authorization\\": \\"Bearer «${key}»\\"}"`,
			),
			env(
				`"OTEL_EXPORTER_OTLP_HEADERS": "tenant=docs,api-key=«${key}»,x-scope=all"`,
			),
			env(`"ANTHROPIC_CUSTOM_HEADERS": "X-Team: docs\\nX-Api-Key: «${key}»"`),
			env(`"CLIENT_SECRETS": "«${token(30)}»,«${token(32)}»"`),
			env(`"DATABASE_URL": "postgres://app:«${token(16)}»@db.example.com/app"`),
			env(
				`"CONNECTION": "Server=db.example.com;User Id=app;Password=«${token(12)}»;"`,
			),
		],
	});
});

describe("headers", () => {
	testRule(id, ".mcp.json", {
		valid: [
			headers(`"Authorization": "Bearer \${TOKEN}"`),
			headers('"Authorization": "Bearer <token>"'),
			headers(`"Authorization": "Basic ${base64("user:password")}"`),
			headers('"Content-Type": "application/json; charset=utf-8"'),
			headers(`"X-Request-Id": "${uuid}"`),
			headers('"Cookie": "theme=dark; lang=de"'),
		],
		invalid: [
			headers(`"Authorization": "Bearer «${key}»"`),
			headers(`"Authorization": "«${key}»"`),
			headers(`"authorization": "token «${key}»"`),
			headers(`"Authorization": "Basic «${base64(`ada:${token(14)}`)}»"`),
			headers(`"Authorization": "Basic «${base64(`${key}:`)}»"`),
			headers(`"X-Api-Key": "«${key}»"`),
			headers(`"X-Custom": "Bearer «${key}»"`),
			headers(`"PRIVATE-TOKEN": "«${key}»"`),
			headers(`"Cookie": "theme=dark; session=«${key}»"`),
		],
	});
});

describe("arguments", () => {
	testRule(id, ".mcp.json", {
		valid: [
			args("--api-key", `\${API_KEY}`),
			args("--api-key", "--verbose"),
			args("--api-key-file", "/etc/docs/key-1234567890"),
			args("-e", "API_KEY"),
			args("--header", `Authorization: Bearer \${TOKEN}`),
			args("-y", "@example/docs-mcp@1.2.3", "--commit", hex(40)),
			args("--max-tokens=128000"),
		],
		invalid: [
			args("--api-key", `«${key}»`),
			args(`--api-key=«${key}»`),
			args(`--token:«${key}»`),
			args("-H", `Authorization: Bearer «${key}»`),
			args("--header", `X-Api-Key:«${key}»`),
			args(`--header=X-Api-Key: «${key}»`),
			args("run", "-e", `API_KEY=«${key}»`, "example/docs"),
			args("run", `--env=API_KEY=«${key}»`, "example/docs"),
			args("run", `-eAPI_KEY=«${key}»`, "example/docs"),
			args(`API_KEY=«${key}»`),
			args(`{\\"apiKey\\": \\"«${key}»\\"}`),
			args(`«${githubToken}»`),
			args("--user", `ada:«${token(14)}»`),
			`{ "mcpServers": { "docs": { "command": "bash", "args": ["-c", "API_KEY=«${key}» docs-mcp"] } } }`,
			`{ "mcpServers": { "docs": { "command": "docs-mcp --api-key «${key}»" } } }`,
			`{ "mcpServers": { "db": { "command": "mysql", "args": ["-u", "app", "-p«${token(12)}»"] } } }`,
		],
	});
});

describe("addresses", () => {
	testRule(id, ".mcp.json", {
		valid: [
			url("https://docs.example.com/mcp"),
			url("https://ada@docs.example.com/mcp"),
			url("https://docs:docs@docs.example.com/mcp"),
			url(`https://docs.example.com/mcp?api_key=\${API_KEY}`),
			url(`https://docs.example.com/mcp?page_token=${key}`),
			url(`https://docs.example.com/documents/${uuid}`),
			url(`https://docs.example.com/mcp?api_key=YOUR_API_KEY`),
			env('"DATABASE_URL": "postgres://postgres:postgres@localhost:5432/app"'),
		],
		invalid: [
			url(`https://ada:«${token(14)}»@docs.example.com/mcp`),
			url(`https://docs.example.com/mcp?api_key=«${key}»`),
			url(`https://docs.example.com/mcp?a=b&token=«${key}»&c=d`),
			url(`https://docs.example.com/mcp#access_token=«${key}»`),
			url(`https://mcp.firecrawl.dev/«fc-${hex(32)}»/v2/mcp`),
			url(`https://api.telegram.org/bot«123456789:${token(35)}»/`),
			url(`https://docs.example.com/token/«${key}»/mcp`),
			url(
				`https://server.example.com/mcp?config=«${base64(`{"apiKey":"${key}"}`)}»`,
			),
		],
	});
});

describe("settings", () => {
	const hook = (command: string) =>
		`{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "${command}" }] }] } }`;
	const allow = (rule: string) => `{ "permissions": { "allow": ["${rule}"] } }`;
	testRule(id, ".claude/settings.json", {
		valid: [
			hook(`curl -H 'Authorization: Bearer '$TOKEN https://a.example.com`),
			hook(`grep -rE 'ghp_[A-Za-z0-9]{36}' .`),
			hook(`git log --author Ada --since 2024-01-01`),
			'{ "apiKeyHelper": "cat ~/.keys/claude" }',
			'{ "apiKeyHelper": "./scripts/print-key.sh" }',
			allow("Bash(npm run test:*)"),
			allow("WebFetch(domain:docs.example.com)"),
			allow(`Bash(git show ${hex(40)})`),
		],
		invalid: [
			`{ "env": { "API_KEY": "«${key}»" } }`,
			hook(`curl -H 'Authorization: Bearer «${key}»' https://a.example.com`),
			hook(`curl -H \\"X-Api-Key: «${key}»\\" https://a.example.com`),
			hook(`API_KEY=«${key}» ./notify.sh`),
			hook(`export API_KEY='«${key}»'; ./notify.sh`),
			hook(`curl -u ada:«${token(14)}» https://a.example.com`),
			hook(`curl 'https://a.example.com/?a=b&token=«${key}»'`),
			hook(`bash -c 'TOKEN=«${key}» ./notify.sh'`),
			`{ "apiKeyHelper": "echo «${key}»" }`,
			`{ "apiKeyHelper": "printf '%s' '«${key}»'" }`,
			`{ "statusLine": { "type": "command", "command": "./status --token «${key}»" } }`,
			`{ "otelHeadersHelper": "echo '{\\"Authorization\\": \\"Bearer «${key}»\\"}'" }`,
			allow(`Bash(curl -H \\"Authorization: Bearer «${key}»\\" *)`),
			allow(`Bash(API_KEY=«${key}» npm run deploy:*)`),
			allow(`Bash(export GITHUB_TOKEN=«${githubToken}»)`),
			allow(`Bash(PGPASSWORD=«${token(12)}» psql:*)`),
			`{ "mcpServers": { "docs": { "command": "docs-mcp", "env": { "API_KEY": "«${key}»" } } } }`,
		],
	});
});

describe("what is no value that anything reads", () => {
	testRule(id, ".mcp.json", {
		valid: [
			`{ "mcpServers": {} } // the API_KEY is in the keychain`,
			`{ "mcpServers": {} } // "API_KEY": "<your-api-key>"`,
		],
		invalid: [
			`{ "mcpServers": {} } // «${githubToken}»`,
			`{ "mcpServers": {} /* "API_KEY": "«${key}»" */ }`,
			`{ "mcpServers": { "docs": { "env": { "API_KEY": "«${key}»" `,
			`{ "mcpServers": { "docs": { "env": { "API_KEY": «${githubToken}» } } } }`,
			`{ "mcpServers": { "a": { "command": "b", "env": { "API_KEY": "«${key}»", "API_KEY": "«${token(30)}»" } } } }`,
			`{ "mcpServers": { "«${githubToken}»": { "command": "a" } } }`,
			`{ "projects": { "/a": { "mcpServers": { "docs": { "env": { "API_KEY": "«${key}»" } } } } } }`,
		],
	});
});

describe("front matter and the page below it", () => {
	testRule(id, ".claude/agents/a.md", {
		valid: [
			`---\nname: a\ndescription: Rotates the API key.\n---\nNever print a token.\n`,
			`---\nname: a\ndescription: b\n---\n\`\`\`bash\nexport API_KEY=your-api-key\n\`\`\`\n`,
		],
		invalid: [
			`---\nname: a\ndescription: b\nmcpServers:\n  - docs:\n      command: docs-mcp\n      env:\n        API_KEY: «${key}»\n---\nText.\n`,
			`---\nname: a\ndescription: b\nmcpServers:\n  - docs: { command: docs-mcp, env: { API_KEY: '«${key}»' } }\n---\nText.\n`,
			`---\nname: a\ndescription: b\n---\nUse «${githubToken}» for it.\n`,
			`---\nname: a\ndescription: b\n---\n\`\`\`bash\nexport API_KEY=«${key}»\n\`\`\`\n`,
			`---\nname: a\ndescription: b\n---\nRun \`curl -H "X-Api-Key: «${key}»" https://a.example.com\`.\n`,
		],
	});
});

/** What the rule says, each as its severity and its message. */
function said(
	text: string,
	surroundings: Partial<Surroundings> = {},
	file = ".mcp.json",
): string[] {
	return lintFiles({ [file]: text }, {}, surroundings)
		.filter(({ rule }) => rule === id)
		.map(({ severity, message }) => `${severity}: ${message}`);
}

const fileIs = (tracking: "tracked" | "ignored" | "untracked") => ({
	tracking: new Map([[".mcp.json", tracking]]),
});

const advice =
	"Revoke it, write ${API_KEY} in its place, and set API_KEY before Claude Code starts.";

/** The same where nobody else has it yet. */
const kept =
	"Write ${API_KEY} in its place, and set API_KEY before Claude Code starts.";

describe("what is said", () => {
	test.each([
		[undefined, "error", ""],
		["tracked", "error", ", and git's history keeps it"],
		["ignored", "warning", ", which git ignores"],
		["untracked", "warning", ", which git does not keep yet"],
	] as const)("of a file that is %s to git", (tracking, severity, where) => {
		const surroundings = tracking ? fileIs(tracking) : {};
		expect(said(env(`"API_KEY": "${key}"`), surroundings)).toEqual([
			`${severity}: A key ("API_KEY") is written into the file${where}. ${severity === "error" ? advice : kept}`,
		]);
	});

	test("of a form: what it is, and not its name", () => {
		expect(said(env(`"API_KEY": "${githubToken}"`))).toEqual([
			`error: A GitHub personal access token (classic) is written into the file. ${advice}`,
		]);
	});

	test("of a wrong checksum: that it only looks like one", () => {
		const wrong = githubToken.replace(/.$/, "1");
		expect(said(env(`"A": "${wrong}"`))[0]).toMatch(
			/^warning: What looks like a GitHub personal access token \(classic\) is written into the file\. Revoke it, /,
		);
	});

	test("of this machine: nothing to revoke", () => {
		const address = `postgres://app:${token(14)}@localhost:5432/app`;
		expect(said(env(`"DATABASE_URL": "${address}"`))[0]).toMatch(
			/^warning: A password for this machine is written into the file\. Write \$\{/,
		);
	});

	test("of what has no name of its own, or one that says no more: what it is", () => {
		const address = `https://docs.example.com/token/${key}/mcp`;
		expect(said(url(address))[0]).toMatch(
			/^warning: What looks like a token is written into the file\. .* set DOCS_TOKEN /,
		);
		expect(said(args("--token", key))[0]).toMatch(/^error: A token is written/);
	});

	test("of none of them the credential itself", () => {
		const text = args("--api-key", key, githubToken, `API_KEY=${token(30)}`);
		const messages = JSON.stringify(lintFiles({ ".mcp.json": text }));
		for (const secret of [key, githubToken, token(30)])
			expect(messages).not.toContain(secret);
	});
});
