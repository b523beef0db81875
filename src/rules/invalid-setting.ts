import { settingConflicts } from "../project/setting-conflicts.ts";
import { defineRule } from "../rule.ts";
import { violationFix } from "../violation-fix.ts";
import { violationProblem } from "../violation-message.ts";

export default defineRule({
	effect: "rejected",
	severity: "error",
	summary: "A setting has a value that the client does not accept.",
	rationale: `
For most settings one value of the wrong type makes Claude Code ignore the whole file: every permission rule and hook in it is lost. For some it drops only the
value. The message says which of the two it is.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "cleanupPeriodDays": "30", "permissions": { "deny": ["Read(./.env)"] } }',
			good: '{ "cleanupPeriodDays": 30, "permissions": { "deny": ["Read(./.env)"] } }',
			fix: "safe",
		},
		{
			file: ".claude/settings.json",
			bad: '{ "permissions": { "defaultMode": "accept-edits" } }',
			good: '{ "permissions": { "defaultMode": "acceptEdits" } }',
			fix: "unsafe",
		},
	],
	needs: [{ schema: "claude-settings" }, { syntax: "front-matter" }],

	*check({ documents }) {
		for (const { node, message, effect } of documents.flatMap(
			settingConflicts,
		)) {
			yield { location: node, message: `Setting: ${message}`, effect };
		}
		for (const document of documents) {
			for (const violation of document.violations) {
				const { subject, effect, keyword, node } = violation;
				const isSetting =
					subject === "setting" ||
					(subject === "permission" && effect !== "skipped");
				if (
					!isSetting ||
					keyword === "additionalProperties" ||
					node.pointer === ""
				)
					continue;
				const problem = {
					...violationProblem(violation, "Setting"),
					...violationFix(document, violation),
				};
				yield effect === "inert"
					? { ...problem, severity: "warning" }
					: problem;
			}
		}
	},
});
