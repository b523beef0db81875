import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

testRule("invalid-manifest", ".claude-plugin/plugin.json", {
	valid: [
		'{ "name": "review" }',
		'{ "name": "Review_2.x", "version": "next", "metadata": {}, "experimental": {} }',
		'{ "name": "review", "icon": 5, "somethingElse": {} }',
		'{ "name": "review", "skills": "./skills", "hooks": { "Stop": [] }, "commands": { "check": { "source": "./check.md" } } }',
		'{ "name": "review", "userConfig": { "token": { "type": "file", "title": "a", "description": "b", "default": ["c"] } } }',
		// said by the rules for paths, servers and hooks
		'{ "name": "review", "skills": ["skills"] }',
		'{ "name": "review", "mcpServers": { "docs": { "url": "https://docs.example.com" } } }',
		'{ "name": "review", "hooks": { "PreToolUse": {} } }',
	],
	invalid: [
		"«{» }",
		"«[]»",
		'{ "name": «"code review"» }',
		'{ "name": «""» }',
		'{ "name": "review", "version": «1» }',
		'{ "name": "review", "author": «"Docs Team"» }',
		'{ "name": "review", «"author"»: { "email": "docs@example.com" } }',
		'{ "name": "review", "keywords": [«1»] }',
		'{ "name": "review", "homepage": «"example.com/page"» }',
		'{ "name": "review", "skills": «5», "dependencies": «{}» }',
		'{ "name": "review", "userConfig": { "token": { "type": «"text"», "title": "a", "description": "b" } } }',
		'{ "name": "review", "userConfig": { «"token"»: { "type": "string" } } }',
		'{ "name": "review", "userConfig": { "token": «{ "type": "string", "title": "a", "description": "b", "enum": [] }» } }',
		'{ "name": "review", "userConfig": { "token": { "type": "number", "title": "a", "description": "b", "min": «"1"» } } }',
	],
});

testRule("invalid-manifest", ".claude-plugin/marketplace.json", {
	valid: [
		'{ "name": "tools", "owner": { "name": "a" }, "plugins": [] }',
		'{ "name": "tools", "owner": { "name": "a" }, "plugins": [{ "name": "b", "source": "./b" }, { "name": "c", "source": { "source": "npm", "package": "c" } }] }',
		'{ "name": "life-sciences", "owner": { "name": "Anthropic" }, "plugins": [] }',
	],
	invalid: [
		'«{» "agents": [] }',
		'{ "name": "tools", "owner": «"a"», "plugins": [] }',
		'{ "name": «"Claude-Code-Plugins"», "owner": { "name": "a" }, "plugins": [] }',
		'{ "name": «"inline"», "owner": { "name": "a" }, "plugins": [] }',
		'{ "name": "tools", "owner": { "name": "a" }, "plugins": [{ "name": "b", "source": "./b" }, { "name": «"b"», "source": "./c" }] }',
		'{ "name": "tools", "owner": { "name": "a" }, "plugins": [{ "name": «"b c"», "source": "./b" }] }',
		'{ "name": "tools", "owner": { "name": "a" }, "plugins": [«{» "name": "b" }] }',
		'{ "name": "tools", "owner": { "name": "a" }, "plugins": [{ "name": "b", "source": { "source": «"git"», "url": "https://example.com/b.git" } }] }',
		'{ "name": "tools", "owner": { "name": "a" }, "plugins": [{ "name": "b", «"source"»: { "source": "git-subdir", "url": "https://example.com/b.git" } }] }',
	],
});

const effectOf = (file: string, text: string) =>
	lintFiles({ [file]: text }).map(({ rule, effect, severity }) => [
		rule,
		effect,
		severity,
	]);

test("what only describes a plugin is dropped, anything else costs the plugin", () => {
	const plugin = ".claude-plugin/plugin.json";
	expect(effectOf(plugin, '{ "name": "a", "license": 5 }')).toEqual([
		["invalid-manifest", "skipped", "warning"],
	]);
	expect(effectOf(plugin, '{ "name": "a", "agents": 5 }')).toEqual([
		["invalid-manifest", "rejected", "error"],
	]);
	expect(effectOf(plugin, '{ "name": "a", "network": 5 }')).toEqual([
		["invalid-manifest", "inert", "warning"],
	]);
});

test("one server that cannot be used costs the plugin, in its manifest", () => {
	const servers = '{ "docs": { "url": "https://docs.example.com/mcp" } }';
	const plugin = `{ "name": "a", "mcpServers": ${servers} }`;
	expect(effectOf(".claude-plugin/plugin.json", plugin)).toEqual([
		["missing-transport", "rejected", "error"],
	]);
	const found = lintFiles({
		".claude-plugin/plugin.json": '{ "name": "a" }',
		".mcp.json": servers,
	});
	expect(found.map(({ rule, effect }) => [rule, effect])).toEqual([
		["missing-transport", "skipped"],
	]);
});

test("an entry that is wrong costs the entry", () => {
	const text =
		'{ "name": "tools", "owner": { "name": "a" }, "plugins": [{ "name": "b", "source": "./b", "version": 1 }] }';
	expect(effectOf(".claude-plugin/marketplace.json", text)).toEqual([
		["invalid-manifest", "skipped", "error"],
	]);
});
