import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

testRule("credential-script", ".claude/settings.json", {
	valid: [
		'{ "apiKeyHelper": "/bin/generate_temp_api_key.sh" }',
		'{ "apiKeyHelper": "~/.claude/key.sh" }',
		'{ "apiKeyHelper": "op read op://team/claude/key" }',
		'{ "apiKeyHelper": "cat $HOME/.key" }',
		'{ "apiKeyHelper": "bash -c \'vault read -field=key secret/claude\'" }',
		'{ "apiKeyHelper": "node -e \'require(`./a/b`)\'" }',
		'{ "apiKeyHelper": "" }',
		'{ "awsAuthRefresh": "aws sso login --profile dev" }',
		'{ "gcpAuthRefresh": "gcloud auth application-default login" }',
		'{ "statusLine": { "type": "command", "command": "./status.sh" } }',
		'{ "env": { "apiKeyHelper": "./key.sh" } }',
	],
	invalid: [
		'{ "apiKeyHelper": «"./scripts/key.sh"» }',
		'{ "apiKeyHelper": «"scripts/key.sh --team"» }',
		'{ "apiKeyHelper": «"bash ./scripts/key.sh"» }',
		'{ "apiKeyHelper": «"node --no-warnings \\"tools/key.js\\""» }',
		'{ "apiKeyHelper": «"$CLAUDE_PROJECT_DIR/.claude/key.sh"» }',
		'{ "apiKeyHelper": «"/tmp/key.sh"» }',
		'{ "apiKeyHelper": «"bash -lc \'./key.sh | tr -d x\'"» }',
		'{ "awsAuthRefresh": «"./aws.sh"» }',
		'{ "awsCredentialExport": «"./aws.sh"» }',
		'{ "gcpAuthRefresh": «"./gcp.sh"» }',
		'{ "otelHeadersHelper": «"./otel.sh"» }',
	],
});

testRule("credential-script", ".mcp.json", {
	valid: [
		'{ "mcpServers": { "a": { "type": "http", "url": "https://a.example.com", "headersHelper": "./headers.sh" } } }',
	],
	invalid: [],
});

testRule("credential-script", ".claude/settings.local.json", {
	valid: ['{ "apiKeyHelper": "./key.sh" }'],
	invalid: [],
});

test("says who could take what", () => {
	expect(
		lintFiles({ ".claude/settings.json": '{ "apiKeyHelper": "./key.sh" }' })[0],
	).toMatchObject({
		severity: "info",
		message:
			'Claude Code runs "./key.sh" of this repository for the API key, in CI without asking; whoever can change it can take them over, so install it outside, or have its changes reviewed.',
	});
});
