import { describe, expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const handlers = '[{ "type": "command", "command": "x" }]';
const group = (event: string, matcher: string) =>
	`{ "hooks": { "${event}": [{ "matcher": ${matcher}, "hooks": ${handlers} }] } }`;
const on = (event: string, matcher: string) =>
	lintFiles({
		".claude/settings.json": group(event, JSON.stringify(matcher)),
	}).filter(({ rule }) => rule === "unfired-hook");
const messages = (event: string, matcher: string) =>
	on(event, matcher).map(({ message }) => message);

testRule("unfired-hook", ".claude/settings.json", {
	valid: [
		`{ "hooks": { "PreToolUse": [{ "hooks": ${handlers} }] } }`,
		...[
			'"Bash"',
			'"Edit|Write"',
			'"Edit, Write"',
			'"Bash |Read"',
			'"mcp__github__.*"',
			'"mcp__.*__get_.*|Bash"',
			'"Task"',
			'"KillShell|BashOutput"',
			'"SomethingNew"',
			'"fs_write"',
			'"(?i:bash)"',
			'"^(?!Bash$)"',
			`"${"(\\\\w+)+".repeat(20)}Z"`,
			`"${"a".repeat(5000)}.*"`,
		].map((matcher) => group("PreToolUse", matcher)),
		group("SubagentStop", '"my-agent"'),
		group("FileChanged", '".env"'),
		group("Elicitation", '"github"'),
		group("StopFailure", '"rate_limit"'),
		group("Notification", '"something_new"'),
		group("Notification", '"elicitation_other"'),
		group("SessionStart", '"startup|resume"'),
		group("SessionStart", '"(?!clear)"'),
		group("SessionStart", '"start.*"'),
		group("PreCompact", '"manual"'),
		group("Stop", '"bash"'),
		group("NoSuchEvent", '"bash"'),
	],
	invalid: [
		group("PreToolUse", '"«mcp__github»"'),
		group("PreToolUse", '"Bash|«mcp__github»"'),
		group("PreToolUse", '"Bash, «edit» ,«Wriet»"'),
		group("PreToolUse", '"«Bash(git *)»"'),
		group("PreToolUse", '«"Edit(*.ts)"»'),
		group("PreToolUse", '«"*.ts"»'),
		group("PreToolUse", '"Bash|«mcp__my server__.*»"'),
		group("PreToolUse", '"«Bash »|« mcp__github__.*»"'),
		group("PreToolUse", '«"|"»'),
		group("PreToolUse", '«"\\u0062ash"»'),
		group("PermissionRequest", '"«webfetch»"'),
		group("PostToolUse", '"Edit|Write|«MultiEdit»"'),
		group("SessionStart", '"startup|«resumed»"'),
		group("SessionStart", '«"Start.*"»'),
		group("SessionEnd", '"«exit»"'),
		group("Setup", '"«startup»"'),
		group("PreCompact", '"«Manual»"'),
		group("PostCompact", '"«Bash»"'),
		group("ConfigChange", '"«project»"'),
		group("Notification", '"«permission_promt»"'),
	],
});

/** What was put to 2.1.329 with the calls of Bash, Read, Edit, Write, Agent and tools of the servers `github` and `my server`. */
describe("on tools it says what the client does", () => {
	const fires = [
		["*", ""],
		["Bash*", "Bash.*", "^Bash$", "\\bBash\\b", "Bash:*", "Bash()", "(Bash)"],
		["Bash| Read", " Bash", "Bash ", "Bash|", "|Bash", "Bash,", "Edit||Write"],
		["mcp__github__*", "mcp__*", "mcp__github*", "mcp__github.*", "mcp__.*"],
		["mcp__my_server__.*", "mcp__my.server__.*", "get_issue$", ".*github.*"],
		["mcp__github__get_issue", "mcp__github__get_issue,Bash", "[A-Z].*"],
		["mcp__(github|gitlab)__.*", "^(?!Bash)", "^((?!Bash).)*$", "\\w+"],
		['tool == "Edit" || tool == "Write"', "Edit.*|", "Ed.t", "[Edit,Write]"],
	].flat();
	test.each(fires)("%s fires", (matcher) => {
		expect(messages("PreToolUse", matcher)).toEqual([]);
	});

	const neverFires = [
		["mcp__github", "mcp__", "mcp__github__", "mcp__my server"],
		["MCP__github__.*", "MCP__GITHUB__GET_ISSUE", "mcp__my server__.*"],
		["mcp_github", "mcp_github_get_issue", "mcp:github", "mcp"],
		["bash", "BASH", "edit", "read|write", "github", "Edit Write"],
		["Bash(git *)", "Bash(ls:*)", "Bash(*)", "Edit(*.ts)", "Write(*)"],
		["Edit(src/**)", "Bash(npm.*)", "Agent(general-purpose) ", "Bash:git"],
		["*.ts", "*.py", "**/*.ts", "src/**", "src/.*", "\\.ts$", ".*\\.ts$"],
		["**", "*Edit", "Bash|*", "*|Bash", "(?i)bash", "mcp__github(", "["],
		["/Bash/", "/bash/i", "!Bash", "{Edit,Write}", "'Bash'", '"Bash"'],
		['tool == "Bash"', "Bash && Read", "Bash;Read", "Bash\\|Read", "Bash\n"],
		["Bash,Edit.*", "Edit, Write.*", "Bash | mcp__github__.*", "|", "  ", ","],
		[
			"MultiEdit",
			"LS",
			"NotebookRead",
			"SlashCommand",
			"View",
			"^(bash|edit)$",
		],
	].flat();
	test.each(neverFires)("%s does not", (matcher) => {
		expect(messages("PreToolUse", matcher)).not.toEqual([]);
	});
});

test("offers what was meant", () => {
	const offers = (event: string, matcher: string, offer: string) =>
		expect(messages(event, matcher).join(" "), matcher).toContain(offer);
	offers("PreToolUse", "mcp__github", '"mcp__github__.*"');
	offers("PreToolUse", "mcp__", '"mcp__.*"');
	offers("PreToolUse", "mcp__my server__ping", '"mcp__my_server__ping"');
	offers("PreToolUse", "mcp__my server__.*", '"mcp__my_server__.*"');
	offers("PreToolUse", "MCP__github__.*", '"mcp__github__.*"');
	offers("PreToolUse", "bash", '"Bash"');
	offers("PreToolUse", "Edit Write", '"Edit|Write"');
	offers("PreToolUse", "Bash(git *)", '"if": "Bash(git *)"');
	offers("PreToolUse", "Edit(*.ts)|Write(*.ts)", '"matcher": "Edit|Write"');
	offers("PreToolUse", "Write(*.{ts,js})", '"if", one rule for each');
	offers("PreToolUse", "*Edit", '".*Edit"');
	offers("PreToolUse", "!Bash", '"^(?!Bash$)"');
	offers("PreToolUse", "/Bash/", '"Bash"');
	offers("PreToolUse", "Edit, Write.*", '"Edit|Write.*"');
	offers("PreToolUse", 'tool == "Bash"', '"Bash"');
	offers("PreToolUse", "*.ts", '"Edit|Write"');
	offers("SessionStart", "start", '"startup"');
	offers("SessionStart", "Bash", "startup, resume, clear, compact or fork");
	expect(messages("PreToolUse", "mcp__github")).toEqual([
		'Hook on PreToolUse: no tool is called "mcp__github"; write "mcp__github__.*" for all tools of the server.',
	]);
});

test("is worst where the hook may guard something", () => {
	const severity = (event: string, matcher = "bash") =>
		on(event, matcher).map((problem) => problem.severity);
	expect(severity("PreToolUse")).toEqual(["error"]);
	expect(severity("PermissionRequest")).toEqual(["error"]);
	expect(severity("PostToolUse")).toEqual(["warning"]);
	expect(severity("SessionStart")).toEqual(["warning"]);
	expect(severity("PreToolUse", "MultiEdit")).toEqual(["warning"]);
	expect(severity("PreToolUse", "Edit|MultiEdit")).toEqual(["info"]);
});

test("a tool that is no more is no loss where another group of the event names its successor", () => {
	const settings = `{ "hooks": { "PreToolUse": [
		{ "matcher": "Edit", "hooks": ${handlers} },
		{ "matcher": "MultiEdit", "hooks": ${handlers} }
	] } }`;
	expect(
		lintFiles({ ".claude/settings.json": settings }).map(
			({ severity }) => severity,
		),
	).toEqual(["info"]);
});
