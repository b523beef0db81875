import { expect, test } from "vitest";
import { markdownPage, reportMarkdown } from "../../src/reporters/markdown.ts";
import { reportOn, serversWithoutTransport } from "./report-on.ts";

test("a page has a table for each file, and what the rules advise", () => {
	const page = reportMarkdown(
		reportOn({
			".mcp.json": serversWithoutTransport(2),
			"packages/a/.mcp.json": serversWithoutTransport(1),
		}),
	);
	expect(page).toContain(
		"2 files checked: **3 errors**. `--fix` puts 3 right.",
	);
	expect(page.match(/^### .*$/gm)).toEqual([
		"### `.mcp.json`",
		"### `packages/a/.mcp.json`",
		"### Why it matters",
	]);
	expect(page).toMatch(
		/^\| 3 \| ❌&nbsp;error \| Server `s0`: .* \| \[missing-transport\]\(https:\/\/\S+\) \|$/m,
	);
	expect(page.match(/<details>/g)).toHaveLength(1);
});

test("lines are links where somebody knows where the file can be seen", () => {
	const page = markdownPage(
		reportOn({ ".mcp.json": serversWithoutTransport(1) }),
		{ linkTo: (file, line) => `https://example.com/${file}#L${line}` },
	);
	expect(page).toContain("| [3](https://example.com/.mcp.json#L3) |");
});

test("a clean run says so", () => {
	const report = reportOn({ ".mcp.json": '{ "mcpServers": {} }' });
	expect(reportMarkdown(report)).toBe(
		"## mcp-config-lint\n\n✅ 1 file checked, no problems.\n",
	);
	expect(reportMarkdown(reportOn({}))).toContain("nothing to check");
});

test("notes come first, as text", () => {
	const page = markdownPage(reportOn({}), {
		notes: ["It is <b>@somebody</b>."],
	});
	expect(page).toContain("> It is `<b>@somebody</b>`.");
});

test.each([2_000, 20_000, 100_000])(
	"a page of at most %i bytes is no longer, ends with a whole row, and counts what is missing",
	(mostBytes) => {
		const report = reportOn({ ".mcp.json": serversWithoutTransport(2_000) });
		const page = markdownPage(report, { mostBytes });
		expect(Buffer.byteLength(page)).toBeLessThanOrEqual(mostBytes);
		const rows = page.match(/^\| \d+ \|.*\|$/gm) ?? [];
		expect(rows.length).toBeGreaterThan(0);
		expect(page).toContain(`${2_000 - rows.length} more problems`);
		expect(page).toContain("**2000 errors**");
	},
);
