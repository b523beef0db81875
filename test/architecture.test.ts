import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { expect, test } from "vitest";

const source = new URL("../src/", import.meta.url);
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
	.map((file) => file.replaceAll("\\", "/"))
	.filter((file) => file.endsWith(".ts"))
	.map((file) => [file, readFileSync(new URL(file, source), "utf8")] as const);

/** The modules that a file imports, those of src as paths below src. */
function imports(file: string, text: string): string[] {
	return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(
		([, name = ""]) =>
			name.startsWith(".") ? posix.join(posix.dirname(file), name) : name,
	);
}

const isShell = (file: string) =>
	[
		"action.ts",
		"changes-since.ts",
		"git-history.ts",
		"github/base-files.ts",
		"github/base-commit.ts",
		"github/base-reader.ts",
		"github/own-files.ts",
		"github/publish.ts",
		"github/event-changes.ts",
		"cli.ts",
		"run.ts",
		"load-config.ts",
		"report-files.ts",
		"files.ts",
		"git.ts",
		"parsers.ts",
		"plugin-files.ts",
		"permission-command.ts",
		"fix-command.ts",
		"github/client.ts",
		"github/changed-files.ts",
		"github/file-at.ts",
		"github/check-run.ts",
		"github/review.ts",
	].includes(file);
const core = files.filter(
	([file]) => !isShell(file) && !file.startsWith("generated/"),
);

test.each(core)("%s neither reads, writes, prints nor waits", (file, text) => {
	const forbidden = imports(file, text).filter((name) =>
		/^(?:node:(?!path$|crypto$)|fs$|child_process$|@actions\/|@octokit\/)/.test(
			name,
		),
	);
	expect(forbidden).toEqual([]);
	expect(text).not.toMatch(/\bprocess\.|\bconsole\.|\bDate\.now|new Date\b/);
	expect(text).not.toMatch(/\basync\b|\bawait\b|\bfetch\(/);
});

test("only files.ts touches the disk, but for the standard input, the event of a workflow and where git is", () => {
	const users = files.filter(([file, text]) =>
		imports(file, text).some((name) => /^(?:node:)?fs/.test(name)),
	);
	expect(users.map(([file]) => file).sort()).toEqual([
		"action.ts",
		"cli.ts",
		"files.ts",
		"git.ts",
	]);
});

test("only git is started, and nothing opens a connection", () => {
	for (const [file, text] of files) {
		if (file === "git.ts") continue;
		expect(
			imports(file, text).filter((name) =>
				/child_process|worker_threads|node:(?:https?|net|tls|dns|dgram|vm)$/.test(
					name,
				),
			),
			file,
		).toEqual([]);
	}
});

test("only the client of GitHub's API can reach somebody", () => {
	const users = files.filter(([file, text]) =>
		imports(file, text).some((name) =>
			/^@(?:octokit|actions\/(?:github|http-client))\b/.test(name),
		),
	);
	expect(users.map(([file]) => file)).toEqual(["github/client.ts"]);
	for (const [file, text] of files) {
		expect(text, file).not.toMatch(
			/(?<![\w.])fetch\(|\bXMLHttpRequest\b|\bWebSocket\(/,
		);
	}
});

test("reporters show no text of a file but through the mask", () => {
	const reporters = files.filter(([file]) => file.startsWith("reporters/"));
	expect(reporters.length).toBeGreaterThan(5);
	for (const [file, text] of reporters) {
		// lengths and line ends are no text
		const code = text
			.replaceAll(/\.text\.length\b/g, "")
			.replaceAll("endOfLine(source.text", "");
		expect(code, file).not.toMatch(
			/\b(?:source|document)\.text\b|\{[^}]*\btext\b[^}]*\}: (?:Document|Source)\b/,
		);
		expect(imports(file, text), file).not.toContain(
			"secrets/likely-credentials.ts",
		);
	}
});

test("the core does not know the shells", () => {
	for (const [file, text] of core) {
		const shells = imports(file, text).filter(
			(name) =>
				isShell(name) &&
				// types of what a run gives are no code
				!new RegExp(`import type [^;]*"[./]*${name}"`).test(text),
		);
		expect(shells, file).toEqual([]);
	}
});

test("rules know the domain, the words and the data, and not each other's surroundings", () => {
	for (const [file, text] of files) {
		if (!file.startsWith("rules/")) continue;
		for (const name of imports(file, text)) {
			expect(name, file).not.toMatch(
				/^(?:reporters|generated|syntax\/json|lint|config|schemas)/,
			);
		}
	}
});

test("a rule compares with no client's name and no file's name", () => {
	for (const [file, text] of files) {
		if (!file.startsWith("rules/")) continue;
		const code = text.replace(/examples: \[[\s\S]*?\n\t\],/, "");
		expect(code, file).not.toMatch(
			/===\s*"(?:claude-code|Claude Code|\.mcp\.json|visual-studio)"/,
		);
	}
});

test("no module is called utils, helpers, common or manager", () => {
	for (const [file] of files) {
		expect(file).not.toMatch(/(?:util|helper|common|manager|misc)/i);
	}
});

test("generated modules need nothing that a bundle does not have", () => {
	for (const [file, text] of files) {
		if (file.startsWith("generated/"))
			expect(text, file).not.toContain("require(");
	}
});
