import { expect, test } from "vitest";
import { applyEdits } from "../../src/edit.ts";
import type { Report } from "../../src/reporters/reporter.ts";
import { shownFix, shownReplacement } from "../../src/reporters/shown-fix.ts";
import { reportOn } from "./report-on.ts";

/** Random, and of no provider. */
const password = ["RXt9", "emQ4", "jEDX", "ao8w", "7"].join("");

const servers = (all: unknown) =>
	reportOn({ ".mcp.json": JSON.stringify({ mcpServers: all }) });

function fixOf({ diagnostics }: Report, rule: string) {
	const fix = diagnostics.find((each) => each.rule === rule)?.fix;
	if (!fix) throw new Error(`there is no fix of ${rule}`);
	return fix;
}

test("a fix that puts a reference in the place of a credential is shown", () => {
	const report = servers({
		db: { command: "serve", env: { DB_PASSWORD: password } },
	});
	const fix = fixOf(report, "literal-secret");
	expect(shownFix(fix, report)).toBe(fix);
	expect(shownReplacement(fix, report)?.text).toBe("${DB_PASSWORD}");
});

test("a fix that writes a credential somewhere else is not shown", () => {
	const report = servers({
		db: { command: `env APP_PASSWORD=${password} npx docs` },
	});
	const fix = fixOf(report, "inline-arguments");
	expect(shownFix(fix, report)).toBeUndefined();
	expect(shownReplacement(fix, report)).toBeUndefined();
});

test.each([
	["a number in a variable", { PIN: 83120457 }],
	["white space around a variable", { PIN: "83120457 " }],
])("a fix of %s, which reports hide, is not shown", (_what, env) => {
	const report = servers({ db: { command: "serve", env } });
	const [fix] = report.diagnostics.flatMap((each) => each.fix ?? []);
	expect(fix).toBeDefined();
	expect(shownFix(fix, report)).toBeUndefined();
});

test("several changes become one, with what stands between them", () => {
	const report = servers({ docs: { command: "docs --follow", env: {} } });
	const fix = fixOf(report, "inline-arguments");
	expect(fix.edits.length).toBeGreaterThan(1);
	const [document] = report.documents;
	const one = shownReplacement(fix, report);
	if (!document || !one) throw new Error("it is not shown");
	expect(applyEdits(document.text, [one])).toBe(
		applyEdits(document.text, fix.edits),
	);
});

test("several changes do not become one across something that is hidden", () => {
	const report = servers({ db: { env: { PIN: "83120457" }, command: "x" } });
	const { text = "" } = report.documents[0] ?? {};
	const at = text.indexOf("83120457");
	const edit = { file: ".mcp.json", text: "a" };
	const fix = {
		title: "Write both",
		edits: [
			{ ...edit, start: at - 10, end: at - 10 },
			{ ...edit, start: at + 12, end: at + 12 },
		],
	};
	expect(shownFix(fix, report)).toBe(fix);
	expect(shownReplacement(fix, report)).toBeUndefined();
});

test("changes of two files are not one", () => {
	const report = reportOn({ ".mcp.json": "{}", "a/.mcp.json": "{}" });
	const edit = { start: 1, end: 1, text: " " };
	const edits = [
		{ ...edit, file: ".mcp.json" },
		{ ...edit, file: "a/.mcp.json" },
	];
	const fix = { title: "Write both", edits };
	expect(shownFix(fix, report)).toBe(fix);
	expect(shownReplacement(fix, report)).toBeUndefined();
});

test("a change of a file that nobody has read is not shown", () => {
	const report = reportOn({ ".mcp.json": "{}" });
	const edit = { file: "other.json", start: 0, end: 0, text: "abc" };
	const fix = { title: "Write it", edits: [edit] };
	expect(shownFix(fix, report)).toBeUndefined();
});
