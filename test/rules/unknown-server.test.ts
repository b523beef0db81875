import { expect, test } from "vitest";
import type { Config } from "../../src/config.ts";
import { lintFiles } from "../lint-text.ts";

const servers = (...names: string[]) =>
	JSON.stringify({
		mcpServers: Object.fromEntries(
			names.map((name) => [name, { command: "docs-server" }]),
		),
	});

/** What the rule says of permission rules beside declared servers. */
function problems(
	mcp: string | undefined,
	permissions: Readonly<Record<string, readonly string[]>>,
	config?: Partial<Config>,
) {
	return lintFiles(
		{
			...(mcp !== undefined && { ".mcp.json": mcp }),
			".claude/settings.json": JSON.stringify({ permissions }),
		},
		config,
	).filter(({ rule }) => rule === "unknown-server");
}

test.each([
	["the server itself", ["github"], "mcp__github"],
	["all its tools", ["github"], "mcp__github__*"],
	["one tool", ["github"], "mcp__github__get_issue"],
	["the normalised name", ["my server"], "mcp__my_server__ping"],
	["a plugin's server", ["github"], "mcp__plugin_tools_db__query"],
	["a connector", ["github"], "mcp__claude_ai_Slack__post"],
	["a server of the client", ["github"], "mcp__claude-in-chrome__click"],
	["the editor", ["github"], "mcp__ide__getDiagnostics"],
	["a server whose name has the separator in it", ["a__b"], "mcp__a__b__ping"],
	["a pattern", ["github"], "mcp__git*"],
	["no MCP tool", ["github"], "Bash"],
])("says nothing of a rule for %s", (_what, names, rule) => {
	expect(problems(servers(...names), { deny: [rule] })).toEqual([]);
});

test("says nothing where no file declares servers", () => {
	expect(problems(undefined, { deny: ["mcp__github"] })).toEqual([]);
	expect(problems("{}", { deny: ["mcp__github"] })).toEqual([]);
	expect(problems(servers(), { deny: ["mcp__github"] })).toEqual([]);
});

test("says nothing of a server that our configuration says is declared elsewhere", () => {
	const config = { servers: ["company tools"] };
	expect(
		problems(servers("github"), { deny: ["mcp__company_tools__x"] }, config),
	).toEqual([]);
});

test("a server of the folder above is known", () => {
	expect(
		lintFiles({
			".mcp.json": servers("github"),
			"packages/a/.mcp.json": servers("docs"),
			"packages/a/.claude/settings.json":
				'{ "permissions": { "allow": ["mcp__github", "mcp__docs"] } }',
		}).filter(({ rule }) => rule === "unknown-server"),
	).toEqual([]);
});

test.each([
	["gihub", "mcp__gihub__get", "mcp__github__get"],
	["GitHub", "mcp__GitHub", "mcp__github"],
	["github_get_issue", "mcp__github_get_issue", "mcp__github__get_issue"],
])("offers the server that was meant by %s", (_name, rule, meant) => {
	const [problem] = problems(servers("github"), { deny: [rule] });
	expect(problem?.message).toContain(`did you mean "${meant}"?`);
	expect(problem?.severity).toBe("error");
	expect(problem?.related?.[0]?.location.file).toBe(".mcp.json");
});

test("the name on a page is not the name in the file", () => {
	const [problem] = problems(servers("Omni MCP"), { allow: ["mcp__omni__*"] });
	expect(problem?.message).toContain('did you mean "mcp__Omni_MCP__*"?');
});

test("a server like no other is a warning, also in a deny rule: each user may have it", () => {
	const [problem] = problems(servers("github"), { deny: ["mcp__sentry"] });
	expect(problem?.severity).toBe("warning");
	expect(problem?.message).toContain('a server "sentry" that nothing declares');
});

test("a hook for a server that nothing declares never runs", () => {
	const [problem] = lintFiles({
		".mcp.json": servers("github"),
		".claude/settings.json": JSON.stringify({
			hooks: {
				PreToolUse: [
					{
						matcher: "mcp__github__.*|mcp__gitlab__create_.*",
						hooks: [{ type: "command", command: "true" }],
					},
				],
			},
		}),
	}).filter(({ rule }) => rule === "unknown-server");
	expect(problem?.message).toContain('Hook matcher for a server "gitlab"');
});

/** What the rule says of settings beside a server file. */
function ofSettings(
	settings: Readonly<Record<string, unknown>>,
	files: Readonly<Record<string, string>> = {},
	surroundings?: { readonly repository: string },
) {
	return lintFiles(
		{ ...files, ".claude/settings.json": JSON.stringify(settings) },
		{},
		surroundings,
	)
		.filter(({ rule }) => rule === "unknown-server")
		.map(({ message }) => message);
}

test("an approval of a server that no file declares is named, also where there is no server file", () => {
	const settings = { enabledMcpjsonServers: ["mysql", "github"] };
	expect(ofSettings(settings, { ".mcp.json": servers("github") })).toEqual([
		'"enabledMcpjsonServers" names a server "mysql" that no .mcp.json declares; declare the server, or remove the name.',
	]);
	expect(ofSettings(settings)).toHaveLength(2);
	expect(
		ofSettings(
			{ disabledMcpjsonServers: ["gihub"] },
			{ ".mcp.json": servers("github") },
		),
	).toEqual([
		'"disabledMcpjsonServers" names a server "gihub" that no .mcp.json declares; did you mean "github"?',
	]);
});

test("below the top of the repository a server file above may declare it", () => {
	const settings = { enabledMcpjsonServers: ["mysql"] };
	expect(ofSettings(settings, {}, { repository: ".." })).toEqual([]);
	expect(ofSettings(settings, {}, { repository: "" })).toHaveLength(1);
});

test("an agent that refers to a server which nothing declares", () => {
	const agent = (lines: string) =>
		lintFiles({
			".mcp.json": servers("github"),
			".claude/agents/a.md": `---\nname: a\ndescription: b\n${lines}\n---\n`,
		}).filter(({ rule }) => rule === "unknown-server");
	expect(agent("mcpServers: [github]")).toEqual([]);
	expect(
		agent("mcpServers:\n  - own: { command: x }\ntools: mcp__own__read"),
	).toEqual([]);
	expect(agent("mcpServers: [gitlab]")[0]?.message).toContain(
		'The agent names a server "gitlab" that nothing declares',
	);
	expect(agent("tools: mcp__gitlab__read")[0]?.message).toContain(
		'Grant of tools for a server "gitlab" that nothing declares',
	);
});
