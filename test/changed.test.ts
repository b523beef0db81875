import { execFileSync, spawnSync } from "node:child_process";
import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const program = fileURLToPath(new URL("../dist/cli/index.js", import.meta.url));

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "changed-"));
	git("init", "-q", "-b", "main");
	git("config", "user.email", "a@example.com");
	git("config", "user.name", "A");
	git("config", "commit.gpgsign", "false");
});

afterEach(() => {
	rmSync(folder, { recursive: true, force: true });
});

function git(...args: string[]): string {
	return execFileSync("git", args, {
		cwd: folder,
		stdio: "pipe",
		encoding: "utf8",
	}).trim();
}

function write(file: string, text: string): void {
	mkdirSync(dirname(join(folder, file)), { recursive: true });
	writeFileSync(join(folder, file), text);
}

function commit(): string {
	git("add", "--all");
	git("commit", "-q", "-m", "change");
	return git("rev-parse", "HEAD");
}

function lint(args: readonly string[], within = ".") {
	return spawnSync(process.execPath, [program, ...args], {
		cwd: join(folder, within),
		encoding: "utf8",
		env: { PATH: process.env.PATH, HOME: folder },
	});
}

/** The places of what is reported: file and line. */
function reported(...args: string[]): string[] {
	const { stdout, stderr } = lint(["--format", "json", ...args]);
	expect(stderr).toBe("");
	const { diagnostics } = JSON.parse(stdout);
	return diagnostics.map(
		({ file, start }: { file: string; start: { line: number } }) =>
			`${file}:${start.line}`,
	);
}

/** A server file with a server a line, from the third on; those in capitals lack their transport. */
function servers(...names: string[]): string {
	const lines = names.map((name) =>
		name === name.toUpperCase()
			? `    "${name}": { "url": "https://${name.toLowerCase()}.example.com" }`
			: `    "${name}": { "type": "http", "url": "https://${name}.example.com" }`,
	);
	return `{\n  "mcpServers": {\n${lines.join(",\n")}\n  }\n}\n`;
}

test("only what lies on changed lines is reported, and the rest is counted", () => {
	write(".mcp.json", servers("A", "b", "c"));
	commit();
	git("checkout", "-q", "-b", "topic");
	write(".mcp.json", servers("A", "b", "C"));
	commit();
	expect(reported("--changed=main")).toEqual([".mcp.json:5"]);
	expect(reported("--changed")).toEqual([".mcp.json:5"]);
	const { stdout } = lint(["--changed=main"]);
	expect(stdout).toContain("1 error (1 problem where nothing has changed).");
});

test("what is staged, what is not, and files that git does not know have changed as well", () => {
	write(".mcp.json", servers("A", "b", "c"));
	commit();
	write(".mcp.json", servers("A", "B", "c"));
	git("add", ".mcp.json");
	write(".mcp.json", servers("A", "B", "C"));
	write("packages/new/.mcp.json", servers("A"));
	expect(reported("--changed=HEAD")).toEqual([
		".mcp.json:4",
		".mcp.json:5",
		"packages/new/.mcp.json:3",
	]);
});

test("what the other branch did since then has not changed here", () => {
	write(".mcp.json", servers("a", "b"));
	commit();
	git("checkout", "-q", "-b", "topic");
	write("other.txt", "x");
	commit();
	git("checkout", "-q", "main");
	write(".mcp.json", servers("a", "c", "d"));
	commit();
	git("checkout", "-q", "topic");
	write(".mcp.json", servers("a", "B"));
	expect(reported("--changed=main")).toEqual([".mcp.json:4"]);
});

test("the whole project is read: a rule about a server elsewhere is judged as ever", () => {
	write(".mcp.json", servers("a"));
	commit();
	write(
		".claude/settings.json",
		'{ "permissions": { "allow": ["mcp__a__x", "mcp__b__x"] } }\n',
	);
	const { stdout } = lint(["--changed=HEAD"]);
	expect(stdout).toContain('"mcp__b__x"');
	expect(stdout).not.toContain('"mcp__a__x" names');
});

