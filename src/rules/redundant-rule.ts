import type { Document } from "../document.ts";
import { fixWith, removeItem } from "../edit.ts";
import { behaviors } from "../permissions/behavior.ts";
import { findContentDefect } from "../permissions/content-defects.ts";
import { permissionNeeds } from "../permissions/needs.ts";
import type { PermissionRule } from "../permissions/permission-rule.ts";
import { createCoverage } from "../permissions/rule-coverage.ts";
import { findSpellingDefect } from "../permissions/spelling.ts";
import { defineRule, type Problem } from "../rule.ts";
import { both, quote } from "../wording.ts";

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
			bad: '{ "permissions": { "allow": ["Bash(npm run *)", "WebSearch", "Bash(npm run *)"] } }',
			good: '{ "permissions": { "allow": ["Bash(npm run *)", "WebSearch"] } }',
			fix: "safe",
		},
		{
			file: ".claude/settings.json",
			bad: '{ "permissions": { "allow": ["Bash(npm run *)", "Bash(npm run lint)"] } }',
			good: '{ "permissions": { "allow": ["Bash(npm run *)"] } }',
		},
	],
	needs: permissionNeeds,

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

function* checkList(
	rules: readonly PermissionRule[],
	document: Document,
): Generator<Problem> {
	const first = new Map<string, PermissionRule>();
	const distinct: PermissionRule[] = [];
	for (const rule of rules) {
		const same = first.get(rule.text);
		if (!same) {
			first.set(rule.text, rule);
			distinct.push(rule);
			continue;
		}
		yield {
			location: rule.node,
			message: `${quote(rule.text)} stands in this list already; remove it.`,
			related: [{ location: same.node, message: "it is here as well" }],
			...fixWith("Remove it", [removeItem(document, rule.node)]),
		};
	}
	if (document.kind.scope !== "local")
		yield* covered(distinct.filter(isEffective));
}

/** Of the others, other rules say that they have no effect. */
function isEffective(rule: PermissionRule): boolean {
	return (
		rule.mistake === undefined &&
		!findSpellingDefect(rule, new Set()) &&
		!findContentDefect(rule)
	);
}

/** How many covered rules are named. */
const MOST_NAMED = 3;

/** One problem for each rule that covers others: who meant the others did not mean the wide one, or the other way around. */
function* covered(rules: readonly PermissionRule[]): Generator<Problem> {
	const covering = createCoverage(rules);
	const places = new Map(rules.map((rule, index) => [rule, index]));
	const isBefore = (a: PermissionRule, b: PermissionRule) =>
		(places.get(a) ?? 0) < (places.get(b) ?? 0);
	const byWider = new Map<PermissionRule, PermissionRule[]>();
	for (const rule of rules) {
		const wider = covering(rule);
		if (!wider) continue;
		// of two that say the same, the first is the one to keep
		const isTwin = covering(wider) === rule;
		if (isTwin && isBefore(rule, wider)) continue;
		const others = byWider.get(wider);
		if (others) others.push(rule);
		else byWider.set(wider, [rule]);
	}
	for (const [wider, others] of byWider) {
		const named = others.slice(0, MOST_NAMED);
		const more = others.length - named.length;
		const names = [
			...named.map(({ text }) => quote(text)),
			...(more > 0 ? [`${more} more`] : []),
		];
		yield {
			location: wider.node,
			message: `${quote(wider.text)} covers ${both(names)} in the same list; remove ${others.length === 1 ? "that rule" : "those rules"}, or narrow this one.`,
			related: named.map(({ node, text }) => ({
				location: node,
				message: `${quote(text)} changes nothing`,
			})),
		};
	}
}
