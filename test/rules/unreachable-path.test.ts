import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

testRule("unreachable-path", ".claude-plugin/plugin.json", {
	valid: [
		'{ "name": "a", "skills": "./", "commands": ["./b", "./c.md"], "agents": ["./d.md"] }',
		'{ "name": "a", "mcpServers": ["./b.json", "./c.mcpb", "https://example.com/d.mcpb", { "e": { "command": "f" } }] }',
		'{ "name": "a", "hooks": { "Stop": [] }, "skills": [] }',
		'{ "name": "a", "icon": "b.png", "metadata": { "skills": "b" } }',
		// a name that begins with dots
		'{ "name": "a", "skills": "./..b/c" }',
	],
	invalid: [
		'{ "name": "a", "skills": [«"b"», "./c"] }',
		'{ "name": "a", "skills": «"/b"» }',
		'{ "name": "a", "skills": «"./../b"», "commands": [«"../c"»] }',
		'{ "name": "a", "commands": { "b": { "source": «"b.md"» } } }',
		'{ "name": "a", "agents": [«"./agents"», «"agents/b.md"»] }',
		'{ "name": "a", "mcpServers": «"./b.txt"» }',
		'{ "name": "a", "mcpServers": [«".mcp.json"»], "hooks": [«"hooks.json"»] }',
		'{ "name": "a", "mcpServers": «"${CLAUDE_PLUGIN_ROOT}/.mcp.json"» }',
		'{ "name": "a", "experimental": { "themes": «"themes"» } }',
	],
});

const marketplace = (plugins: string, more = "") =>
	`{ "name": "tools", "owner": { "name": "a" }${more}, "plugins": [${plugins}] }`;

testRule("unreachable-path", ".claude-plugin/marketplace.json", {
	valid: [
		marketplace('{ "name": "b", "source": "./b" }'),
		marketplace('{ "name": "b", "source": "." }'),
		marketplace(
			'{ "name": "b", "source": { "source": "npm", "package": "b" } }',
		),
		marketplace(
			'{ "name": "b", "source": "b" }',
			', "metadata": { "pluginRoot": "./c" }',
		),
	],
	invalid: [
		marketplace('{ "name": "b", "source": «"b"» }'),
		marketplace('{ "name": "b", "source": «"../b"» }'),
		marketplace('{ "name": "b", "source": «"owner/b"» }'),
		marketplace('{ "name": "b", "source": «"https://example.com/b.git"» }'),
		marketplace('{ "name": "b", "source": "./b", "skills": [«"c"»] }'),
	],
});

test("a path of the wrong form costs the plugin, one that leaves the folder what it names", () => {
	const found = (text: string) =>
		lintFiles({ ".claude-plugin/plugin.json": text }).map(
			({ effect }) => effect,
		);
	expect(found('{ "name": "a", "skills": "b" }')).toEqual(["rejected"]);
	expect(found('{ "name": "a", "skills": "./../b" }')).toEqual(["skipped"]);
});

test("the fix writes a path as the client wants it", () => {
	const [problem] = lintFiles({
		".claude-plugin/plugin.json":
			'{ "name": "a", "hooks": "${CLAUDE_PLUGIN_ROOT}/hooks.json" }',
	});
	expect(problem?.fix?.edits.map(({ text }) => text)).toEqual([
		'"./hooks.json"',
	]);
});
