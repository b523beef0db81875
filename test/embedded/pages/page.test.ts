import fc from "fast-check";
import { expect, test } from "vitest";
import { embeddedKinds } from "../../../src/embedded/embedded-kinds.ts";
import { findInPage } from "../../../src/embedded/pages/page.ts";
import { readPageParts } from "../../../src/embedded/pages/page-parts.ts";
import { kinds } from "../../../src/kinds.ts";
import { descendants, plainValue } from "../../../src/syntax/tree.ts";
import { lintFiles } from "../../lint-text.ts";

const SERVER = '{ "mcpServers": { "docs": { "command": "docs-server" } } }';
const block = (text = SERVER, info = "json") =>
	`\`\`\`${info}\n${text}\n\`\`\`\n`;
const kindsOf = (page: string) =>
	findInPage("README.md", page).map(({ kind }) => kind.id);

test.each<[why: string, page: string, kind: string]>([
	["a file before it", `Add to \`.mcp.json\`:\n\n${block()}`, "claude-mcp"],
	[
		"a file in its title",
		block(SERVER, 'json title=".mcp.json"'),
		"claude-mcp",
	],
	[
		"a file in its first comment",
		block(`// ~/.cursor/mcp.json\n${SERVER}`),
		"cursor-mcp",
	],
	[
		"a path of Windows",
		`Open %APPDATA%\\Claude\\claude_desktop_config.json.\n\n${block()}`,
		"claude-desktop",
	],
	["a heading", `## Cursor\n\nAdd this:\n\n${block()}`, "cursor-mcp"],
	[
		"a heading above its own",
		`## Cursor\n\n### With Docker\n\n${block()}`,
		"cursor-mcp",
	],
	["a tab", `<Tab title="Windsurf">\n${block()}</Tab>\n`, "windsurf-mcp"],
	[
		"a box",
		`<details>\n<summary><b>Gemini CLI</b></summary>\n\n${block()}\n</details>`,
		"gemini-settings",
	],
	["an indented tab", `=== "Cursor"\n\n    Add:\n\n${block()}`, "mcp-snippet"],
	[
		"a tab that is closed",
		`<Tab title="Windsurf">\n</Tab>\n\n${block()}`,
		"mcp-snippet",
	],
	[
		"several clients",
		`Works in Cursor and Claude Desktop:\n\n${block()}`,
		"mcp-snippet",
	],
	[
		"a client whose files we do not know",
		`## Claude Code\n\n### Zed\n\n${block()}`,
		"mcp-snippet",
	],
	[
		"a title of a page about others as well",
		`# For Claude Desktop\n\n## Cursor\n\n## Start\n\n${block()}`,
		"mcp-snippet",
	],
	["nothing", block(), "mcp-snippet"],
	[
		"keys that only one client has",
		block('{ "inputs": [], "servers": { "a": { "command": "b" } } }'),
		"vs-code-mcp",
	],
	[
		"a file of another program",
		`## Claude Code\n\nIn \`plugin.json\`:\n\n${block()}`,
		"mcp-snippet",
	],
	[
		"the home folder",
		`In \`~/.claude/settings.json\`:\n\n${block('{ "permissions": {} }')}`,
		"claude-settings-user",
	],
])("%s says for whom a block is", (_why, page, kind) => {
	expect(kindsOf(page)).toEqual([kind]);
});

test.each<[what: string, page: string]>([
	["settings of nobody", block('{ "hooks": {}, "permissions": {} }')],
	["an array of servers", block('{ "mcpServers": [{ "command": "a" }] }')],
	["a list of other things", block('{ "servers": { "eu": "10.0.0.1" } }')],
	["no servers", block('{ "mcpServers": {} }')],
	["a manifest", block(SERVER.replace("{", '{ "name": "a", "version": "1", '))],
	["an ellipsis", block('{ "mcpServers": { "docs": { "command": ... } } }')],
	[
		"a placeholder that is no value",
		block('{ "mcpServers": { "docs": { "command": "a", "port": <port> } } }'),
	],
	["what is wrong by its label", `❌ Wrong:\n\n${block()}`],
	["what is wrong by its title", `## Do not use this\n\n${block()}`],
	["what is reported", `Reported, in \`.mcp.json\`:\n\n${block()}`],
	["a difference without a name", block(`-${SERVER}\n+${SERVER}`, "")],
	["a comment", `<!--\n${block()}-->\n`],
	["a difference", block(`-${SERVER}\n+${SERVER}`, "diff")],
	[
		"one event of some hooks",
		block(
			'"Stop": [\n  {\n    "hooks": [{ "type": "command", "command": "a" }]\n  }\n]',
		).replace(/^/, "In `.claude/settings.json`:\n\n"),
	],
	["code", block(`config = ${SERVER}`, "python")],
	["a command in a sentence", "Run `claude mcp add` to add a server."],
	["a command that is spoken of", "`claude mcp add a -- b` adds a program."],
	["a sentence", "claude mcp add is the command to add a server."],
	["the synopsis", "`claude mcp add [options] <name> <commandOrUrl>`"],
])("%s is no configuration", (_what, page) => {
	expect(kindsOf(page)).toEqual([]);
});

test("a command in a sentence counts where the sentence asks to run it", () => {
	expect(kindsOf("Run `claude mcp add docs -- npx docs-server`.")).toEqual([
		"claude-add-command",
	]);
});

