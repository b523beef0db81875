import { spawnSync } from "node:child_process";
import {
	chmodSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
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
	for (const folder of folders.splice(0)) {
		rmSync(folder, { recursive: true, force: true });
	}
});

/** A new folder with these files in it. */
function project(files: Readonly<Record<string, string>>): string {
	const folder = mkdtempSync(join(tmpdir(), "mcp-config-lint-"));
	folders.push(folder);
	for (const [file, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), text);
	}
	return folder;
}

interface Outcome {
	readonly status: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

function run(
	folder: string,
	args: readonly string[],
	{ input = "", home = folder }: { input?: string; home?: string } = {},
): Outcome {
	return spawnSync(process.execPath, [program, ...args], {
		cwd: folder,
		encoding: "utf8",
		input,
		maxBuffer: 64 * 1024 * 1024,
		env: { PATH: process.env.PATH, HOME: home, USERPROFILE: home },
	});
}

function json(folder: string, ...args: string[]) {
	return JSON.parse(run(folder, ["--format", "json", ...args]).stdout);
}

const right = '{ "mcpServers": { "docs": { "command": "docs-server" } } }';
const wrong =
	'{\n  "mcpServers": {\n    "docs": { "url": "https://docs.example.com/mcp" }\n  }\n}\n';

test("a folder without configuration is said to be one, and is fine", () => {
	const { status, stdout } = run(project({ "README.md": "#" }), []);
	expect(stdout).toContain("nothing to check");
	expect(status).toBe(0);
});

test("a folder that is right has one line and exit 0", () => {
	const { status, stdout } = run(project({ ".mcp.json": right }), []);
	expect(stdout).toBe("1 file checked, no problems.\n");
	expect(status).toBe(0);
});

test("a problem is shown at its place, with what the client does, and exit 1", () => {
	const { status, stdout, stderr } = run(project({ ".mcp.json": wrong }), []);
	expect(stdout).toContain("  3:15  error  ");
	expect(stdout).toContain(
		'    3 | "docs": { "url": "https://docs.example.com/mcp" }',
	);
	expect(stdout).toContain("      |           ^^^^^");
	expect(stdout).toContain("Claude Code drops this server and loads the rest.");
	expect([status, stderr]).toEqual([1, ""]);
});

test("the JSON has the fields that callers rely on", () => {
	const report = json(project({ ".mcp.json": wrong }));
	expect(report).toEqual({
		version: 1,
		files: [{ file: ".mcp.json", kind: "claude-mcp" }],
		diagnostics: [
			{
				rule: "missing-transport",
				severity: "error",
				effect: "skipped",
				message: expect.stringContaining('"type": "http"'),
				file: ".mcp.json",
				pointer: "/mcpServers/docs/url",
				start: { line: 3, column: 15 },
				end: { line: 3, column: 20 },
				container: null,
				related: [],
				fix: { title: 'Write "type": "http"', unsafe: false },
				url: expect.stringMatching(
					/^https:\/\/.*\/docs\/rules\/missing-transport\.md$/,
				),
			},
		],
		summary: { files: 1, errors: 1, warnings: 0, infos: 0, fixable: 1 },
	});
});

test.each([
	["with problems", wrong, 1],
	["without problems", right, 0],
	["without a file", undefined, 0],
])("several reports of a run %s are written at once", (_what, text, exit) => {
	const folder = project({
		".git/HEAD": "",
		"packages/a/README.md": "#",
		...(text !== undefined && { "packages/a/.mcp.json": text }),
	});
	const working = join(folder, "packages/a");
	const { status, stdout, stderr } = run(working, [
		"--format=text",
		"--format=json=report.json",
		"--format=sarif=out.sarif",
		"--format=rdjson=out.rdjson",
		"--format=gitlab=gl-code-quality-report.json",
		"--format=junit=out.xml",
	]);
	expect([status, stderr]).toEqual([exit, ""]);
	expect(stdout).toBe(run(working, []).stdout);
	const read = (file: string) => readFileSync(join(working, file), "utf8");
	const { diagnostics } = JSON.parse(read("report.json"));
	expect(diagnostics).toHaveLength(exit);
	const [{ results }] = JSON.parse(read("out.sarif")).runs;
	const places = [
		results.map(
			(each: { locations: { physicalLocation: unknown }[] }) =>
				each.locations[0]?.physicalLocation,
		),
		JSON.parse(read("out.rdjson")).diagnostics,
		JSON.parse(read("gl-code-quality-report.json")),
	];
	for (const found of places) {
		expect(found).toHaveLength(diagnostics.length);
		// programs of the repository call files from its root
		for (const each of found)
			expect(JSON.stringify(each)).toContain('"packages/a/.mcp.json"');
	}
	const xml = read("out.xml");
	expect(xml).toMatch(/^<\?xml [\s\S]*<testcase [\s\S]*<\/testsuites>\n$/);
	expect(xml.match(/<failure /g) ?? []).toHaveLength(diagnostics.length);
});

test("two runs print the same bytes", () => {
	const folder = project({
		".mcp.json": wrong,
		".claude/settings.json": '{ "verbos": 1 }',
	});
	expect(run(folder, []).stdout).toBe(run(folder, []).stdout);
});

test("the help fits on a screen and names the exit status", () => {
	const { status, stdout } = run(project({}), ["--help"]);
	const lines = stdout.trimEnd().split("\n");
	expect(lines.length).toBeLessThanOrEqual(28);
	expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
	expect(stdout).toContain("Exit status: 0");
	expect(status).toBe(0);
});

test("the version is that of package.json", () => {
	const { version } = JSON.parse(
		readFileSync(new URL("../package.json", import.meta.url), "utf8"),
	);
	expect(run(project({}), ["--version"]).stdout).toBe(`${version}\n`);
});

test.each([
	[
		["--formt", "json"],
		"there is no option --formt; did you mean --format? (see --help)",
	],
	[["--format", "xml"], 'not "xml" (see --help)'],
	[
		["permission", "--format", "sarif", "Bash(a)"],
		'--format takes text or json, not "sarif" (see --help)',
	],
	[
		["--fail-on", "warn"],
		'--fail-on takes error, warning, info or never, not "warn" (see --help)',
	],
	[
		["--rule", "insecure-url"],
		'--rule <id>=<severity> takes error, warning, info or off, not "insecure-url" (see --help)',
	],
	[
		["--rule", "insecure-urls=off"],
		'there is no rule "insecure-urls"; did you mean "insecure-url"? (see --help)',
	],
	[["--kind", "mcp"], 'there is no kind "mcp"; --kind takes '],
	[["nowhere"], "cannot read nowhere: there is no such file or folder"],
	[
		["--config", "nowhere.yml"],
		"cannot read nowhere.yml: there is no such file",
	],
	[
		["--config", "a.yml", "--no-config"],
		"--config and --no-config exclude each other (see --help)",
	],
	[
		["explain", "insecure-urls"],
		'there is no rule "insecure-urls"; did you mean "insecure-url"? (see --help)',
	],
	[["-"], "the standard input needs --stdin-filename or --kind (see --help)"],
	[["other.json"], "cannot tell what other.json is; say so with --kind"],
	[["--fix=all"], '--fix takes safe or unsafe, not "all" (see --help)'],
	[["--fix="], '--fix takes safe or unsafe, not "" (see --help)'],
	[
		["--fix", "--write-baseline"],
		"--fix and --write-baseline exclude each other",
	],
	[
		["--fix", "--stdin-filename", ".mcp.json"],
		"--fix cannot write the standard input; --diff shows what it would change",
	],
	[
		["--fix", "unsafe"],
		"write --fix=unsafe; a path after --fix is written ./unsafe",
	],
	[
		["--diff", "--write-baseline"],
		"--diff and --write-baseline exclude each other",
	],
	[["--diff=x"], "--diff takes no value (see --help)"],
	[["--format"], "--format needs a value (see --help)"],
	[["--config", "--quiet"], "--config needs a value (see --help)"],
	[
		["--changed", "main"],
		"there is no file or folder main; write --changed=main if it is a commit",
	],
	[["--format", "sarif="], "--format sarif= needs a file"],
	[
		["--format", "gitlab", "--format", "junit"],
		"only one --format can go to the standard output",
	],
	[
		["--format", "sarif=a", "--format", "junit=./a"],
		'two reports cannot go to one file, "./a"',
	],
	[
		["--diff", "--format", "json"],
		"--diff prints a diff and no report; write the report to a file with --format <name>=<file>",
	],
])("wrong usage %j is one line and exit 2", (args, message) => {
	const { status, stdout, stderr } = run(project({ "other.json": "{}" }), args);
	expect(stderr).toMatch(/^mcp-config-lint: [^\n]*\n$/);
	expect(stderr).toContain(message);
	expect([status, stdout]).toEqual([2, ""]);
});

test.each([
	[
		"rulez: {}",
		'.mcp-config-lint.yml:1:1: unknown key "rulez"; did you mean "rules"?',
	],
	[
		"rules:\n  insecure-urls: off",
		'.mcp-config-lint.yml:2:3: unknown rule "insecure-urls"; did you mean "insecure-url"?',
	],
	["rules:\n  insecure-url: loud", ".mcp-config-lint.yml:2:17: "],
	[
		"ignore:\n  - rule: insecure-url\n    file: a",
		'.mcp-config-lint.yml:2:5: "ignore/0" needs a "reason"',
	],
	[
		"servers: [a]\nrulez: {}",
		'.mcp-config-lint.yml:2:1: unknown key "rulez"; did you mean "rules"?',
	],
	[
		"ignore:\n  - { rule: insecure-urls, file: a, reason: b }",
		'.mcp-config-lint.yml:2:13: unknown rule "insecure-urls"; did you mean "insecure-url"?',
	],
	["rules: [", ".mcp-config-lint.yml:1:"],
	["a: &a [*a]", ".mcp-config-lint.yml"],
	["5", ".mcp-config-lint.yml:1:1: the configuration must be an object"],
])("our configuration %j is refused with its place", (text, message) => {
	const { status, stderr } = run(project({ ".mcp-config-lint.yml": text }), []);
	expect(stderr).toMatch(/^mcp-config-lint: [^\n]*\n$/);
	expect(stderr).toContain(message);
	expect(status).toBe(2);
});

test("our configuration sets severities, ignores with a reason, and excludes", () => {
	const folder = project({
		".mcp.json": wrong,
		"fixtures/.mcp.json": wrong,
		".claude/settings.json":
			'{ "permissions": { "allow": ["mcp__*", "mcp__a*"] } }',
		".mcp-config-lint.yml": `rules: { missing-transport: warning }
ignore:
  - { rule: invalid-permission-rule, file: .claude/settings.json, pointer: /permissions/allow/*, value: mcp__*, reason: old client }
exclude: [fixtures/**]
`,
	});
	const { diagnostics, files } = json(folder);
	expect(
		diagnostics.map(({ rule, severity, pointer }: Record<string, string>) => [
			rule,
			severity,
			pointer,
		]),
	).toEqual([
		["invalid-permission-rule", "error", "/permissions/allow/1"],
		["missing-transport", "warning", "/mcpServers/docs/url"],
	]);
	expect(files).toHaveLength(2);
});

test("an ignore that matches nothing is reported where it is written, unless only a part was linted", () => {
	const folder = project({
		".mcp.json": right,
		".mcp-config-lint.yml":
			"ignore:\n  - rule: insecure-url\n    file: .mcp.json\n    reason: was true once\n",
	});
	const [unused] = json(folder).diagnostics;
	expect([unused.rule, unused.file, unused.start.line]).toEqual([
		"unused-ignore",
		".mcp-config-lint.yml",
		2,
	]);
	expect(json(folder, ".mcp.json").diagnostics).toEqual([]);
});

test("the configuration of the repository's root holds in its folders", () => {
	const folder = project({
		".git/HEAD": "",
		".mcp-config-lint.yml":
			"ignore:\n  - { rule: missing-transport, file: packages/a/.mcp.json, reason: known }\n",
		"packages/a/.mcp.json": wrong,
	});
	expect(run(join(folder, "packages/a"), []).status).toBe(0);
	expect(run(join(folder, "packages/a"), ["--no-config"]).status).toBe(1);
});

test("a baseline accepts what is there, and reports what comes", () => {
	const folder = project({
		".mcp.json": wrong,
		".claude/settings.json": '{ "permissions": { "allow": ["bash"] } }',
	});
	expect(run(folder, ["--write-baseline"]).status).toBe(0);
	expect(run(folder, []).status).toBe(0);
	writeFileSync(
		join(folder, ".claude/settings.json"),
		'{ "permissions": { "allow": ["read", "bash"] } }',
	);
	expect(
		json(folder).diagnostics.map(
			({ pointer }: Record<string, string>) => pointer,
		),
	).toEqual(["/permissions/allow/0"]);
	writeFileSync(join(folder, ".claude/settings.json"), "{}");
	const [stale] = json(folder).diagnostics;
	expect([stale.rule, stale.file]).toEqual([
		"unused-ignore",
		".mcp-config-lint-baseline.json",
	]);
});

test("a second baseline keeps what the first one accepted", () => {
	const folder = project({ ".mcp.json": wrong });
	run(folder, ["--write-baseline"]);
	run(folder, ["--write-baseline"]);
	expect(run(folder, []).status).toBe(0);
});

test("--fail-on, --quiet and --rule decide what counts and what is shown", () => {
	const folder = project({
		".mcp.json":
			'{ "mcpServers": { "my docs": { "command": "docs-server" } } }',
	});
	expect(run(folder, []).status).toBe(0);
	expect(run(folder, ["--fail-on", "info"]).status).toBe(1);
	expect(run(folder, ["--rule", "normalized-name=error"]).status).toBe(1);
	expect(
		run(folder, ["--rule", "normalized-name=error", "--fail-on", "never"])
			.status,
	).toBe(0);
	expect(run(folder, ["--rule", "normalized-name=off"]).stdout).toContain(
		"no problems",
	);
	expect(json(folder, "--quiet").diagnostics).toEqual([]);
});

test("a report goes to a file beside the text", () => {
	const folder = project({ ".mcp.json": wrong });
	const { stdout } = run(folder, [
		"--format",
		"text",
		"--format",
		"json=report.json",
	]);
	expect(stdout).toContain("missing-transport");
	expect(
		JSON.parse(readFileSync(join(folder, "report.json"), "utf8")).summary
			.errors,
	).toBe(1);
});

test("a named file is linted alone, with its project read beside it", () => {
	const folder = project({
		".mcp.json": '{ "mcpServers": { "a.b": { "command": "x" } } }',
		"packages/a/.mcp.json": '{ "mcpServers": { "a_b": { "command": "y" } } }',
		"packages/b/.mcp.json": wrong,
	});
	const { diagnostics } = json(folder, "packages/a/.mcp.json");
	expect(
		diagnostics.map(({ rule, file }: Record<string, string>) => [rule, file]),
	).toEqual([["colliding-names", "packages/a/.mcp.json"]]);
});

test("a folder of a monorepo inherits the servers above it, also when it is named", () => {
	const folder = project({
		".mcp.json": '{ "mcpServers": { "a.b": { "command": "x" } } }',
		"packages/a/.mcp.json": '{ "mcpServers": { "a_b": { "command": "y" } } }',
	});
	for (const path of ["packages", "packages/a"]) {
		expect(json(folder, path).diagnostics).toHaveLength(1);
	}
});

test("the standard input stands for a file", () => {
	const folder = project({ ".mcp.json": right });
	const { stdout, status } = run(
		folder,
		["--format", "json", "--stdin-filename", ".mcp.json"],
		{ input: wrong },
	);
	expect(JSON.parse(stdout).diagnostics[0].file).toBe(".mcp.json");
	expect(status).toBe(1);
});

test("--kind says what a file of another name is", () => {
	const folder = project({ "servers.json": wrong });
	expect(json(folder, "--kind", "claude-mcp", "servers.json").files).toEqual([
		{ file: "servers.json", kind: "claude-mcp" },
	]);
});

test("the user's files are read when they are named", () => {
	const home = project({
		".claude.json":
			'{ "mcpServers": { "a": { "url": "https://a.example.com" } }, "projects": { "/x": { "mcpServers": { "b c": { "command": "b" } } } } }',
		".claude/settings.json": '{ "askUserQuestionTimeout": "5m" }',
	});
	const config = run(home, ["--format", "json", ".claude.json"], { home });
	expect(JSON.parse(config.stdout).files[0].kind).toBe("claude-user-config");
	expect(
		JSON.parse(config.stdout).diagnostics.map(
			({ pointer }: Record<string, string>) => pointer,
		),
	).toContain("/projects/~1x/mcpServers/b c");
	const settings = run(home, ["--format", "json", ".claude/settings.json"], {
		home,
	});
	expect(JSON.parse(settings.stdout)).toMatchObject({
		files: [{ kind: "claude-settings-user" }],
		diagnostics: [],
	});
	const folder = project({ ".mcp.json": right });
	const beside = run(
		folder,
		[
			"--format",
			"json",
			"--user-settings",
			join(home, ".claude/settings.json"),
		],
		{ home },
	);
	expect(JSON.parse(beside.stdout).files).toHaveLength(2);
});

test.each([
	["a file that is linted", ".mcp.json"],
	["one of another name", "servers.json"],
	["where the next run would lint it", ".claude/agents/report.md"],
	["our configuration", "lint.yml"],
	["the place of our configuration", ".mcp-config-lint.yml"],
	["our baseline", ".mcp-config-lint-baseline.json"],
	["a link to a file that is linted", "link.json"],
])("a report does not take the place of others: %s", (_what, file) => {
	const files = {
		".mcp.json": wrong,
		"servers.json": wrong,
		"lint.yml": "rules: {}\n",
		".claude/settings.json": "{}",
	};
	const folder = project(files);
	symlinkSync("servers.json", join(folder, "link.json"));
	const { status, stdout, stderr } = run(folder, [
		...["--config", "lint.yml", "--fix", "--format", "text"],
		...["--format", `json=${file}`, ".", "servers.json"],
	]);
	expect(stderr).toBe(
		`mcp-config-lint: cannot write a report to ${file}: that is a file to lint; choose another name\n`,
	);
	expect([status, stdout]).toEqual([2, ""]);
	for (const [name, text] of Object.entries(files))
		expect(readFileSync(join(folder, name), "utf8")).toBe(text);
});

test("where one of several reports cannot be written none is, and nothing is printed", () => {
	const folder = project({ ".mcp.json": wrong });
	const { status, stdout, stderr } = run(folder, [
		...["--format", "text", "--format", "sarif=a.sarif"],
		...["--format", "json=nowhere/b.json"],
	]);
	expect(stderr).toBe(
		"mcp-config-lint: cannot write nowhere/b.json: there is no such folder\n",
	);
	expect([status, stdout]).toEqual([2, ""]);
	expect(readdirSync(folder)).toEqual([".mcp.json"]);
});

test.runIf(process.platform === "linux")(
	"a full disk behind the standard output is no bug of ours",
	() => {
		const { status, stderr } = spawnSync(
			"sh",
			["-c", `"${process.execPath}" "${program}" > /dev/full`],
			{ cwd: project({ ".mcp.json": wrong }), encoding: "utf8" },
		);
		expect(stderr).toBe(
			"mcp-config-lint: cannot write the standard output: the disk is full\n",
		);
		expect(status).toBe(2);
	},
);

test("output to a pipe is whole, however long", () => {
	const servers = Object.fromEntries(
		Array.from({ length: 3000 }, (_, index) => [
			`server${index}`,
			{ url: "https://a.example.com" },
		]),
	);
	const folder = project({
		".mcp.json": JSON.stringify({ mcpServers: servers }),
	});
	const { stdout } = run(folder, ["--format", "json"]);
	expect(stdout.length).toBeGreaterThan(1_000_000);
	expect(JSON.parse(stdout).summary.errors).toBe(3000);
});

test("a reader that closes the pipe early is no failure", () => {
	const servers = Object.fromEntries(
		Array.from({ length: 3000 }, (_, index) => [
			`server${index}`,
			{ url: "https://a.example.com" },
		]),
	);
	const folder = project({
		".mcp.json": JSON.stringify({ mcpServers: servers }),
	});
	const { stderr } = spawnSync(
		"sh",
		["-c", `"${process.execPath}" "${program}" | head -n 1`],
		{ cwd: folder, encoding: "utf8" },
	);
	expect(stderr).toBe("");
});

test("a file that the client refuses is reported, not read", () => {
	const folder = project({
		".mcp.json": right.padEnd(2 * 1024 * 1024 + 1),
		"sub/.mcp.json/x": "",
	});
	expect(
		json(folder).diagnostics.map(
			({ rule, effect, file }: Record<string, string>) => [rule, effect, file],
		),
	).toEqual([
		["unreadable-file", "rejected", ".mcp.json"],
		["unreadable-file", "rejected", "sub/.mcp.json"],
	]);
	writeFileSync(join(folder, ".mcp.json"), right.padEnd(2 * 1024 * 1024));
	expect(json(folder, ".mcp.json").diagnostics).toEqual([]);
});

test.skipIf(process.platform === "win32")(
	"a pipe of that name is not opened",
	() => {
		const folder = project({});
		spawnSync("mkfifo", [join(folder, ".mcp.json")]);
		expect(json(folder).diagnostics[0].rule).toBe("unreadable-file");
	},
);

test.skipIf(process.platform === "win32")(
	"symbolic links are not followed",
	() => {
		const outside = project({ ".mcp.json": wrong });
		const folder = project({});
		symlinkSync(outside, join(folder, "link"));
		symlinkSync(join(outside, ".mcp.json"), join(folder, ".mcp.json"));
		expect(json(folder).files).toEqual([]);
	},
);

test("folders of others are left out, unless they are named", () => {
	const folder = project({
		"node_modules/a/.mcp.json": wrong,
		"vendor/.mcp.json": wrong,
		".claude/worktrees/x/.mcp.json": wrong,
		".venv/.mcp.json": wrong,
	});
	expect(json(folder).files).toEqual([]);
	expect(json(folder, "node_modules/a").files).toHaveLength(1);
});

test("bytes of any sort give a diagnostic, never a stack trace", () => {
	for (const bytes of [
		Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]),
		Buffer.from([0, 1, 2, 3]),
		Buffer.from([0xc3, 0x28]),
	]) {
		const folder = project({});
		writeFileSync(join(folder, ".mcp.json"), bytes);
		const { status, stdout, stderr } = run(folder, []);
		expect(stdout).toContain("invalid-syntax");
		expect([status, stderr]).toEqual([1, ""]);
	}
});

