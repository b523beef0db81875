import { findContentDefect } from "../permissions/content-defects.ts";
import { permissionNeeds } from "../permissions/needs.ts";
import {
	type PermissionRule,
	readPermissionRules,
} from "../permissions/permission-rule.ts";
import { createCoverage } from "../permissions/rule-coverage.ts";
import { findSpellingDefect } from "../permissions/spelling.ts";
import { defineRule } from "../rule.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary:
		"A permission rule never decides, because a stricter rule covers it.",
	rationale: `
Deny wins over ask, and ask over allow, over all settings files together and whatever is more exact: an exception to a deny rule cannot be written as an allow rule. A rule
that is covered by a stricter one has no effect. Remove it, or narrow the stricter rule.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "permissions": { "allow": ["Bash(git push origin main)"], "deny": ["Bash(git push *)"] } }',
			good: '{ "permissions": { "allow": ["Bash(git fetch *)"], "deny": ["Bash(git push *)"] } }',
		},
	],
	needs: permissionNeeds,

	*check({ permissions, inheritedSettings }) {
		const rules = [
			...permissions,
			...inheritedSettings.flatMap(readPermissionRules),
		].filter((rule) => !matchesNothing(rule));
		const ofBehavior = (...behaviors: readonly string[]) =>
			createCoverage(
				rules.filter(({ behavior }) => behaviors.includes(behavior)),
			);
		const denying = ofBehavior("deny");
		const asking = ofBehavior("ask");
		for (const rule of permissions) {
			if (rule.behavior === "deny" || matchesNothing(rule)) continue;
			const stricter =
				denying(rule) ?? (rule.behavior === "allow" ? asking(rule) : undefined);
			if (!stricter) continue;
			yield {
				location: rule.node,
				message: describe(rule, stricter),
				related: [
					{
						location: stricter.node,
						message: `${stricter.behavior} rule ${quote(stricter.text)}`,
					},
				],
			};
		}
	},
});

/** Of such a rule, others say that it has no effect. */
function matchesNothing(rule: PermissionRule): boolean {
	return (
		rule.mistake !== undefined ||
		findSpellingDefect(rule, new Set()) !== undefined ||
		findContentDefect(rule) !== undefined
	);
}

const VERBS = { allow: "allowed", ask: "asked about", deny: "denied" } as const;

function describe(rule: PermissionRule, stricter: PermissionRule): string {
	const verb = VERBS[rule.behavior];
	const other = VERBS[stricter.behavior];
	return rule.text === stricter.text
		? `${quote(rule.text)} is ${verb} here and ${other} in a list of ${stricter.behavior} rules, and ${stricter.behavior} wins; remove one of the two.`
		: `${quote(rule.text)} is ${verb} in vain: the ${stricter.behavior} rule ${quote(stricter.text)} covers it and wins; remove it, or narrow that rule.`;
}
