import { BEHAVIOR_NAMES } from "../permissions/behavior.ts";
import { permissionNeeds } from "../permissions/needs.ts";
import {
	type PermissionRule,
	severityOfLoss,
} from "../permissions/permission-rule.ts";
import { rewriteRule } from "../permissions/rule-fix.ts";
import { ruleText } from "../permissions/rule-text.ts";
import {
	findSpellingDefect,
	formerToolAdvice,
} from "../permissions/spelling.ts";
import { toolByName, tools } from "../permissions/tools.ts";
import { matchesWildcards } from "../permissions/wildcards.ts";
import { defineRule, type Severity } from "../rule.ts";
import { isSlipOf, nearest, quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "A permission rule is about a tool that the client does not have.",
	rationale: `
Claude Code keeps a rule about a tool that it does not know; of a deny or ask rule it says so once when it starts, where nobody looks in CI. The rule never matches. Some names
are those of tools that are gone: what \`MultiEdit\` or \`LS\` did, \`Edit\` and \`Read\` do today, and a rule about the old name says nothing about the new one.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "permissions": { "deny": ["WebFetcher", "MultiEdit(secrets/**)"] } }',
			good: '{ "permissions": { "deny": ["WebFetch", "Edit(secrets/**)"] } }',
			fix: "unsafe",
		},
		{
			file: ".claude/settings.json",
			bad: '{ "permissions": { "deny": ["MultiEdit"] } }',
			good: '{ "permissions": { "deny": ["Edit"] } }',
		},
	],
	needs: permissionNeeds,

	*check({ permissions }) {
		for (const rule of permissions) {
			if (rule.mistake !== undefined || !isUnknown(rule)) continue;
			const { tool, content, behavior, node } = rule;
			const former = formerToolAdvice(rule);
			const meant = nearest(
				tool,
				tools.map(({ name }) => name),
			);
			const advice =
				former?.advice ??
				(meant ? `did you mean ${quote(meant)}?` : "remove the rule");
			yield {
				location: node,
				message: `${BEHAVIOR_NAMES[behavior]} rule for ${quote(tool)}, a tool that ${former ? "no longer exists" : "the client does not know"}; ${advice}${advice.endsWith("?") ? "" : "."}`,
				severity: severityOf(rule, { former: former?.advice, meant }),
				...rewriteRule(
					rule,
					former
						? former.meant
						: meant && isSlipOf(tool, meant)
							? ruleText(meant, content)
							: undefined,
				),
			};
		}
	},
});

/** A name with an underscore can be that of a tool which a host program adds; the client does not warn of it either. */
function isUnknown(rule: PermissionRule): boolean {
	const { tool } = rule;
	if (!/^[A-Z][A-Za-z*]*$/.test(tool)) return false;
	if (tool.includes("*"))
		return !tools.some(({ name }) => matchesWildcards(tool, name));
	return !toolByName(tool) && findSpellingDefect(rule, new Set()) === undefined;
}

/** Nothing is lost with a rule about a tool that is gone; an allow rule like no other name may be for a newer client. */
function severityOf(
	rule: PermissionRule,
	{
		former,
		meant,
	}: {
		readonly former: string | undefined;
		readonly meant: string | undefined;
	},
): Severity {
	if (former !== undefined && rule.behavior === "allow") return "info";
	if (former !== undefined && rule.content === undefined) return "warning";
	return rule.behavior === "allow" && !meant ? "info" : severityOfLoss(rule);
}
