import {
	mkdirSync,
	mkdtempSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { run } from "../src/run.ts";

const folders: string[] = [];

function folderWith(files: Readonly<Record<string, string>>): string {
	const folder = mkdtempSync(join(tmpdir(), "run-"));
	folders.push(folder);
	for (const [file, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), text);
	}
	return folder;
}

afterEach(() => {
	for (const folder of folders.splice(0)) {
		rmSync(folder, { recursive: true, force: true });
	}
});

const settings = (command: string) =>
	`{ "statusLine": { "type": "command", "command": "${command}" } }`;
const found = async (files: Readonly<Record<string, string>>) => {
	const workingFolder = folderWith(files);
	const { diagnostics } = await run({
		workingFolder,
		paths: [],
		config: false,
	});
	return diagnostics.map(({ location, rule }) => `${location.file} ${rule}`);
};

test("scripts are looked for on the disk, from the folder of their settings up", async () => {
	const files = {
		".git/HEAD": "",
		".gitignore": "local.sh\n",
		"there.sh": "",
		"a/there.sh": "",
		"a/.claude/settings.json": settings("./there.sh"),
		"b/.claude/settings.json": settings("sh there.sh"),
		"c/.claude/settings.json": settings("./gone.sh"),
		"d/.claude/settings.json": settings("./local.sh"),
		"e/.claude/settings.json": settings("./dist/gone.sh"),
	};
	expect(await found(files)).toEqual([
		"c/.claude/settings.json missing-script",
	]);
});

test("outside a repository there may be configuration alone, and nothing is missed", async () => {
	expect(
		await found({ ".claude/settings.json": settings("./gone.sh") }),
	).toEqual([]);
});

test("a file of servers that a command gives to the client is one, whatever it is called", async () => {
	const wrong = '{ "servers": {} }';
	const start = (file: string) =>
		JSON.stringify({ scripts: { start: `claude --mcp-config ${file}` } });
	const files = {
		"package.json": start("config/ci.json gone.json /etc/a.json"),
		"config/ci.json": wrong,
		"a/package.json": start("./ci.json ../config/other.json"),
		"a/ci.json": wrong,
		"config/other.json": '{ "mcpServers": {} }',
		"b/package.json": start("$FILE"),
		"README.md": "    claude --mcp-config page.json",
		"page.json": wrong,
	};
	expect(await found(files)).toEqual([
		"a/ci.json wrong-root",
		"config/ci.json wrong-root",
	]);
});

test("a file that a command or a manifest names is not read behind a symbolic link, nor outside of the folder", async () => {
	const outside = '{ "mcpServers": { "outside": { "comand": "a" } } }';
	const top = folderWith({ "servers.json": outside, "inner/a": "" });
	const workingFolder = join(top, "inner");
	const files = {
		".git/HEAD": "",
		"package.json": JSON.stringify({
			scripts: Object.fromEntries(
				[
					...["link.json", "folder/servers.json", "../servers.json"],
					...["a/../../servers.json", "there.json"],
				].map((path) => [path, `claude -p --mcp-config ${path} -- hi`]),
			),
		}),
		"there.json": '{ "mcpServers": { "inside": { "comand": "a" } } }',
		".claude-plugin/marketplace.json": JSON.stringify({
			name: "some",
			owner: { name: "a" },
			plugins: [
				{ name: "a", source: "./folder" },
				{ name: "b", source: "./folder/plugin", mcpServers: "./gone.json" },
			],
		}),
	};
	for (const [file, text] of Object.entries(files)) {
		mkdirSync(dirname(join(workingFolder, file)), { recursive: true });
		writeFileSync(join(workingFolder, file), text);
	}
	const other = folderWith({
		"servers.json": outside,
		".mcp.json": outside,
		"plugin/.mcp.json": outside,
	});
	symlinkSync(join(other, "servers.json"), join(workingFolder, "link.json"));
	symlinkSync(other, join(workingFolder, "folder"));
	const { documents, diagnostics } = await run({
		...{ workingFolder, paths: [], config: false },
	});
	expect([...new Set(documents.map(({ file }) => file))].sort()).toEqual([
		".claude-plugin/marketplace.json",
		"package.json",
		"there.json",
	]);
	expect(
		diagnostics.filter(({ message }) => message.includes("gone.json")),
	).toEqual([]);
});

test.each([
	["a long one", "a".repeat(5000)],
	["one that no system takes", "a\u0000b"],
	["one in a circle of links", "circle/a"],
])("no path that a file names ends the run: %s", async (_name, path) => {
	const workingFolder = folderWith({
		".git/HEAD": "",
		"package.json": JSON.stringify({
			scripts: { a: `claude -p --mcp-config '${path}.json' -- hi` },
		}),
		".github/workflows/a.yml": `jobs:\n  a:\n    steps:\n      - uses: anthropics/claude-code-action@v1\n        with:\n          claude_args: --mcp-config ${path.replace("\0", "")}.json\n`,
		".claude-plugin/marketplace.json": JSON.stringify({
			name: "some",
			owner: { name: "a" },
			plugins: [
				{ name: "a", source: `./${path}`, mcpServers: `./${path}.json` },
			],
		}),
	});
	symlinkSync("circle", join(workingFolder, "circle"));
	const { checked } = await run({ workingFolder, paths: [], config: false });
	expect(checked.size).toBe(3);
});
