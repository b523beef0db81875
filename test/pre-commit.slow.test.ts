import { execFileSync, spawnSync } from "node:child_process";
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

// The real pre-commit runs our hooks. Its versions before 3.1 install our tools along with the hook for Node, so that one takes a quarter of a minute.

const root = fileURLToPath(new URL("..", import.meta.url));
const base = mkdtempSync(join(tmpdir(), "pre-commit-"));
/** What somebody names as `repo`. */
const hooks = join(base, "hooks");
const patience = 180_000;

const env = {
	...process.env,
	PRE_COMMIT_HOME: join(base, "cache"),
	PRE_COMMIT_COLOR: "never",
	GIT_CONFIG_GLOBAL: "/dev/null",
	GIT_AUTHOR_NAME: "somebody",
	GIT_AUTHOR_EMAIL: "somebody@example.com",
	GIT_COMMITTER_NAME: "somebody",
	GIT_COMMITTER_EMAIL: "somebody@example.com",
};

interface Outcome {
	readonly status: number | null;
	readonly output: string;
}

function start(
	folder: string,
	program: string,
	...args: readonly string[]
): Outcome {
	const { status, stdout, stderr, error } = spawnSync(program, args, {
		cwd: folder,
		encoding: "utf8",
		env,
	});
	if (error) throw error;
	return { status, output: stdout + stderr };
}