test("text from a file cannot command a terminal or a workflow runner", () => {
	const name = "\u001b[31m##[stop-commands]x\u202e\n::error::y";
	const folder = project({
		".mcp.json": JSON.stringify(
			{ mcpServers: { [name]: { url: "a" } } },
			null,
			1,
		),
	});
	const { stdout } = run(folder, []);
	for (const command of ["\u001b", "\u202e", "##["]) {
		expect(stdout).not.toContain(command);
	}
	expect(stdout).not.toMatch(/^\s*::/m);
	expect(stdout).toContain("missing-transport");
});

test("what could be a credential is not printed", () => {
	const token = "k7Gq2mZx9LwP4vTr8NbY3cHd";
	const folder = project({
		".mcp.json": JSON.stringify({
			mcpServers: {
				docs: {
					type: "http",
					url: `http://u:${token}@docs.example.com/?key=${token}`,
					headers: {
						Authorization: `Bearer ${token}`,
						"X-Api-Key": `${token} `,
					},
				},
			},
		}),
		".claude/settings.json": `{ "permissions": { "allow": ["bash(curl -H 'Authorization: Bearer ${token}')"] } }`,
	});
	for (const args of [[], ["--format", "json"], ["--write-baseline"]]) {
		expect(run(folder, args).stdout).not.toContain(token);
	}
	expect(
		readFileSync(join(folder, ".mcp-config-lint-baseline.json"), "utf8"),
	).not.toContain(token);
});

