import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

interface Step {
	readonly uses?: string;
	readonly run?: string;
	readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
	readonly uses?: string;
	readonly steps?: readonly Step[];
	readonly permissions?: unknown;
	readonly "timeout-minutes"?: number;
}
interface Workflow {
	readonly permissions?: unknown;
	readonly jobs: Readonly<Record<string, Job>>;
}

const folder = new URL("../.github/workflows/", import.meta.url);
const workflows = readdirSync(folder).map((file): [string, string] => [
	file,
	readFileSync(new URL(file, folder), "utf8"),
]);

test("there are the workflows that check and that release", () => {
	expect(workflows.map(([file]) => file).sort()).toEqual([
		"check.yml",
		"release.yml",
	]);
});

describe.each(workflows)("%s", (_file, text) => {
	const workflow: Workflow = parse(text);
	const jobs = Object.entries(workflow.jobs);
	const steps = jobs.flatMap(([, job]) => job.steps ?? []);

	test("gives nothing to a job but what the job asks for", () => {
		expect(workflow.permissions).toEqual({});
		for (const [name, { permissions }] of jobs)
			expect(permissions, name).toBeDefined();
	});

	test("lets no job run for ever", () => {
		for (const [name, job] of jobs) {
			if (!job.uses)
				expect(job["timeout-minutes"], name).toBeLessThanOrEqual(40);
		}
	});

	test("names what others have written by a commit, and says which version that is", () => {
		const lines = text.split("\n").filter((line) => /\buses:/.test(line));
		expect(lines.length).toBeGreaterThan(0);
		for (const line of lines) {
			expect(line).toMatch(
				/uses: (?:\.\/\S*$|[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/,
			);
		}
	});

	test("leaves no token in the checkout", () => {
		const checkouts = steps.filter(({ uses }) =>
			uses?.startsWith("actions/checkout@"),
		);
		expect(checkouts.length).toBeGreaterThan(0);
		for (const { with: inputs } of checkouts)
			expect(inputs?.["persist-credentials"]).toBe(false);
	});

	test("puts no text from elsewhere into a script", () => {
		const scripts = steps.flatMap(({ run }) => run ?? []);
		expect(scripts.length).toBeGreaterThan(0);
		for (const script of scripts) expect(script).not.toContain("${{");
	});

	test("runs only scripts that are there", () => {
		const named = steps
			.flatMap(({ run }) => run ?? [])
			.flatMap(
				(run) => run.match(/(?:scripts\/|dist\/|\.ci\/)[\w./-]+/g) ?? [],
			);
		expect(named.length).toBeGreaterThan(0);
		for (const path of named)
			expect(existsSync(new URL(`../${path}`, import.meta.url)), path).toBe(
				true,
			);
	});
});
