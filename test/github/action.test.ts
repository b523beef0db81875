import { once } from "node:events";
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import { serversWithoutTransport } from "../reporters/report-on.ts";
import {
	commit,
	createWorkspace,
	git,
	metadata,
	readText,
	runAction,
	SHA,
	type StepRequest,
	type Workspace,
	writeFiles,
} from "./action.ts";

// The bundled action, run as the runner runs it. Nobody answers at the address of the API here.

const workspaces: Workspace[] = [];

afterEach(() => {
	for (const { temporary } of workspaces.splice(0))
		rmSync(temporary, { recursive: true, force: true });
});

function workspace(files: Readonly<Record<string, string>>): Workspace {
	const made = createWorkspace(files);
	workspaces.push(made);
	return made;
}

/** A pull request whose branch is in the same repository, or in a fork. */
function pullRequest(
	base: string,
	{ head = SHA, fork = false } = {},
): Pick<StepRequest, "event" | "payload"> {
	const repo = { full_name: "octo-org/octo-repo" };
	return {
		event: "pull_request",
		payload: {
			action: "synchronize",
			number: 7,
			pull_request: {
				number: 7,
				head: {
					sha: head,
					repo: fork ? { full_name: "somebody/octo-repo" } : repo,
				},
				base: { sha: base, repo },
			},
			repository: repo,
		},
	};
}

const wrong = serversWithoutTransport(2);
const right = '{ "mcpServers": { "docs": { "command": "docs-server" } } }\n';

/** The lines that errors are shown at. */
function errorLines(annotations: readonly { properties: { line?: string } }[]) {
	return annotations.map(({ properties }) => properties.line);
}

describe("without inputs, token or rights", () => {
	test.each([
		["push", { before: SHA, after: SHA }],
		["workflow_dispatch", { inputs: null }],
		["schedule", { schedule: "0 0 * * *" }],
		["merge_group", { merge_group: { base_sha: SHA, head_sha: SHA } }],
		["an_event_of_the_future", { pull_request: "?" }],
	])(
		"%s: everything is reported, in annotations, log, summary and outputs",
		async (event, payload) => {
			const result = await runAction(workspace({ ".mcp.json": wrong }), {
				event,
				payload,
			});
			expect(result.annotations.map(({ name }) => name)).toEqual([
				"error",
				"error",
			]);
			expect(errorLines(result.annotations)).toEqual(["3", "4"]);
			expect(result.annotations[0]?.properties.file).toBe(".mcp.json");
			expect(result.commands).toEqual([]);
			expect(result.lines.join("\n")).toContain("1 file checked: 2 errors");
			expect(result.summary).toContain(
				`| [3](https://github.com/octo-org/octo-repo/blob/${SHA}/.mcp.json#L3) |`,
			);
			expect(result.outputs).toEqual({
				errors: "2",
				warnings: "0",
				infos: "0",
			});
			expect(result.status).toBe(1);
		},
	);

	test.each([
		["from the same repository", false],
		["from a fork", true],
	])("a pull request %s: the same", async (_from, fork) => {
		const result = await runAction(
			workspace({ ".mcp.json": wrong }),
			pullRequest(SHA, { fork }),
		);
		expect(errorLines(result.annotations)).toEqual(["3", "4"]);
		expect(result.status).toBe(1);
	});

	test("a right configuration is a green step", async () => {
		const result = await runAction(workspace({ ".mcp.json": right }), {});
		expect(result.annotations).toEqual([]);
		expect(result.summary).toContain("✅ 1 file checked, no problems.");
		expect(result.outputs).toEqual({ errors: "0", warnings: "0", infos: "0" });
		expect(result.status).toBe(0);
	});

	test("a repository without configuration is a green step", async () => {
		const result = await runAction(workspace({ "README.md": "#" }), {});
		expect(result.stdout).toContain("nothing to check");
		expect([result.annotations, result.status]).toEqual([[], 0]);
	});

	test("a job that has forgotten the checkout is told so", async () => {
		const { annotations } = await runAction(workspace({}), {});
		expect(annotations.map(({ message }) => message)).toEqual([
			"The workspace is empty; a step with actions/checkout has to come before.",
		]);
	});

	test("of very many problems each level has ten annotations, and a notice for the others", async () => {
		const { annotations, dropped, summary } = await runAction(
			workspace({ ".mcp.json": serversWithoutTransport(30) }),
			{},
		);
		expect(annotations.map(({ name }) => name)).toEqual([
			...Array(10).fill("error"),
			"notice",
		]);
		expect(annotations.at(-1)?.message).toMatch(/^20 more problems /);
		expect(dropped).toEqual([]);
		expect(summary.match(/^\| \[\d+\]/gm)).toHaveLength(30);
	});

	test("a summary stays below what GitHub takes", async () => {
		const { summary } = await runAction(
			workspace({ ".mcp.json": serversWithoutTransport(9_000) }),
			{},
		);
		expect(Buffer.byteLength(summary)).toBeGreaterThan(500_000);
		expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
		expect(summary).toMatch(/\d+ more problems found no room on this page/);
	});

	test.each(["broken.json", "nowhere.json"])(
		"an event that cannot be read is as if nobody knew it, also where GitHub is asked: %s",
		async (event) => {
			const server = createServer((_, response) => {
				response.writeHead(401).end();
			}).listen(0, "127.0.0.1");
			onTestFinished(() => void server.close());
			await once(server, "listening");
			const { port } = Object(server.address());
			const made = workspace({ ".mcp.json": wrong });
			writeFileSync(join(made.temporary, "broken.json"), '{"pull_request"');
			const result = await runAction(made, {
				inputs: { "check-run": "true", token: "ghs_none" },
				environment: {
					GITHUB_EVENT_PATH: join(made.temporary, event),
					GITHUB_API_URL: `http://127.0.0.1:${port}`,
				},
			});
			expect(result.annotations[0]?.message).toBe(
				"There is no check run: GitHub does not know the token (401).",
			);
			expect(result.stdout).not.toContain("GITHUB_EVENT_PATH");
			expect(errorLines(result.annotations)).toEqual([undefined, "3", "4"]);
		},
	);

	test("a server that keeps no summaries is no failure", async () => {
		const result = await runAction(workspace({ ".mcp.json": right }), {
			environment: { GITHUB_STEP_SUMMARY: "" },
		});
		expect(result.status).toBe(0);
	});
});

