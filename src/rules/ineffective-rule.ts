import { fixWith, removeItem } from "../edit.ts";
import { findContentDefect } from "../permissions/content-defects.ts";
import { permissionNeeds } from "../permissions/needs.ts";
import {
	type PermissionRule,
	severityOfLoss,
} from "../permissions/permission-rule.ts";
import { describeDefect, type RuleDefect } from "../permissions/rule-defect.ts";
import { rewriteRule } from "../permissions/rule-fix.ts";
import { findSpellingDefect } from "../permissions/spelling.ts";
import { defineRule } from "../rule.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary:
		"A permission rule is accepted, and what stands in its parentheses can match no call.",
	rationale: `
Each tool compares the parentheses of a rule with something else: a command, a path, a host. Claude Code accepts nearly any text there, warns of some when it starts, and never
matches the rest. Well known is \`Write(path)\`: files are compared with \`Edit(path)\` rules only, for every tool that writes them. A deny or ask rule of this sort is an error, because the
protection is not there.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "permissions": { "deny": ["Write(secrets/**)", "WebFetch(domain:example.com:8080)", "Bash(command:rm *)"] } }',
			good: '{ "permissions": { "deny": ["Edit(secrets/**)", "WebFetch(domain:example.com)", "Bash(rm *)"] } }',
			fix: "unsafe",
		},
	],
	needs: permissionNeeds,

	*check({ permissions }) {
		const texts = new Set(
			permissions.map(({ behavior, text }) => `${behavior} ${text}`),
		);
		for (const rule of permissions) {
			if (rule.mistake !== undefined || findSpellingDefect(rule, new Set()))
				continue;
			const defect = findContentDefect(rule);
			if (!defect) continue;
			const isThere = hasMeant(rule, defect, texts);
			const known = isThere
				? {
						reason: defect.reason,
						remedy: `remove it, ${quote(defect.meant ?? "")} is there already`,
					}
				: defect;
			yield {
				location: rule.node,
				message: describeDefect(rule, known),
				// where the rule that was meant is there as well, nothing is lost
				severity: isThere ? "warning" : severityOfLoss(rule),
				...(isThere
					? fixWith("Remove it", [removeItem(rule.document, rule.node)], {
							unsafe: true,
						})
					: rewriteRule(rule, defect.meant)),
			};
		}
	},
});

/** Whether the rule that was meant stands beside it, or a stricter one. */
function hasMeant(
	{ behavior }: PermissionRule,
	{ meant }: RuleDefect,
	texts: ReadonlySet<string>,
): boolean {
	return (
		meant !== undefined &&
		(texts.has(`${behavior} ${meant}`) || texts.has(`deny ${meant}`))
	);
}