test("of very many files, and of large ones, those that changed are found", () => {
	const name = (index: number) => `packages/p${index}/.mcp.json`;
	for (let index = 0; index < 250; index++) write(name(index), servers("A"));
	const large = (...names: string[]) =>
		`${servers(...names).slice(0, -2)},\n"_": "${"x".repeat(1_500_000)}" }\n`;
	for (let at = 0; at < 7; at++) write(`large${at}/.mcp.json`, large("a"));
	commit();
	write(name(77), servers("A", "B"));
	write("large5/.mcp.json", large("A"));
	expect(reported("--changed=HEAD")).toEqual([
		"large5/.mcp.json:3",
		"packages/p77/.mcp.json:3",
		"packages/p77/.mcp.json:4",
	]);
});

test("nothing that has changed is exit 0, whatever else there is", () => {
	write(".mcp.json", servers("A"));
	commit();
	expect(lint(["--changed=HEAD"]).status).toBe(0);
	expect(lint([]).status).toBe(1);
});

test("from a folder inside, files are found in the repository", () => {
	write("packages/a/.mcp.json", servers("A", "b"));
	commit();
	write("packages/a/.mcp.json", servers("A", "B"));
	const { stdout } = lint(["--changed=HEAD"], "packages/a");
	expect(stdout).toContain("  4:12  error");
	expect(stdout).not.toContain("  3:12  error");
});

test("line ends that a checkout changed have not changed anything", () => {
	write(".mcp.json", servers("A"));
	commit();
	write(".mcp.json", servers("A").replaceAll("\n", "\r\n"));
	expect(reported("--changed=HEAD")).toEqual([]);
});

test.each([
	["--changed=nowhere", "git knows no commit nowhere"],
	["--changed=--help", "git knows no commit --help"],
	["--changed", "git finds no main branch"],
])("%s says what is missing, with exit 2", (option, sentence) => {
	git("checkout", "-q", "-b", "topic");
	write(".mcp.json", servers("a"));
	commit();
	const { stderr, stdout, status } = lint([option]);
	expect(stderr).toMatch(
		/^mcp-config-lint: cannot tell what has changed: .*\n$/,
	);
	expect(stderr).toContain(sentence);
	expect([stdout, status]).toEqual(["", 2]);
});

test("histories without a common commit are told apart from an unknown name", () => {
	write(".mcp.json", servers("a"));
	commit();
	git("checkout", "-q", "--orphan", "other");
	write(".mcp.json", servers("b"));
	commit();
	expect(lint(["--changed=main"]).stderr).toContain("have in common");
});

test("outside a repository there are no changes", () => {
	rmSync(join(folder, ".git"), { recursive: true });
	expect(lint(["--changed"]).stderr).toContain("this is no git repository");
});

test.each([["--fix"], ["--diff"], ["--write-baseline"]])(
	"--changed and %s exclude each other",
	(option) => {
		const { stderr, status } = lint(["--changed", option]);
		expect(stderr).toContain("exclude each other");
		expect(status).toBe(2);
	},
);

test.skipIf(process.platform === "win32")(
	"nothing that the repository configures is run",
	() => {
		write(".gitattributes", "* filter=spy diff=spy\n");
		write(".mcp.json", servers("a"));
		commit();
		const mark = join(folder, "was-run");
		write("spy.sh", `#!/bin/sh\ntouch "${mark}"\ncat\n`);
		const spy = join(folder, "spy.sh");
		chmodSync(spy, 0o755);
		for (const key of [
			"core.fsmonitor",
			"diff.external",
			"diff.spy.command",
			"diff.spy.textconv",
			"filter.spy.clean",
			"filter.spy.smudge",
			"filter.spy.process",
		]) {
			git("config", key, spy);
		}
		write(".mcp.json", servers("A"));
		expect(reported("--changed=HEAD")).toEqual([".mcp.json:3"]);
		expect(existsSync(mark)).toBe(false);
	},
);