describe("inputs", () => {
	test.each([
		["error", 1],
		["never", 0],
	])("fail-on: %s", async (failOn, status) => {
		const result = await runAction(workspace({ ".mcp.json": wrong }), {
			inputs: { "fail-on": failOn },
		});
		expect(result.status).toBe(status);
		expect(result.annotations).toHaveLength(2);
	});

	test("working-directory and paths say what is linted; places count from the repository's root", async () => {
		const made = workspace({
			"packages/a/.mcp.json": wrong,
			"packages/b/.mcp.json": wrong,
			"packages/c/.mcp.json": wrong,
			"other/.mcp.json": wrong,
		});
		commit(made);
		const { annotations } = await runAction(made, {
			inputs: { "working-directory": "packages", paths: "a\n[bc]/*.json\n" },
		});
		const files = annotations.map(({ properties }) => properties.file);
		expect([...new Set(files)]).toEqual([
			"packages/a/.mcp.json",
			"packages/b/.mcp.json",
			"packages/c/.mcp.json",
		]);
	});

	test("without a repository, as where the checkout is only downloaded, places count from the workspace", async () => {
		const made = workspace({ "packages/a/.mcp.json": wrong });
		const { annotations, summary } = await runAction(made, {
			inputs: { "working-directory": "packages" },
		});
		expect(annotations[0]?.properties.file).toBe("packages/a/.mcp.json");
		expect(summary).toContain(`/blob/${SHA}/packages/a/.mcp.json#L3`);
	});

	test("config names our configuration", async () => {
		const made = workspace({
			".mcp.json": wrong,
			"lint.yml": "rules: { missing-transport: off }\n",
		});
		const { status } = await runAction(made, {
			inputs: { config: "lint.yml" },
		});
		expect(status).toBe(0);
	});

	test("sarif-file is written beside everything else, and is an output", async () => {
		const made = workspace({ ".mcp.json": wrong });
		const result = await runAction(made, {
			inputs: { "sarif-file": "lint.sarif" },
		});
		expect(result.outputs["sarif-file"]).toBe("lint.sarif");
		expect(result.annotations).toHaveLength(2);
		const { runs } = JSON.parse(readText(made, "lint.sarif"));
		expect(runs[0].results).toHaveLength(2);
	});

	test.skipIf(process.platform === "win32").each([
		["to elsewhere", "../victim", "lint.sarif"],
		["to another file of the workspace", "victim", "lint.sarif"],
		["through a folder", "..", "lint.sarif/victim"],
	])(
		"sarif-file does not follow a link of the repository %s",
		async (_to, target, sarifFile) => {
			const made = workspace({ ".mcp.json": wrong, victim: "as it was" });
			writeFileSync(join(made.temporary, "victim"), "as it was");
			symlinkSync(target, join(made.folder, "lint.sarif"));
			const result = await runAction(made, {
				inputs: { "sarif-file": sarifFile },
			});
			expect(result.annotations.at(-1)?.message).toBe(
				`the input sarif-file leads through a symbolic link: "${sarifFile}"; name a file that the repository does not have`,
			);
			expect(readText(made, "victim")).toBe("as it was");
			expect(readText(made, "../victim")).toBe("as it was");
			expect(result.outputs).toEqual({
				errors: "2",
				warnings: "0",
				infos: "0",
			});
			expect(result.status).toBe(1);
		},
	);

	test.skipIf(process.platform === "win32")(
		"a folder that is a link above the workspace is none of the repository's",
		async () => {
			const made = workspace({ ".mcp.json": right });
			const link = join(made.temporary, "link");
			symlinkSync("work", link);
			const result = await runAction(
				{ ...made, folder: link },
				{ inputs: { "sarif-file": "lint.sarif" } },
			);
			expect(result.outputs["sarif-file"]).toBe("lint.sarif");
			expect(result.status).toBe(0);
		},
	);

	test.each([
		[
			{ "fail-on": "always" },
			/fail-on takes error, warning, info or never, not "always"/,
		],
		[{ "only-changed": "yes" }, /only-changed takes off, files or lines/],
		[{ review: "maybe" }, /review takes false or true/],
		[{ paths: "nowhere/" }, /cannot read nowhere\/: there is no such file/],
		[{ "working-directory": "nowhere" }, /names no folder: "nowhere"/],
		[{ config: "nowhere.yml" }, /nowhere\.yml/],
		[{ "sarif-file": ".mcp.json" }, /cannot write a report to \.mcp\.json/],
		[{ "sarif-file": "no/a.sarif" }, /no\/a\.sarif: there is no such folder/],
	])("%j is one error that says what is wrong", async (inputs, sentence) => {
		const result = await runAction(workspace({ ".mcp.json": right }), {
			inputs,
		});
		expect(result.annotations.map(({ name }) => name)).toEqual(["error"]);
		expect(result.annotations[0]?.message).toMatch(sentence);
		expect(result.stdout).not.toMatch(/ at .*\.js:\d+/);
		expect(result.status).toBe(1);
	});

	test("check-run and review without a token are a notice each", async () => {
		const result = await runAction(workspace({ ".mcp.json": right }), {
			...pullRequest(SHA),
			inputs: { "check-run": "true", review: "true" },
		});
		expect(
			result.annotations.map(({ name, message }) => [name, message]),
		).toEqual([
			["notice", "There is no check run: there is no token."],
			["notice", "There is no review: there is no token."],
		]);
		expect(result.summary).toContain("there is no token");
		expect(result.status).toBe(0);
	});

	test("every input is described, and every one that is described is read", async () => {
		const names = Object.keys(metadata.inputs).sort();
		expect(names).toEqual([
			"check-run",
			"config",
			"config-from",
			"fail-on",
			"only-changed",
			"paths",
			"review",
			"sarif-file",
			"token",
			"working-directory",
		]);
		expect(metadata.runs).toEqual({
			using: "node24",
			main: "dist/action/index.js",
		});
	});
});

