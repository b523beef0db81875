import type { Document } from "../document.ts";
import {
	behaviors,
	type PermissionRule,
} from "../permissions/permission-rule.ts";
import { createCoverage } from "../permissions/rule-coverage.ts";
import { defineRule } from "../rule.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "info",
	summary:
		"A permission rule says what another rule of the same list says already.",
	rationale: `
A rule that stands twice in a list, or beside a wider one, changes nothing, and makes the list harder to review: whoever removes one of them believes that something is no longer
allowed. In local settings, to which the client itself adds rules, only repeated rules are reported.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "permissions": { "allow": ["Bash(npm run *)", "Bash(npm run lint)"] } }',
			good: '{ "permissions": { "allow": ["Bash(npm run *)"] } }',
		},
	],

	*check({ permissions, documents }) {
		for (const document of documents) {
			const own = permissions.filter((rule) => rule.document === document);
			for (const behavior of behaviors) {
				const rules = own.filter((rule) => rule.behavior === behavior);
				yield* checkList(rules, document);
			}
		}
	},
});

function* checkList(rules: readonly PermissionRule[], { kind }: Document) {
	const covering = createCoverage(rules);
	const first = new Map<string, PermissionRule>();
	for (const rule of rules) {
		const same = first.get(rule.text);
		if (!same) first.set(rule.text, rule);
		if (rule.mistake !== undefined) continue;
		const wider = same ?? (kind.scope === "local" ? undefined : covering(rule));
		if (!wider || (!same && wider.text === rule.text)) continue;
		yield {
			location: rule.node,
			message: same
				? `${quote(rule.text)} stands in this list already; remove it.`
				: `${quote(rule.text)} is covered by ${quote(wider.text)} in the same list; remove one of the two.`,
			related: [
				{
					location: wider.node,
					message: same ? "it is here as well" : "the wider rule",
				},
			],
		};
	}
}
