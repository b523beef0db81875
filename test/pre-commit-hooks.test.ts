import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import {
	type DocumentKind,
	isPattern,
	kindByPath,
	kinds,
} from "../src/kinds.ts";

const hooks: readonly {
	readonly id: string;
	readonly language: string;
	readonly entry: string;
	readonly files: string;
	readonly require_serial: boolean;
}[] = parse(
	readFileSync(new URL("../.pre-commit-hooks.yaml", import.meta.url), "utf8"),
);

/** The expression as Python reads it: with `(?x)` white space counts for nothing. */
function pythonPattern(text: string): RegExp {
	expect(text).toMatch(/^\(\?x\)[^#]*$/);
	return new RegExp(text.replace(/^\(\?x\)/, "").replaceAll(/\s/g, ""));
}

test("there is a hook that installs nothing, and one that pre-commit installs", () => {
	expect(hooks.map(({ id, language, entry }) => [id, language, entry])).toEqual(
		[
			["mcp-config-lint", "script", "dist/cli/index.js --force-exclude"],
			["mcp-config-lint-node", "node", "mcp-config-lint --force-exclude"],
		],
	);
	expect(new Set(hooks.map(({ files }) => files)).size).toBe(1);
	expect(hooks.every(({ require_serial }) => require_serial)).toBe(true);
});

const files = pythonPattern(hooks[0]?.files ?? "");

const places = kinds.flatMap(({ id, files }: DocumentKind) =>
	files.map((place): [string, string] => [id, place]),
);

/** Paths that a place stands for. */
function examples(place: string): string[] {
	if (!isPattern(place)) return [place];
	return ["", "a/", "a b/c/"].flatMap((folders) => {
		const path = place.replace("**/", folders);
		return place.includes("**/") || folders === ""
			? [path.replaceAll("*", "release"), path.replaceAll("*", "a b.c")]
			: [];
	});
}

test.each(places)("the hooks are run for the kind %s at %s", (id, place) => {
	for (const example of examples(place)) {
		for (const folder of ["", "packages/app/", "a b/[c]/", ".hidden/"]) {
			expect(kindByPath(folder + example)).toBeDefined();
			expect(files.test(folder + example), folder + example).toBe(true);
		}
	}
	expect(examples(place).map((path) => kindByPath(path)?.id)).toContain(id);
});

test.each([
	".mcp-config-lint.yml",
	"packages/app/.mcp-config-lint.yml",
	".mcp-config-lint-baseline.json",
])("the hooks are run for a file of our own, %s", (file) => {
	expect(files.test(file)).toBe(true);
});

test.each([
	"mcp.json",
	"x.mcp.json",
	".mcp.json.bak",
	".mcpxjson",
	".mcp.json/x",
	"settings.json",
	".vscode/settings.json",
	".claude/settings.jsonc",
	".claude/settings.other.json",
	"x.claude/settings.json",
	".claude/agents.md",
	".claude/agents/a.txt",
	".claude/skills/release/notes.md",
	".claude/skills/a/b/SKILL.md",
	"agents/a.md",
	"mcp-config-lint.yml",
	".mcp-config-lint.yaml",
])("the hooks are not run for %s", (file) => {
	expect(files.test(file)).toBe(false);
});

test("the hooks are run for what has a kind by its place, and for nothing else", () => {
	const parts = fc.constantFrom(
		...["a", "b c", ".claude", "agents", "skills", "commands", "x.md"],
		...["SKILL.md", ".mcp.json", "mcp.json", "settings.json", "xmcp.json"],
		...["settings.local.json", "managed-mcp.json", ".mcp.json.dist"],
	);
	fc.assert(
		fc.property(fc.array(parts, { minLength: 1, maxLength: 6 }), (path) => {
			const file = path.join("/");
			expect(files.test(file)).toBe(kindByPath(file) !== undefined);
		}),
		{ numRuns: 2000 },
	);
});
