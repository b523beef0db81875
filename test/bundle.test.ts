import { spawnSync } from "node:child_process";
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { explainAll, explainRule } from "../src/explain.ts";
import { ruleIds } from "../src/generated/rule-groups.ts";
import { rules } from "../src/generated/rules.ts";

const bundle = new URL("../dist/cli/", import.meta.url);
const source = new URL("../src/", import.meta.url);

test("the licence of every package that is bundled stands beside the bundle", () => {
	const licences = ["licenses.txt", "../action/licenses.txt"].flatMap((file) =>
		readFileSync(new URL(file, bundle), "utf8").split("\n"),
	);
	const packages = readdirSync(source, { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".ts"))
		// what asks GitHub is in the Action alone
		.filter((file) => !/^(?:github[\\/]|action\.ts)/.test(file))
		.flatMap((file) => [
			...readFileSync(new URL(file, source), "utf8").matchAll(
				/(?:from|import\()\s*"([a-z@][^":]*)"/g,
			),
		])
		.map(([, name]) => name);
	expect(packages.length).toBeGreaterThan(0);
	for (const name of packages) expect(licences).toContain(name);
});

test("the package asks for no other package, and its scripts make nobody install our tools", () => {
	const { dependencies, scripts } = JSON.parse(
		readFileSync(new URL("../package.json", import.meta.url), "utf8"),
	);
	expect(dependencies).toBeUndefined();
	expect(
		Object.keys(scripts).filter((name) =>
			/^(?:build|prepare|prepack)$|install$/.test(name),
		),
	).toEqual([]);
});

test("the bundle can be started as a program, and holds no path of the machine that made it", () => {
	// Windows keeps no such mode; npm makes a program of it there
	if (process.platform !== "win32")
		expect(statSync(new URL("index.js", bundle)).mode & 0o111).not.toBe(0);
	for (const file of readdirSync(bundle).filter((name) =>
		name.endsWith(".js"),
	)) {
		const text = readFileSync(new URL(file, bundle), "utf8");
		expect(text.startsWith("#!/usr/bin/env node\n"), file).toBe(
			file === "index.js",
		);
		expect(text, file).not.toMatch(/\/(?:work|home|Users|tmp)\//);
	}
});

const program = fileURLToPath(new URL("index.js", bundle));
const sizeOf = (chunk: string) => statSync(new URL(chunk, bundle)).size;

test("the bundle explains every rule in the words of its source", () => {
	const explain = (...ids: readonly string[]) =>
		spawnSync(process.execPath, [program, "explain", ...ids], {
			encoding: "utf8",
		}).stdout;
	expect(explain()).toBe(explainAll());
	expect(explain(...ruleIds)).toBe(ruleIds.map(explainRule).join("\n"));
});

/** The chunks that a run loads in a folder with these files. */
function loadedChunks(files: Readonly<Record<string, string>>): string[] {
	const folder = mkdtempSync(join(tmpdir(), "bundle-"));
	try {
		for (const [file, text] of Object.entries(files)) {
			mkdirSync(join(folder, dirname(file)), { recursive: true });
			writeFileSync(join(folder, file), text);
		}
		const { stdout, stderr } = spawnSync(
			process.execPath,
			[
				"--eval",
				`process.argv = [process.execPath, ${JSON.stringify(program)}];
				process.on("exit", () => console.error(JSON.stringify(Object.keys(require.cache))));
				require(${JSON.stringify(program)});`,
			],
			{ cwd: folder, encoding: "utf8" },
		);
		expect(stdout).toContain("checked, no problems");
		const paths: readonly string[] = JSON.parse(stderr);
		return paths.map((path) => basename(path));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

const servers = {
	".mcp.json": '{ "mcpServers": { "a": { "command": "x", "args": ["a"] } } }',
};
const settings = {
	".claude/settings.json": '{ "permissions": { "allow": ["Bash(a)"] } }',
};
const agent = {
	".claude/agents/reviewer.md":
		"---\nname: reviewer\ndescription: Reviews code\ntools: Read, Grep\n---\nReview.\n",
};

/** What a run costs is mostly code that is read; an unexpected import shows here. Raise a limit only for what every such run needs. */
test.each([
	["servers", servers, { files: 1, kilobytes: 168 }],
	[
		"servers and settings",
		{ ...servers, ...settings },
		{ files: 4, kilobytes: 250 },
	],
	["an agent", agent, { files: 6, kilobytes: 350 }],
])("a run over %s loads no more code than it needs", (_what, files, most) => {
	const chunks = loadedChunks(files);
	expect(chunks).toContain("index.js");
	expect(chunks.length).toBeLessThanOrEqual(most.files);
	const bytes = chunks.map(sizeOf).reduce((sum, size) => sum + size, 0);
	expect(bytes / 1000).toBeLessThan(most.kilobytes);
});

test("a rationale is in no chunk but one of its own, and no plain run loads that", () => {
	const texts = new Map(
		readdirSync(bundle)
			.filter((name) => name.endsWith(".js"))
			.map((name) => [name, readFileSync(new URL(name, bundle), "utf8")]),
	);
	for (const [id, { rationale }] of Object.entries(rules)) {
		// letters and spaces are written in one way in any string
		const [longest = ""] = (rationale.match(/[A-Za-z ]+/g) ?? []).sort(
			(a, b) => b.length - a.length,
		);
		const holders = [...texts].filter(([, text]) => text.includes(longest));
		expect(
			holders.map(([name]) => name),
			id,
		).toEqual(["rule-texts.js"]);
	}
	const loaded = loadedChunks({ ...servers, ...settings, ...agent });
	expect(loaded).not.toContain("rule-texts.js");
});
