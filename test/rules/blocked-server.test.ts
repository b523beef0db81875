import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";

const servers = {
	local: { command: "npx", args: ["-y", "x"] },
	other: { command: "other" },
	remote: { type: "http", url: "https://h.example.com/mcp" },
	variable: { type: "http", url: "https://${HOST:-h.example.com}/mcp" },
};

const lint = (files: Readonly<Record<string, object>>) =>
	lintFiles({
		".mcp.json": JSON.stringify({ mcpServers: servers }),
		...Object.fromEntries(
			Object.entries(files).map(([file, value]) => [
				file,
				JSON.stringify(value),
			]),
		),
	}).filter(({ rule }) => rule === "blocked-server");

const blocked = (policy: object, file = ".claude/settings.json") =>
	lint({ [file]: policy }).map(({ location }) =>
		location.pointer.slice("/mcpServers/".length),
	);

const name = (serverName: string) => ({ serverName });
const url = (serverUrl: string) => ({ serverUrl });
const command = (...serverCommand: string[]) => ({ serverCommand });

test.each([
	["no policy", {}, []],
	["an empty deny list", { deniedMcpServers: [] }, []],
	[
		"an empty allow list",
		{ allowedMcpServers: [] },
		["local", "other", "remote", "variable"],
	],
	["a name", { deniedMcpServers: [name("local")] }, ["local"]],
	["a name in other case", { deniedMcpServers: [name("Local")] }, []],
	["a command", { deniedMcpServers: [command("npx", "-y", "x")] }, ["local"]],
	["half a command", { deniedMcpServers: [command("npx", "-y")] }, []],
	[
		"an address",
		{ deniedMcpServers: [url("https://h.example.com")] },
		["remote"],
	],
	["any address", { deniedMcpServers: [url("*")] }, ["remote", "variable"]],
	[
		"names that are allowed",
		{ allowedMcpServers: [name("local"), name("remote")] },
		["other", "variable"],
	],
	[
		"a command makes names of local servers count no more",
		{
			allowedMcpServers: [
				command("npx", "-y", "x"),
				name("other"),
				name("remote"),
				name("variable"),
			],
		},
		["other"],
	],
	[
		"an address makes names of remote servers count no more",
		{
			allowedMcpServers: [
				url("https://a.example.com/*"),
				name("local"),
				name("other"),
				name("remote"),
			],
		},
		["remote"],
	],
	[
		"deny wins",
		{
			allowedMcpServers: [name("local"), url("*")],
			deniedMcpServers: [name("local")],
		},
		["local", "other"],
	],
])("%s", (_name, policy, expected) => {
	expect(blocked(policy)).toEqual(expected);
});

test("allow lists of several files are one, and a refused file counts nothing", () => {
	expect(
		lint({
			".claude/settings.json": { allowedMcpServers: [name("local"), url("*")] },
			".claude/settings.local.json": { allowedMcpServers: [name("other")] },
		}),
	).toEqual([]);
	expect(
		lint({
			".claude/settings.json": {
				allowedMcpServers: [],
				cleanupPeriodDays: "1",
			},
		}),
	).toEqual([]);
});

test("managed settings may keep the allow lists of others from counting", () => {
	const files = {
		"managed-settings.json": {
			allowManagedMcpServersOnly: true,
			allowedMcpServers: [name("local"), url("*")],
		},
		".claude/settings.json": { allowedMcpServers: [name("other")] },
	};
	expect(lint(files).map(({ location }) => location.pointer)).toEqual([
		"/mcpServers/other",
	]);
});

test("what is denied in one's own file is only mentioned", () => {
	const policy = { deniedMcpServers: [name("local")] };
	expect(
		lint({ ".claude/settings.local.json": policy }).map(
			({ severity }) => severity,
		),
	).toEqual(["info"]);
	expect(
		lint({ ".claude/settings.json": policy }).map(({ severity }) => severity),
	).toEqual(["warning"]);
});

test("says where it is blocked, and how to allow it", () => {
	expect(
		lint({ ".claude/settings.json": { deniedMcpServers: [name("local")] } }),
	).toEqual([
		expect.objectContaining({
			message:
				'Claude Code does not load server "local": an entry of "deniedMcpServers" in .claude/settings.json:1 blocks it; remove the entry or the server.',
			related: [
				{
					location: expect.objectContaining({ pointer: "/deniedMcpServers/0" }),
					message: "blocked here",
				},
			],
		}),
	]);
	const [message] = lint({
		".claude/settings.json": {
			allowedMcpServers: [command("npx", "-y", "x"), name("other"), url("*")],
		},
	}).map((each) => each.message);
	expect(message).toBe(
		'Claude Code does not load server "other": no entry of "allowedMcpServers" in .claude/settings.json:1 allows it; its name is in the list, but beside an entry with "serverCommand" names do not count for local servers; add one with its command.',
	);
	expect(
		lint({
			".claude/settings.json": {
				allowedMcpServers: [name("local"), name("remote"), name("variable")],
			},
		})[0]?.message,
	).toContain('add { "serverName": "other" }');
});

test("a server whose own declaration is dropped is not named", () => {
	expect(
		lintFiles({
			".mcp.json":
				'{ "mcpServers": { "a": {}, "workspace": { "command": "w" } } }',
			".claude/settings.json": '{ "allowedMcpServers": [] }',
		}).filter(({ rule }) => rule === "blocked-server"),
	).toEqual([]);
});
