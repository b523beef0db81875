import type * as fs from "node:fs";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { parseToolCall } from "../src/decisions/tool-call.ts";
import { askPermissions } from "../src/permission-command.ts";
import { reportJson } from "../src/reporters/json.ts";
import { reportText } from "../src/reporters/text.ts";
import { type RunRequest, run } from "../src/run.ts";

// The shells with the paths of Windows: `C:` is the disk of this machine, `D:` our folder of little repositories, and upper and lower case are the same.

/** Where something is on this machine that has a path of Windows. */
const onDisk = vi.hoisted(() => {
	return (
		path: string,
		list: (folder: string) => readonly string[],
	): string => {
		const [, drive = "c", rest = ""] =
			/^(?:([A-Za-z]):)?[\\/]+(.*)$/s.exec(path) ?? [];
		let place =
			drive.toLowerCase() === "d"
				? new URL("projects", import.meta.url).pathname
				: "";
		for (const name of rest.split(/[\\/]+/).filter((part) => part !== "")) {
			const there = list(`${place}/`).find(
				(each) => each.toLowerCase() === name.toLowerCase(),
			);
			place = `${place}/${there ?? name}`;
		}
		return place || "/";
	};
});

vi.mock("node:path", async (original) => {
	const { posix, win32 } = await original<typeof import("node:path")>();
	return { ...win32, default: win32, posix, win32 };
});
vi.mock("node:fs", async (original) => {
	const real = await original<typeof import("node:fs")>();
	const list = (folder: string) => {
		try {
			return real.readdirSync(folder);
		} catch {
			return [];
		}
	};
	const place = (path: string) =>
		/^(?:[A-Za-z]:|\\)/.test(path) ? onDisk(path, list) : path;
	return {
		...real,
		realpathSync: (path: string) =>
			`C:${real.realpathSync(place(path)).replaceAll("/", "\\")}`,
		existsSync: (path: string) => real.existsSync(place(path)),
		lstatSync: (path: string, options?: fs.StatSyncOptions) =>
			real.lstatSync(place(path), options),
		statSync: (path: string, options?: fs.StatSyncOptions) =>
			real.statSync(place(path), options),
		readdirSync: (path: string, options?: { withFileTypes: true }) =>
			real.readdirSync(place(path), options as { withFileTypes: true }),
		readFileSync: (path: string, options?: "utf8") =>
			real.readFileSync(place(path), options),
	};
});
vi.mock("node:os", async (original) => ({
	...(await original<typeof import("node:os")>()),
	homedir: () => "C:\\Users\\Somebody",
}));

const projects = fileURLToPath(new URL("projects/", import.meta.url));
const inWindows = (path: string) => `C:${path.replaceAll("/", "\\")}`;

async function lint(folder: string, request: Partial<RunRequest> = {}) {
	const result = await run({
		workingFolder: inWindows(`${projects}${folder}`),
		paths: [],
		config: false,
		...request,
	});
	const report = { ...result, omitted: 0, colour: false };
	return { ...result, text: reportText(report), json: reportJson(report) };
}

