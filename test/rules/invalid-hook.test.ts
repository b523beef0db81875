import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const messages = (text: string, file = ".claude/settings.json") =>
	lintFiles({ [file]: text }).map(({ message }) => message);

testRule("invalid-hook", ".claude/settings.json", {
	valid: [
		'{ "hooks": {} }',
		'{ "hooks": { "Stop": [] } }',
		'{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "./notify" }] }] } }',
		'{ "hooks": { "PreToolUse": [{ "matcher": "Bash", "hooks": [{ "type": "command", "command": "./guard", "timeout": 5 }] }] } }',
		'{ "hooks": { "Stop": [{ "matcher": "", "hooks": [{ "type": "prompt", "prompt": "Done? $ARGUMENTS", "model": "haiku" }] }] } }',
		'{ "hooks": { "PostToolUse": [{ "matcher": "Edit|Write", "hooks": [{ "type": "http", "url": "http://localhost:8080/hook" }] }] } }',
		'{ "hooks": { "SubagentStop": [{ "hooks": [{ "type": "command", "command": "a", "args": ["b"], "async": true }] }] } }',
		'{ "hooks": { "PostToolUse": [{ "hooks": [{ "type": "mcp_tool", "server": "docs", "tool": "index" }] }] } }',
		'{ "hooks": { "Stop": [{ "description": "notes", "hooks": [{ "type": "command", "command": "" }] }] } }',
	],
	invalid: [
		'{ "hooks": { «"PreTooluse"»: [] } }',
		'{ "hooks": { "Stop": [«{» "type": "command", "command": "./notify" }] } }',
		'{ "hooks": { "Stop": [{ "hooks": [{ "type": «"shell"», "command": "a" }] }] } }',
		'{ "hooks": { "PreToolUse": [{ "hooks": [«{» "type": "command" }] }] } }',
		'{ "hooks": { "PreToolUse": [{ "matcher": «["Bash"]», "hooks": [] }] } }',
		'{ "hooks": { "Stop": «"./notify"» } }',
		'{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "a", "timeout": «"5"» }] }] } }',
		'{ "hooks": «"./hooks.json"» }',
	],
});

const effects = (text: string) =>
	lintFiles({ ".claude/settings.json": text })
		.filter(({ rule }) => rule === "invalid-hook")
		.map(({ effect }) => effect);

test("a broken hook costs the whole file only where it may guard permissions", () => {
	const broken = '[{ "hooks": [{ "type": "command" }] }]';
	expect(effects(`{ "hooks": { "PreToolUse": ${broken} } }`)).toEqual([
		"rejected",
	]);
	expect(effects(`{ "hooks": { "PermissionRequest": ${broken} } }`)).toEqual([
		"rejected",
	]);
	expect(effects(`{ "hooks": { "Stop": ${broken} } }`)).toEqual(["skipped"]);
});

test("names the event that was meant", () => {
	expect(messages('{ "hooks": { "PreTooluse": [] } }')).toContainEqual(
		expect.stringContaining('did you mean "PreToolUse"?'),
	);
});

test("names the handler types", () => {
	expect(
		messages(
			'{ "hooks": { "Stop": [{ "hooks": [{ "type": "shell", "command": "a" }] }] } }',
		),
	).toContainEqual(expect.stringContaining('"command"'));
});

test.each(["EventName", "HookEvent", "<event>", "YOUR_EVENT"])(
	"an outline on a page has %s where an event belongs",
	(event) => {
		const text = `{ "hooks": { "${event}": [{ "hooks": [{ "type": "command", "command": "a" }] }] } }`;
		const page = `In \`.claude/settings.json\`:\n\n\`\`\`json\n${text}\n\`\`\`\n`;
		expect(messages(page, "README.md")).toEqual([]);
		expect(messages(text)).not.toEqual([]);
	},
);

test("a file of hooks that is a list is called by its name", () => {
	const message = lintFiles({
		".claude-plugin/plugin.json": '{ "name": "a" }',
		"hooks/hooks.json": "[]",
	}).map(({ message }) => message);
	expect(message).toContain("Hooks must be an object, not an array.");
});