describe("only-changed, where git has the commits", () => {
	function changed(onlyChanged: string) {
		const made = workspace({
			".mcp.json": serversWithoutTransport(3),
			"a/.mcp.json": wrong,
		});
		const base = commit(made);
		writeFiles(made, {
			".mcp.json": serversWithoutTransport(3).replace('"s1"', '"new"'),
		});
		const head = commit(made);
		return { made, base, head, inputs: { "only-changed": onlyChanged } };
	}

	test.each([
		["lines", ["4"]],
		["files", ["3", "4", "5"]],
		["off", ["3", "4", "5", "3", "4"]],
	])("of a pull request: %s", async (mode, lines) => {
		const { made, base, head, inputs } = changed(mode);
		const result = await runAction(made, {
			...pullRequest(base, { head }),
			inputs,
		});
		expect(errorLines(result.annotations)).toEqual(lines);
	});

	test("what others have changed on the base branch is none of a pull request's", async () => {
		const made = workspace({
			".mcp.json": serversWithoutTransport(3),
			"a/.mcp.json": right,
		});
		const base = commit(made);
		git(made, "checkout", "-q", "-b", "topic");
		writeFiles(made, {
			".mcp.json": serversWithoutTransport(3).replace('"s1"', '"new"'),
		});
		const head = commit(made);
		git(made, "checkout", "-q", "main");
		writeFiles(made, {
			"a/.mcp.json": wrong,
			".mcp-config-lint.yml": "rules: { invalid-server: error }\n",
		});
		commit(made);
		git(made, "merge", "-q", "--no-edit", "topic");
		const merge = git(made, "rev-parse", "HEAD");
		const request = {
			...pullRequest(base, { head }),
			inputs: { "only-changed": "lines" },
			environment: { GITHUB_SHA: merge },
		};
		const { annotations } = await runAction(made, request);
		expect(annotations.map(({ name }) => name)).toEqual(["error"]);
		expect(errorLines(annotations)).toEqual(["4"]);
	});

	test("of a push, and of a merge queue", async () => {
		const { made, base, inputs } = changed("lines");
		const pushed = await runAction(made, { payload: { before: base }, inputs });
		expect(errorLines(pushed.annotations)).toEqual(["4"]);
		const payload = { merge_group: { base_sha: base } };
		const merged = await runAction(made, {
			event: "merge_group",
			payload,
			inputs,
		});
		expect(errorLines(merged.annotations)).toEqual(["4"]);
	});

	test("where nobody can tell, everything is reported, and a notice says so", async () => {
		const { made, inputs } = changed("lines");
		const manual = await runAction(made, {
			event: "workflow_dispatch",
			inputs,
		});
		expect(manual.annotations).toHaveLength(6);
		expect(manual.annotations[0]?.message).toBe(
			"It is not known what has changed (this event has nothing to compare with), so all problems are reported.",
		);
		const shallow = await runAction(made, { payload: { before: SHA }, inputs });
		expect(shallow.annotations[0]?.message).toContain("there is no token");
		expect(shallow.annotations).toHaveLength(6);
	});
});

