import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const agent = (yaml: string) =>
	`---\nname: a\ndescription: b\n${yaml}\n---\nText.\n`;

testRule("empty-tool-list", ".claude/agents/a.md", {
	valid: [
		agent("model: opus"),
		agent("tools: Read"),
		agent("tools: [bash, Read]"),
		// explicit: no tools
		agent("tools: []"),
		agent('tools: "*"'),
		// a memory brings the tools for it, a server its own
		agent("tools:\nmemory: project"),
		agent('tools: ""\nmcpServers: [docs]'),
		// tools of servers that only the session knows
		agent("tools: mcp__docs__get_page"),
		// of other kinds of sessions
		agent("tools: TodoWrite, AskUserQuestion"),
		agent("disallowedTools:"),
		agent("disallowedTools: bash"),
	],
	invalid: [
		agent("«tools»:"),
		agent("«tools»: ~"),
		agent('«tools»: ""'),
		agent('«tools»: " , "'),
		agent("tools: «bash, read»"),
		agent("tools: «[codebase, githubRepo]»"),
		agent("tools: «inherit»"),
		agent("tools: «mcp__*»"),
		agent("tools: «|\n  Read\n  Bash»"),
	],
});

test("an empty list is a warning, a list of nothing an error", () => {
	const said = (yaml: string) =>
		lintFiles({ ".claude/agents/a.md": agent(yaml) })
			.filter(({ rule }) => rule === "empty-tool-list")
			.map(({ severity, message }) => [severity, message]);
	expect(said("tools:")).toEqual([
		[
			"warning",
			'"tools" is empty, so the agent has no tool at all; remove it to give the agent every tool, or write "[]" if none is meant.',
		],
	]);
	expect(said("tools: codebase")).toEqual([
		[
			"error",
			'No entry of "tools" is a tool, so Claude Code refuses to start the agent; name its tools, or remove "tools" to give it every tool.',
		],
	]);
});