// on Windows all other tests see to it
describe.skipIf(process.platform === "win32")("with paths of Windows", () => {
	test.each(
		readdirSync(projects).filter(
			(name) => name !== "clients" && name !== "seeds",
		),
	)("%s is reported as everywhere", async (name) => {
		const { text } = await lint(`${name}/files`);
		expect(text).toBe(readFileSync(`${projects}${name}/expected.txt`, "utf8"));
	});

	test("files are found, named and reported with forward slashes, whoever names them", async () => {
		const { documents, text, json, inRepository } =
			await lint("monorepo/files");
		expect(documents.length).toBeGreaterThan(3);
		expect(text + json).not.toMatch(/\b[CD]:[\\/]|packages\\/i);
		for (const { file } of documents) {
			expect(file).not.toMatch(/\\|:/);
			expect(inRepository(file)).toBe(`test/projects/monorepo/files/${file}`);
		}
	});

	test.each([
		".mcp.json",
		"packages/api/.claude/settings.json",
		"packages/web/.claude/settings.local.json",
		"packages/web/.mcp.json",
	])("%s is the same file in every spelling", async (file) => {
		const folder = inWindows(`${projects}monorepo/files`);
		const backslashes = file.replaceAll("/", "\\");
		const reports = [
			file,
			backslashes,
			`.\\${backslashes}`,
			`${folder}\\${backslashes}`,
			`c${folder.slice(1)}\\${backslashes}`,
		].map(
			async (path) => (await lint("monorepo/files", { paths: [path] })).json,
		);
		const [first = "", ...others] = await Promise.all(reports);
		expect(JSON.parse(first).summary.files).toBe(1);
		expect(JSON.parse(first).files.map((each) => each.file)).toContain(file);
		for (const other of others) expect(other).toBe(first);
	});

	test("two spellings of a file are one document", async () => {
		const folder = inWindows(`${projects}monorepo/files`);
		const { documents } = await lint("monorepo/files", {
			paths: [
				".mcp.json",
				`c${folder.slice(1)}\\.mcp.json`,
				`${folder}/.mcp.json`,
			],
		});
		const files = documents.map(({ file }) => file);
		expect(files).toEqual([...new Set(files)]);
	});

	test("a file is where it is, and no link leads elsewhere from there", async () => {
		const folder = inWindows(`${projects}permissions/files`);
		for (const workingFolder of [folder, `c${folder.slice(1)}`]) {
			for (const file of [".mcp.json", `${folder}\\.mcp.json`]) {
				const call = parseToolCall(`Read(${file})`);
				if (!call) throw new Error("this is no call");
				const { decisions } = await askPermissions([call], { workingFolder });
				expect(decisions[0]?.outcome.default, file).toBe("allow");
			}
		}
	});

	test("a drive letter in lower case is the same drive", async () => {
		const folder = inWindows(`${projects}monorepo/files`);
		const { text } = await lint("monorepo/files");
		const inLowerCase = { workingFolder: `c${folder.slice(1)}` };
		expect((await lint("", inLowerCase)).text).toBe(text);
		const bySelf = await lint("", { ...inLowerCase, paths: [folder] });
		expect(bySelf.text).toBe(text);
	});

	test("a project on another drive is linted, and its scripts are looked for nowhere else", async () => {
		const { documents, diagnostics, json } = await lint("empty/files", {
			paths: ["D:\\hooks\\files"],
		});
		const here = await lint("hooks/files");
		expect(documents.map(({ file }) => file)).toEqual(
			here.documents.map(({ file }) => `D:/hooks/files/${file}`),
		);
		expect(json).not.toContain("D:\\");
		const rules = (found: typeof diagnostics) =>
			found.map(({ rule }) => rule).filter((rule) => rule !== "missing-script");
		expect(rules(diagnostics).sort()).toEqual(rules(here.diagnostics).sort());
		expect(diagnostics.map(({ rule }) => rule)).not.toContain("missing-script");
	});

	test("what lies in the home folder is what it is there", async () => {
		const { documents } = await lint("empty/files", {
			paths: ["-"],
			standardInput: { file: "c:\\users\\SOMEBODY\\.claude.json", text: "{}" },
		});
		expect(documents.map(({ kind }) => kind.id)).toContain(
			"claude-user-config",
		);
	});

	test.each([
		["packages\\x\\vendor\\.mcp.json", 1],
		["C:\\x\\vendor\\.mcp.json", 0],
		["packages\\x\\.mcp.json", 0],
	])("of what is named, %s, as much as %i is excluded", async (file, count) => {
		const { excluded, checked } = await lint("monorepo/files", {
			paths: ["-"],
			standardInput: { file, text: "{}" },
			forceExclude: true,
		});
		expect([excluded, checked.size]).toEqual([count, 1 - count]);
	});
});
