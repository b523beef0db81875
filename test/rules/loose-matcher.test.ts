import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const group = (matcher: string, event = "PreToolUse") =>
	`{ "hooks": { "${event}": [{ "matcher": ${matcher}, "hooks": [{ "type": "command", "command": "x" }] }] } }`;
const messages = (matcher: string) =>
	lintFiles({ ".claude/settings.json": group(JSON.stringify(matcher)) })
		.filter(({ rule }) => rule === "loose-matcher")
		.map(({ message }) => message);

testRule("loose-matcher", ".claude/settings.json", {
	valid: [
		group('"*"'),
		group('"Bash"'),
		group('"Edit|Write"'),
		group('"Edit, Write"'),
		group('"^Edit$|mcp__files__.*"'),
		group('"^(?:Edit|Write)$"'),
		group('"Edit|NotebookEdit|mcp__files__.*"'),
		group('"Grep|mcp__files__.*"'),
		group('"mcp__*"'),
		group('"mcp__files__write|mcp__docs__.*"'),
		group('"Edit.*"'),
		group('"[A-Z].*"'),
		group('"Edit|Start.*"', "SessionStart"),
		group('"Edit|"'),
	],
	invalid: [
		group('"«Edit»|mcp__files__.*"'),
		group('"«Edit»|Write.*"'),
		group('"«Bash»|mcp__github__.*"'),
		group('"«Edit»|«Write»|mcp__files__.*"', "PostToolUse"),
		group('«"tool == \\"Edit\\" || tool == \\"Write\\""»'),
		group('«"Edit.*|"»'),
		group('«"[Edit,Write]"»'),
	],
});

test("names the tools, as many as can be read", () => {
	expect(messages("Edit|mcp__files__.*")).toEqual([
		'Hook on PreToolUse: in a regular expression "Edit" also fires on NotebookEdit; write "^Edit$" for that tool alone.',
	]);
	expect(messages("Bash|mcp__files__.*")).toEqual([
		expect.stringContaining("also fires on TaskOutput and TaskStop;"),
	]);
	expect(messages("Task|mcp__files__.*")).toEqual([
		expect.stringContaining("TaskCreate, TaskGet and others;"),
	]);
});