test("explain lists the rules, and tells one with its examples", () => {
	const folder = project({});
	expect(run(folder, ["explain"]).stdout).toMatch(/^insecure-url +warning +/m);
	const { stdout, status } = run(folder, ["explain", "insecure-url"]);
	expect(stdout).toContain("Reported, in .mcp.json:");
	expect(status).toBe(0);
});

test("colour only where it is wanted", () => {
	const folder = project({ ".mcp.json": wrong });
	expect(run(folder, []).stdout).not.toContain("\u001b[");
	expect(run(folder, ["--color", "always"]).stdout).toContain(
		"\u001b[31merror",
	);
});

test("what is shown of a line hides what could be a credential, wherever it stands", () => {
	const secrets = [
		"hunter2secret",
		"hunter3secret",
		"secretdefault6",
		"querydefault7",
		"cdefsecret5",
		"wsecret7",
		"ghp_" + "abcdefghijklmnopqrstuvwxyzabcdefghij",
	];
	const folder = project({
		".mcp.json": JSON.stringify({
			mcpServers: {
				a: {
					command: "docs-server",
					unknown: true,
					args: [
						"--api-key",
						"hunter2secret",
						"--api-key=hunter3secret",
						"postgres://u:p/wsecret7@h",
						secrets.at(-1),
					],
					env: { A_TOKEN: "${A_TOKEN:-secretdefault6}", DB: 'ab"cdefsecret5' },
				},
				b: {
					type: "http",
					url: "https://b.example.com/?key=${K:-querydefault7}",
					unknown: true,
				},
			},
		}),
	});
	const { stdout } = run(folder, []);
	expect(stdout).toContain("unknown-key");
	for (const secret of secrets) expect(stdout).not.toContain(secret);
});

