import { permissionNeeds } from "../permissions/needs.ts";
import { severityOfLoss } from "../permissions/permission-rule.ts";
import { describeDefect } from "../permissions/rule-defect.ts";
import { rewriteRule } from "../permissions/rule-fix.ts";
import { findSpellingDefect } from "../permissions/spelling.ts";
import { knownServers } from "../project/known-servers.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary:
		"A permission rule is written so that it names no tool, and can never match.",
	rationale: `
Claude Code keeps a rule whatever stands before its parentheses, and compares that with the names of tools, character by character. A tool of an MCP server is called
\`mcp__<server>__<tool>\`, with two underscores twice; every character of the server's name but letters, digits, \`_\` and \`-\` is \`_\` in it. \`*\` stands for any characters;
there are no other signs. A rule of another form matches nothing, and a deny rule of another form protects nothing, without a word.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "permissions": { "allow": ["mcp__playwright__.*"], "deny": ["mcp__my server__delete"] } }',
			good: '{ "permissions": { "allow": ["mcp__playwright__*"], "deny": ["mcp__my_server__delete"] } }',
			fix: "unsafe",
		},
	],
	needs: permissionNeeds,

	*check(project) {
		const servers = new Set(knownServers(project).names.keys());
		for (const rule of project.permissions) {
			if (rule.mistake !== undefined) continue;
			const defect = findSpellingDefect(rule, servers);
			if (!defect) continue;
			yield {
				location: rule.node,
				message: describeDefect(rule, defect),
				severity: severityOfLoss(rule),
				...rewriteRule(rule, defect.meant),
			};
		}
	},
});
