import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const env = (name: string, value: string) =>
	`{ "env": { "${name}": ${value} } }`;

for (const file of [
	".claude/settings.json",
	".claude/settings.local.json",
] as const) {
	testRule("ignored-variable", file, {
		valid: [
			...[
				"PATH",
				"USER",
				"NODE_ENV",
				"CI",
				"NODE_OPTIONS",
				"LD_PRELOAD",
				"BASH_ENV",
				"ANTHROPIC_BASE_URL",
				"API_TIMEOUT_MS",
				"BASH_DEFAULT_TIMEOUT_MS",
				"MCP_TIMEOUT",
				"MCP_TOOL_TIMEOUT",
				"CLAUDE_CODE_MCP_ALLOWLIST_ENV",
				"home",
				"constructor",
			].map((name) => env(name, '"1"')),
			// tolerated, and no variable
			env("HOME", "{}"),
			'{ "HOME": "/root" }',
		],
		invalid: [
			...[
				"HOME",
				"TMPDIR",
				"XDG_CONFIG_HOME",
				"USERPROFILE",
				"GITHUB_ACTIONS",
				"CLAUDE_CONFIG_DIR",
				"CLAUDE_CODE_TMPDIR",
				"CLAUDE_CODE_ENABLE_TELEMETRY",
				"CLAUDE_CODE_SUBPROCESS_ENV_SCRUB",
				"CLAUDE_CODE_PROCESS_WRAPPER",
				"CLAUDE_CODE_SYNC_SKILLS",
				"CLAUDE_CODE_PLUGIN_CACHE_DIR",
			].map((name) => env(name, '«"1"»')),
			env("GITHUB_ACTIONS", "«true»"),
		],
	});
}

testRule("ignored-variable", "managed-settings.json", {
	valid: [
		env("HOME", '"/root"'),
		env("CLAUDE_CODE_SUBPROCESS_ENV_SCRUB", '"1"'),
	],
	invalid: [],
});

test("a protection that protects nobody is an error", () => {
	const found = (name: string, value: string) =>
		lintFiles({ ".claude/settings.json": env(name, `"${value}"`) }).map(
			({ severity, message }) => [severity, message],
		);
	expect(found("CLAUDE_CODE_SUBPROCESS_ENV_SCRUB", "1")).toEqual([
		[
			"error",
			'Claude Code does not take the variable "CLAUDE_CODE_SUBPROCESS_ENV_SCRUB" from project settings, so it protects nobody; set it in ~/.claude/settings.json, or in the shell that starts the session.',
		],
	]);
	expect(found("CLAUDE_CODE_SUBPROCESS_ENV_SCRUB", "0")[0]?.[0]).toBe(
		"warning",
	);
	expect(found("TMPDIR", "/tmp/x")[0]?.[0]).toBe("warning");
});
