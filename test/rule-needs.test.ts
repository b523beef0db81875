import { expect, test } from "vitest";
import { ruleGroups, ruleIds } from "../src/generated/rule-groups.ts";
import { rules } from "../src/generated/rules.ts";
import { loadRules } from "../src/parsers.ts";
import type { Rules } from "../src/rule.ts";
import { neededRules, parseFiles } from "./lint-text.ts";

test("the groups hold every rule once, with what it needs", async () => {
	const grouped = await Promise.all(
		ruleGroups.map(async ({ needs, load }) =>
			Object.entries((await load()).rules).map(
				([id, rule]) => [id, rule, needs] as const,
			),
		),
	);
	expect(
		grouped
			.flat()
			.map(([id]) => id)
			.sort(),
	).toEqual([...ruleIds]);
	for (const [id, rule, needs] of grouped.flat()) {
		expect(rule, id).toBe(rules[id as keyof typeof rules]);
		expect(rule.needs ?? [], id).toEqual(needs);
	}
});

test.each([
	["a server file", { ".mcp.json": '{ "mcpServers": {} }' }],
	["permissions", { ".claude/settings.json": '{ "permissions": {} }' }],
	["a key in escapes", { ".claude/settings.json": '{ "h\\u006foks": {} }' }],
	["an agent", { ".claude/agents/a.md": "---\nname: a\n---\n" }],
])(
	"a run over %s loads the rules that can speak of it",
	async (_what, files) => {
		const documents = parseFiles(files);
		const loaded = await loadRules(documents);
		expect(Object.keys(loaded).sort()).toEqual(
			Object.keys(neededRules(documents)).sort(),
		);
	},
);

test("a server file alone needs none of the rules about settings", async () => {
	const loaded: Rules = await loadRules(
		parseFiles({ ".mcp.json": '{ "mcpServers": { "a": { "env": {} } } }' }),
	);
	expect(loaded["invalid-server"]).toBeDefined();
	expect(loaded["shadowed-rule"]).toBeUndefined();
	expect(loaded["redirected-api"]).toBeUndefined();
});