test("settings in UTF-16, as PowerShell writes them, are read; servers are not, as in the client", () => {
	const folder = project({ ".claude/x": "" });
	const text = "\ufeff" + '{ "permissions": { "deny": ["bash(x)"] } }';
	writeFileSync(
		join(folder, ".claude/settings.json"),
		Buffer.from(text, "utf16le"),
	);
	writeFileSync(
		join(folder, ".mcp.json"),
		Buffer.from(`\ufeff${right}`, "utf16le"),
	);
	expect(
		json(folder).diagnostics.map(({ rule }: Record<string, string>) => rule),
	).toEqual(["invalid-permission-rule", "invalid-syntax"]);
});

test("in a folder below our configuration its other ignores are not called unused", () => {
	const folder = project({
		".git/HEAD": "",
		".mcp-config-lint.yml":
			"ignore:\n  - { rule: missing-transport, file: packages/b/.mcp.json, reason: known }\n",
		"packages/a/.mcp.json": right,
		"packages/b/.mcp.json": wrong,
	});
	expect(json(join(folder, "packages/a")).diagnostics).toEqual([]);
	expect(json(folder).diagnostics).toEqual([]);
	expect(json(folder, "--rule", "missing-transport=off").diagnostics).toEqual(
		[],
	);
});

test("a baseline does not accept what comes later at a place inside", () => {
	const folder = project({ ".mcp.json": '{ "mcpServers": { "a": {} } }' });
	run(folder, ["--write-baseline"]);
	writeFileSync(
		join(folder, ".mcp.json"),
		'{ "mcpServers": { "a": { "env": { "P": 5 } } } }',
	);
	expect(
		json(folder).diagnostics.map(
			({ pointer }: Record<string, string>) => pointer,
		),
	).toEqual(["/mcpServers/a/env/P"]);
});

