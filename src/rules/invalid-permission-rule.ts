import { BEHAVIOR_NAMES } from "../permissions/behavior.ts";
import { permissionNeeds } from "../permissions/needs.ts";
import { rewriteRule } from "../permissions/rule-fix.ts";
import { defineRule } from "../rule.ts";
import { violationProblem } from "../violation-message.ts";

export default defineRule({
	effect: "skipped",
	severity: "error",
	summary: "A permission rule is malformed, so the client drops it.",
	rationale: `
A rule is \`Tool\` or \`Tool(content)\`, from the first character to the last. Claude Code drops a rule that it cannot read and keeps the rest of the file; in CI
it says so nowhere that anybody looks. A dropped deny rule protects nothing.
Of the rules of \`--allowedTools\` and \`--disallowedTools\` it says nothing at all; most that are wrong match nothing.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "permissions": { "deny": ["bash(rm *)", "Read()", "mcp__github__create(*)"] } }',
			good: '{ "permissions": { "deny": ["Bash(rm *)", "Read", "mcp__github__create"] } }',
			fix: "unsafe",
		},
	],
	needs: permissionNeeds,

	*check({ permissions, documents }) {
		for (const rule of permissions) {
			const { behavior, node, mistake, document } = rule;
			if (mistake === undefined) continue;
			const isUnchecked = document.kind.permissionRules === "unchecked";
			yield {
				location: node,
				...(isUnchecked && { effect: "inert" }),
				message: `${BEHAVIOR_NAMES[behavior]} rule: ${mistake.message}.`,
				...rewriteRule(rule, mistake.meant),
			};
		}
		for (const { violations } of documents) {
			for (const violation of violations) {
				if (
					violation.subject === "permission" &&
					violation.effect === "skipped"
				) {
					yield violationProblem(violation, "Permission rule");
				}
			}
		}
	},
});
