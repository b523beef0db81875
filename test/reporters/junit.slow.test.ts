import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { reportJunit } from "../../src/reporters/junit.ts";
import { run } from "../../src/run.ts";
import { hostileNames, hostileProject } from "./hostile-names.ts";
import { reportOn } from "./report-on.ts";

const tool = createRequire(
	new URL("../tools/xml/package.json", import.meta.url),
);
const { SaxesParser } = tool("saxes");

interface Element {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: Element[];
	text: string;
}

/** The root of a document of XML 1.0; throws where it is not one. */
function parseXml(xml: string): Element {
	const root: Element = { name: "", attributes: {}, children: [], text: "" };
	const open = [root];
	const parser = new SaxesParser();
	parser.on("error", (error: Error) => {
		throw error;
	});
	parser.on("opentag", ({ name, attributes }: Element) => {
		const element = { name, attributes, children: [], text: "" };
		open.at(-1)?.children.push(element);
		open.push(element);
	});
	parser.on("text", (text: string) => {
		const element = open.at(-1);
		if (element) element.text += text;
	});
	parser.on("closetag", () => open.pop());
	parser.write(xml).close();
	const [first] = root.children;
	if (!first) throw new Error("there is no element");
	return first;
}

/** The cases of a report, whose numbers are those that it says. */
function casesOf(xml: string): Element[] {
	const report = parseXml(xml);
	expect(report.name).toBe("testsuites");
	expect(report.children.length).toBeGreaterThan(0);
	for (const suite of report.children) {
		expect(suite.name).toBe("testsuite");
		expect(suite.children.length).toBeGreaterThan(0);
		expectCounts(suite, suite.children);
		const names = suite.children.map(({ attributes }) => attributes.name);
		expect(new Set(names).size).toBe(names.length);
	}
	const cases = report.children.flatMap(({ children }) => children);
	expectCounts(report, cases);
	return cases;
}

function expectCounts({ attributes }: Element, cases: readonly Element[]) {
	const failures = cases.filter(
		({ children }) => children[0]?.name === "failure",
	);
	expect(attributes.tests).toBe(String(cases.length));
	expect(attributes.failures).toBe(String(failures.length));
}

test.each([
	"<a>\u0001</a>",
	"<a>&#1;</a>",
	"<a b='<'/>",
	"<a>]]></a>",
	"<a>&nbsp;</a>",
	"<a>",
	"",
	"<a/>\uffff",
])("%j is not taken for XML", (text) => {
	expect(() => parseXml(text)).toThrow();
});

test.each(["examples", "test/projects", "test/projects/empty/files"])(
	"the report on %s is XML, and counts right",
	async (path) => {
		const workingFolder = fileURLToPath(new URL("../../", import.meta.url));
		const request = { workingFolder, paths: [path], config: false } as const;
		const result = await run(request);
		const cases = casesOf(
			reportJunit({ ...result, omitted: 0, colour: false }),
		);
		const said = cases.filter(({ children }) => children.length > 0);
		expect(said).toHaveLength(result.diagnostics.length);
	},
);

test.each(hostileNames)("a report on things called %j is XML", (name) => {
	const report = reportOn(hostileProject(name));
	const cases = casesOf(reportJunit(report));
	expect(cases.length).toBeGreaterThanOrEqual(report.diagnostics.length);
});

test("what XML keeps for itself is read as it was written", () => {
	const name = "MARK]]><script>alert('1')</script>&amp;\"##[";
	const report = reportOn(hostileProject(name));
	const files = casesOf(reportJunit(report)).map(
		({ attributes }) => attributes.file,
	);
	expect(new Set(files)).toEqual(report.checked);
});
