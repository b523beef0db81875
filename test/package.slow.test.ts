import { spawnSync } from "node:child_process";
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

// What `npm publish` would send, installed and run as people do.

const root = fileURLToPath(new URL("..", import.meta.url));
const tools = fileURLToPath(new URL("tools/", import.meta.url));
const base = mkdtempSync(join(tmpdir(), "package-"));
const project = join(base, "project");

interface Packed {
	readonly filename: string;
	readonly size: number;
	readonly unpackedSize: number;
	readonly files: readonly { readonly path: string; readonly mode: number }[];
}
let packed: Packed;
let tarball = "";

/** Runs a program in a folder, with a version of Node or the one of this run, and a cache of npm that knows nothing. */
function start(
	folder: string,
	program: string,
	args: readonly string[],
	version?: string,
) {
	const bin = `${tools}node/node_modules/node-${version}/bin`;
	const path = version ? [bin, process.env.PATH].join(delimiter) : undefined;
	return spawnSync(program, args, {
		cwd: folder,
		encoding: "utf8",
		env: {
			...process.env,
			...(path && { PATH: path }),
			npm_config_cache: join(base, "cache"),
			// nothing but the tarball is needed
			npm_config_offline: "true",
			npm_config_loglevel: "error",
		},
	});
}

beforeAll(() => {
	const { stdout } = start(root, "npm", [
		...["pack", "--json", "--pack-destination", base],
	]);
	[packed] = Object.values(JSON.parse(stdout));
	tarball = join(base, packed.filename);
});

afterAll(() => rmSync(base, { recursive: true, force: true }));

test("the package holds the program, the schemas and what people read, and is small", () => {
	const paths = packed.files.map(({ path }) => path);
	const others = paths.filter((path) => !path.startsWith("dist/cli/"));
	const schemas = readdirSync(join(root, "schemas")).sort();
	expect(others.sort()).toEqual([
		"CHANGELOG.md",
		"LICENSE",
		"README.md",
		"package.json",
		...schemas.map((name) => `schemas/${name}`),
	]);
	expect(paths.filter((path) => path.startsWith("dist/cli/")).sort()).toEqual(
		readdirSync(join(root, "dist/cli"))
			.map((name) => `dist/cli/${name}`)
			.sort(),
	);
	const program = packed.files.find(({ path }) => path.endsWith("/index.js"));
	expect(Number(program?.mode) & 0o111).not.toBe(0);
	// what npx waits for, in bytes
	expect(packed.size).toBeLessThan(500_000);
	expect(packed.unpackedSize).toBeLessThan(2_000_000);
});

test("publint finds nothing in it, not even to suggest", () => {
	const publint = join(tools, "packaging/node_modules/.bin/publint");
	const { status, stdout } = start(base, publint, ["run", "--strict", tarball]);
	expect(stdout).toContain("All good!");
	expect(status).toBe(0);
});

describe("installed into an empty project", () => {
	const wrong =
		'{ "mcpServers": { "docs": { "url": "https://example.com" } } }';

	beforeAll(() => {
		for (const folder of ["wrong", "right"])
			mkdirSync(join(project, folder), { recursive: true });
		writeFileSync(join(project, "package.json"), '{ "private": true }');
		writeFileSync(join(project, "wrong/.mcp.json"), wrong);
		writeFileSync(join(project, "right/.mcp.json"), '{ "mcpServers": {} }');
		const { status, stderr } = start(project, "npm", ["install", tarball]);
		expect(stderr).toBe("");
		expect(status).toBe(0);
	});

	test("it brings nothing else along", () => {
		const names = readdirSync(join(project, "node_modules"));
		expect(names.filter((name) => !name.startsWith("."))).toEqual([
			"mcp-config-lint",
		]);
	});

	test.each(["20", "22", "24", "26"])("npx runs it on Node %s", (version) => {
		const npx = (...args: string[]) =>
			start(
				project,
				"npx",
				["--no-install", "mcp-config-lint", ...args],
				version,
			);
		const found = npx("wrong");
		expect(found.stdout).toContain("wrong/.mcp.json\n  1:29  error  ");
		expect([found.status, found.stderr]).toEqual([1, ""]);
		const program = join(project, "node_modules/.bin/mcp-config-lint");
		const run = (...args: string[]) => start(project, program, args, version);
		expect(run("right")).toMatchObject({
			status: 0,
			stdout: "1 file checked, no problems.\n",
			stderr: "",
		});
		expect(run("--help").stdout).toMatch(/^Usage: mcp-config-lint/);
		expect(run("explain", "missing-transport").stdout).toContain(
			"missing-transport",
		);
		expect(run("--version").stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
		expect(start(project, "node", ["--version"], version).stdout).toMatch(
			`v${version}.`,
		);
	});

	test("its schemas can be found from code, and nothing else", () => {
		const resolve = (name: string) =>
			start(project, "node", [
				...["--input-type=module", "--eval"],
				`console.log(import.meta.resolve(${JSON.stringify(name)}))`,
			]);
		expect(
			resolve("mcp-config-lint/schemas/claude-mcp.schema.json").stdout,
		).toContain("/node_modules/mcp-config-lint/schemas/claude-mcp.schema.json");
		expect(resolve("mcp-config-lint/dist/cli/index.js").status).toBe(1);
	});
});

test("npm exec runs it without an install", () => {
	const { status, stdout } = start(base, "npm", [
		...["exec", "--yes", `--package=${tarball}`, "--"],
		...["mcp-config-lint", "--no-config", "project/wrong"],
	]);
	expect(stdout).toContain("1 file checked: 1 error.");
	expect(status).toBe(1);
});
