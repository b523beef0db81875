import { expect, test } from "vitest";
import { baselineText } from "../../src/baseline.ts";
import { defaultConfig } from "../../src/config.ts";
import { fingerprints } from "../../src/fingerprint.ts";
import { rules } from "../../src/generated/rules.ts";
import { lint, maskFor } from "../../src/lint.ts";
import { reportJson } from "../../src/reporters/json.ts";
import { reportSarif } from "../../src/reporters/sarif.ts";
import { parseFiles } from "../lint-text.ts";

const FENCE = "```";
const example = `${FENCE}json
{ "mcpServers": { "a": { "command": "a", "args": "b" } } }
${FENCE}
`;
const page = `# Claude Code\n\n${example}\nThe same again:\n\n${example}`;
const documents = parseFiles({ "README.md": page });
const diagnostics = lint(documents, rules, defaultConfig);
const report = {
	...{ diagnostics, documents, omitted: 0, unchanged: 0, colour: false },
	checked: new Set(["README.md"]),
	fixable: new Set(["README.md"]),
	sources: new Map(documents.slice(0, 1).map((each) => [each.file, each])),
	mask: maskFor(documents),
	inRepository: (file: string) => file,
	config: defaultConfig,
	surroundings: {},
};

test("two equal examples on a page have a diagnostic each, at its own place", () => {
	expect(
		diagnostics.map(({ location: { start } }) => documents[0]?.position(start)),
	).toMatchObject([{ line: 4 }, { line: 10 }]);
});

test("each has a fingerprint of its own", () => {
	const names = fingerprints(
		diagnostics,
		documents,
		report.mask,
		report.inRepository,
	);
	expect(new Set(names.values()).size).toBe(2);
});

test("a fingerprint stays where only the text around the examples changes", () => {
	const names = (text: string) => {
		const some = parseFiles({ "README.md": text });
		const found = lint(some, rules, defaultConfig);
		return [
			...fingerprints(found, some, maskFor(some), (file) => file).values(),
		];
	};
	expect(names(page.replace("The same again:", "A\n\nB\n\nC"))).toEqual(
		names(page),
	);
});

test("a baseline that is written from a page accepts all of it", () => {
	const text = baselineText(diagnostics, documents, report.mask);
	const { accepted } = JSON.parse(text);
	const ignores = accepted.map((entry: object) => ({
		...{ ...entry, reason: "known", isGenerated: true },
		location: { file: "baseline.json", pointer: "", start: 0, end: 0 },
	}));
	expect(lint(documents, rules, { ...defaultConfig, ignores })).toEqual([]);
});

test("nothing on a page is offered to be fixed", () => {
	expect(diagnostics.filter(({ fix }) => fix)).toEqual([]);
});

test("JSON says which block a diagnostic is in, and SARIF where it is in the file", () => {
	const [first] = JSON.parse(reportJson(report)).diagnostics;
	expect(first).toHaveProperty("container");
	const [{ results }] = JSON.parse(reportSarif(report)).runs;
	expect(
		results.map(
			(result: {
				locations: { physicalLocation: { region: { startLine: number } } }[];
			}) => result.locations[0]?.physicalLocation.region.startLine,
		),
	).toEqual([4, 10]);
});
