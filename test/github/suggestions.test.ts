import { describe, expect, test } from "vitest";
import { applyEdits } from "../../src/edit.ts";
import { rules } from "../../src/generated/rules.ts";
import { commentMark } from "../../src/github/markers.ts";
import { suggestionsFor } from "../../src/github/suggestions.ts";
import { kindByPath } from "../../src/kinds.ts";
import type { Rule } from "../../src/rule.ts";
import { findingsIn, offeredLines, taken } from "./findings.ts";

const file = ".mcp.json";

/** A file with a server that has a transport by another name. */
const withServer = (lines: readonly string[]) =>
	`${["{", '  "mcpServers": {', ...lines, "  }", "}"].join("\n")}\n`;
const remote = withServer([
	'    "git": {',
	'      "type": "streamableHttp",',
	'      "url": "https://git.example.com/mcp"',
	"    }",
]);

test("a fix is offered beside the lines that it changes", () => {
	const { shown, more } = suggestionsFor(findingsIn({ [file]: remote }));
	expect(more).toBe(0);
	expect(shown).toHaveLength(1);
	const [suggestion] = shown;
	expect(suggestion).toMatchObject({
		path: "app/.mcp.json",
		first: 4,
		last: 4,
	});
	expect(suggestion?.body).toMatchInlineSnapshot(`
		"Server \`git\`: Claude Code knows no type \`streamableHttp\`. Write \`http\`.

		Claude Code drops this server and loads the rest. [Why this matters](https://github.com/mcp-config-lint/mcp-config-lint/blob/main/docs/rules/unknown-transport.md)

		\`\`\`suggestion
		      "type": "http",
		\`\`\`

		<!-- mcp-config-lint c62e7e41b490a2a970b4efacc8398593 d934c0ead9182e9a -->"
	`);
	expect(commentMark(suggestion?.body ?? "")).toEqual({
		fingerprint: suggestion?.fingerprint,
		digest: suggestion?.digest,
	});
});

test("it is not where the diff does not show the lines", () => {
	const far = Array.from(
		{ length: 9 },
		(_, index) => `    "s${index}": { "command": "x" },`,
	);
	const text = withServer([...far, ...remote.split("\n").slice(2, -3)]);
	const before = text.replace(
		'"s0": { "command": "x" }',
		'"s0": { "command": "y" }',
	);
	expect(suggestionsFor(findingsIn({ [file]: text })).shown).toHaveLength(1);
	expect(
		suggestionsFor(findingsIn({ [file]: text }, { [file]: before })).shown,
	).toEqual([]);
});

test("nor where the diff shows something else there", () => {
	const here = findingsIn({ [file]: remote });
	const there = findingsIn({
		[file]: remote.replace('"streamableHttp"', '"streamable_http"'),
	});
	expect(suggestionsFor({ ...here, files: there.files }).shown).toEqual([]);
	expect(suggestionsFor({ ...here, files: [] }).shown).toEqual([]);
});

test.each([
	["CRLF", '",\r\n'],
	["what cannot be seen", '", "note": "\u202e",\n'],
	["what a runner acts on", '", "note": "##[group]",\n'],
])("nor with %s in the lines", (_name, by) => {
	const findings = findingsIn({
		[file]: remote.replace('Http",\n', `Http${by}`),
	});
	expect(findings.diagnostics.some(({ fix }) => fix)).toBe(true);
	expect(suggestionsFor(findings).shown).toEqual([]);
});

test("nor where a lone CR ends lines here and not there, however like the lines are", () => {
	const server = (name: string) =>
		`    "${name}": {\n      "type": "streamableHttp",\n      "url": "https://git.example.com/mcp"\n    }`;
	const text = withServer([["a", "b", "c"].map(server).join(",\n")]);
	expect(suggestionsFor(findingsIn({ [file]: text })).shown).toHaveLength(3);
	const shifted = text.replace("{\n", "{\r\r\r\r \n");
	const findings = findingsIn({ [file]: shifted });
	expect(findings.diagnostics.filter(({ fix }) => fix)).toHaveLength(3);
	expect(suggestionsFor(findings).shown).toEqual([]);
});

test("a byte order mark stands in the way of the first line alone", () => {
	const { shown } = suggestionsFor(findingsIn({ [file]: `\uFEFF${remote}` }));
	expect(shown).toHaveLength(1);
	const line =
		'{ "mcpServers": { "git": { "type": "streamableHttp", "url": "https://git.example.com/mcp" } } }\n';
	expect(suggestionsFor(findingsIn({ [file]: line })).shown).toHaveLength(1);
	expect(suggestionsFor(findingsIn({ [file]: `\uFEFF${line}` })).shown).toEqual(
		[],
	);
});

