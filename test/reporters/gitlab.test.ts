import { expect, test } from "vitest";
import { reportGitlab } from "../../src/reporters/gitlab.ts";
import { reportOn } from "./report-on.ts";

const gitlab = (...given: Parameters<typeof reportOn>) =>
	JSON.parse(reportGitlab(reportOn(...given)));

test("a problem has the fields that GitLab needs, and a name of its own", () => {
	const found = gitlab({
		".mcp.json":
			'{ "mcpServers": {\n  "docs": { "url": "https://a.example.com" },\n  "more": { "url": "https://b.example.com" } } }',
	});
	expect(found).toEqual(
		[2, 3].map((line) => ({
			description: expect.stringContaining('"type": "http"'),
			check_name: "missing-transport",
			fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
			severity: "major",
			location: { path: ".mcp.json", lines: { begin: line, end: line } },
		})),
	);
	expect(found[0].fingerprint).not.toBe(found[1].fingerprint);
});

test("a credential blocks, a lost file is critical, and what is mild stays mild", () => {
	const secret = ["Gk7#", "vQ2w", "Zt9p", "Lx4m"].join("");
	const severities = (text: string, ...config: object[]) =>
		gitlab({ ".mcp.json": text }, ...config).map(
			(each: Record<string, string>) => `${each.check_name} ${each.severity}`,
		);
	const server = { command: "x", env: { DB_PASSWORD: secret } };
	const text = JSON.stringify({ mcpServers: { "my db": server } });
	expect(severities(text, { rules: { "literal-secret": "error" } })).toEqual([
		"normalized-name info",
		"literal-secret blocker",
	]);
	expect(
		severities(text, { rules: { "literal-secret": "warning" } }),
	).toContain("literal-secret minor");
	expect(severities("{ , }")).toEqual(["invalid-syntax critical"]);
});

test("nothing wrong is an empty list", () => {
	expect(gitlab({ ".mcp.json": '{ "mcpServers": {} }' })).toEqual([]);
});