/** Does what must not fail. */
function must(
	folder: string,
	program: string,
	...args: readonly string[]
): string {
	const { status, output } = start(folder, program, ...args);
	if (status !== 0) throw new Error(`${program} ${args.join(" ")}: ${output}`);
	return output.trim();
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

beforeAll(() => {
	const { error } = spawnSync("pre-commit", ["--version"]);
	if (error) {
		throw new Error(
			"pre-commit is missing; install it with: apt-get install pre-commit",
		);
	}
	const files = execFileSync(
		"git",
		["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
		{ cwd: root, encoding: "utf8" },
	);
	// as it would be committed now
	for (const file of files.split("\0")) {
		if (file === "" || !existsSync(join(root, file))) continue;
		cpSync(join(root, file), join(hooks, file));
	}
	must(hooks, "git", "init", "--quiet");
	must(hooks, "git", "add", "--all");
	must(hooks, "git", "commit", "--quiet", "--message=hooks");
}, patience);

afterAll(() => rmSync(base, { recursive: true, force: true }));

let projects = 0;

/** A new repository with these files in it, staged. */
function repository(files: Readonly<Record<string, string>>): string {
	projects++;
	const folder = join(base, `project ${projects}`);
	mkdirSync(folder);
	must(folder, "git", "init", "--quiet");
	writeFiles(folder, files);
	must(folder, "git", "add", "--all");
	return folder;
}

const right = '{ "mcpServers": { "docs": { "command": "docs-server" } } }\n';
const wrong =
	'{ "mcpServers": { "docs": { "url": "https://docs.example.com/mcp" } } }\n';

test.each(["mcp-config-lint", "mcp-config-lint-node"])(
	"pre-commit try-repo runs %s",
	(hook) => {
		const folder = repository({
			".mcp.json": right,
			"packages/my app/.mcp.json": wrong,
		});
		const { status, output } = start(
			folder,
			...["pre-commit", "try-repo", hooks, hook, "--all-files"],
		);
		expect(output).toContain("missing-transport");
		expect(output).toContain("packages/my app/.mcp.json\n");
		expect(output).toContain("2 files checked: 1 error.");
		expect(status).toBe(1);
	},
	patience,
);

describe("with .pre-commit-config.yaml, git commit", () => {
	let config = "";

	beforeAll(() => {
		const revision = must(hooks, "git", "rev-parse", "HEAD");
		config = `repos:
- repo: ${hooks}
  rev: ${revision}
  hooks:
  - id: mcp-config-lint
    args: [--fail-on=warning]
  - id: mcp-config-lint-node
    args: [--fail-on=warning]
`;
		const folder = repository({ ".pre-commit-config.yaml": config });
		must(folder, "pre-commit", "install-hooks");
	}, patience);

	/** A repository with one commit, these files in it, and our hooks before the next commit. */
	function committed(files: Readonly<Record<string, string>>): string {
		const folder = repository({ ".pre-commit-config.yaml": config, ...files });
		must(folder, "git", "commit", "--quiet", "--message=first");
		must(folder, "pre-commit", "install");
		return folder;
	}

	/** Commits what is staged. */
	const commit = (folder: string) =>
		start(folder, "git", "commit", "--message=second");

	/** Stages these files, and commits. */
	function change(
		folder: string,
		files: Readonly<Record<string, string>>,
	): Outcome {
		writeFiles(folder, files);
		must(folder, "git", "add", "--all");
		return commit(folder);
	}

	const states = (output: string) =>
		[...output.matchAll(/\.(Passed|Failed)$|\)(Skipped)$/gm)].map(
			([, ran, skipped]) => ran ?? skipped,
		);

	test("goes through where all is right", () => {
		const { status, output } = change(committed({}), { ".mcp.json": right });
		expect(states(output)).toEqual(["Passed", "Passed"]);
		expect(status).toBe(0);
	});

	test("is stopped by a problem", () => {
		const folder = committed({ ".mcp.json": right });
		const { status, output } = change(folder, { ".mcp.json": wrong });
		expect(states(output)).toEqual(["Failed", "Failed"]);
		expect(output).toContain("  1:29  error  ");
		expect(status).toBe(1);
		expect(must(folder, "git", "log", "--format=%s")).toBe("first");
	});

	test("runs nothing where no file of ours changes", () => {
		const folder = committed({ ".mcp.json": wrong });
		const { status, output } = change(folder, { "main.ts": "export {};\n" });
		expect(states(output)).toEqual(["Skipped", "Skipped"]);
		expect(status).toBe(0);
	});

	test("judges what a page shows, and nothing of a page that shows nothing", () => {
		const folder = committed({ ".mcp.json": right });
		const plain = change(folder, { "README.md": "# Project\n" });
		expect(plain.output).not.toContain("Failed");
		expect(plain.status).toBe(0);
		const block = `In \`.mcp.json\`:\n\n\`\`\`json\n${wrong}\`\`\`\n`;
		const shown = change(folder, { "README.md": block });
		expect(shown.output).toContain("missing-transport");
		expect(shown.status).toBe(1);
	});

	test("judges a file by its whole project, and speaks only of the file", () => {
		const folder = committed({
			"packages/app/.mcp.json": wrong,
			"packages/other/.mcp.json": right.replace("docs", "tickets"),
		});
		const settings = (server: string) => ({
			"packages/app/.claude/settings.json": `{ "permissions": { "allow": ["mcp__${server}__search"] } }\n`,
		});
		const misspelled = change(folder, settings("dosc"));
		expect(misspelled.output).toContain("unknown-server");
		expect(misspelled.output).toContain("mcp__docs__search");
		expect(misspelled.output).not.toContain("missing-transport");
		expect(misspelled.output).toContain("1 file checked: 1 warning.");
		expect(misspelled.status).toBe(1);
		const elsewhere = change(folder, settings("tickets"));
		expect(elsewhere.status).toBe(1);
		const found = change(folder, settings("docs"));
		expect(states(found.output)).toEqual(["Passed", "Passed"]);
		expect(found.status).toBe(0);
	});

	test("takes names with spaces as they are", () => {
		const { status, output } = change(committed({}), {
			"my app/.claude/agents/code review.md": "---\nname: x\n---\n",
		});
		expect(output).toContain("my app/.claude/agents/code review.md\n");
		expect(output).toContain("unloaded-definition");
		expect(status).toBe(1);
	});

	test("judges what is staged and not what is in the folder", () => {
		const folder = committed({ ".mcp.json": right, "app/.mcp.json": right });
		writeFiles(folder, { ".mcp.json": `${right}\n` });
		must(folder, "git", "add", ".mcp.json");
		writeFiles(folder, { ".mcp.json": wrong, "app/.mcp.json": wrong });
		const { status, output } = commit(folder);
		expect(states(output)).toEqual(["Passed", "Passed"]);
		expect(status).toBe(0);
		expect(must(folder, "git", "diff", "--name-only")).toBe(
			".mcp.json\napp/.mcp.json",
		);
	});

	test("leaves out what our configuration excludes", () => {
		const folder = committed({
			".mcp-config-lint.yml": "exclude: [fixtures/**]\n",
		});
		const { status, output } = change(folder, {
			"fixtures/.mcp.json": wrong,
			"vendor/tool/.mcp.json": wrong,
		});
		expect(states(output)).toEqual(["Passed", "Passed"]);
		expect(status).toBe(0);
		expect(change(folder, { "app/.mcp.json": wrong }).status).toBe(1);
	});

	test("is stopped by a mistake in our configuration", () => {
		const { status, output } = change(committed({}), {
			".mcp-config-lint.yml": "exclud: [fixtures/**]\n",
		});
		expect(output).toContain("- exit code: 2");
		expect(output).toMatch(/mcp-config-lint: \.mcp-config-lint\.yml:1:1: /);
		expect(status).toBe(1);
	});

	test("does not look at a file that is deleted or a link", () => {
		const folder = committed({
			".mcp.json": wrong,
			"app/.mcp.json": right,
			"shared.json": wrong,
		});
		rmSync(join(folder, ".mcp.json"));
		rmSync(join(folder, "app/.mcp.json"));
		symlinkSync("../shared.json", join(folder, "app/.mcp.json"));
		const { status, output } = change(folder, {});
		expect(states(output)).toEqual(["Skipped", "Skipped"]);
		expect(status).toBe(0);
	});
});
