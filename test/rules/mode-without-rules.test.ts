import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";

const SERVERS = '{ "mcpServers": { "Omni MCP": { "command": "omni" } } }';

const lint = (
	permissions: object,
	rest: object = {},
	others: Record<string, string> = {},
) =>
	lintFiles({
		".mcp.json": SERVERS,
		".claude/settings.json": JSON.stringify({ permissions, ...rest }),
		...others,
	}).filter(({ rule }) => rule === "mode-without-rules");

test("names the server, and the rule to add", () => {
	expect(lint({ defaultMode: "dontAsk", allow: ["mcp__omni__*"] })).toEqual([
		expect.objectContaining({
			message:
				'In "dontAsk" mode every tool of server "Omni MCP" is denied, because no rule allows one; add "mcp__Omni_MCP__*" to "permissions.allow".',
			location: expect.objectContaining({
				file: ".claude/settings.json",
				pointer: "/permissions/defaultMode",
			}),
			related: [
				{
					location: expect.objectContaining({ file: ".mcp.json" }),
					message: "declared here",
				},
			],
		}),
	]);
});

test.each([
	["mcp__Omni_MCP__*", 0],
	["mcp__Omni_MCP", 0],
	["mcp__Omni_MCP__pickModel", 0],
	["mcp__omni__*", 1],
	["mcp__Omni MCP__*", 1],
	["mcp__*", 1],
	["Bash", 1],
])("with the rule %s", (rule, count) => {
	expect(lint({ defaultMode: "dontAsk", allow: [rule] })).toHaveLength(count);
	expect(lint({ defaultMode: "dontAsk", ask: [rule] })).toHaveLength(1);
});

test.each(["default", "acceptEdits", "plan", "bypassPermissions"])(
	"is silent in %s mode",
	(defaultMode) => {
		expect(lint({ defaultMode })).toEqual([]);
	},
);

const dontAsk = { defaultMode: "dontAsk" };

test("is silent where the mode does not hold, or where something else may allow it", () => {
	const local = ".claude/settings.local.json";
	const file = (text: object) => ({ [local]: JSON.stringify(text) });
	expect(
		lint(dontAsk, {}, file({ permissions: { defaultMode: "acceptEdits" } })),
	).toEqual([]);
	expect(
		lint(dontAsk, {}, file({ permissions: { allow: ["mcp__Omni_MCP__*"] } })),
	).toEqual([]);
	expect(
		lint(dontAsk, {}, file({ disabledMcpjsonServers: ["Omni MCP"] })),
	).toEqual([]);
	expect(
		lint(dontAsk, { deniedMcpServers: [{ serverName: "Omni MCP" }] }),
	).toEqual([]);
	const hook = (event: string, matcher?: string) => ({
		hooks: {
			[event]: [{ matcher, hooks: [{ type: "command", command: "gate" }] }],
		},
	});
	expect(lint(dontAsk, hook("PreToolUse"))).toEqual([]);
	expect(lint(dontAsk, hook("PreToolUse", "mcp__.*"))).toEqual([]);
	expect(lint(dontAsk, hook("PreToolUse", "Bash"))).toHaveLength(1);
	expect(lint(dontAsk, hook("PermissionRequest"))).toHaveLength(1);
});

test("is silent without servers, and counts many", () => {
	expect(
		lintFiles({
			".claude/settings.json": JSON.stringify({ permissions: dontAsk }),
		}),
	).toEqual([]);
	const many = Object.fromEntries(
		["a", "b", "c", "d", "e"].map((name) => [name, { command: name }]),
	);
	expect(
		lint(dontAsk, {}, { ".mcp.json": JSON.stringify({ mcpServers: many }) })[0]
			?.message,
	).toContain('"a", "b", "c" and 2 more');
});
