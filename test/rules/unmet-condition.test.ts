import { describe, expect, test } from "vitest";
import { findConditionMistake } from "../../src/project/hook-conditions.ts";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const handler = (condition: string) =>
	`{ "type": "command", "command": "x", "if": ${condition} }`;
const hook = (event: string, matcher: string, ...conditions: string[]) =>
	`{ "hooks": { "${event}": [{ "matcher": "${matcher}", "hooks": [${conditions.map(handler).join(", ")}] }] } }`;
const messages = (text: string) =>
	lintFiles({ ".claude/settings.json": text })
		.filter(({ rule }) => rule === "unmet-condition")
		.map(({ message }) => message);

testRule("unmet-condition", ".claude/settings.json", {
	valid: [
		hook("PreToolUse", "Bash", '"Bash(git *)"'),
		hook("PreToolUse", "Bash", '""'),
		hook("PreToolUse", "", '"Write(src/**)"'),
		hook("PreToolUse", "Agent", '"Task"'),
		hook("PreToolUse", "Task|Bash", '"Agent"', '"Bash(ls)"'),
		hook("PreToolUse", "^(?!Read)", '"Bash(ls)"'),
		hook("PreToolUse", "mcp__github__.*", '"mcp__github__get_issue"'),
		hook("PreToolUse", "mcp__github__.*", '"mcp__github__get_issue(*)"'),
		hook("PostToolUse", "Edit|Write", '"Edit(*.ts)"', '"Write(*.ts)"'),
		hook("PostToolUse", "Edit.*|Write", '"Edit(*.ts)"'),
		hook("PostToolUse", "Edit|MultiEdit", '"Edit(*.ts)"'),
		hook("PreToolUse", "bash", '"Bash(ls)"'),
		hook("PreToolUse", "*.ts", '"Bash(ls)"'),
		hook("PreToolUse", "", '"SomethingNew(x)"'),
		hook("Stop", "", '""'),
		hook("NoSuchEvent", "", '"Bash"'),
		`{ "hooks": { "PostToolUse": [
			{ "matcher": "Edit|Write", "hooks": [${handler('"Edit(*.ts)"')}] },
			{ "matcher": "Edit|Write", "hooks": [${handler('"Write(*.ts)"')}] }
		] } }`,
	],
	invalid: [
		hook("PreToolUse", "Bash", '«"bash(ls)"»'),
		hook("PreToolUse", "Bash", '«"Bash(ls"»', '"Bash(ls)"'),
		hook("PreToolUse", "Bash", '«"  "»'),
		hook("PreToolUse", "Edit", '«"Bash(git *)"»'),
		hook("PreToolUse", "Edit.*", '«"Bash(git *)"»'),
		hook("PreToolUse", "mcp__github__.*", '«"mcp__gitlab__get_issue"»'),
		hook("PostToolUse", "Edit|Write", '«"Edit(*.ts)"»'),
		hook(
			"PostToolUse",
			"Edit|Write|NotebookEdit",
			'«"Edit(*.ts)"»',
			'"Edit(*.js)"',
		),
		hook("Stop", "", '«"Bash"»'),
		hook("UserPromptSubmit", "", '«"*"»'),
		hook("SessionStart", "startup", '«"Bash(ls)"»'),
		hook("PostToolBatch", "", '«"Bash"»'),
	],
});

/** Conditions put to 2.1.329 with calls that they could be meant for. */
describe("it says what the client does", () => {
	const holds = [
		["", "Bash", "Bash()", "Bash(*)", "Bash(ls)", "Bash(ls:*)", "Bash(ls *)"],
		["Bash( ls)", "Bash(echo *)", "Read", "Read(a.txt)", "Read(./a.txt)"],
		[
			"Read(/a.txt)",
			"Read(**)",
			"Edit(*.txt)",
			"Edit(**/*.txt)",
			"Edit(A.TXT)",
		],
		["Write", "Write(*.txt)", "Write(src/**)", "Write(/src/**)", "Agent"],
		["Task", "Agent(*)", "Task(*)", "Skill", "Skill(*)", "WebFetch(*)"],
		["WebSearch", "NotebookEdit(*.ipynb)", "TaskStop(*)", "KillShell"],
		["mcp__github__get_issue", "mcp__github__get_issue(*)"],
		["mcp__github__get_issue()"],
	].flat();
	test.each(holds)("%s can hold", (condition) => {
		expect(findConditionMistake(condition)).toBeUndefined();
	});

	const neverHolds = [
		["  ", "bash(ls)", "Bash(ls", "Bash)", "()", "ls", "ls *", " Bash"],
		["Bash ", "Bash (ls)", "*", ".*", "B*", "!Bash", "mcp__*", "mcp__git*"],
		["mcp__github", "mcp__github__*", "mcp__github(*)", "Edit|Write"],
		["mcp__github__get_*", "mcp__github__get_issue(x)", "Bash|Edit"],
		["Bash(ls),Bash(git *)", "Bash(ls)|Bash(git *)", "Edit|Write(*.ts)"],
		["Edit(*.ts)|Write(*.ts)", "Bash(:*)", "Edit(:*)", "Edit(*.txt) "],
		["Edit(*.{ts,txt})", "Edit(*.ts|*.txt)", "Write(.*\\.ts)"],
		["Write($CLAUDE_PROJECT_DIR/src/**)", "WebFetch(domain:example.com)"],
		["WebFetch(https://example.com)", "WebSearch(foo)", "Skill(greet)"],
		["Agent(general-purpose)", "Task(general-purpose)", "MultiEdit"],
		['tool == "Bash"', "Bassh(ls)", "*.txt"],
	].flat();
	test.each(neverHolds)("%s never does", (condition) => {
		expect(findConditionMistake(condition)).not.toBeUndefined();
	});
});

test("says what to write", () => {
	expect(messages(hook("PostToolUse", "Edit|Write", '"Edit(*.ts)"'))).toEqual([
		'Hook on PostToolUse: the matcher names Write, and the condition "Edit(*.ts)" holds only for Edit; add a handler with "if": "Write(*.ts)".',
	]);
	expect(messages(hook("PreToolUse", "", '"Write(*.{ts,js})"'))).toEqual([
		'Hook on PreToolUse: no call meets the condition "Write(*.{ts,js})". Path patterns know no "{a,b}"; give each pattern a handler of its own.',
	]);
	expect(messages(hook("Stop", "", '"Bash"'))).toEqual([
		'Hook on Stop: only events about tools can have an "if", so this hook never runs; remove "Bash".',
	]);
});

test("is worst where the hook may guard something", () => {
	const severity = (event: string) =>
		lintFiles({
			".claude/settings.json": hook(event, "Bash", '"bash"'),
		}).map((problem) => problem.severity);
	expect(severity("PreToolUse")).toEqual(["error"]);
	expect(severity("PostToolUse")).toEqual(["warning"]);
});
