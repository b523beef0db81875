import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const server = (fields: string) => `{ "mcpServers": { "a": { ${fields} } } }`;
const header = (value: string) =>
	server(
		`"type": "http", "url": "https://a.example.com/mcp", "headers": { "Authorization": "${value}" }`,
	);
const env = (value: string) =>
	server(`"command": "docs-server", "env": { "A": "${value}" }`);
const helper = (command: string) =>
	server(
		`"type": "http", "url": "https://a.example.com/mcp", "headersHelper": "${command}"`,
	);

testRule("blanked-reference", ".mcp.json", {
	valid: [
		header("Bearer ${MY_SONAR_TOKEN}"),
		...[
			"GITHUB_TOKEN",
			"GITHUB_PERSONAL_ACCESS_TOKEN",
			"GITLAB_TOKEN",
			"OPENAI_API_KEY",
			"SONARQUBE_TOKEN",
			"AWS_ACCESS_KEY_ID",
			"API_KEY",
			"VAULT_ADDR",
			"BUNDLE_PATH",
			"INPUT_GITHUB_TOKEN",
		].map((name) => header(`Bearer \${${name}}`)),
		// it is left as it is, which is another matter
		header("Bearer $SONAR_TOKEN"),
		// a program on the same machine gets it
		env("${SONAR_TOKEN}"),
		env("${ANTHROPIC_API_KEY}"),
		env("${AWS_SECRET_ACCESS_KEY}"),
		server('"command": "sonar-server", "args": ["--token", "${SONAR_TOKEN}"]'),
		// not a value
		server(
			'"type": "http", "url": "https://a.example.com/", "headers": { "SONAR_TOKEN": "b" }',
		),
		helper("bin/headers.sh"),
		helper("echo $HOME $FOO"),
		helper("echo ${GITHUB_TOKEN:-$(cat token)}"),
		helper("TOKEN=$(cat token); echo $TOKEN"),
		helper("read -r TOKEN < token; echo $TOKEN"),
		helper(". ./.env; echo $GITHUB_TOKEN"),
		helper("op run -- sh -c 'echo $GITHUB_TOKEN'"),
		helper("gh auth token"),
	],
	invalid: [
		header("Bearer «${SONAR_TOKEN}»"),
		header("Bearer «${sonar_token}»"),
		header("Bearer «${SONAR_TOKEN:-none}»"),
		...[
			"ANTHROPIC_API_KEY",
			"ANTHROPIC_AUTH_TOKEN",
			"CLAUDE_CODE_OAUTH_TOKEN",
			"AWS_SECRET_ACCESS_KEY",
			"AWS_BEARER_TOKEN_BEDROCK",
			"GOOGLE_APPLICATION_CREDENTIALS",
			"NPM_TOKEN",
			"NODE_AUTH_TOKEN",
			"PYPI_TOKEN",
			"VAULT_TOKEN",
			"SLACK_WEBHOOK_URL",
			"MCP_CLIENT_SECRET",
			"OTEL_SERVICE_NAME",
			"BUNDLE_RUBYGEMS__PKG__GITHUB__COM",
			"CARGO_REGISTRIES_MINE_TOKEN",
			"POETRY_HTTP_BASIC_MINE_PASSWORD",
			"GIT_CONFIG_VALUE_0",
			"INPUT_NPM_TOKEN",
			"HTTPS_PROXY",
		].map((name) => header(`Bearer «\${${name}}»`)),
		server(
			'"type": "sse", "url": "https://a.example.com/?token=«${VAULT_TOKEN}»"',
		),
		env("«${OTEL_EXPORTER_OTLP_ENDPOINT}»"),
		env("«${CLAUDE_CODE_OAUTH_TOKEN}»"),
		server('"command": "sh", "args": ["-c", "a «${OTEL_X}»"]'),
		helper("echo «$GITHUB_TOKEN»"),
		helper("echo «${API_KEY}»"),
	],
});

testRule("blanked-reference", ".claude/agents/a.md", {
	valid: [
		"---\nname: a\ndescription: b\nmcpServers:\n  - c:\n      command: d\n      env:\n        A: ${OTEL_X}\n---\n",
	],
	invalid: [
		"---\nname: a\ndescription: b\nmcpServers:\n  - c:\n      type: http\n      url: https://a.example.com/\n      headers:\n        A: «${SONAR_TOKEN}»\n---\n",
	],
});

const message = (text: string) =>
	lintFiles({ ".mcp.json": text }).find(
		({ rule }) => rule === "blanked-reference",
	);

test("says under which name the value is sent", () => {
	expect(message(header("${SONAR_TOKEN}"))).toMatchObject({
		severity: "error",
		message:
			'Server "a": Claude Code never sends the variable SONAR_TOKEN to a remote server, and puts an empty text in its place; set it under another name, as with export MY_SONAR_TOKEN="$SONAR_TOKEN", and write ${MY_SONAR_TOKEN}.',
	});
});

test("a program gets an empty text only where the variable is set", () => {
	expect(message(env("${OTEL_X}"))).toMatchObject({
		severity: "warning",
		message:
			'Server "a": Claude Code keeps the variable OTEL_X from programs, and puts an empty text in its place where it is set; set it under another name, as with export MY_OTEL_X="$OTEL_X", and write ${MY_OTEL_X}.',
	});
});

test("what a helper lacks can be had elsewhere", () => {
	expect(message(helper("echo $GITHUB_TOKEN"))?.message).toBe(
		'Server "a": the command in "headersHelper" of a server from a repository runs without the variable GITHUB_TOKEN, as without all that are called like credentials; read it from a file or a keychain there, or write it into "headers".',
	);
});

test("a server of one's own has a helper with the whole environment", () => {
	const text = helper("echo $GITHUB_TOKEN");
	expect(
		lintFiles({ "managed-mcp.json": text }).filter(
			({ rule }) => rule === "blanked-reference",
		),
	).toEqual([]);
});