test.each([
	[
		["--format", "json=missing/report.json"],
		"cannot write missing/report.json: there is no such folder",
	],
	[["--format", "json="], "--format json= needs a file"],
	[
		["--format", "text", "--format", "json"],
		"only one --format can go to the standard output",
	],
	[["--write-baseline", "sub"], "--write-baseline takes no paths"],
])("a report that cannot be written is no bug: %j", (args, message) => {
	const { status, stderr } = run(project({ ".mcp.json": right }), args);
	expect(stderr).toContain(message);
	expect(status).toBe(2);
});

test("an excluded folder may be named with a slash", () => {
	const folder = project({
		"fixtures/.mcp.json": wrong,
		".mcp-config-lint.yml": 'exclude: ["fixtures/"]',
	});
	expect(json(folder).files).toEqual([]);
});

test("--quiet says how much it leaves out", () => {
	const folder = project({
		".mcp.json": '{ "mcpServers": { "my docs": { "command": "a" } } }',
	});
	expect(run(folder, ["--quiet"]).stdout).toBe(
		"1 file checked, no errors (1 milder problem not shown).\n",
	);
});

const fixed =
	'{\n  "mcpServers": {\n    "docs": { "type": "http", "url": "https://docs.example.com/mcp" }\n  }\n}\n';
