import { describe, expect, test } from "vitest";
import { reportGithub } from "../../src/reporters/github.ts";
import { readStepLog } from "../github/runner.ts";
import { hostileNames, hostileProject } from "./hostile-names.ts";
import { reporters, reportOn } from "./report-on.ts";

/** How the workflow runner finds commands: at the beginning of a line, after white space, or anywhere in it. */
function commandsIn(output: string): string[] {
	return output
		.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
		.filter((line) => line.trim().startsWith("::") || line.includes("##["));
}

/** What a terminal acts on or nobody sees, but for the end of a line. */
function unseenIn(output: string): string[] {
	return output.match(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu) ?? [];
}

test("the runner's rules find a command where there is one", () => {
	expect(commandsIn("a\n  ::error::x\nb##[group]\nc:: d")).toHaveLength(2);
	expect(unseenIn("a\u001b[2J\u202eb\n")).toEqual(["\u001b", "\u202e"]);
});

describe.each(Object.entries(reporters))("%s", (name, reporter) => {
	test.each(hostileNames)("does nothing with %j", (hostile) => {
		const report = reportOn(hostileProject(hostile));
		const output = reporter(report);
		expect(commandsIn(output)).toEqual([]);
		expect(unseenIn(output)).toEqual([]);
		// it was not passed over
		expect(report.diagnostics.length).toBeGreaterThan(8);
		expect(output).toContain("MARK");
	});

	test("takes the folder above for a name like any other", () => {
		for (const hostile of hostileNames) {
			const report = reportOn(hostileProject("MARK"));
			const inRepository = (file: string) => `${hostile}/${file}`;
			const output = reporter({ ...report, inRepository });
			expect([...commandsIn(output), ...unseenIn(output)]).toEqual([]);
		}
	});

	test.runIf(/json|sarif|gitlab/.test(name))(
		"is JSON whatever the names are",
		() => {
			for (const hostile of hostileNames) {
				const output = reporter(reportOn(hostileProject(hostile)));
				expect(() => JSON.parse(output)).not.toThrow();
			}
		},
	);
});

test.each(hostileNames)(
	"the runner finds our annotations and no other command, whatever has the name %j",
	(hostile) => {
		const report = reportOn(hostileProject(hostile));
		const inRepository = (file: string) => `${hostile}/${file}`;
		for (const each of [report, { ...report, inRepository }]) {
			const output = reportGithub(each);
			const { annotations, commands, lines } = readStepLog(output);
			expect(annotations.length).toBeGreaterThan(5);
			for (const { properties } of annotations)
				expect(properties.title).toMatch(/mcp-config-lint/);
			expect(commands).toEqual([]);
			expect(commandsIn(lines.join("\n"))).toEqual([]);
			expect(unseenIn(output)).toEqual([]);
		}
	},
);
