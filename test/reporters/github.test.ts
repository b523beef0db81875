import { expect, test } from "vitest";
import { annotate, reportGithub } from "../../src/reporters/github.ts";
import { readStepLog } from "../github/runner.ts";
import { reportOn, serversWithoutTransport } from "./report-on.ts";

/** Unpinned packages are infos, one a line from the third on. */
function unpinned(count: number): string {
	const servers = Array.from(
		{ length: count },
		(_, index) =>
			`    "p${index}": { "command": "npx", "args": ["-y", "package-${index}"] }`,
	);
	return `{\n  "mcpServers": {\n${servers.join(",\n")}\n  }\n}\n`;
}

test("a problem is an annotation at its characters, with what the client does and where to read more", () => {
	const report = reportOn({ ".mcp.json": serversWithoutTransport(1) });
	const { annotations, dropped, commands } = readStepLog(reportGithub(report));
	expect(annotations).toEqual([
		{
			name: "error",
			properties: {
				title: "missing-transport (mcp-config-lint)",
				file: ".mcp.json",
				line: "3",
				endLine: "3",
				col: "13",
				endColumn: "17",
			},
			message: expect.stringMatching(
				/^Server "s0": .*"type": "http"\.\nClaude Code drops this server and loads the rest\.\nhttps:\/\/\S+\/missing-transport\.md$/,
			),
		},
	]);
	expect([dropped, commands]).toEqual([[], []]);
});

test("a problem over several lines has lines and no columns", () => {
	const report = reportOn({ ".mcp.json": '{\n  "mcpServers": [\n  ]\n}\n' });
	const [first] = readStepLog(reportGithub(report)).annotations;
	expect(first?.properties).toMatchObject({ line: "2", endLine: "3" });
	expect(first?.properties).not.toHaveProperty("col");
});

test("files are called what the repository calls them", () => {
	const report = {
		...reportOn({ ".mcp.json": serversWithoutTransport(1) }),
		inRepository: (file: string) => `packages/a, b: c/${file}`,
	};
	const [first] = readStepLog(reportGithub(report)).annotations;
	expect(first?.properties.file).toBe("packages/a, b: c/.mcp.json");
});

test("what fits is annotated, and nothing is said about more", () => {
	const report = reportOn({ ".mcp.json": serversWithoutTransport(10) });
	const { annotations } = readStepLog(reportGithub(report));
	expect(annotations.map(({ name }) => name)).toEqual(Array(10).fill("error"));
});

test("of what does not fit there are lines in the log, and a notice says how much and where", () => {
	const report = reportOn({
		".mcp.json": serversWithoutTransport(13),
		"packages/a/.mcp.json": unpinned(12),
	});
	const { annotations, dropped, lines } = readStepLog(reportGithub(report));
	const errors = annotations.filter(({ name }) => name === "error");
	const notices = annotations.filter(({ name }) => name === "notice");
	expect([errors.length, notices.length, dropped.length]).toEqual([10, 10, 0]);
	expect(notices.at(-1)?.message).toBe(
		"6 more problems than GitHub shows here (3 errors, 3 infos): .mcp.json (3), packages/a/.mcp.json (3). The log of this step has all of them.",
	);
	expect(lines.filter((line) => /^(?:error|info) /.test(line))).toHaveLength(6);
	expect(lines[0]).toMatch(/^error \.mcp\.json:13:\d+ Server "s10": /);
});

test("annotations that are taken already leave less room", () => {
	const report = reportOn({ ".mcp.json": serversWithoutTransport(10) });
	const { commands, rest } = annotate(report, { error: 1, info: 2 });
	const { annotations } = readStepLog(commands.join("\n"));
	expect(annotations.map(({ name }) => name)).toEqual([
		...Array(9).fill("error"),
		"notice",
	]);
	expect(rest).toHaveLength(1);
});

test("of very many files some are named", () => {
	const files = Array.from({ length: 40 }, (_, index) => [
		`packages/p${String(index).padStart(2, "0")}/.mcp.json`,
		serversWithoutTransport(1),
	]);
	const report = reportOn(Object.fromEntries(files));
	const last = readStepLog(reportGithub(report)).annotations.at(-1);
	expect(last?.message).toMatch(
		/^30 more problems .*packages\/p19\/\.mcp\.json \(1\), 20 other files\./,
	);
});

test("a clean run has a line and no annotation", () => {
	const report = reportOn({ ".mcp.json": '{ "mcpServers": {} }' });
	expect(reportGithub(report)).toBe("1 file checked, no problems.\n");
});
