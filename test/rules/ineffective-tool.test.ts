import { describe, expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const agent = (yaml: string) =>
	`---\nname: a\ndescription: b\n${yaml}\n---\nText.\n`;
const AGENT = ".claude/agents/a.md";
const SKILL = ".claude/skills/a/SKILL.md";

const SERVERS = {
	".mcp.json": JSON.stringify({
		mcpServers: {
			github: { command: "x" },
			"my server": { command: "x" },
			"with.dot": { command: "x" },
		},
	}),
};

/** What is said of the entries of one list, beside servers that are declared. */
function said(key: string, value: string, file = AGENT) {
	const text = agent(`${key}: ${value}`);
	return lintFiles({ ...SERVERS, [file]: text })
		.filter(({ rule }) => rule === "ineffective-tool")
		.map(({ severity, message }) => ({ severity, message }));
}

// Whether an entry names a tool, as the client had it: agents that were started with these lists, skills that called the tools.
const WORKS = {
	tools: [
		...["Read", "Read()", "Bash(git *)", "Task", "Agent", "Agent(x)"],
		...["mcp__github", "mcp__github__*", "mcp__github__get_issue"],
		...["mcp__github(x)", "mcp__my_server__ping", "mcp__with_dot__ping"],
		...["mcp__a__b__ping", "mcp__a__b__*", "KillShell", "Skill(foo)", '"*"'],
		...["Glob", "Grep", "Monitor", "ListPeers", "WebFetch(domain:a.example)"],
	],
	disallowedTools: [
		...["Bash", "Bash(rm *)", "mcp__github", "mcp__github__*", "mcp__*"],
		...["mcp__my_server", "mcp__github(x)", "mcp__github__get_issue"],
		...["mcp__a__b", "mcp__a", "Task", "KillShell", "mcp__a__b__*"],
	],
	"allowed-tools": [
		...["Bash", "Bash()", "Bash(*)", "Bash(touch *)", "mcp__github"],
		...["mcp__github__*", "mcp__github__get_*", "mcp__my_server"],
	],
	"disallowed-tools": [
		...["Bash", "Bash(touch *)", "mcp__github__get_*", "mcp__*", '"*"'],
		...["mcp__a__b", "mcp__a", "B*", "mcp__git*", "mcp__*__ping", "Task"],
	],
} as const;

const NOTHING = {
	tools: [
		...["mcp__github__get_*", "mcp__*", '"mcp__my server__ping"', "github"],
		...["mcp__with.dot", "read", "mcp__github__", "mcp__", "MCP__github"],
		...["mcp__git*", "mcp__github__*_issue", "B*", "Read;Bash", "Read|Bash"],
		...["All", "none", "inherit", '"Bash("', '"Bash(a Read"', '"Bash(a)Read"'],
		...['"Read\\tBash"', '"Read\\nBash"', '"Read\\u00a0Bash"', "Read，Bash"],
		...["LS", "MultiEdit", "NotebookRead", "SlashCommand", "View", "TodoRead"],
		...["Reed", "toString", "__proto__", '"**"', "`Read`", "'\"Read\"'"],
	],
	disallowedTools: [
		...["mcp__github__get_*", '"mcp__my server__ping"', '"*"', "bash"],
		...["mcp__with.dot", "mcp__git*", "mcp__*__ping", "github"],
		...["mcp__github__", "mcp__", "B*", '"Bash\\nEdit"'],
	],
	"allowed-tools": [
		...["bash", '"*"', "mcp__*", "mcp__github(x)", "mcp__with.dot"],
		...['"mcp__my server__ping"', "mcp__git*", "github", "mcp__github__"],
		...['"Bash(touch *"', "B*", "Bash;Write", "Execute"],
	],
	"disallowed-tools": [
		...["bash", "mcp__github(x)", '"mcp__my server__ping"', "mcp__with.dot"],
		...["mcp__github__", "LS", '"Bash\\nWrite"'],
	],
} as const;

const fileOf = (key: string) => (key.includes("-") ? SKILL : AGENT);

describe.each(Object.entries(WORKS))("%s", (key, values) => {
	test.each(values)("%s is a tool", (value) => {
		expect(said(key, value, fileOf(key))).toEqual([]);
	});
});

describe.each(Object.entries(NOTHING))("%s", (key, values) => {
	// with one entry that works the agent can be started, so that each entry is said of
	const list = (value: string) => `[NotebookEdit, ${quoted(value)}]`;
	test.each(values)("%s is none", (value) => {
		expect(said(key, list(value), fileOf(key))).not.toEqual([]);
	});
});

function quoted(value: string): string {
	return /^["']/.test(value) ? value : JSON.stringify(value);
}

testRule("ineffective-tool", AGENT, {
	valid: [
		agent("tools: Read, Grep, Glob"),
		agent("tools: Read Grep"),
		agent("tools:\n  - Read\n  - mcp__docs__get_page"),
		agent("tools: AskUserQuestion, TodoWrite, LSP, PowerShell, ExitPlanMode"),
		agent("tools: BashOutput, Read"),
		agent("tools:"),
		agent("disallowedTools: mcp__*, Write"),
		agent("allowed-tools: bash"),
		// that none of the entries is a tool is said of the list
		agent("tools: codebase, githubRepo"),
	],
	invalid: [
		agent("tools: Read, «bash», Grep"),
		agent('tools: "Read, «mcp__docs__get_*»"'),
		agent("tools: [Read, «mcp__*»]"),
		agent("tools:\n  - Read\n  - «grep»"),
		agent("tools: «mcp__my.docs__get», Read"),
		agent("disallowedTools: «bash», Edit"),
		agent('disallowedTools: "«*»"'),
		agent("tools: Read, «codebase», githubRepo"),
	],
});

test.each([
	[
		"tools",
		"read, Edit",
		"warning",
		'"read" names no tool; tools are called "Read" here, with these capitals.',
	],
	[
		"tools",
		"mcp__my.docs, Edit",
		"warning",
		'"mcp__my.docs" matches no tool: in tool names every character but letters, digits, "_" and "-" is "_"; write "mcp__my_docs".',
	],
	[
		"tools",
		"github, Edit",
		"warning",
		'"github" names no tool; write "mcp__github" for all tools of this server.',
	],
	[
		"tools",
		'"github/*, Edit"',
		"warning",
		'"github/*" matches no tool; write "mcp__github__*" for all tools of a server.',
	],
	[
		"tools",
		"mcp__github__get_*, Edit",
		"warning",
		'"mcp__github__get_*" matches no tool: an agent\'s lists know no "*" but that for all tools of a server; write "mcp__github__*", or name the tools one by one.',
	],
	[
		"tools",
		"Reed, Edit",
		"warning",
		'"Reed" names no tool; did you mean "Read"?',
	],
	[
		"tools",
		"MultiEdit, Read",
		"warning",
		'"MultiEdit" is a tool of earlier versions; write "Edit".',
	],
	[
		"tools",
		"MultiEdit, Edit",
		"info",
		'"MultiEdit" is a tool of earlier versions; remove it.',
	],
	[
		"tools",
		"all, Read",
		"warning",
		'"all" names no tool; remove "tools" to give the agent every tool.',
	],
	[
		"tools",
		'"Read\\nGrep, Edit"',
		"warning",
		'"Read\\nGrep" is one entry: a line break or a tab separates nothing; put a comma between two entries.',
	],
	[
		"tools",
		"codebase, problems, usages, runTests, githubRepo, Read",
		"warning",
		'"codebase", "problems", "usages" and 2 more name no tool; remove them, or write the name of one.',
	],
	[
		"disallowedTools",
		"bash",
		"error",
		'"bash" names no tool; tools are called "Bash" here, with these capitals.',
	],
	[
		"disallowedTools",
		"LS",
		"info",
		'"LS" is a tool of earlier versions; remove it.',
	],
	[
		"disallowedTools",
		'"*, Bash"',
		"error",
		'"*" removes nothing, and with it in the list no other entry does; name the tools, or write "tools: []" for an agent without any.',
	],
] as const)("%s: %s", (key, value, severity, message) => {
	expect(said(key, value)).toEqual([{ severity, message }]);
});

test("a skill's list of tools to deny protects nothing where it matches none", () => {
	expect(said("disallowed-tools", "mcp__github__delete(x)", SKILL)).toEqual([
		{
			severity: "error",
			message:
				'"mcp__github__delete(x)" matches no tool: MCP tools take no parentheses; write "mcp__github__delete".',
		},
	]);
	expect(said("allowed-tools", '"*"', SKILL)).toEqual([
		{
			severity: "warning",
			message:
				'"*" grants nothing, and with it in the list no other entry does; name the tools.',
		},
	]);
});