const read = (folder: string, file: string) =>
	readFileSync(join(folder, file), "utf8");

test("--fix writes, says so, and reports what is left", () => {
	const folder = project({
		".mcp.json": wrong,
		".claude/settings.json":
			'{ "permissions": { "allow": ["WebSearch", "WebSearch"], "deny": ["bash"] } }',
	});
	const { status, stdout } = run(folder, ["--fix"]);
	expect(read(folder, ".mcp.json")).toBe(fixed);
	expect(read(folder, ".claude/settings.json")).toBe(
		'{ "permissions": { "allow": ["WebSearch"], "deny": ["bash"] } }',
	);
	expect(stdout).toContain("invalid-permission-rule");
	expect(stdout).toContain('fixable with --fix=unsafe: Write "Bash"');
	expect(stdout).toContain(
		"2 problems fixed in 2 files.\n2 files checked: 1 error. --fix=unsafe puts 1 right.",
	);
	expect(status).toBe(1);
	expect(run(folder, ["--fix=unsafe"])).toMatchObject({
		status: 0,
		stdout: "1 problem fixed in 1 file.\n2 files checked, no problems.\n",
	});
	const before = statSync(join(folder, ".mcp.json"));
	expect(run(folder, ["--fix=unsafe"]).stdout).toBe(
		"2 files checked, no problems.\n",
	);
	expect(statSync(join(folder, ".mcp.json")).mtimeMs).toBe(before.mtimeMs);
	expect(readdirSync(folder).sort()).toEqual([".claude", ".mcp.json"]);
});

