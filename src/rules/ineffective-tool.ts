import { fixByWriting, replacePart } from "../edit.ts";
import type { ToolList, ToolListEntry } from "../permissions/tool-list.ts";
import { findEntryMistake } from "../permissions/tool-list-mistakes.ts";
import { knownServers } from "../project/known-servers.ts";
import { defineRule, type Problem, type Severity } from "../rule.ts";
import { both, quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "An entry of a list of tools matches no tool.",
	rationale: `
Claude Code says nothing about an entry that it cannot use in the lists of agents, skills and commands; what should have been removed stays. Names are
written with their capitals, entries are separated by commas or spaces, and the tools of servers are called \`mcp__<server>__<tool>\`, where every character of
the server's name but letters, digits, \`_\` and \`-\` is \`_\`.

| entry | agent: \`tools\` | agent: \`disallowedTools\` | skill: \`allowed-tools\` | skill: \`disallowed-tools\` |
| ----- | --------------- | ------------------------- | ---------------------- | ------------------------- |
| \`*\` | every tool | nothing | nothing | every tool |
| \`mcp__*\` | nothing | all of MCP | nothing | all of MCP |
| \`mcp__docs\`, \`mcp__docs__*\` | the server | the server | the server | the server |
| \`mcp__docs__get_*\` | nothing | nothing | these tools | these tools |
| \`bash\`, \`docs\` | nothing | nothing | nothing | nothing |`,
	examples: [
		{
			file: ".claude/agents/reader.md",
			bad: "---\nname: reader\ndescription: Reads the documentation\ntools: read, mcp__my.docs__search\n---\nRead.\n",
			good: "---\nname: reader\ndescription: Reads the documentation\ntools: Read, mcp__my_docs__search\n---\nRead.\n",
			fix: "unsafe",
		},
		{
			file: ".claude/agents/reader.md",
			bad: "---\nname: reader\ndescription: Reads the documentation\ntools: Read, mcp__docs__get_*\n---\nRead.\n",
			good: "---\nname: reader\ndescription: Reads the documentation\ntools: Read, mcp__docs__get_page\n---\nRead.\n",
		},
	],
	needs: [{ syntax: "front-matter" }],

	*check(project) {
		for (const list of project.toolLists) {
			const servers = knownServers(project, list.document).writtenNames;
			const mistakes = list.entries.flatMap((entry) => {
				const mistake = findEntryMistake(entry, servers);
				return mistake ? { entry, mistake } : [];
			});
			const severity = isRemoval(list) ? "error" : "warning";
			for (const { entry, mistake } of mistakes) {
				const { message, meant, isHarmless, isUnknown } = mistake;
				if (isUnknown) continue;
				yield {
					location: entry.location,
					message: `${quote(entry.text)} ${message}${message.endsWith("?") ? "" : "."}`,
					severity: isHarmless ? "info" : severity,
					...(meant !== undefined &&
						fixByWriting(
							meant,
							replacePart(list.document, entry.location, entry.text, meant),
						)),
				};
			}
			// that an agent is left without any tool is said of its list
			const isDead =
				list.effect === "agent-grant" &&
				mistakes.length === list.entries.length;
			const unknown = mistakes
				.filter(({ mistake }) => mistake.isUnknown)
				.map(({ entry }) => entry);
			if (!isDead) yield* describeUnknown(unknown, severity);
		}
	},
});

function isRemoval({ effect }: ToolList): boolean {
	return effect === "agent-removal" || effect === "skill-removal";
}

/** How many names one message holds. */
const MOST_NAMES = 3;

/** The names that no tool has, in one problem: they come from another program, and mostly together. */
function* describeUnknown(
	entries: readonly ToolListEntry[],
	severity: Severity,
): Generator<Problem> {
	const [first, ...others] = entries;
	if (!first) return;
	const names = entries.slice(0, MOST_NAMES).map(({ text }) => quote(text));
	const more = entries.length - names.length;
	const subject = both(more > 0 ? [...names, `${more} more`] : names);
	yield {
		location: first.location,
		message: `${subject} ${others.length > 0 ? "name" : "names"} no tool; remove ${others.length > 0 ? "them" : "it"}, or write the name of one.`,
		severity,
	};
}
