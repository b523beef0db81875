import { spawnSync } from "node:child_process";
import {
	mkdirSync,
	mkdtempSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { readmeFile } from "./readme-blocks.ts";

// The programs that start us before a commit, set up as the README says.

const program = fileURLToPath(new URL("../dist/cli/index.js", import.meta.url));
const tools = fileURLToPath(new URL("tools/", import.meta.url));
const path = [
	// lint-staged wants a newer Node than we do
	join(tools, "node/node_modules/node-24/bin"),
	join(tools, "hooks/node_modules/.bin"),
	process.env.PATH,
].join(delimiter);

function start(folder: string, command: string, ...args: readonly string[]) {
	const { status, stdout, stderr, error } = spawnSync(command, args, {
		cwd: folder,
		encoding: "utf8",
		env: {
			...process.env,
			PATH: path,
			NO_COLOR: "1",
			npm_config_offline: "true",
			GIT_CONFIG_GLOBAL: "/dev/null",
			GIT_AUTHOR_NAME: "somebody",
			GIT_AUTHOR_EMAIL: "somebody@example.com",
			GIT_COMMITTER_NAME: "somebody",
			GIT_COMMITTER_EMAIL: "somebody@example.com",
		},
	});
	if (error) throw error;
	return { status, output: stdout + stderr };
}

function writeFiles(
	folder: string,
	files: Readonly<Record<string, string>>,
): void {
	for (const [file, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), text);
	}
}

/** A new repository with these files in a first commit, and with us installed. */
function repository(files: Readonly<Record<string, string>>): string {
	const folder = mkdtempSync(join(tmpdir(), "git hooks-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	writeFiles(folder, {
		"package.json": '{ "private": true }',
		".gitignore": "node_modules\n",
		".mcp-config-lint.yml": "exclude: [fixtures/**]\n",
		...files,
	});
	const bin = join(folder, "node_modules/.bin");
	mkdirSync(bin, { recursive: true });
	symlinkSync(program, join(bin, "mcp-config-lint"));
	start(folder, "git", "init", "--quiet");
	start(folder, "git", "add", "--all");
	start(folder, "git", "commit", "--quiet", "--message=first");
	return folder;
}

/** Commits these files; the programs are started from the hook that git runs. */
function commit(folder: string, files: Readonly<Record<string, string>>) {
	writeFiles(folder, files);
	start(folder, "git", "add", "--all");
	return start(folder, "git", "commit", "--message=second");
}

function writeHook(folder: string, text: string): void {
	const hook = join(folder, ".git/hooks/pre-commit");
	mkdirSync(dirname(hook), { recursive: true });
	writeFileSync(hook, `#!/bin/sh\n${text}`, { mode: 0o755 });
}

const right = '{ "mcpServers": { "docs": { "command": "docs-server" } } }\n';
const wrong =
	'{ "mcpServers": { "docs": { "url": "https://docs.example.com/mcp" } } }\n';
const agent = "---\nname: x\n---\n";
/** One of each sort of file that the README's patterns are for, all wrong. */
const wrongFiles = {
	".mcp.json": wrong,
	"a b/c/.mcp.json": wrong,
	".claude/settings.json": "{",
	"app/.claude/settings.local.json": "{",
	".claude/agents/a.md": agent,
	"app/.claude/agents/deep/b.md": agent,
};

const setUps = {
	"lint-staged": () => {
		const folder = repository({
			".lintstagedrc.json": readmeFile(".lintstagedrc.json"),
		});
		writeHook(folder, "lint-staged\n");
		return folder;
	},
	lefthook: () => {
		const folder = repository({
			"lefthook.yml": readmeFile("lefthook.yml"),
		});
		expect(start(folder, "lefthook", "install").status).toBe(0);
		return folder;
	},
};

test.each(Object.entries(setUps))(
	"%s stops a commit for the files in it",
	(_name, setUp) => {
		const folder = setUp();
		expect(commit(folder, { ".mcp.json": right, "notes.md": "#" }).status).toBe(
			0,
		);
		const { status, output } = commit(folder, wrongFiles);
		for (const file of Object.keys(wrongFiles))
			expect(output).toContain(`${file}\n`);
		expect(output).toContain("6 files checked: 6 errors");
		expect(status).toBe(1);
	},
);

test.each(Object.entries(setUps))(
	"%s lets through what is excluded, and what is no file of ours",
	(_name, setUp) => {
		const { status } = commit(setUp(), {
			"fixtures/.mcp.json": wrong,
			".claude/hooks/check.sh": "",
			"README.md": "#",
		});
		expect(status).toBe(0);
	},
);

test("the line for husky lints the whole project", () => {
	const folder = repository({ "app/.mcp.json": wrong });
	writeHook(folder, readmeFile(".husky/pre-commit"));
	const { status, output } = commit(folder, { "README.md": "#" });
	expect(output).toContain("app/.mcp.json\n");
	expect(status).toBe(1);
});
