import { describe, expect, test } from "vitest";
import { filesReferredTo, lintFiles } from "../lint-text.ts";

const FILE = ".github/workflows/claude.yml";

const job = (inputs: string, ...before: string[]) => `jobs:
  a:
    runs-on: ubuntu-latest
    steps:
${before.map((step) => `      - ${step}\n`).join("")}      - uses: anthropics/claude-code-action@v1
        with:
          prompt: text
          ${inputs}
`;

const CHECKOUT = "uses: actions/checkout@v5";

/** What is said where none of the named files is there. */
function said(text: string): string[] {
	const files = { [FILE]: text };
	const missingFiles = filesReferredTo(files);
	return lintFiles(files, {}, { missingFiles, repository: "" })
		.filter(({ rule }) => rule === "missing-file")
		.map(({ location }) => text.slice(location.start, location.end));
}

describe("a file that is not there", () => {
	test.each([
		["of settings", "settings: .github/claude.json", ".github/claude.json"],
		["in quotes", "settings: './ci/claude.json'", "'./ci/claude.json'"],
		["of servers", "claude_args: --mcp-config ci/mcp.json", "ci/mcp.json"],
		[
			"of servers in a block",
			"claude_args: |\n            # --mcp-config a.json\n            --max-turns 3 --mcp-config 'ci/mcp.json'",
			"ci/mcp.json",
		],
	])("%s", (_name, inputs, place) => {
		expect(said(job(inputs, CHECKOUT))).toEqual([place]);
		expect(
			said(
				job(
					inputs,
					CHECKOUT,
					"uses: actions/setup-node@v5",
					"run: npm ci && npm test",
				),
			),
		).toEqual([place]);
	});
});

describe("nothing is known of", () => {
	const inputs = "settings: .github/claude.json";

	test.each([
		["a file without a checkout", job(inputs)],
		[
			"one of another repository",
			job(
				inputs,
				"{ uses: actions/checkout@v5, with: { repository: me/other } }",
			),
		],
		[
			"one in another folder",
			job(inputs, "{ uses: actions/checkout@v5, with: { path: main } }"),
		],
		[
			"one that a script before speaks of",
			job(inputs, CHECKOUT, "run: ./make.sh > .github/claude.json"),
		],
		[
			"one that an action before may have made",
			job(inputs, CHECKOUT, "uses: actions/download-artifact@v5"),
		],
		["one on the machine", job("settings: /tmp/claude.json", CHECKOUT)],
		["one at home", job("settings: ~/claude.json", CHECKOUT)],
		[
			"one with an expression",
			job("settings: .github/${{ inputs.name }}.json", CHECKOUT),
		],
		["one outside", job("settings: ../claude.json", CHECKOUT)],
		["JSON", job("settings: '{}'", CHECKOUT)],
	])("%s", (_name, text) => {
		expect(said(text)).toEqual([]);
	});
});
