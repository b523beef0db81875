import { expect, test } from "vitest";
import { checkAnnotations } from "../../src/github/check-annotations.ts";
import { findingsIn } from "./findings.ts";

test("what goes over several lines has no columns, and what is in one line has", () => {
	const text =
		'{\n  "mcpServers": {\n    "a": {\n    },\n    "b": { "command": "" }\n  },\n  "permissions": {\n  }\n}\n';
	const findings = findingsIn({ ".mcp.json": text });
	const annotations = checkAnnotations(findings);
	expect(annotations.length).toBeGreaterThan(1);
	annotations.forEach((annotation, index) => {
		const { start = 0, end = 0 } = findings.diagnostics[index]?.location ?? {};
		const lines = text.slice(start, end).split("\n").length;
		expect(annotation.end_line - annotation.start_line).toBe(lines - 1);
		expect(annotation.start_column === undefined).toBe(lines > 1);
		expect(annotation.end_column === undefined).toBe(lines > 1);
	});
	expect(
		new Set(annotations.map((each) => each.start_column === undefined)),
	).toContain(false);
});

test("what is outside of the repository is not shown there", () => {
	const findings = findingsIn({ ".mcp.json": '{ "mcpServers": { "a": {} } }' });
	expect(checkAnnotations(findings)).toHaveLength(1);
	const inRepository = () => "../home/.mcp.json";
	expect(checkAnnotations({ ...findings, inRepository })).toEqual([]);
});

test("each severity has its name there, and nothing in a message does anything", () => {
	const text = JSON.stringify({
		mcpServers: { "a\n::error::\u202e##[x]": {} },
	});
	const findings = findingsIn({ ".mcp.json": text });
	const [found] = findings.diagnostics;
	const diagnostics = (["error", "warning", "info"] as const).flatMap(
		(severity) =>
			found ? { ...found, severity, message: `${found.message}\n##[x]` } : [],
	);
	const annotations = checkAnnotations({ ...findings, diagnostics });
	expect(annotations.map(({ annotation_level }) => annotation_level)).toEqual([
		"failure",
		"warning",
		"notice",
	]);
	for (const { message } of annotations) {
		expect(message).not.toMatch(/##\[|\u202e/);
		expect(message.split("\n")).toHaveLength(3);
	}
});
