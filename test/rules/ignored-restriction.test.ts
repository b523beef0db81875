import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const matter = (yaml: string) =>
	`---\nname: a\ndescription: b\n${yaml}\n---\nText.\n`;
const AGENT = ".claude/agents/a.md";
const SKILL = ".claude/skills/a/SKILL.md";

testRule("ignored-restriction", AGENT, {
	valid: [
		matter("tools: Read, Bash"),
		matter("tools: Bash()"),
		matter("tools: Bash(*), Read"),
		matter('tools: "*"'),
		// who gives all of a tool does not mean to limit it
		matter("tools: Bash, Bash(git *)"),
		// documented for an agent that runs the session
		matter("tools: Agent(reviewer), Task(reviewer), Read"),
		matter("disallowedTools: Bash, mcp__docs"),
		matter("allowed-tools: Bash(git *)"),
	],
	invalid: [
		matter("tools: «Bash(git *)», Read"),
		matter("tools: «Bash(git add, git commit)», Read"),
		matter('tools: [«Read(src/**)», "«Skill(release)»"]'),
		matter("tools: «mcp__docs(x)»"),
		matter("tools: Bash «(git *)», Read"),
		matter('tools: "«*», Read"'),
		matter("tools: Read, «*»"),
		matter("disallowedTools: «Bash(rm *)», Write"),
		matter("disallowedTools: «Agent(Explore)»"),
		matter("disallowedTools: «Read(.env)»"),
		matter("disallowedTools: Bash «(rm *)»"),
	],
});

testRule("ignored-restriction", SKILL, {
	valid: [
		matter("allowed-tools: Bash(git add *), Bash(git commit *)"),
		matter("allowed-tools: Bash(git add *) Bash(git commit *)"),
		matter("disallowed-tools: Bash(rm *), Write"),
		matter('disallowed-tools: "*"'),
	],
	invalid: [
		matter("allowed-tools: Bash «(git *)», Read"),
		matter("disallowed-tools: Bash «(rm *)»"),
	],
});

function said(yaml: string, file = AGENT) {
	return lintFiles({ [file]: matter(yaml) })
		.filter(({ rule }) => rule === "ignored-restriction")
		.map(({ severity, message }) => [severity, message]);
}

test("what an entry really does is said, and where calls are limited", () => {
	expect(said("tools: Bash(git *)")).toEqual([
		[
			"warning",
			'"Bash(git *)" gives the agent all of "Bash", because the parentheses are dropped; limit the tool with permission rules in the settings, or with a PreToolUse hook.',
		],
	]);
	expect(said("disallowedTools: Bash(rm *)")).toEqual([
		[
			"warning",
			'"Bash(rm *)" takes all of "Bash" from the agent, because the parentheses are dropped; write "Bash", or deny single calls with permission rules in the settings or a PreToolUse hook.',
		],
	]);
	expect(said("tools: Read, *")).toEqual([
		[
			"warning",
			'"*" gives the agent every tool, so the other entries limit nothing; remove "*", or the others.',
		],
	]);
});

test("a space that lets every command run without a question is an error", () => {
	expect(said("allowed-tools: Bash (git *)", SKILL)).toEqual([
		[
			"error",
			'"(git *)" is an entry of its own, so "Bash" counts as a whole; remove the space before the "(".',
		],
	]);
});
