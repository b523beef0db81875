import { policyOf, readPolicyLists } from "../project/server-policy.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
	effect: "inert",
	severity: "error",
	summary: "No entry of a server policy is valid.",
	rationale: `
Claude Code drops the invalid entries of \`allowedMcpServers\` and \`deniedMcpServers\` and keeps the list. A deny list of which nothing is left blocks nothing; an
allow list of which nothing is left allows nothing, so that every server is gone. An empty allow list that is written as one is not reported.`,
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

	*check(project) {
		const { isRuined } = policyOf(project);
		for (const list of project.documents.flatMap(readPolicyLists)) {
			const { isAllowList, entries, dropped, property } = list;
			if (entries.length > 0 || dropped === 0) continue;
			if (isAllowList && !isRuined) continue;
			const effect = isAllowList
				? "so no server is allowed and all are blocked"
				: "so nothing is blocked";
			yield {
				location: property.key,
				message: `No entry of "${property.key.value}" is valid, ${effect}; mend the entries, or remove the list.`,
			};
		}
	},
});
