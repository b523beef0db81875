import {
	mkdirSync,
	mkdtempSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { kindById } from "../src/kinds.ts";
import { run } from "../src/run.ts";

/** A new folder with these files in it. */
function project(files: Readonly<Record<string, string>>): string {
	const folder = mkdtempSync(join(tmpdir(), "own-files-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	for (const [file, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), text);
	}
	return folder;
}

const config = "rules:\n  unpinned-package: off\n";
const baseline = '{ "version": 1, "accepted": [] }';

test("our own files can be named, and are no MCP configuration", async () => {
	const { checked, diagnostics } = await run({
		workingFolder: project({
			".mcp-config-lint.yml": config,
			".mcp-config-lint-baseline.json": baseline,
		}),
		paths: [".mcp-config-lint.yml", ".mcp-config-lint-baseline.json"],
	});
	expect([...checked]).toEqual([
		".mcp-config-lint.yml",
		".mcp-config-lint-baseline.json",
	]);
	expect(diagnostics).toEqual([]);
});

test.each([
	["app/.mcp-config-lint.yml", "rules:\n  unpined-package: off\n", "2:3"],
	["app/.mcp-config-lint.yml", "rules: [", "1:"],
	["app/.mcp-config-lint-baseline.json", "<<<<<<< HEAD", ""],
])(
	"a mistake in one that is named is told, although another is in effect: %s %j",
	async (file, text, place) => {
		const named = run({
			workingFolder: project({ ".mcp-config-lint.yml": config, [file]: text }),
			paths: [file],
		});
		await expect(named).rejects.toThrow(place ? `${file}:${place}` : file);
	},
);

test("the standard input can be one of ours", async () => {
	const lint = (text: string) =>
		run({
			workingFolder: project({}),
			paths: ["-"],
			standardInput: { file: ".mcp-config-lint.yml", text },
		});
	expect((await lint(config)).diagnostics).toEqual([]);
	await expect(lint("exclud: []")).rejects.toThrow(".mcp-config-lint.yml:1:1");
});

test("a kind that is named counts for more than the name", async () => {
	const kind = kindById("claude-mcp");
	if (!kind) throw new Error("there is no such kind");
	const { documents } = await run({
		workingFolder: project({ ".mcp-config-lint.yml": '{ "mcpServers": {} }' }),
		paths: [".mcp-config-lint.yml"],
		config: false,
		kind,
	});
	expect(documents.map(({ file }) => file)).toEqual([".mcp-config-lint.yml"]);
});

test.skipIf(process.platform === "win32")(
	"one that nobody has named can be a link to a file of the repository, and to no other",
	async () => {
		const folder = project({
			"app/.git/HEAD": "",
			"app/shared.yml": config,
			"outside.yml": "password: 1\n",
			"outside.json": "password",
		});
		const workingFolder = join(folder, "app");
		const lint = (more = {}) => run({ workingFolder, paths: [], ...more });
		const path = join(workingFolder, ".mcp-config-lint.yml");
		symlinkSync("shared.yml", path);
		expect((await lint()).config.rules).toEqual({ "unpinned-package": "off" });
		rmSync(path);
		symlinkSync("../outside.yml", path);
		await expect(lint()).rejects.toThrow(
			".mcp-config-lint.yml: this is a symbolic link that leads out of the repository",
		);
		await expect(lint({ config: "../outside.yml" })).rejects.toThrow(
			'unknown key "password"',
		);
		rmSync(path);
		symlinkSync(
			"../outside.json",
			join(workingFolder, ".mcp-config-lint-baseline.json"),
		);
		await expect(lint()).rejects.toThrow("leads out of the repository");
	},
);
