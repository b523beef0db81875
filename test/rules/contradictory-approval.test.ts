import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

testRule("contradictory-approval", ".claude/settings.json", {
	valid: [
		'{ "enabledMcpjsonServers": ["a"] }',
		'{ "disabledMcpjsonServers": ["a"] }',
		'{ "enabledMcpjsonServers": ["a"], "disabledMcpjsonServers": ["b"] }',
		'{ "enabledMcpjsonServers": ["a"], "disabledMcpjsonServers": ["A"] }',
		'{ "enabledMcpjsonServers": ["github"], "disabledMcpjsonServers": ["git*"] }',
		// all but these is what the list is for
		'{ "enableAllProjectMcpServers": true, "disabledMcpjsonServers": ["a"] }',
		// the client refuses the file
		'{ "enabledMcpjsonServers": ["a", 5], "disabledMcpjsonServers": ["a"] }',
	],
	invalid: [
		'{ "enabledMcpjsonServers": [«"a"», "b"], "disabledMcpjsonServers": ["a"] }',
		'{ "enabledMcpjsonServers": «"a"», "disabledMcpjsonServers": ["a"] }',
		'{ "enabledMcpjsonServers": [«"my docs"»], "disabledMcpjsonServers": ["my_docs"] }',
		'{ "enabledMcpjsonServers": [«"my docs"»], "disabledMcpjsonServers": ["my.docs"] }',
	],
});

const settings = ".claude/settings.json";
const local = ".claude/settings.local.json";
const enabled = '{ "enabledMcpjsonServers": ["a"] }';
const disabled = '{ "disabledMcpjsonServers": ["a"] }';
const found = (files: Record<string, string>) =>
	lintFiles(files).filter(({ rule }) => rule === "contradictory-approval");

test("one may refuse for oneself what the project approves, and not the other way round", () => {
	expect(found({ [settings]: enabled, [local]: disabled })).toEqual([]);
	expect(found({ [settings]: disabled, [local]: enabled })).toEqual([
		expect.objectContaining({
			location: expect.objectContaining({ file: local }),
			related: [
				{
					location: expect.objectContaining({ file: settings }),
					message: "refused here",
				},
			],
		}),
	]);
});

test("what the administrator refuses cannot be approved", () => {
	expect(
		found({ [settings]: enabled, "managed-settings.json": disabled }),
	).toHaveLength(1);
});

test("says where the other stands and what to do", () => {
	expect(found({ [settings]: disabled, [local]: enabled })[0]?.message).toBe(
		'Server "a" is approved here and refused in "disabledMcpjsonServers" of .claude/settings.json:1, so Claude Code does not connect it; take it off one of the two lists.',
	);
});
