import { expect, test } from "vitest";
import { fingerprints } from "../src/fingerprint.ts";
import type { Report } from "../src/reporters/reporter.ts";
import { reportOn } from "./reporters/report-on.ts";

/** The names of the diagnostics of a rule, in the order of the text. */
function names(report: Report, rule: string): (string | undefined)[] {
	const { diagnostics, documents, mask, inRepository } = report;
	const found = fingerprints(diagnostics, documents, mask, inRepository);
	return diagnostics
		.filter((each) => each.rule === rule)
		.map((each) => found.get(each));
}

const settings = (text: string) => reportOn({ ".claude/settings.json": text });
const allow = (...rules: readonly string[]) =>
	settings(JSON.stringify({ permissions: { allow: rules } }));
const hooks = (...timeouts: readonly unknown[]) =>
	settings(
		JSON.stringify({
			hooks: {
				PreToolUse: timeouts.map((timeout) => ({
					matcher: "Bash",
					hooks: [{ type: "command", command: "guard", timeout }],
				})),
			},
		}),
	);

test("a name stays when lines are added, and when the file is written in another way", () => {
	const rule = "missing-transport";
	const text = '{ "mcpServers": { "a": { "url": "https://a.example.com" } } }';
	const [before] = names(reportOn({ ".mcp.json": text }), rule);
	const other = JSON.stringify(JSON.parse(text), null, 4).replace(
		'"a"',
		'"b": { "command": "b" },\n\n"a"',
	);
	expect(before).toMatch(/^[0-9a-f]{32}$/);
	expect(names(reportOn({ ".mcp.json": other }), rule)).toEqual([before]);
});

test("a name stays when other items of its list come and go", () => {
	const rule = "invalid-permission-rule";
	const [one, two] = names(allow("Bash(a", "Bash(b"), rule);
	expect(names(allow("Read", "Bash(b", "Bash(c)"), rule)).toEqual([two]);
	expect(names(allow("Bash(b", "Bash(a"), rule)).toEqual([two, one]);
});

test("a name stays when items of the lists around its value come and go", () => {
	const rule = "invalid-hook";
	const [one, two] = names(hooks("30", "60"), rule);
	expect(one).not.toBe(two);
	expect(names(hooks(5, 10, "60"), rule)).toEqual([two]);
	expect(names(hooks("60", "30"), rule)).toEqual([two, one]);
});

test("the same problem twice has two names, and one of them stays when the other is gone", () => {
	const rule = "invalid-permission-rule";
	const both = names(allow("Bash(a", "Bash(a"), rule);
	expect(new Set(both).size).toBe(2);
	expect(names(allow("Bash(a"), rule)).toEqual([both[0]]);
});

test("a key that stands twice gives two names to what is wrong with both of its values", () => {
	const server =
		'"a": { "type": "streamableHttp", "url": "https://a.example.com" }';
	const report = reportOn({
		".mcp.json": `{ "mcpServers": { ${server}, ${server}, ${server} } }`,
	});
	const found = names(report, "duplicate-key");
	expect(found).toHaveLength(2);
	expect(new Set(found).size).toBe(2);
});

test("no two names of a run are the same", () => {
	const text = JSON.stringify({
		mcpServers: { 0: { url: "a" }, a: { url: "a", args: [1, 1, "1"] } },
		permissions: { allow: ["a", "a", "b(", "b(", 1, 1, {}, {}] },
		hooks: { PreToolUse: [{}, {}, { hooks: [{}, {}] }, { hooks: [{}, {}] }] },
	});
	const report = reportOn({
		".mcp.json": text,
		"b/.mcp.json": text,
		".claude/settings.json": text,
		"b/.claude/settings.json": text,
		"c/.mcp.json": "{ , }",
	});
	const { diagnostics, documents, mask, inRepository } = report;
	const found = fingerprints(diagnostics, documents, mask, inRepository);
	expect(diagnostics.length).toBeGreaterThan(20);
	expect(new Set(found.values()).size).toBe(diagnostics.length);
});

test("a name does not depend on the folder that the linter is started in", () => {
	const text = '{ "mcpServers": { "a": { "url": "https://a.example.com" } } }';
	const inside = reportOn({ ".mcp.json": text });
	const outside = reportOn({ "packages/a/.mcp.json": text });
	const inRepository = (file: string) => `packages/a/${file}`;
	const rule = "missing-transport";
	expect(names({ ...inside, inRepository }, rule)).toEqual(
		names(outside, rule),
	);
});

test("nobody can tell from a name whether a credential is the one that they guess", () => {
	const report = (secret: string) =>
		reportOn({
			".mcp.json": JSON.stringify({
				mcpServers: {
					db: { command: "serve", args: ["--password", secret] },
				},
			}),
			".claude/settings.json": JSON.stringify({
				hooks: {
					PreToolUse: [
						{
							matcher: "Bash",
							hooks: [
								{
									type: "http",
									url: "https://a.example.com",
									headers: { "X-Key": ` ${secret} ` },
								},
							],
						},
					],
				},
			}),
		});
	const one = report(["Gk7#", "vQ2w", "Zt9p", "Lx4m"].join(""));
	const other = report(["Wb3!", "kR8s", "Ny5c", "Hd6t"].join(""));
	const rules = new Set(one.diagnostics.map(({ rule }) => rule));
	expect([...rules]).toContain("literal-secret");
	for (const rule of rules)
		expect(names(one, rule)).toEqual(names(other, rule));
});

test("ignores that nothing needs keep their names when another one is written before them", () => {
	const ignore = (rule: string, index: number) => ({
		rule,
		file: ".mcp.json",
		reason: "known",
		location: {
			file: ".mcp-config-lint.yml",
			pointer: `/ignore/${index}`,
			start: 0,
			end: 0,
		},
	});
	const files = { ".mcp.json": '{ "mcpServers": { "a": { "url": "a" } } }' };
	const before = reportOn(files, { ignores: [ignore("insecure-url", 0)] });
	const after = reportOn(files, {
		ignores: [ignore("missing-transport", 0), ignore("insecure-url", 1)],
	});
	expect(names(before, "unused-ignore")).toHaveLength(1);
	expect(names(after, "unused-ignore")).toEqual(names(before, "unused-ignore"));
});
