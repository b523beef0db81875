import { repository } from "../generated/package.ts";
import type { Diagnostic } from "../rule.ts";
import { placesIn } from "./json-values.ts";
import { printableXml } from "./printable.ts";
import { type Report, ruleUrl } from "./reporter.ts";

const TOOL = "mcp-config-lint";

/** Something that passed or failed. All texts are as the file has them. */
interface TestCase {
	/** What no other case of its file is called: test reports show only one of several with the same name. */
	readonly name: string;
	readonly line?: number;
	readonly failure?: { readonly message: string; readonly severity: string };
	/** What is to be read about a case, line by line. */
	readonly details: readonly string[];
}

interface TestSuite {
	readonly file: string;
	readonly cases: readonly TestCase[];
}

/**
 * For test reports, as GitLab, Jenkins and others read them: each file is a suite, each error and warning a case that failed, each info one that passed and has something to
 * say. A file without problems is a case as well, and so is a run without files, because some take a report without cases for a mistake.
 */
export function reportJunit(report: Report): string {
	const suites = suitesOf(report);
	const all = suites.flatMap(({ cases }) => cases);
	const lines = [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<testsuites${attributes({ name: TOOL, ...counts(all) })}>`,
		...suites.flatMap(writeSuite),
		"</testsuites>",
	];
	return `${lines.join("\n")}\n`;
}

function suitesOf(report: Report): TestSuite[] {
	const { checked, diagnostics, inRepository } = report;
	const passed: TestCase = { name: cleanName(report), details: [] };
	const groups = new Map<string, Diagnostic[]>(
		[...checked].map((file) => [file, []]),
	);
	for (const diagnostic of diagnostics) {
		const { file } = diagnostic.location;
		const group = groups.get(file);
		if (group) group.push(diagnostic);
		else groups.set(file, [diagnostic]);
	}
	if (groups.size === 0) {
		return [{ file: TOOL, cases: [{ ...passed, name: "nothing to check" }] }];
	}
	return [...groups].map(([file, group]) => ({
		file: inRepository(file),
		cases: group.length === 0 ? [passed] : casesOf(group, report),
	}));
}

/** What is true of a file without problems, whatever the report leaves out. */
function cleanName({ omitted, unchanged }: Report): string {
	const what = omitted > 0 ? "no errors" : "no problems";
	return unchanged > 0 ? `${what} in what has changed` : what;
}

/** Cases are named after the value that they are about rather than its line, so that they stay the same when lines are added. */
function casesOf(
	diagnostics: readonly Diagnostic[],
	{ sources, inRepository }: Report,
): TestCase[] {
	const place = placesIn(sources);
	const seen = new Map<string, number>();
	return diagnostics.map(({ rule, severity, message, location }) => {
		const { start } = place(location);
		const name = [rule, location.pointer].filter(Boolean).join(" ");
		const times = (seen.get(name) ?? 0) + 1;
		seen.set(name, times);
		const where = `${inRepository(location.file)}:${start.line}:${start.column}`;
		return {
			name: times === 1 ? name : `${name} (${times})`,
			line: start.line,
			...(severity !== "info" && { failure: { message, severity } }),
			details: [
				`${severity}: ${message}`,
				`at ${where}`,
				`see ${ruleUrl(repository, rule)}`,
			],
		};
	});
}

function counts(cases: readonly TestCase[]) {
	const failures = cases.filter(({ failure }) => failure).length;
	return { tests: cases.length, failures, errors: 0, time: 0 };
}

function writeSuite({ file, cases }: TestSuite): string[] {
	const head = attributes({ name: file, ...counts(cases), skipped: 0 });
	return [
		`  <testsuite${head}>`,
		...cases.flatMap((each) => writeCase(each, file)),
		"  </testsuite>",
	];
}

function writeCase(
	{ name, line, failure, details }: TestCase,
	file: string,
): string[] {
	const head = `    <testcase${attributes({ name, classname: file, file, ...(line && { line }), time: 0 })}`;
	if (details.length === 0) return [`${head}/>`];
	const text = details.map(printableXml).join("\n");
	const inside = failure
		? `<failure${attributes({ message: failure.message, type: failure.severity })}>${text}</failure>`
		: `<system-out>${text}</system-out>`;
	return [`${head}>`, `      ${inside}`, "    </testcase>"];
}

function attributes(values: Readonly<Record<string, string | number>>): string {
	return Object.entries(values)
		.map(([name, value]) => ` ${name}="${printableXml(String(value))}"`)
		.join("");
}
