import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";

const MANIFEST = "plugins/team/.claude-plugin/plugin.json";
const SERVERS = "plugins/team/.mcp.json";
const docs =
	'{ "docs": { "command": "docs-server" }, "my db.v2": { "command": "db" } }';

const found = (files: Record<string, string>, surroundings = {}) =>
	lintFiles(
		{ [MANIFEST]: '{ "name": "team" }', [SERVERS]: docs, ...files },
		{},
		surroundings,
	).filter(({ rule }) => /unknown-(?:plugin-)?server/.test(rule));

const said = (rule: string, files: Record<string, string> = {}) =>
	found({
		".claude/settings.json": `{ "permissions": { "allow": ["${rule}"] } }`,
		...files,
	}).map(({ message }) => message);

test.each([
	["mcp__docs__search", "mcp__plugin_team_docs__search"],
	["mcp__docs__*", "mcp__plugin_team_docs__*"],
	["mcp__docs", "mcp__plugin_team_docs"],
	["mcp__team_docs__search", "mcp__plugin_team_docs__search"],
	["mcp__my_db_v2__ping", "mcp__plugin_team_my_db_v2__ping"],
	["mcp__plugin_team_dosc__search", "mcp__plugin_team_docs__search"],
	["mcp__plugin_taem_docs__search", "mcp__plugin_team_docs__search"],
])("%s is written %s", (rule, right) => {
	const messages = said(rule);
	expect(messages).toHaveLength(1);
	expect(messages[0]).toContain(`write "${right}"`);
});

test.each([
	"mcp__plugin_team_docs__search",
	"mcp__plugin_team_my_db_v2",
	"mcp__plugin_other_docs__search",
	"mcp__github__search",
])("nothing is said of %s", (rule) => {
	expect(said(rule)).toEqual([]);
});

test("a server that the project declares itself is meant", () => {
	const own = {
		".mcp.json": '{ "mcpServers": { "docs": { "command": "docs-server" } } }',
	};
	expect(said("mcp__docs__search", own)).toEqual([]);
});

test("nothing is said where a server file can stand above, or a plugin can have more servers", () => {
	const settings = {
		".claude/settings.json": '{ "permissions": { "allow": ["mcp__docs__a"] } }',
	};
	expect(found(settings, { repository: ".." })).toEqual([]);
	expect(
		said("mcp__plugin_team_x__a", {
			[MANIFEST]: '{ "name": "team", "mcpServers": "./more.mcpb" }',
		}),
	).toEqual([]);
});

test("the hooks of a plugin know its servers by the long name as well", () => {
	const hooks = (matcher: string) =>
		found({
			"plugins/team/hooks/hooks.json": `{ "hooks": { "PreToolUse": [{ "matcher": "${matcher}", "hooks": [{ "type": "command", "command": "true" }] }] } }`,
		}).map(({ severity }) => severity);
	expect(hooks("mcp__docs__.*")).toEqual(["error"]);
	expect(hooks("mcp__plugin_team_docs__.*")).toEqual([]);
	expect(hooks("mcp__docs__a|mcp__plugin_team_docs__a")).toEqual([]);
	expect(hooks("mcp__github__.*")).toEqual([]);
});

test("a plugin that only a marketplace describes has the servers of its entry", () => {
	const marketplace = {
		".claude-plugin/marketplace.json":
			'{ "name": "m", "owner": { "name": "a" }, "plugins": [{ "name": "e", "source": "./e", "strict": false, "mcpServers": { "s": { "command": "s" } } }] }',
	};
	expect(said("mcp__plugin_e_s__x", marketplace)).toEqual([]);
	expect(said("mcp__plugin_e_t__x", marketplace)).toHaveLength(1);
});
