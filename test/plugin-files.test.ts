import {
	mkdirSync,
	mkdtempSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { run } from "../src/run.ts";

const folders: string[] = [];

afterEach(() => {
	for (const folder of folders.splice(0)) {
		rmSync(folder, { recursive: true, force: true });
	}
});

const workingFolder = fileURLToPath(
	new URL("projects/plugins/files", import.meta.url),
);

const kindsOf = async (...paths: string[]) => {
	const { documents, checked } = await run({
		workingFolder,
		paths,
		config: false,
	});
	return documents
		.filter(({ file }) => checked.has(file))
		.map(({ file, kind }) => [file, kind.id]);
};

test("a file of a plugin is one when it alone is named", async () => {
	for (const [file, kind] of [
		["right/plugins/full/hooks/hooks.json", "claude-plugin-hooks"],
		["right/plugins/full/.mcp.json", "claude-plugin-mcp"],
		["right/plugins/full/config/servers.json", "claude-plugin-servers"],
		["right/plugins/full/config/hooks.json", "claude-plugin-hooks"],
		["right/plugins/full/.claude-plugin/plugin.json", "claude-plugin"],
	] as const) {
		expect(await kindsOf(file)).toEqual([[file, kind]]);
	}
});

test("a manifest outside of the repository is not looked for", async () => {
	const folder = mkdtempSync(join(tmpdir(), "plugins-"));
	folders.push(folder);
	for (const [file, text] of Object.entries({
		".claude-plugin/plugin.json": '{ "name": "outside" }',
		"inner/.git/HEAD": "",
		"inner/.claude-plugin/plugin.json": '{ "name": "inside" }',
		"inner/.mcp.json": "{}",
	})) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), text);
	}
	const { documents } = await run({
		workingFolder: join(folder, "inner"),
		paths: [".mcp.json"],
		config: false,
	});
	expect(documents.map(({ file }) => file)).toEqual([
		".claude-plugin/plugin.json",
		".mcp.json",
	]);
});

test("a folder of a plugin is searched like any other", async () => {
	expect(await kindsOf("right/plugins/full")).toHaveLength(5);
});

test("hooks/hooks.json outside of a plugin is left alone", async () => {
	const found = await kindsOf("right");
	expect(found.map(([file]) => file)).not.toContain(
		"right/tools/hooks/hooks.json",
	);
});

test("what is named is judged with what is around it", async () => {
	const { diagnostics } = await run({
		workingFolder,
		paths: ["wrong/.claude/settings.json"],
		config: false,
	});
	const rules = new Set(diagnostics.map(({ rule }) => rule));
	expect([...rules].sort()).toEqual([
		"unknown-plugin",
		"unknown-plugin-server",
	]);
});

/** The files that are linted in a folder with these, in a git repository. */
async function linted(
	files: Readonly<Record<string, string>>,
	prepare: (folder: string) => void = () => {},
) {
	const folder = mkdtempSync(join(tmpdir(), "plugins-"));
	folders.push(folder);
	for (const [file, text] of Object.entries({ ".git/HEAD": "", ...files })) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), text);
	}
	prepare(folder);
	const { documents, diagnostics } = await run({
		workingFolder: folder,
		paths: [],
		...(".mcp-config-lint.yml" in files ? {} : { config: false }),
	});
	return {
		files: documents.map(({ file }) => file),
		rules: diagnostics.map(({ location, rule }) => `${location.file} ${rule}`),
	};
}

const HOOKS = '{ "hooks": {} }';

test("what is excluded stays out, although a manifest leads to it", async () => {
	const files = {
		".claude-plugin/plugin.json": '{ "name": "a" }',
		"hooks/hooks.json": HOOKS,
	};
	expect((await linted(files)).files).toContain("hooks/hooks.json");
	const config = { ".mcp-config-lint.yml": 'exclude: ["hooks/**"]\n' };
	expect((await linted({ ...files, ...config })).files).toEqual([
		".claude-plugin/plugin.json",
	]);
});

test("a manifest leads to nothing outside of its plugin, and through no link", async () => {
	const { files } = await linted(
		{
			"outside.json": "{}",
			"plugin/.claude-plugin/plugin.json":
				'{ "name": "a", "mcpServers": ["./../outside.json", "./linked.json"], "hooks": "/etc/hosts.json" }',
			".claude-plugin/marketplace.json":
				'{ "name": "m", "owner": { "name": "b" }, "plugins": [{ "name": "c", "source": "../.." }, { "name": "d", "source": "./plugin/../.." }] }',
		},
		(folder) =>
			symlinkSync(
				join(folder, "outside.json"),
				join(folder, "plugin/linked.json"),
			),
	);
	expect(files).toEqual([
		".claude-plugin/marketplace.json",
		"plugin/.claude-plugin/plugin.json",
	]);
});

test("only what git would keep is missed", async () => {
	const { rules } = await linted({
		".gitignore": "local/\n",
		".claude-plugin/plugin.json":
			'{ "name": "a", "skills": ["./local/skills", "./dist/skills", "./gone"] }',
	});
	expect(rules).toEqual([".claude-plugin/plugin.json unreachable-path"]);
});

test("a manifest that is broken, empty or a folder is no reason to stop", async () => {
	for (const text of ["", "{", "[]", "5", '{ "name": 5, "mcpServers": [5] }']) {
		const files = {
			".claude-plugin/plugin.json": text,
			".claude-plugin/marketplace.json": text,
			"hooks/hooks.json": HOOKS,
		};
		expect((await linted(files)).files).toContain("hooks/hooks.json");
	}
	const { files } = await linted({ ".claude-plugin/plugin.json/x": "" });
	expect(files).toEqual([".claude-plugin/plugin.json"]);
});
