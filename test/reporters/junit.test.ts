import { expect, test } from "vitest";
import { reportJunit } from "../../src/reporters/junit.ts";
import { reportOn } from "./report-on.ts";

const server = (name: string) =>
	`{ "mcpServers": { "${name}": { "url": "https://a.example.com/?a&b" } } }`;

test("each file is a suite, in which errors fail and infos pass", () => {
	const report = reportOn({
		"a/.mcp.json": server("my docs"),
		"b/.mcp.json": '{ "mcpServers": {} }',
	});
	const url = (rule: string) =>
		`https://github.com/mcp-config-lint/mcp-config-lint/blob/main/docs/rules/${rule}.md`;
	const [info, error] = report.diagnostics.map(({ message }) =>
		message.replaceAll('"', "&quot;"),
	);
	expect(reportJunit(report)).toBe(
		`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="mcp-config-lint" tests="3" failures="1" errors="0" time="0">
  <testsuite name="a/.mcp.json" tests="2" failures="1" errors="0" time="0" skipped="0">
    <testcase name="normalized-name /mcpServers/my docs" classname="a/.mcp.json" file="a/.mcp.json" line="1" time="0">
      <system-out>info: ${info}
at a/.mcp.json:1:19
see ${url("normalized-name")}</system-out>
    </testcase>
    <testcase name="missing-transport /mcpServers/my docs/url" classname="a/.mcp.json" file="a/.mcp.json" line="1" time="0">
      <failure message="${error}" type="error">error: ${error}
at a/.mcp.json:1:32
see ${url("missing-transport")}</failure>
    </testcase>
  </testsuite>
  <testsuite name="b/.mcp.json" tests="1" failures="0" errors="0" time="0" skipped="0">
    <testcase name="no problems" classname="b/.mcp.json" file="b/.mcp.json" time="0"/>
  </testsuite>
</testsuites>
`,
	);
});

test("no two cases of a file have the same name", () => {
	const twice = '"a": { "url": "x" }';
	const report = reportOn({
		".mcp.json": `{ "mcpServers": { ${twice}, ${twice}, ${twice} } }`,
	});
	const names = [...reportJunit(report).matchAll(/<testcase name="([^"]*)"/g)];
	expect(names.length).toBeGreaterThan(2);
	expect(new Set(names.map(([, name]) => name)).size).toBe(names.length);
});

test("a file passes with what is true of it, where problems are left out", () => {
	const report = { ...reportOn({ ".mcp.json": "{}" }), diagnostics: [] };
	expect(reportJunit(report)).toContain('name="no problems"');
	expect(reportJunit({ ...report, omitted: 1 })).toContain('name="no errors"');
	expect(reportJunit({ ...report, unchanged: 1 })).toContain(
		'name="no problems in what has changed"',
	);
});

test("a run without files has a case", () => {
	const report = reportJunit(reportOn({}));
	expect(report).toContain('<testsuites name="mcp-config-lint" tests="1"');
	expect(report).toContain('<testcase name="nothing to check"');
});
