import { testRule } from "../test-rule.ts";

const step = (args: string, ...more: string[]) =>
	`jobs:
  a:
    steps:
      - uses: anthropics/claude-code-action@v1
        with:
${[...more, args].map((line) => `          ${line}\n`).join("")}`;

const PROMPT = "prompt: Review the last commit.";
const FILE = "claude_args: --mcp-config /tmp/servers.json";

testRule("lost-server-file", ".github/workflows/claude.yml", {
	valid: [
		step(FILE, PROMPT),
		step(FILE, PROMPT, "track_progress: false"),
		step(FILE, PROMPT, "use_commit_signing: ${{ inputs.sign }}"),
		step("claude_args: --mcp-config .mcp.json"),
		step("claude_args: --mcp-config ${{ env.SERVERS }}"),
		step(`claude_args: --mcp-config '{ "mcpServers": {} }'`),
		step("claude_args: --max-turns 3"),
		step("claude_args: |\n            # --mcp-config /tmp/servers.json"),
		step(`${FILE} --allowedTools mcp__github_ci__get_ci_status`, PROMPT),
		step(`${FILE} --allowedTools mcp__github-research__find`, PROMPT),
		step(`${FILE} --disallowedTools mcp__github__get_issue`, PROMPT),
		step(FILE).replace("@v1", "@beta"),
		step(FILE).replace("@v1", "@v1.0.24"),
		step(FILE).replace("code-action", "code-base-action"),
	],
	invalid: [
		step("claude_args: --mcp-config «/tmp/servers.json»"),
		step("claude_args: --mcp-config «/tmp/servers.json»", "prompt: ''"),
		step(
			"claude_args: --mcp-config '«.github/servers.json»' --max-turns 3",
			"track_progress: true",
			PROMPT,
		),
		step(
			"claude_args: --mcp-config «a.json»",
			'use_commit_signing: "true"',
			PROMPT,
		),
		step(
			"claude_args: |\n            # how long\n            --max-turns 3\n            --mcp-config\n              «a.json»",
		),
		step(
			"claude_args: --allowedTools mcp__github__get_issue --mcp-config «a.json»",
			PROMPT,
		),
		step("claude_args: --mcp-config «a.json»").replace("@v1", "@v1.0.93"),
	],
});