test("what stands behind --fix is a path, and only what was asked for is written", () => {
	const folder = project({ ".mcp.json": wrong, "sub/.mcp.json": wrong });
	expect(run(folder, ["--fix", "sub"]).status).toBe(0);
	expect(read(folder, ".mcp.json")).toBe(wrong);
	expect(read(folder, "sub/.mcp.json")).toBe(fixed);
	const other = project({ "--fix": right });
	expect(run(other, ["--kind", "claude-mcp", "--", "--fix"]).status).toBe(0);
});

test("--diff shows what --fix would write, writes nothing, and exits as the lint", () => {
	const folder = project({ ".mcp.json": wrong });
	const { status, stdout, stderr } = run(folder, ["--diff"]);
	expect(stdout).toBe(`--- a/.mcp.json
+++ b/.mcp.json
@@ -1,5 +1,5 @@
 {
   "mcpServers": {
-    "docs": { "url": "https://docs.example.com/mcp" }
+    "docs": { "type": "http", "url": "https://docs.example.com/mcp" }
   }
 }
`);
	expect([status, stderr]).toEqual([1, ""]);
	expect(read(folder, ".mcp.json")).toBe(wrong);
	expect(
		run(folder, ["--diff", "--fix", "--color", "always"]).stdout,
	).toContain('\u001b[32m+    "docs": { "type"');
	expect(run(folder, ["--diff", "--format", "json=report.json"]).status).toBe(
		1,
	);
	expect(JSON.parse(read(folder, "report.json")).summary.fixable).toBe(1);
	writeFileSync(join(folder, ".mcp.json"), right);
	expect(run(folder, ["--diff"])).toMatchObject({ status: 0, stdout: "" });
});

test("--diff says why it shows nothing where there are problems", () => {
	const folder = project({
		".mcp.json":
			'{ "mcpServers": { "a": { "command": "a", "timeout_ms": 9 } } }',
	});
	expect(run(folder, ["--diff"])).toMatchObject({
		stdout: "",
		stderr:
			"mcp-config-lint: --fix changes nothing; the 1 problem can be fixed with --fix=unsafe\n",
	});
	writeFileSync(join(folder, ".mcp.json"), "{");
	expect(run(folder, ["--diff"])).toMatchObject({
		status: 1,
		stdout: "",
		stderr:
			"mcp-config-lint: nothing to fix; the 1 problem found needs a person, and a run without --diff shows it\n",
	});
});

test("--diff takes the standard input as well", () => {
	const { stdout } = run(
		project({}),
		["--diff", "--stdin-filename", ".mcp.json"],
		{
			input: wrong,
		},
	);
	expect(stdout).toContain('+    "docs": { "type": "http"');
});

test("a diff shows no credential, and commands no terminal and no runner", () => {
	const token = "k7Gq2mZx9LwP4vTr8NbY3cHd";
	const folder = project({
		".mcp.json": `{\r\n  "mcpServers": { "docs": {\r\n    "url": "https://docs.example.com/mcp",\r\n    "headers": { "Authorization": "Bearer ${token}" }\r\n  } }\r\n}`,
		".claude/agents/a.md":
			"---\nname: a\n# \u001b[31m ##[group] \u202e\ntools: read\n---\n::error::x\n",
	});
	const { stdout } = run(folder, ["--diff", "--fix=unsafe"]);
	expect(stdout).toContain('+    "type": "http",\n');
	expect(stdout).toContain("+tools: Read");
	for (const text of [token, "\u001b", "\u202e", "##[", "\r"]) {
		expect(stdout).not.toContain(text);
	}
	expect(stdout).not.toMatch(/^\s*::/m);
});

