import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const FILE = ".github/workflows/claude.yml";

const step = (version: string, inputs: string, action = "claude-code-action") =>
	`jobs: { a: { steps: [{ uses: anthropics/${action}@${version}, with: { ${inputs} } }] } }\n`;

const COMMIT = "b76a0776ae74036e77cd11018083743453d7ad35";

testRule("lost-input", FILE, {
	valid: [
		step("v1", "prompt: text, claude_args: --max-turns 3, settings: '{}'"),
		step("beta", "direct_prompt: text, model: opus, timeout_minutes: 5"),
		step("v0.0.63", "mode: agent, allowed_tools: Bash, claude_env: 'A: b'"),
		step("v1.0.0", "mcp_config: '{}', experimental_allowed_domains: a.com"),
		step(COMMIT, "model: opus"),
		// nothing is lost
		step("v1", "model: '', allowed_tools: , max_turns: ' '"),
		step("v1", "trigger_phrase: model, prompt: allowed_tools"),
		step("beta", "prompt: text, model: opus", "claude-code-base-action"),
		step("v1", "prompt_file: a.md", "claude-code-base-action"),
	],
	invalid: [
		step("v1", "«direct_prompt»: text, «model»: opus, prompt: text"),
		step("main", "«mode»: agent, «override_prompt»: text"),
		step("v1.0.93", "«mcp_config»: '{}'"),
		step("v1", "«timeout_minutes»: 5, «max_turns»: 3"),
		step("v1", "«allowed_tools»: '${{ inputs.tools }}'"),
		step("v1", "«disallowed_tools»: Bash, «claude_env»: 'A: b'"),
		// GitHub does not tell capital letters from others
		step("v1", "«Model»: opus"),
		step(COMMIT, "claude_args: --max-turns 3, «model»: opus"),
		step("beta", "«prompt»: text, «claude_args»: --max-turns 3"),
		step("v0", "«plugins»: a, «track_progress»: true"),
		step("v1", "«system_prompt»: text", "claude-code-base-action"),
	],
});

test("says what to write instead", () => {
	const messages = (version: string, inputs: string) =>
		lintFiles({ [FILE]: step(version, inputs) }).map(({ message }) => message);
	expect(messages("v1", "model: opus")).toEqual([
		'claude-code-action does not have the input "model" in this version, and what stands there is lost; write --model in "claude_args".',
	]);
	expect(messages("beta", "prompt: text")).toEqual([
		expect.stringContaining('; name version @v1, or call it "direct_prompt".'),
	]);
});

test("a slip of the pen is another mistake", () => {
	const found = lintFiles({
		[FILE]: step("v1", "promt: text, other: 1"),
	});
	expect(found.map(({ rule, message }) => [rule, message])).toEqual([
		[
			"unknown-key",
			'claude-code-action does not know "promt" here and ignores it; did you mean "prompt"?',
		],
	]);
});