describe("our configuration in a pull request", () => {
	const accepting = "rules: { missing-transport: off }\n";

	/** A pull request that brings along a configuration which accepts everything. */
	async function accepted(more: StepRequest = {}) {
		const made = workspace({ ".mcp.json": wrong });
		const base = commit(made);
		writeFiles(made, { ".mcp-config-lint.yml": accepting });
		const head = commit(made);
		return runAction(made, { ...pullRequest(base, { head }), ...more });
	}

	test("is that of the base branch, and the summary says that the pull request changes it", async () => {
		const result = await accepted();
		expect(errorLines(result.annotations)).toEqual([undefined, "3", "4"]);
		expect(result.annotations[0]?.name).toBe("notice");
		expect(result.summary).toContain(
			"> This pull request changes the configuration or the baseline",
		);
		expect(result.status).toBe(1);
	});

	test("is its own where the workflow wants it so", async () => {
		const result = await accepted({ inputs: { "config-from": "head" } });
		expect([result.annotations, result.status]).toEqual([[], 0]);
	});

	test("of the base counts although the pull request removes it", async () => {
		const made = workspace({
			".mcp.json": wrong,
			".mcp-config-lint.yml": accepting,
		});
		const base = commit(made);
		git(made, "rm", "-q", ".mcp-config-lint.yml");
		const head = commit(made);
		const result = await runAction(made, pullRequest(base, { head }));
		expect(result.annotations.map(({ name }) => name)).toEqual(["notice"]);
		expect(result.status).toBe(0);
	});

	test("that is named and none of the repository's counts as it is", async () => {
		const made = workspace({ ".mcp.json": wrong });
		const base = commit(made);
		writeFileSync(join(made.temporary, "lint.yml"), accepting);
		const result = await runAction(made, {
			...pullRequest(base),
			inputs: { config: join(made.temporary, "lint.yml") },
		});
		expect([result.annotations, result.status]).toEqual([[], 0]);
	});

	test.skipIf(process.platform === "win32")(
		"can be a link to another file of the base branch",
		async () => {
			const made = workspace({ ".mcp.json": wrong, "shared.yml": accepting });
			symlinkSync("shared.yml", join(made.folder, ".mcp-config-lint.yml"));
			const base = commit(made);
			const result = await runAction(made, pullRequest(base));
			expect([result.annotations, result.status]).toEqual([[], 0]);
			writeFiles(made, { "shared.yml": "rules: {}\n" });
			const head = commit(made);
			const changed = await runAction(made, pullRequest(base, { head }));
			expect(changed.annotations.map(({ name }) => name)).toEqual(["notice"]);
			expect(changed.status).toBe(0);
		},
	);

	test.skipIf(process.platform === "win32")(
		"tells nothing of a file that it is a link to",
		async () => {
			const made = workspace({ ".mcp.json": wrong });
			const base = commit(made);
			writeFileSync(join(made.temporary, "outside"), "password: 1\n");
			symlinkSync("../outside", join(made.folder, ".mcp-config-lint.yml"));
			const head = commit(made);
			const result = await runAction(made, pullRequest(base, { head }));
			expect(result.stdout + result.summary).not.toContain("password");
			expect(result.annotations[0]?.message).toContain("symbolic link");
			expect(result.status).toBe(1);
		},
	);

	test("that is as before is not spoken of, and its baseline counts", async () => {
		const made = workspace({
			".mcp.json": wrong,
			".mcp-config-lint-baseline.json": JSON.stringify({
				version: 1,
				accepted: [0, 1].map((index) => ({
					rule: "missing-transport",
					file: ".mcp.json",
					pointer: `/mcpServers/s${index}/url`,
				})),
			}),
		});
		const base = commit(made);
		writeFiles(made, { "README.md": "#" });
		const head = commit(made);
		const result = await runAction(made, pullRequest(base, { head }));
		expect([result.annotations, result.status]).toEqual([[], 0]);
	});

	test("that could not be used is a failure today", async () => {
		const made = workspace({ ".mcp.json": right });
		const base = commit(made);
		writeFiles(made, { ".mcp-config-lint.yml": "rule: {}\n" });
		const head = commit(made);
		const result = await runAction(made, pullRequest(base, { head }));
		expect(result.annotations.map(({ name }) => name)).toEqual(["error"]);
		expect(result.annotations[0]?.message).toContain(".mcp-config-lint.yml");
		expect(result.status).toBe(1);
	});

	test("whose base nobody can read is its own, but never with the rights of the base branch", async () => {
		const made = workspace({
			".mcp.json": wrong,
			".mcp-config-lint.yml": accepting,
		});
		const unknown = await runAction(made, pullRequest(SHA));
		expect(unknown.annotations.map(({ message }) => message)).toEqual([
			"The configuration of the base branch cannot be read (its commit is not in the checkout, and there is no token), so that of the pull request was used.",
		]);
		const privileged = await runAction(made, {
			...pullRequest(SHA),
			event: "pull_request_target",
		});
		expect(privileged.annotations[0]?.message).toMatch(/so none was used\.$/);
		expect(privileged.status).toBe(1);
	});
});
