import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { discover, withoutExcluded } from "../src/files.ts";
import { run } from "../src/run.ts";

const program = fileURLToPath(new URL("../dist/cli/index.js", import.meta.url));

/** A new folder with these files in it. */
function project(files: Readonly<Record<string, string>>): string {
	const folder = mkdtempSync(join(tmpdir(), "force-exclude-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	for (const [file, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), text);
	}
	return folder;
}

const wrong = '{ "mcpServers": { "docs": { "url": "https://example.com" } } }';
const files = {
	".mcp-config-lint.yml":
		"exclude: [fixtures/**, samples/, '*/old.mcp.json']\n",
	".mcp.json": wrong,
	"fixtures/a/.mcp.json": wrong,
	"samples/.mcp.json": wrong,
	"app/old.mcp.json": wrong,
	"app/.mcp.json": wrong,
	"node_modules/x/.mcp.json": wrong,
	"app/vendor/.mcp.json": wrong,
};
const lintFiles = Object.keys(files).filter((file) => file.endsWith(".json"));

test("what is named is linted, whatever is excluded", async () => {
	const { checked, excluded } = await run({
		workingFolder: project(files),
		paths: lintFiles,
	});
	expect([...checked].sort()).toEqual([...lintFiles].sort());
	expect(excluded).toBe(0);
});

test("with forceExclude only what a search would find is left of what is named", async () => {
	const { checked, excluded, diagnostics } = await run({
		workingFolder: project(files),
		paths: lintFiles,
		forceExclude: true,
	});
	expect([...checked]).toEqual([".mcp.json", "app/.mcp.json"]);
	expect(excluded).toBe(5);
	expect(diagnostics.map(({ location }) => location.file)).toEqual([
		".mcp.json",
		"app/.mcp.json",
	]);
});

test("the patterns count from the folder of the configuration", async () => {
	const folder = project(files);
	mkdirSync(join(folder, ".git"));
	const { checked } = await run({
		workingFolder: join(folder, "app"),
		paths: [".mcp.json", "../fixtures/a/.mcp.json", "../.mcp.json"],
		forceExclude: true,
	});
	expect([...checked].sort()).toEqual(["../.mcp.json", ".mcp.json"]);
});

test("folders and the standard input are left out as well", async () => {
	const { checked, excluded } = await run({
		workingFolder: project(files),
		paths: ["-", "fixtures", "node_modules/x"],
		standardInput: { file: "fixtures/.mcp.json", text: wrong },
		forceExclude: true,
	});
	expect([...checked]).toEqual([]);
	expect(excluded).toBe(3);
});

const names = fc.constantFrom("a", "b", "x y", "[c]", "(d)", "!e", "f+");
const trees = fc.array(
	fc.array(names, { maxLength: 3 }).map((parts) => [...parts, ".mcp.json"]),
	{ minLength: 1, maxLength: 6 },
);
const patterns = fc.array(
	fc.constantFrom(
		"a",
		"a/",
		"a/**",
		"*/b",
		"**/b",
		"**/b/**",
		"a/*/.mcp.json",
		"**/.mcp.json",
		".mcp.json",
		"x y/**",
		"\\[c\\]/**",
		"{a,b}/**",
		"!a",
		"./a",
		"nothing/**",
	),
	{ maxLength: 3 },
);

test("a search and forceExclude leave out the same, whatever the tree and the patterns", async () => {
	await fc.assert(
		fc.asyncProperty(trees, patterns, async (tree, exclude) => {
			const root = mkdtempSync(join(tmpdir(), "force-exclude-"));
			try {
				const paths = [...new Set(tree.map((parts) => join(root, ...parts)))];
				for (const path of paths) {
					mkdirSync(dirname(path), { recursive: true });
					writeFileSync(path, "");
				}
				expect((await withoutExcluded(paths, exclude, root)).sort()).toEqual(
					await discover(root, exclude, root),
				);
			} finally {
				rmSync(root, { recursive: true, force: true });
			}
		}),
		{ numRuns: 200 },
	);
});

test("on the command line, one line says that nothing is left, and that is no failure", () => {
	const lint = (...args: string[]) =>
		spawnSync(process.execPath, [program, ...args], {
			cwd: project(files),
			encoding: "utf8",
		});
	const { status, stdout, stderr } = lint(
		"--force-exclude",
		"fixtures/a/.mcp.json",
		"samples/.mcp.json",
	);
	expect([status, stderr]).toEqual([0, ""]);
	expect(stdout).toBe(
		"All that was named is excluded, so there was nothing to check.\n",
	);
	expect(lint("fixtures/a/.mcp.json").status).toBe(1);
	expect(lint("--force-exclude", "app/.mcp.json").status).toBe(1);
});