test("what stands at a place is found wherever the block stands", () => {
	const json = `{\n  "mcpServers": {\n    "docs": { "command": "x\\u0041" }\n  }\n}`;
	const inside = (prefix: string, newline = "\n") =>
		["```json", ...json.split("\n"), "```"]
			.map((line) => prefix + line)
			.join(newline);
	for (const page of [
		inside(""),
		inside("   "),
		inside("> "),
		inside("> > "),
		inside("\t"),
		inside("        "),
		inside("", "\r\n"),
		`1. Add:\n\n${inside("   ")}`,
		`- > Add:\n${inside("  > ")}`,
		json,
	]) {
		const [found] = findInPage("README.md", page);
		const root = found?.tree.root;
		if (!root) throw new Error(`nothing found in ${page}`);
		expect(plainValue(root)).toEqual(JSON.parse(json));
		for (const node of descendants(root)) {
			if (node.type !== "string") continue;
			expect(JSON.parse(page.slice(node.start, node.end))).toBe(node.value);
		}
	}
});

test("a block of a page is judged by the page alone", () => {
	const found = lintFiles({
		"README.md": `\`.mcp.json\`:\n\n${block('{ "mcpServers": { "docs": { "url": "https://docs.example.com/mcp" } } }')}`,
		".mcp.json": SERVER,
	});
	expect(found.map(({ rule, location }) => [rule, location.file])).toEqual([
		["missing-transport", "README.md"],
	]);
});

const line = fc.oneof(
	fc.constantFrom(
		...["```json", "```", "~~~~", "> ```", "  ```sh", "# Cursor", "### a"],
		...['<Tab title="Claude Code">', "</Tab>", "<details>", "</summary>"],
		...['=== "Windsurf"', "<!--", "-->", "{/*", "*/}", "- a", "> b", ""],
		...["`.mcp.json`", "{", "}", '"mcpServers": {', "$ claude \\", SERVER],
		...['{ "mcpServers": {', '"a": { "command": "b" }', "} }", "// ...", ","],
		...["claude mcp add docs -- npx docs", "claude mcp add-json a '{", "}'"],
	),
	fc.string({ maxLength: 12 }),
);
const page = fc
	.array(fc.tuple(fc.constantFrom("", "  ", "> ", "\t"), line), {
		maxLength: 30,
	})
	.chain((lines) =>
		fc
			.constantFrom("\n", "\r\n", "\r")
			.map((newline) => lines.map((each) => each.join("")).join(newline)),
	);

test("any page is read, and every place lies in the block, which lies in the page", () => {
	const ids = [...kinds, ...Object.values(embeddedKinds)].map(({ id }) => id);
	fc.assert(
		fc.property(page, (text) => {
			for (const { kind, container, tree } of findInPage("a.md", text)) {
				expect(ids).toContain(kind.id);
				expect(container.start).toBeGreaterThanOrEqual(0);
				expect(container.end).toBeLessThanOrEqual(text.length);
				const nodes = tree.root ? [...descendants(tree.root)] : [];
				const places = [...nodes, ...tree.errors.map((each) => each.location)];
				for (const { start, end } of places) {
					expect(start).toBeGreaterThanOrEqual(container.start);
					expect(end).toBeLessThanOrEqual(container.end);
					expect(start).toBeLessThanOrEqual(end);
				}
			}
		}),
		{ numRuns: 500 },
	);
});

test("the parts of a page follow one another, and their lines are in them", () => {
	fc.assert(
		fc.property(page, (text) => {
			let behind = 0;
			for (const { start, end, lines } of readPageParts(text).parts) {
				expect(start).toBeGreaterThanOrEqual(behind);
				expect(end).toBeGreaterThanOrEqual(start);
				for (const each of lines)
					expect(each.start).toBeGreaterThanOrEqual(start);
				behind = start;
			}
		}),
	);
});

const SIZE = 1 << 20;
test.each<[what: string, unit: string]>([
	["open braces", "{\n"],
	["servers", `${SERVER}\n`],
	["blocks of servers", block()],
	["headings", "# Cursor\n"],
	["tabs", '<Tab title="a">\n'],
	["open fences in quotations", "> > > ```json\n"],
	["continued commands", "claude mcp add a \\\n"],
	["commands in sentences", "`claude -"],
	["setext headings", "a\n=\n"],
	["quotations in lists", "> - "],
])("a megabyte of %s takes no longer than its length", (_what, unit) => {
	const time = (size: number) => {
		const text = unit.repeat(size / unit.length);
		const start = performance.now();
		findInPage("README.md", text);
		return performance.now() - start;
	};
	time(SIZE / 16);
	expect(time(SIZE)).toBeLessThan(Math.max(60 * time(SIZE / 16), 5000));
});

test.each<[what: string, page: string]>([
	[
		"what is left out, in several lines",
		block(
			SERVER.replace(
				/ \}$/,
				"\n  // ... and so on, for each\n  // of the servers\n}",
			),
		),
	],
	[
		"an entry with something left out in it",
		block(
			SERVER.replace(
				/ \} \}$/,
				'\n  // "more": {\n  //   "args": [...]\n  // }\n} }',
			),
		),
	],
	[
		"what is for who reads the page",
		block(SERVER.replace("{", "{\n  // what is started\n"), "jsonc"),
	],
])("a comment is no mistake: %s", (_what, page) => {
	const found = findInPage("README.md", page);
	expect(found.map(({ tree }) => tree.errors)).toEqual([[]]);
});

test("a comment in JSON is a mistake", () => {
	const page = `In \`.mcp.json\`:\n\n${block(SERVER.replace("{", "{\n  // what is started\n"))}`;
	const [found] = findInPage("README.md", page);
	expect(found?.tree.errors).toHaveLength(1);
});
