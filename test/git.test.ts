import { execFileSync } from "node:child_process";
import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { askTracking } from "../src/git.ts";

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "tracking-"));
});

afterEach(() => {
	rmSync(folder, { recursive: true, force: true });
});

const git = (...args: string[]) =>
	execFileSync("git", args, { cwd: folder, stdio: "pipe" });

/** Writes a file and gives its absolute path. */
function write(name: string, text = "{}"): string {
	const path = join(folder, name);
	mkdirSync(join(path, ".."), { recursive: true });
	writeFileSync(path, text);
	return path;
}

async function tracking(...paths: string[]) {
	const answers = await askTracking(paths);
	return paths.map((path) => answers.get(path));
}

test("git says which files it keeps, which it ignores, and which it does not know yet", async () => {
	git("init", "-q");
	write(".gitignore", "*.local.json\n");
	const kept = write(".mcp.json");
	const ignored = write(".claude/settings.local.json");
	const fresh = write("packages/a/.mcp.json");
	git("add", ".mcp.json");
	expect(await tracking(kept, ignored, fresh)).toEqual([
		"tracked",
		"ignored",
		"untracked",
	]);
});

test("a file that is kept although a pattern ignores it is kept", async () => {
	git("init", "-q");
	write(".gitignore", ".mcp.json\n");
	const path = write(".mcp.json");
	git("add", "--force", ".mcp.json");
	expect(await tracking(path)).toEqual(["tracked"]);
});

test("names are no patterns", async () => {
	git("init", "-q");
	write(":(glob)*/.mcp.json");
	write("a/.mcp.json");
	git("add", "a/.mcp.json");
	expect(
		await tracking(
			join(folder, ":(glob)*/.mcp.json"),
			join(folder, "*/.mcp.json"),
		),
	).toEqual(["untracked", "untracked"]);
});

test("a repository inside another answers for its own files", async () => {
	git("init", "-q");
	const path = write("inner/.mcp.json");
	execFileSync("git", ["init", "-q"], { cwd: join(folder, "inner") });
	execFileSync("git", ["add", "."], { cwd: join(folder, "inner") });
	expect(await tracking(path)).toEqual(["tracked"]);
});

test("outside a repository, and in a broken one, there is no answer", async () => {
	const path = write(".mcp.json");
	expect(await tracking(path)).toEqual([undefined]);
	write(".git/HEAD", "nonsense");
	expect(await tracking(path)).toEqual([undefined]);
});

test.skipIf(process.platform === "win32")(
	"nothing that the repository configures is run",
	async () => {
		git("init", "-q");
		const path = write(".mcp.json");
		const other = write("other.json");
		write(".gitattributes", "* filter=spy diff=spy\n");
		git("add", ".mcp.json", ".gitattributes");
		const mark = join(folder, "was-run");
		const spy = write("spy.sh", `#!/bin/sh\ntouch "${mark}"\n`);
		chmodSync(spy, 0o755);
		for (const key of [
			"core.fsmonitor",
			"core.pager",
			"core.sshCommand",
			"core.gitProxy",
			"diff.external",
			"diff.spy.textconv",
			"filter.spy.clean",
			"filter.spy.smudge",
			"filter.spy.process",
			"credential.helper",
			"alias.ls-files",
			"alias.check-ignore",
			"core.alternateRefsCommand",
		]) {
			git("config", key, key.startsWith("alias.") ? `!${spy}` : spy);
		}
		mkdirSync(join(folder, ".git/hooks"), { recursive: true });
		for (const hook of [
			"post-index-change",
			"fsmonitor-watchman",
			"reference-transaction",
		]) {
			write(`.git/hooks/${hook}`, `#!/bin/sh\ntouch "${mark}"\n`);
			chmodSync(join(folder, ".git/hooks", hook), 0o755);
		}
		expect(await tracking(path, other)).toEqual(["tracked", "untracked"]);
		expect(existsSync(mark)).toBe(false);
		expect(() => git("status", "--porcelain")).toThrow();
		expect(existsSync(mark), "the spies work").toBe(true);
	},
);
