import { BEHAVIOR_NAMES } from "../permissions/behavior.ts";
import { looksAbsolute } from "../permissions/content-defects.ts";
import { permissionNeeds } from "../permissions/needs.ts";
import { severityOfLoss } from "../permissions/permission-rule.ts";
import { rewriteRule } from "../permissions/rule-fix.ts";
import { defineRule } from "../rule.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "A path in a permission rule looks absolute and is not.",
	rationale: `
A path that begins with one slash counts from the folder of the project (in user settings: from \`~/.claude\`), as in a \`.gitignore\`. \`Read(/etc/passwd)\` is about
\`<project>/etc/passwd\`. An absolute path begins with two slashes, a path in the home folder with \`~/\`.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "permissions": { "deny": ["Read(/etc/passwd)"] } }',
			good: '{ "permissions": { "deny": ["Read(//etc/passwd)"] } }',
			fix: "unsafe",
		},
	],
	needs: permissionNeeds,

	*check({ permissions }) {
		for (const rule of permissions) {
			const { tool, content = "", behavior, node, mistake } = rule;
			if (mistake !== undefined || !["Read", "Edit"].includes(tool)) continue;
			if (!looksAbsolute(content)) continue;
			const meant = `${tool}(/${content})`;
			yield {
				location: node,
				message: `${BEHAVIOR_NAMES[behavior]} rule: ${quote(content)} counts from the project's folder; for the absolute path write ${quote(meant)}.`,
				severity: severityOfLoss(rule),
				...rewriteRule(rule, meant),
			};
		}
	},
});
