import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { reportSarif } from "../../src/reporters/sarif.ts";
import { run } from "../../src/run.ts";
import { hostileNames, hostileProject } from "./hostile-names.ts";
import { reportOn } from "./report-on.ts";

const tool = createRequire(
	new URL("../tools/sarif/package.json", import.meta.url),
);
/** The package's own starter gives the arguments to a shell, which takes semicolons for its own. */
const program: string = tool("@microsoft/sarif-multitool");
const schema = readJson(join(dirname(program), "sarif-2.1.0.json"));
// it says "uri", which needs formats that are no dependency of ours; the program looks at these
const isValid = new Ajv2020({ strict: false, validateFormats: false }).compile(
	schema,
);

/** Microsoft's files begin with a byte order mark. */
function readJson(path: string) {
	return JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
}

/** What is wrong with a document: by its schema, and by the rules of SARIF and of GitHub. Notes are suggestions, such as to repeat the text of the file. */
function complaints(sarif: string): string[] {
	const folder = mkdtempSync(join(tmpdir(), "sarif-"));
	try {
		const file = join(folder, "report.sarif");
		const judgement = join(folder, "judgement.sarif");
		writeFileSync(file, sarif);
		spawnSync(program, [
			"validate",
			file,
			"--output",
			judgement,
			"--log=ForceOverwrite",
			"--rule-kind=Sarif;Ghas",
			"--level=Error;Warning;Note",
		]);
		const [{ results = [], invocations }] = readJson(judgement).runs;
		expect(invocations[0].executionSuccessful).toBe(true);
		const said = results
			.filter(({ level = "warning" }) => level !== "note")
			.map(({ ruleId, message }: Record<string, unknown>) =>
				JSON.stringify([ruleId, message]),
			);
		isValid(JSON.parse(sarif));
		const broken = (isValid.errors ?? []).map(
			({ instancePath, message }) => `${instancePath} ${message}`,
		);
		return [...broken, ...said];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** What a run over a folder of this repository reports. */
async function sarifOf(path: string): Promise<string> {
	const workingFolder = fileURLToPath(new URL("../../", import.meta.url));
	const request = { workingFolder, paths: [path], config: false } as const;
	const result = await run(request);
	return reportSarif({ ...result, omitted: 0, colour: false });
}

test.each(["examples", "test/projects", "test/projects/empty/files"])(
	"the report on %s is what GitHub takes",
	async (path) => {
		expect(complaints(await sarifOf(path))).toEqual([]);
	},
);

test("a report on settings outside of the repository is what GitHub takes", async () => {
	const workingFolder = mkdtempSync(join(tmpdir(), "sarif-user-"));
	try {
		writeFileSync(join(workingFolder, "settings.json"), '{ "verbos": 1 }');
		const result = await run({
			workingFolder: fileURLToPath(
				new URL("../projects/empty", import.meta.url),
			),
			paths: [],
			config: false,
			userSettings: join(workingFolder, "settings.json"),
		});
		expect(result.diagnostics).toHaveLength(1);
		const report = reportSarif({ ...result, omitted: 0, colour: false });
		expect(complaints(report)).toEqual([]);
	} finally {
		rmSync(workingFolder, { recursive: true, force: true });
	}
});

test("a report on names that nobody expects is what GitHub takes", () => {
	const files = Object.assign({}, ...hostileNames.map(hostileProject));
	const report = reportOn(files);
	expect(report.diagnostics.length).toBeGreaterThan(100);
	expect(complaints(reportSarif(report))).toEqual([]);
});

/** A document in which everything can be changed. */
type Sarif = ReturnType<typeof JSON.parse>;

test.each<[string, (log: Sarif) => void]>([
	[
		"a level that there is not",
		({ result }) => {
			result.level = "fatal";
		},
	],
	[
		"no message",
		({ result }) => {
			delete result.message;
		},
	],
	[
		"an unknown field",
		({ result }) => {
			result.related = [];
		},
	],
	[
		"no version",
		({ log }) => {
			delete log.version;
		},
	],
	[
		"no place",
		({ result }) => {
			result.locations = [];
		},
	],
	[
		"an index of another rule",
		({ result }) => {
			result.ruleIndex = 99;
		},
	],
	[
		"a line before the first",
		({ region }) => {
			region.startLine = 0;
		},
	],
	[
		"an end before the start",
		({ region }) => {
			region.endLine = 1;
			region.endColumn = 1;
		},
	],
	[
		"no region",
		({ place }) => {
			delete place.region;
		},
	],
	[
		"a path with a space",
		({ place }) => {
			place.artifactLocation.uri = "a b/.mcp.json";
		},
	],
	[
		"a path of this machine",
		({ place }) => {
			place.artifactLocation.uri = "/home/a/.mcp.json";
		},
	],
	[
		"a rule that says nothing",
		({ rule }) => {
			delete rule.help;
		},
	],
])("a document with %s is found out", async (_what, spoil) => {
	const log = JSON.parse(await sarifOf("examples/secrets"));
	expect(complaints(JSON.stringify(log))).toEqual([]);
	const [{ results, tool }] = log.runs;
	const result = results.at(-1);
	const place = result.locations[0].physicalLocation;
	spoil({
		log,
		result,
		place,
		region: place.region,
		rule: tool.driver.rules[0],
	});
	expect(complaints(JSON.stringify(log))).not.toEqual([]);
});
