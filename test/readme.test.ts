import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse, parseDocument } from "yaml";
import { readmeBlocks, readmeFile } from "./readme-blocks.ts";

const { version, files: published }: { version: string; files: string[] } =
	JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const blocks = (wanted: string) =>
	readmeBlocks
		.filter(({ language }) => language === wanted)
		.map(({ text }) => text);

test("there are blocks of both languages", () => {
	expect(blocks("yaml").length).toBeGreaterThan(3);
	expect(blocks("json").length).toBeGreaterThan(1);
});

test.each(blocks("yaml"))(
	"what the README shows as YAML is YAML: %s",
	(text) => {
		const { errors, warnings } = parseDocument(text);
		expect([...errors, ...warnings]).toEqual([]);
	},
);

test.each(blocks("json"))(
	"what the README shows as JSON is JSON: %s",
	(text) => {
		// one may be a part of a file
		const whole = text.trimStart().startsWith("{") ? text : `{${text}}`;
		expect(() => JSON.parse(whole)).not.toThrow();
	},
);

test("the README names the version that it belongs to", () => {
	expect(readmeFile(".pre-commit-config.yaml")).toContain(`rev: v${version}\n`);
	const named = readmeBlocks.flatMap(
		({ text }) => text.match(/(?<!\/)mcp-config-lint@\S+/g) ?? [],
	);
	expect(named.length).toBeGreaterThan(1);
	for (const each of named) expect(each).toBe(`mcp-config-lint@${version}`);
});

test("the README names the action by the tag that a release of this version moves", () => {
	const named = readmeBlocks.flatMap(
		({ text }) =>
			text.match(/(?<=mcp-config-lint\/mcp-config-lint@)\S+/g) ?? [],
	);
	expect(named.length).toBeGreaterThan(1);
	expect(new Set(named)).toEqual(new Set([`v${version.split(".", 1)}`]));
});

test("what the README looks for in the installed package is published with it", () => {
	const named = readmeBlocks.flatMap(
		({ text }) =>
			text.match(/(?<=node_modules\/mcp-config-lint\/)[^"]+/g) ?? [],
	);
	expect(named.length).toBeGreaterThan(0);
	for (const file of named) {
		expect(
			existsSync(fileURLToPath(new URL(`../${file}`, import.meta.url))),
		).toBe(true);
		expect(published.some((each) => file.startsWith(each))).toBe(true);
	}
});

test("the workflow that the README starts with is a whole one, with no right to write", () => {
	const workflow = parse(readmeFile(".github/workflows/mcp-config-lint.yml"));
	expect(workflow.on).toBe("pull_request");
	expect(workflow.permissions).toEqual({ contents: "read" });
	expect(Object.keys(workflow.jobs)).toEqual(["mcp-config-lint"]);
});
