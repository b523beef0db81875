import { spawnSync } from "node:child_process";
import {
	mkdirSync,
	mkdtempSync,
	realpathSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";

const program = fileURLToPath(new URL("../dist/cli/index.js", import.meta.url));
const folders: string[] = [];

afterEach(() => {
	for (const folder of folders.splice(0))
		rmSync(folder, { recursive: true, force: true });
});

/** A new folder with these files in it. */
function project(files: Readonly<Record<string, string>>): string {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), "permission-")));
	folders.push(folder);
	for (const [file, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), text);
	}
	return folder;
}

function ask(folder: string, ...args: string[]) {
	return spawnSync(process.execPath, [program, "permission", ...args], {
		cwd: folder,
		encoding: "utf8",
		env: {
			PATH: process.env.PATH,
			HOME: join(folder, "home"),
			USERPROFILE: join(folder, "home"),
		},
	});
}

function answer(folder: string, ...args: string[]) {
	const { stdout } = ask(folder, ...args, "--format", "json");
	return JSON.parse(stdout).tools[0];
}

const settings = (permissions: unknown) => JSON.stringify({ permissions });
const omni = `{
  "mcpServers": {
    "Omni MCP": { "type": "http", "url": "https://omni.example.com/mcp" }
  }
}`;

test("says which rule decides, where it stands, what it overrides, and whose tool it is", () => {
	const folder = project({
		".mcp.json": omni,
		".claude/settings.json": settings({
			allow: ["mcp__Omni_MCP__*"],
			deny: ["mcp__*__delete*"],
		}),
	});
	expect(answer(folder, "mcp__Omni_MCP__deleteModel")).toEqual({
		tool: "mcp__Omni_MCP__deleteModel",
		decision: "deny",
		rule: {
			text: "mcp__*__delete*",
			behavior: "deny",
			file: ".claude/settings.json",
			pointer: "/permissions/deny/0",
			start: { line: 1, column: 54 },
			end: { line: 1, column: 71 },
		},
		overrides: [
			{
				text: "mcp__Omni_MCP__*",
				behavior: "allow",
				file: ".claude/settings.json",
				pointer: "/permissions/allow/0",
				start: { line: 1, column: 26 },
				end: { line: 1, column: 44 },
			},
		],
		server: {
			name: "Omni MCP",
			file: ".mcp.json",
			pointer: "/mcpServers/Omni MCP",
			start: { line: 3, column: 17 },
			end: { line: 3, column: 74 },
		},
		outcome: {
			default: "deny",
			acceptEdits: "deny",
			plan: "deny",
			auto: "deny",
			dontAsk: "deny",
			bypassPermissions: "deny",
		},
		suggestion: null,
		suggestions: [],
	});
});

test("where no rule decides, says what happens in each mode, and the rule to add", () => {
	const folder = project({
		".mcp.json": omni,
		".claude/settings.json": settings({ allow: ["mcp__omni__*"] }),
	});
	const { decision, rule, server, outcome, suggestion } = answer(
		folder,
		"mcp__Omni_MCP__pickModel",
	);
	expect({ decision, rule, server: server.name, suggestion }).toEqual({
		decision: "none",
		rule: null,
		server: "Omni MCP",
		suggestion: "mcp__Omni_MCP__pickModel",
	});
	expect(outcome).toEqual({
		default: "ask",
		acceptEdits: "ask",
		plan: "ask",
		auto: "unknown",
		dontAsk: "deny",
		bypassPermissions: "allow",
	});
});

test("the text for people names the server that a wrong name may mean", () => {
	const folder = project({ ".mcp.json": omni });
	const { stdout, status } = ask(folder, "mcp__omni__pickModel");
	expect(stdout).toBe(`mcp__omni__pickModel
  no rule decides
  server      nothing here declares "omni"; rules call "Omni MCP" "mcp__Omni_MCP"
  outcome     ask in default, acceptEdits and plan; unknown in auto; deny in dontAsk; allow in bypassPermissions
  to allow    add "mcp__omni__pickModel" to "permissions": { "allow": […] } in .claude/settings.json

unknown: it depends on what only the client knows, such as its own safety check.
`);
	expect(status).toBe(1);
});

