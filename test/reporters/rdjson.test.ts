import { expect, test } from "vitest";
import { reportRdjson } from "../../src/reporters/rdjson.ts";
import { reportOn } from "./report-on.ts";

const rdjson = (...given: Parameters<typeof reportOn>) =>
	JSON.parse(reportRdjson(reportOn(...given)));

test("a diagnostic has the fields of the format, with columns in bytes of UTF-8", () => {
	const { diagnostics, ...rest } = rdjson({
		".mcp.json":
			'{ "mcpServers": {\n  "ä€😀": { "url": "https://docs.example.com/mcp" } } }',
	});
	expect(rest).toEqual({
		source: {
			name: "mcp-config-lint",
			url: expect.stringMatching(/^https:/),
		},
		severity: "ERROR",
	});
	const [, missing] = diagnostics;
	// "  " and a quote, then two, three and four bytes
	const column = 2 + 1 + 9 + '": { '.length + 1;
	expect(missing).toEqual({
		message: expect.stringContaining('"type": "http"'),
		location: {
			path: ".mcp.json",
			range: {
				start: { line: 2, column },
				end: { line: 2, column: column + '"url"'.length },
			},
		},
		severity: "ERROR",
		code: {
			value: "missing-transport",
			url: expect.stringMatching(/^https:.*\/missing-transport\.md$/),
		},
		suggestions: [
			{
				range: { start: { line: 2, column }, end: { line: 2, column } },
				text: '"type": "http", ',
			},
		],
	});
});

test("what reviewdog makes of a suggestion is what --fix writes", () => {
	const { diagnostics } = rdjson({
		".mcp.json":
			'{ "mcpServers": {\n  "é": { "command": "docs --follow" }\n} }',
	});
	const found = diagnostics.find(
		({ code }: { code: { value: string } }) =>
			code.value === "inline-arguments",
	);
	const [{ range, text }] = found.suggestions;
	expect(range.start.line).toBe(range.end.line);
	const line = Buffer.from('  "é": { "command": "docs --follow" }');
	const before = line.subarray(0, range.start.column - 1);
	const behind = line.subarray(range.end.column - 1);
	expect(`${before}${text}${behind}`).toBe(
		'  "é": { "command": "docs","args": ["--follow"] }'.replace('","', '", "'),
	);
});

test("other places are named, and nothing in a message is an element, a link or an image", () => {
	const report = reportOn({
		".mcp.json":
			'{ "mcpServers": { "docs.v2": { "command": "a" }, "docs_v2": { "command": "b" } } }',
	});
	const diagnostics = report.diagnostics
		.filter(({ related }) => related)
		.map((each) => ({
			...each,
			message: 'The value "<img src=x>" or "\\<b>" or "![a](b)" is < 5.',
		}));
	const [first] = JSON.parse(
		reportRdjson({ ...report, diagnostics }),
	).diagnostics;
	expect(first.message).toBe(
		'The value "\\<img src=x>" or "\\\\\\<b>" or "![a\\](b)" is < 5.',
	);
	expect(first.related_locations).toMatchObject([
		{ message: "the other server", location: { path: ".mcp.json" } },
	]);
});

test("nothing wrong is a result without diagnostics", () => {
	const report = rdjson({ ".mcp.json": '{ "mcpServers": {} }' });
	expect(report.diagnostics).toEqual([]);
	expect(report).not.toHaveProperty("severity");
});
