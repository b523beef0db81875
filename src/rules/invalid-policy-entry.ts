import { defineRule } from "../rule.ts";
import { violationProblem } from "../violation-message.ts";

const EXACTLY_ONE =
	'Server policy: an entry has exactly one of "serverName", "serverCommand" and "serverUrl"; make one entry of each.';

export default defineRule({
	effect: "skipped",
	severity: "error",
	summary:
		"An entry of allowedMcpServers or deniedMcpServers is invalid, so it is dropped.",
	rationale: `
An entry is an object with exactly one of \`serverName\`, \`serverCommand\` and \`serverUrl\`. Claude Code drops any other entry and keeps the rest. If no valid
entry is left, an allow list blocks every server and a deny list none.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "deniedMcpServers": ["github"] }',
			good: '{ "deniedMcpServers": [{ "serverName": "github" }] }',
		},
	],
	needs: [
		{
			schema: "claude-settings",
			words: ["allowedMcpServers", "deniedMcpServers"],
		},
	],

	*check({ documents }) {
		for (const { violations } of documents) {
			for (const violation of violations) {
				if (
					violation.subject !== "policy" ||
					violation.keyword === "additionalProperties"
				)
					continue;
				const problem = violationProblem(violation, "Server policy");
				yield violation.keyword === "false schema"
					? { ...problem, message: EXACTLY_ONE }
					: problem;
			}
		}
	},
});