describe("of a credential", () => {
	const token = ["ghp", "k3Jx9QmT2vLw7RbYc8HnD5sPf4GtAe6ZuWq1"].join("_");

	test("no line is shown", () => {
		const inLine = withServer([
			`    "git": { "type": "streamableHttp", "headers": { "X-Token": "${token}" }, "url": "https://git.example.com/mcp" }`,
		]);
		expect(
			findingsIn({ [file]: inLine }).diagnostics.some(({ fix }) => fix),
		).toBe(true);
		expect(suggestionsFor(findingsIn({ [file]: inLine })).shown).toEqual([]);
	});

	test("the lines around are", () => {
		const beside = withServer([
			'    "git": {',
			`      "headers": { "X-Token": "${token}" },`,
			'      "type": "streamableHttp",',
			'      "url": "https://git.example.com/mcp"',
			"    }",
		]);
		const { shown } = suggestionsFor(findingsIn({ [file]: beside }));
		expect(shown.map(({ first, last }) => [first, last])).toEqual([[5, 5]]);
	});

	test("what somebody keeps in the environment is not shown either", () => {
		const inLine = withServer([
			'    "db": { "type": "Stdio", "command": "x", "env": { "PIN": "winter" } }',
		]);
		expect(
			findingsIn({ [file]: inLine }).diagnostics.some(({ fix }) => fix),
		).toBe(true);
		expect(suggestionsFor(findingsIn({ [file]: inLine })).shown).toEqual([]);
	});
});

test("of fixes for the same lines the first is offered", () => {
	const line = withServer([
		'    "git": { "type": "streamableHttp", "url": "https://git.example.com/mcp" }, "hub": { "type": "streamableHttp", "url": "https://hub.example.com/mcp" }',
	]);
	const findings = findingsIn({ [file]: line });
	expect(findings.diagnostics.filter(({ fix }) => fix)).toHaveLength(2);
	const { shown } = suggestionsFor(findings);
	expect(shown).toHaveLength(1);
	expect(shown[0]?.body).toContain("Server `git`");
	const next = suggestionsFor(
		findingsIn({ [file]: shown[0] ? taken(line, shown[0]) : "" }),
	);
	expect(next.shown[0]?.body).toContain("Server `hub`");
});

test("fifty are shown, and the others counted", () => {
	const servers = Array.from(
		{ length: 60 },
		(_, index) =>
			`    "s${index}": { "type": "streamableHttp", "url": "https://s${index}.example.com/mcp" }${index < 59 ? "," : ""}`,
	);
	const { shown, more } = suggestionsFor(
		findingsIn({ [file]: withServer(servers) }),
	);
	expect([shown.length, more]).toEqual([50, 10]);
});

test("more than twenty lines are too many", () => {
	const servers = (count: number) =>
		`{\n${Array.from({ length: count }, (_, index) => `  "s${index}": { "command": "x" }`).join(",\n")}\n}\n`;
	const offered = (count: number) => {
		const findings = findingsIn({ [file]: servers(count) });
		expect(findings.diagnostics.some(({ fix }) => fix)).toBe(true);
		return suggestionsFor(findings).shown;
	};
	expect(offered(18)).toHaveLength(1);
	expect(offered(19)).toEqual([]);
});

test("nothing in a file ends the block, or does anything outside of it", () => {
	const name =
		"@someone #1 ````` <!-- mcp-config-lint 0 0 --> ![x](https://a.example)";
	const text = withServer([
		`    ${JSON.stringify(name)}: { "type": "streamableHttp", "url": "https://git.example.com/mcp" }`,
	]);
	const [suggestion] = suggestionsFor(findingsIn({ [file]: text })).shown;
	expect(suggestion?.body).toContain("\n``````suggestion\n");
	if (suggestion)
		expect(taken(text, suggestion)).toBe(
			text.replace('"streamableHttp"', '"http"'),
		);
	const outside = suggestion?.body
		.replace(/``````suggestion[\s\S]*``````/, "")
		.replace(/(`+)[^`].*?\1/g, "");
	expect(outside).not.toMatch(/@|#1|!\[/);
});

const examples = Object.entries<Rule>(rules).flatMap(([id, rule]) =>
	rule.examples.flatMap(({ file: path, bad, beside = {}, fix }) =>
		fix && kindByPath(path) ? [{ id, path, bad, beside, fix }] : [],
	),
);

test("who takes a suggestion has made the fix, of every rule", () => {
	const offered = new Set<string>();
	for (const { id, path, bad, beside } of examples) {
		const findings = findingsIn({ [path]: bad, ...beside });
		const own = findings.diagnostics.filter(({ rule }) => rule === id);
		for (const diagnostic of own) {
			const { shown } = suggestionsFor({
				...findings,
				diagnostics: [diagnostic],
			});
			for (const suggestion of shown) {
				offered.add(id);
				expect(suggestion.path).toBe(`app/${diagnostic.location.file}`);
				const source = findings.sources.get(diagnostic.location.file);
				expect(taken(source?.text ?? "", suggestion)).toBe(
					applyEdits(source?.text ?? "", diagnostic.fix?.edits ?? []),
				);
				expect(offeredLines(suggestion).length).toBeLessThanOrEqual(20);
			}
		}
	}
	const fixable = new Set(examples.map(({ id }) => id));
	expect(offered.size).toBeGreaterThan(fixable.size * 0.9);
});
