import type { ToolList } from "../permissions/tool-list.ts";
import { findEntryMistake } from "../permissions/tool-list-mistakes.ts";
import { knownServers } from "../project/known-servers.ts";
import { readerOf } from "../project/project.ts";
import { defineRule } from "../rule.ts";
import { property } from "../syntax/tree.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "risky",
	severity: "error",
	summary: "An agent has no tool at all, because its list names none.",
	rationale: `
Without \`tools\` an agent has every tool of the session; with an empty \`tools\` it has none. Claude Code refuses to start an agent whose list
has entries of which none is a tool. To give it every tool remove the key; for an agent that is to have no tool write \`tools: []\`.`,
	examples: [
		{
			file: ".claude/agents/helper.md",
			bad: "---\nname: helper\ndescription: Helps\ntools:\n---\nHelp.\n",
			good: "---\nname: helper\ndescription: Helps\n---\nHelp.\n",
		},
	],
	needs: [{ syntax: "front-matter" }],

	*check(project) {
		for (const list of project.toolLists) {
			if (list.effect !== "agent-grant" || getsToolsElsewhere(list)) continue;
			const { key, value, entries, document } = list;
			const client = readerOf(document);
			if (isBlank(list)) {
				yield {
					location: key,
					message: `${quote(key.value)} is empty, so the agent has no tool at all; remove it to give the agent every tool, or write "[]" if none is meant.`,
					severity: "warning",
				};
				continue;
			}
			const servers = knownServers(project, document).writtenNames;
			const isNothing = (entry: (typeof entries)[number]) =>
				findEntryMistake(entry, servers) !== undefined;
			if (entries.length > 0 && entries.every(isNothing)) {
				yield {
					location: value.end > value.start ? value : key,
					message: `No entry of ${quote(key.value)} is a tool, so ${client} refuses to start the agent; name its tools, or remove ${quote(key.value)} to give it every tool.`,
					effect: "skipped",
				};
			}
		}
	},
});

/** With a memory the agent gets the tools for it, and the tools of the servers that it brings along. */
function getsToolsElsewhere({ document: { root } }: ToolList): boolean {
	return ["memory", "mcpServers"].some(
		(key) => (property(root, key)?.value.type ?? "null") !== "null",
	);
}

/** Nothing, or a text of nothing; an empty list is what somebody meant. */
function isBlank({ value, entries }: ToolList): boolean {
	return (
		entries.length === 0 && (value.type === "null" || value.type === "string")
	);
}
