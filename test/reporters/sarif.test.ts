import { expect, test } from "vitest";
import { rules } from "../../src/generated/rules.ts";
import { reportSarif } from "../../src/reporters/sarif.ts";
import { SECURITY } from "../../src/reporters/security-severity.ts";
import type { Rule } from "../../src/rule.ts";
import { reportOn } from "./report-on.ts";

const sarif = (...given: Parameters<typeof reportOn>) =>
	JSON.parse(reportSarif(reportOn(...given))).runs[0];

const wrong =
	'{\n  "mcpServers": {\n    "😀 docs": { "url": "https://docs.example.com/mcp" }\n  }\n}\n';

test("a result has its rule, its level, its place in UTF-16 units, its name and its fix", () => {
	const run = sarif({ "a b/[x]/.mcp.json": wrong });
	const [missing] = run.results.filter(
		({ level }: { level: string }) => level === "error",
	);
	expect(run.columnKind).toBe("utf16CodeUnits");
	expect(run.tool.driver.rules[missing.ruleIndex].id).toBe(missing.ruleId);
	const artifactLocation = {
		uri: "a%20b/%5Bx%5D/.mcp.json",
		uriBaseId: "%SRCROOT%",
	};
	expect(missing).toEqual({
		ruleId: "missing-transport",
		ruleIndex: expect.any(Number),
		level: "error",
		message: { text: expect.stringContaining('"type": "http"') },
		locations: [
			{
				physicalLocation: {
					artifactLocation,
					region: { startLine: 3, startColumn: 18, endLine: 3, endColumn: 23 },
				},
			},
		],
		partialFingerprints: {
			"mcpConfigLint/v1": expect.stringMatching(/^[0-9a-f]{32}$/),
		},
		fixes: [
			{
				description: { text: 'Write "type": "http".' },
				artifactChanges: [
					{
						artifactLocation,
						replacements: [
							{
								deletedRegion: {
									startLine: 3,
									startColumn: 18,
									endLine: 3,
									endColumn: 18,
								},
								insertedContent: { text: '"type": "http", ' },
							},
						],
					},
				],
				properties: { unsafe: false },
			},
		],
	});
});

test("a severity that the user has set is the level of the result, not of the rule", () => {
	const config = { rules: { "missing-transport": "info" } } as const;
	const run = sarif({ ".mcp.json": wrong.replace("😀 ", "") }, config);
	expect(run.results[0].level).toBe("note");
	expect(run.tool.driver.rules[0].defaultConfiguration.level).toBe("error");
});

test("only the rules of the results are described, each with all that code scanning shows", () => {
	const { driver } = sarif({ ".mcp.json": wrong }).tool;
	expect(driver.rules.map(({ id }: { id: string }) => id)).toEqual([
		"ambiguous-name",
		"missing-transport",
	]);
	for (const rule of driver.rules) {
		expect(rule.shortDescription.text).not.toBe("");
		expect(rule.fullDescription.text).not.toBe("");
		expect(rule.help.text).toContain(rule.helpUri);
		expect(rule.help.markdown).toContain(rule.helpUri);
	}
});

test("no rule is larger than GitHub takes", () => {
	const [document] = reportOn({ ".mcp.json": wrong }).diagnostics;
	if (!document) throw new Error("nothing is wrong");
	const report = reportOn({ ".mcp.json": wrong });
	const diagnostics = Object.keys(rules).map((rule) => ({ ...document, rule }));
	const [run] = JSON.parse(reportSarif({ ...report, diagnostics })).runs;
	expect(run.tool.driver.rules).toHaveLength(Object.keys(rules).length);
	for (const rule of run.tool.driver.rules) {
		expect(rule.shortDescription.text.length).toBeLessThanOrEqual(1024);
		expect(rule.fullDescription.text.length).toBeLessThanOrEqual(1024);
		expect(rule.properties.tags.length).toBeLessThanOrEqual(20);
	}
});

test("whether a rule is about security is decided for each that exposes or risks something", () => {
	const judged = Object.entries<Rule>(rules)
		.filter(([, { effect }]) => effect === "exposed" || effect === "risky")
		.map(([id]) => id);
	expect(Object.keys(SECURITY).sort()).toEqual(judged.sort());
	for (const { score } of Object.values(SECURITY)) {
		if (score === undefined) continue;
		expect(score).toBeGreaterThan(0);
		expect(score).toBeLessThanOrEqual(10);
	}
});

test("a credential makes an alert of security, a name does not", () => {
	const secret = ["Gk7#", "vQ2w", "Zt9p", "Lx4m"].join("");
	const { driver } = sarif({
		".mcp.json": JSON.stringify({
			mcpServers: { "my db": { command: "x", env: { DB_PASSWORD: secret } } },
		}),
	}).tool;
	const [first, second] = driver.rules;
	expect([first.id, second.id]).toEqual(["literal-secret", "normalized-name"]);
	expect(first.properties["security-severity"]).toBe("8.0");
	expect(first.properties.tags).toContain("security");
	expect(second.properties).not.toHaveProperty("security-severity");
	expect(second.properties.tags).not.toContain("security");
});

test("the message links to the other places, and a name in it is no link", () => {
	const report = reportOn({
		".mcp.json":
			'{ "mcpServers": { "docs.v2": { "command": "a" }, "docs_v2": { "command": "b" } } }',
	});
	const diagnostics = report.diagnostics
		.filter(({ related }) => related)
		.map((each) => ({
			...each,
			message: 'Server "\\[a](https://example.com)" is wrong.',
		}));
	const [run] = JSON.parse(reportSarif({ ...report, diagnostics })).runs;
	const [result] = run.results;
	expect(result.message.text).toBe(
		'Server "\\[a\\](https://example.com)" is wrong. See: [the other server](1).',
	);
	expect(result.relatedLocations[0]).toMatchObject({
		id: 1,
		message: { text: "the other server" },
	});
});

test("nothing wrong is a run without results", () => {
	const run = sarif({ ".mcp.json": '{ "mcpServers": {} }' });
	expect(run.results).toEqual([]);
	expect(run.automationDetails.id).toBe("mcp-config-lint/");
});