test("a fixed file keeps its byte order mark, line ends, encoding, mode and link", () => {
	const folder = project({
		".mcp.json": `\ufeff${wrong.replaceAll("\n", "\r\n")}`,
		".claude/x": "",
		"real.json": wrong,
	});
	const mode = 0o664;
	chmodSync(join(folder, ".mcp.json"), mode);
	const settings =
		'\ufeff{ "permissions": { "deny": ["WebSearch", "WebSearch"] } }\r\n';
	writeFileSync(
		join(folder, ".claude/settings.json"),
		Buffer.from(settings, "utf16le"),
	);
	expect(run(folder, ["--fix"]).status).toBe(0);
	expect(read(folder, ".mcp.json")).toBe(
		`\ufeff${fixed.replaceAll("\n", "\r\n")}`,
	);
	expect(readFileSync(join(folder, ".claude/settings.json"), "utf16le")).toBe(
		'\ufeff{ "permissions": { "deny": ["WebSearch"] } }\r\n',
	);
	if (process.platform === "win32") return;
	expect(statSync(join(folder, ".mcp.json")).mode & 0o777).toBe(mode);
	symlinkSync("real.json", join(folder, "servers.mcp.json"));
	run(folder, ["--fix", "servers.mcp.json"]);
	expect(read(folder, "real.json")).toBe(fixed);
	expect(lstatSync(join(folder, "servers.mcp.json")).isSymbolicLink()).toBe(
		true,
	);
});

test("a file with bytes that would be lost is not written, nor is any other", () => {
	const folder = project({ "a/.mcp.json": wrong, "b/.mcp.json": "" });
	const bytes = Buffer.from(wrong.replace('"docs"', '"docs \u00e9"'), "latin1");
	writeFileSync(join(folder, "b/.mcp.json"), bytes);
	const { status, stdout, stderr } = run(folder, ["--fix"]);
	expect(stderr).toBe(
		"mcp-config-lint: cannot write b/.mcp.json: some of its bytes are not UTF-8 text and would be lost; save it as UTF-8\n",
	);
	expect([status, stdout]).toEqual([2, ""]);
	expect(read(folder, "a/.mcp.json")).toBe(wrong);
	expect(readFileSync(join(folder, "b/.mcp.json"))).toEqual(bytes);
});

test.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
	"a file that may not be written is not, nor is any other",
	() => {
		const folder = project({ "a/.mcp.json": wrong, "b/.mcp.json": wrong });
		chmodSync(join(folder, "b/.mcp.json"), 0o444);
		const { status, stderr } = run(folder, ["--fix"]);
		expect(stderr).toBe(
			"mcp-config-lint: cannot write b/.mcp.json: permission denied\n",
		);
		expect(status).toBe(2);
		expect(read(folder, "a/.mcp.json")).toBe(wrong);
	},
);

test("settings of the user that are lent are not written", () => {
	const settings = '{ "permissions": { "deny": ["WebSearch", "WebSearch"] } }';
	const home = project({ ".claude/settings.json": settings });
	const folder = project({ ".mcp.json": wrong });
	const path = join(home, ".claude/settings.json");
	const { stdout } = run(folder, ["--fix", "--user-settings", path]);
	expect(stdout).toContain("1 problem fixed in 1 file.");
	expect(stdout).toContain("redundant-rule");
	expect(read(home, ".claude/settings.json")).toBe(settings);
});

test("--quiet fixes errors only, and ignored problems are not fixed", () => {
	const text = '{ "permissions": { "deny": ["WebSearch", "WebSearch"] } }';
	const folder = project({
		".mcp.json": wrong,
		".claude/settings.json": text,
		".mcp-config-lint.yml":
			"ignore: [{ rule: missing-transport, file: .mcp.json, reason: as an example }]",
	});
	expect(run(folder, ["--fix", "--quiet"]).stdout).not.toContain("fixed");
	expect(read(folder, ".mcp.json")).toBe(wrong);
	expect(read(folder, ".claude/settings.json")).toBe(text);
});

test("a server file that Visual Studio reads keeps its key", () => {
	const text = '{ "servers": { "docs": { "command": "docs-server" } } }';
	for (const beside of [".vs/x", "Docs.sln", "Docs.slnx", "Docs.csproj"]) {
		const folder = project({ ".mcp.json": text, [beside]: "" });
		run(folder, ["--fix=unsafe"]);
		expect(read(folder, ".mcp.json"), beside).toBe(text);
	}
	const folder = project({ ".mcp.json": text, "Docs.md": "" });
	run(folder, ["--fix"]);
	expect(read(folder, ".mcp.json")).toBe(text.replace("servers", "mcpServers"));
});
