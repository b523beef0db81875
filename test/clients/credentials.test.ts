import { describe, expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { reporters, reportOn } from "../reporters/report-on.ts";
import { foundIn } from "../secrets/found-values.ts";
import { githubToken, token } from "../secrets/samples.ts";

const CODEX = ".codex/config.toml";
const OPENCODE = "opencode.json";
const ZED = ".zed/settings.json";
const AMP = ".amp/settings.json";
const secret = token(32);
const URL = 'url = "https://docs.example.com/mcp"\n';
const docs = (lines: string) => `[mcp_servers.docs]\n${lines}\n`;
const opencode = (fields: string) => `{ "mcp": { "docs": { ${fields} } } }`;

const FILES: readonly (readonly [
	what: string,
	file: string,
	text: string,
	value: string,
])[] = [
	[
		"a variable",
		CODEX,
		docs(`command = "a"\nenv = { API_KEY = "${secret}" }`),
		secret,
	],
	[
		"a variable in a table of its own",
		CODEX,
		`${docs('command = "a"')}[mcp_servers.other]\ncommand = "b"\n[mcp_servers.docs.env]\nAPI_KEY = '${secret}'\n`,
		secret,
	],
	[
		"a dotted key",
		CODEX,
		`mcp_servers.docs.command = "a"\nmcp_servers.docs.env.API_KEY = "${secret}"\n`,
		secret,
	],
	[
		"a text of several lines",
		CODEX,
		docs(`command = "a"\nenv.API_KEY = """${secret}"""`),
		secret,
	],
	[
		"a text behind escapes",
		CODEX,
		docs(
			`command = "a"\nargs = ["--note", "\\U0001F98A\\t", "--api-key", "${secret}"]`,
		),
		secret,
	],
	[
		"a header",
		CODEX,
		docs(`${URL}http_headers = { Authorization = "Bearer ${secret}" }`),
		secret,
	],
	[
		"a token that is not allowed",
		CODEX,
		docs(`${URL}bearer_token = "${secret}"`),
		secret,
	],
	[
		"an argument",
		CODEX,
		docs(`command = "a"\nargs = ["--api-key", "${secret}"]`),
		secret,
	],
	[
		"an address",
		CODEX,
		docs(`url = "https://docs.example.com/mcp?api_key=${secret}"`),
		secret,
	],
	["a comment", CODEX, `# ${githubToken}\n${docs(URL)}`, githubToken],
	[
		"another table",
		CODEX,
		`[shell_environment_policy.set]\nGITHUB_TOKEN = "${githubToken}"\n`,
		githubToken,
	],
	[
		"a text that is no TOML",
		CODEX,
		`${docs(`command = "a"\nenv = { API_KEY = "${secret}" }`)}nope\n`,
		secret,
	],
	[
		"a key that stands twice",
		CODEX,
		docs(`command = "a"\nenv.API_KEY = "x"\nenv.API_KEY = "${secret}"`),
		secret,
	],
	[
		"a command that is a list",
		OPENCODE,
		opencode(
			`"type": "local", "command": ["docs-server", "--api-key", "${secret}"]`,
		),
		secret,
	],
	[
		"a flag of such a command",
		OPENCODE,
		opencode(
			`"type": "local", "command": ["docs-server", "--token=${secret}"]`,
		),
		secret,
	],
	[
		"the environment",
		OPENCODE,
		opencode(
			`"type": "local", "command": ["a"], "environment": { "API_KEY": "${secret}" }`,
		),
		secret,
	],
	[
		"a header of opencode",
		OPENCODE,
		opencode(
			`"type": "remote", "url": "https://docs.example.com/mcp", "headers": { "Authorization": "Bearer ${secret}" }`,
		),
		secret,
	],
	[
		"a command that is an object",
		ZED,
		`{ "context_servers": { "docs": { "command": { "path": "a", "args": ["--api-key", "${secret}"], "env": {} } } } }`,
		secret,
	],
	[
		"a key with a dot",
		AMP,
		`{ "amp.mcpServers": { "docs": { "command": "a", "env": { "API_KEY": "${secret}" } } } }`,
		secret,
	],
];

describe.each(FILES)("a credential in %s", (_what, file, text, value) => {
	test("is found once, at its characters", () => {
		expect(foundIn(file, text)).toEqual([value]);
		const said = lintFiles({ [file]: text }).filter(
			({ rule }) => rule === "literal-secret",
		);
		expect(said).toHaveLength(1);
		expect(said).toMatchObject([{ severity: "error" }]);
	});

	test("is in no report", () => {
		const report = reportOn({ [file]: text });
		for (const [name, reporter] of Object.entries(reporters)) {
			expect(reporter(report), name).not.toContain(value.slice(4, 16));
		}
	});
});

test.each([
	[CODEX, docs(`command = "a"\nenv_vars = ["API_KEY"]`)],
	[CODEX, docs(`${URL}bearer_token_env_var = "DOCS_API_TOKEN"`)],
	[
		CODEX,
		docs(`${URL}env_http_headers = { Authorization = "DOCS_AUTH_HEADER" }`),
	],
	[
		OPENCODE,
		opencode('"type": "local", "command": ["a", "--api-key", "{env:API_KEY}"]'),
	],
	[
		OPENCODE,
		opencode(
			'"type": "local", "command": ["a", "--api-key", "{file:~/.secrets/key}"]',
		),
	],
])("a reference is no credential: %s %s", (file, text) => {
	expect(foundIn(file, text)).toEqual([]);
});

test("what is written under env is in no report, whatever a client calls it and however it looks", () => {
	for (const [file, text] of [
		[CODEX, docs('command = "npx -y a"\nenv = { NAME = "willow" }')],
		[CODEX, docs('url = 3\nhttp_headers = { Name = "willow" }')],
		[
			OPENCODE,
			opencode(
				'"type": "lokal", "command": ["a"], "environment": { "NAME": "willow" }',
			),
		],
	] as const) {
		const report = reportOn({ [file]: text });
		expect(report.diagnostics.length).toBeGreaterThan(0);
		for (const [name, reporter] of Object.entries(reporters)) {
			expect(reporter(report), name).not.toContain("willow");
		}
	}
});

test("says what to do about it as the client takes values", () => {
	const advice = (file: string, text: string) =>
		lintFiles({ [file]: text })
			.map(({ message }) => message)
			.join(" ");
	expect(
		advice(CODEX, docs(`command = "a"\nenv = { API_KEY = "${secret}" }`)),
	).toContain('"env_vars"');
	expect(
		advice(
			CODEX,
			docs(`${URL}http_headers = { Authorization = "Bearer ${secret}" }`),
		),
	).toContain('"bearer_token_env_var"');
	expect(
		advice(
			OPENCODE,
			opencode(`"type": "local", "command": ["a", "--api-key", "${secret}"]`),
		),
	).toContain("write {env:DOCS_API_KEY}");
});
