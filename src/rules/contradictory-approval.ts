import type { Scope } from "../kinds.ts";
import {
	type Approval,
	readDisabled,
	readEnabled,
	refusalKey,
} from "../project/approvals.ts";
import { readerOf } from "../project/project.ts";
import { settingsInEffect } from "../project/settings.ts";
import { defineRule } from "../rule.ts";
import { quote } from "../wording.ts";

/** Who may refuse for themselves what others approve: that is what the refusal is for. */
const OWN_CHOICE: Readonly<Partial<Record<Scope, readonly Scope[]>>> = {
	project: ["local", "user"],
	user: ["local"],
};

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "A server is approved in one list and refused in another.",
	rationale: `
\`disabledMcpjsonServers\` wins over every approval, in whichever file it stands, and it also takes names that only look the same in tool names. A server on both
lists is not connected, and nothing says why. To refuse in your own settings what the project approves is fine, and not reported.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "enabledMcpjsonServers": ["docs", "github"], "disabledMcpjsonServers": ["github"] }',
			good: '{ "enabledMcpjsonServers": ["docs"], "disabledMcpjsonServers": ["github"] }',
			beside: {
				".mcp.json":
					'{ "mcpServers": { "docs": { "command": "docs-server" }, "github": { "command": "github-server" } } }',
			},
		},
	],
	needs: [
		{
			schema: "claude-settings",
			words: ["McpjsonServers", "enableAllProjectMcpServers"],
		},
	],

	*check(project) {
		const settings = settingsInEffect(project);
		const refusals = new Map<string, Approval[]>();
		for (const refusal of settings.flatMap(readDisabled)) {
			const key = refusalKey(refusal.node.value);
			const known = refusals.get(key) ?? [];
			// one of each file is enough to say so
			if (known.some(({ document }) => document === refusal.document)) continue;
			refusals.set(key, [...known, refusal]);
		}
		for (const document of settings) {
			if (!project.documents.includes(document)) continue;
			const accepted = OWN_CHOICE[document.kind.scope] ?? [];
			for (const { node } of readEnabled(document)) {
				const refusal = refusals
					.get(refusalKey(node.value))
					?.find((each) => !accepted.includes(each.document.kind.scope));
				if (!refusal) continue;
				yield {
					location: node,
					message: `Server ${quote(node.value)} is approved here and refused in "disabledMcpjsonServers"${placeOf(refusal, document.file)}, so ${readerOf(document)} does not connect it; take it off one of the two lists.`,
					related: [{ location: refusal.node, message: "refused here" }],
				};
			}
		}
	},
});

function placeOf({ document, node }: Approval, file: string): string {
	if (document.file === file) return "";
	const { line } = document.position(node.start);
	return ` of ${document.file}:${line}`;
}