test("rules of the user count beside those of the project, and /x is another folder there", () => {
	const folder = project({
		".claude/settings.json": settings({ allow: ["Read(/notes/**)"] }),
		"user.json": settings({ deny: ["Read(/notes/**)", "Read(secret/**)"] }),
	});
	const decide = (call: string) =>
		answer(folder, call, "--user-settings", "user.json").decision;
	expect(decide("Read(notes/a.md)")).toBe("allow");
	expect(decide("Read(~/.claude/notes/a.md)")).toBe("deny");
	expect(decide("Read(secret/a.md)")).toBe("deny");
});

test("every command of a shell line is looked at", () => {
	const folder = project({
		".claude/settings.json": settings({
			allow: ["Bash(npm run *)"],
			deny: ["Bash(curl *)", "Read(.env)"],
		}),
	});
	const outcome = (command: string) =>
		answer(folder, `Bash(${command})`).outcome.default;
	expect(outcome("npm run test && ls -la | wc -l")).toBe("allow");
	expect(outcome("npm run test && npm publish")).toBe("ask");
	expect(outcome("npm run test; sudo curl https://example.com")).toBe("deny");
	expect(outcome("cat .env")).toBe("deny");
	expect(answer(folder, "Bash(npm run a && x y && z)").suggestions).toEqual([
		"Bash(x y)",
		"Bash(z)",
	]);
});

test("no rule is offered where none helps", () => {
	const folder = project({ ".claude/settings.json": "{}" });
	expect(answer(folder, "Write(.git/config)").suggestions).toEqual([]);
	expect(ask(folder, "Write(.git/config)").stdout).toContain(
		"to allow    no rule lifts this question",
	);
});

test("a link is judged by where it leads as well", () => {
	const folder = project({
		".claude/settings.json": settings({ deny: ["Read(./secret/**)"] }),
		"secret/key": "x",
	});
	symlinkSync(join(folder, "secret"), join(folder, "open"));
	expect(answer(folder, "Read(open/key)").decision).toBe("deny");
});

test("settings that the client does not load decide nothing, and that is said", () => {
	const folder = project({
		".claude/settings.json":
			'{ "permissions": { "deny": ["Read"], "defaultMode": "yolo" } }',
	});
	const { stdout, status } = ask(folder, "Read(a.md)");
	expect(stdout).toContain("The client does not load .claude/settings.json");
	expect(stdout).toContain("no rule decides");
	expect(status).toBe(0);
});

test("the exit status is about the mode that a session starts in", () => {
	const folder = project({
		".claude/settings.json": settings({ defaultMode: "acceptEdits" }),
	});
	expect(ask(folder, "Write(a.md)").status).toBe(0);
	expect(ask(folder, "Write(a.md)").stdout).toContain(
		"A session here starts in the mode acceptEdits.",
	);
	expect(ask(folder, "Write(a.md)", "WebSearch(x)").status).toBe(1);
});

test("an empty folder has an answer as well", () => {
	const folder = project({ "README.md": "" });
	expect(answer(folder, "WebSearch(news)").outcome.default).toBe("ask");
	expect(ask(folder, "WebFetch(https://docs.python.org/3/)").status).toBe(0);
});

test.each([
	[[], "permission takes tool calls"],
	[["Bash(ls"], '"Bash(ls" is no tool call'],
	[[""], '"" is no tool call'],
	[["Read(a)", "--format", "sarif"], "--format takes text or json"],
	[["Read(a)", "--user-settings", "missing.json"], "missing.json"],
])("wrong usage %j is one sentence and exit 2", (args, words) => {
	const { status, stdout, stderr } = ask(project({}), ...args);
	expect(stderr).toContain(words);
	expect(stderr.trim().split("\n")).toHaveLength(1);
	expect(stdout).toBe("");
	expect(status).toBe(2);
});

test("credentials in calls and rules are masked", () => {
	const token = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";
	const folder = project({
		".claude/settings.json": settings({
			allow: [`Bash(GH_TOKEN=${token} gh pr list)`],
		}),
	});
	for (const format of ["text", "json"]) {
		const { stdout } = ask(
			folder,
			`Bash(GH_TOKEN=${token} gh pr list)`,
			"--format",
			format,
		);
		expect(stdout).not.toContain(token.slice(8));
	}
});
