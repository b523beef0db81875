import fc from "fast-check";
import { expect, test } from "vitest";
import {
	findInArguments,
	findInScript,
	type Shell,
} from "../../src/embedded/commands/claude-commands.ts";
import type { EmbeddedSource } from "../../src/embedded/embedded-source.ts";
import { type InnerText, writtenText } from "../../src/embedded/inner-text.ts";
import { findInPackageScripts } from "../../src/embedded/package-scripts.ts";
import { descendants, type Node } from "../../src/syntax/tree.ts";

const piece = fc.constantFrom(
	...["claude", "claude mcp add", "claude mcp add-json", "mcp", "add", "npx"],
	...["docs", "-t http", "https://a.example.com", "-e", "A=b", "-H", "A: b"],
	...[
		"--",
		"-p",
		"--allowedTools",
		"Bash(git:*)",
		"--mcp-config",
		"--settings",
	],
	...[
		'{"command":"a"}',
		"'{\"mcpServers\":{}}'",
		'"{\\"a\\": 1}"',
		"$A",
		"${B",
	],
	...[
		" ",
		"\n",
		"\r\n",
		"\\\n",
		"\\",
		"'",
		'"',
		"`",
		"$(",
		")",
		"((",
		"{",
		"}",
	],
	...["<", ">", "<a b>", "|", "&", ";", "#", "$'", "<<EOF", "EOF", "${{ a }}"],
	...[
		"é",
		"\u{1F600}",
		"\uE000",
		"\uE001",
		"\0",
		"if",
		"then",
		"fi",
		"[[",
		"=",
	],
);
const script = fc
	.array(piece, { maxLength: 30 })
	.map((pieces) => pieces.join(" "));
const tight = fc.array(piece, { maxLength: 30 }).map((all) => all.join(""));
const anything = fc.oneof(script, tight, fc.string());

const holder = { file: "a", nextSession: () => 0 };
const inner = (text: string): InnerText =>
	writtenText(text, { start: 0, end: text.length });

function everyPlace({ tree }: EmbeddedSource) {
	const node = tree.root ?? tree.remains;
	const nodes: Node[] = node ? [...descendants(node)] : [];
	const keys = nodes.flatMap((each) =>
		each.type === "object" ? each.properties.map(({ key }) => key) : [],
	);
	return [...nodes, ...keys, ...tree.errors.map(({ location }) => location)];
}

function expectPlaced(text: string, sources: readonly EmbeddedSource[]) {
	for (const source of sources) {
		const { container } = source;
		expect(container.start).toBeGreaterThanOrEqual(0);
		expect(container.end).toBeLessThanOrEqual(text.length);
		for (const { start, end } of everyPlace(source)) {
			expect(start).toBeLessThanOrEqual(end);
			expect(start).toBeGreaterThanOrEqual(container.start);
			expect(end).toBeLessThanOrEqual(container.end);
		}
	}
}

test.each<Shell>(["posix", "powershell"])(
	"whatever a script for %s holds, every place is in its command",
	(shell) => {
		fc.assert(
			fc.property(anything, (text) => {
				expectPlaced(text, findInScript(inner(text), shell, holder));
			}),
			{ numRuns: 3000 },
		);
	},
);

test("whatever arguments hold, every place is in them", () => {
	fc.assert(
		fc.property(anything, (text) => {
			expectPlaced(text, findInArguments(inner(text), 0, holder));
		}),
		{ numRuns: 3000 },
	);
});

test("whatever a package holds, every place is in its scripts", () => {
	fc.assert(
		fc.property(anything, (text) => {
			const file = JSON.stringify({ scripts: { a: text } });
			expectPlaced(file, findInPackageScripts("package.json", file));
		}),
		{ numRuns: 1000 },
	);
});

/** The ways to write a word without signs that need an escape. */
const quoted = fc
	.tuple(fc.stringMatching(/^[\w./:@ -]{1,12}$/), fc.constantFrom("'", '"'))
	.map(([value, quote]) => ({ value, written: quote + value + quote }));

test.each<Shell>(["posix", "powershell"])(
	"a value in quotes stands where it is said to stand, for %s",
	(shell) => {
		fc.assert(
			fc.property(fc.array(quoted, { minLength: 1 }), (words) => {
				const text = `claude mcp add docs -- a ${words.map(({ written }) => written).join(" ")}`;
				const [source] = findInScript(inner(text), shell, holder);
				const strings = (source ? everyPlace(source) : []).flatMap((node) =>
					"type" in node && node.type === "string" ? [node] : [],
				);
				const values = strings.filter(({ pointer }) =>
					/args\/\d/.test(pointer),
				);
				expect(values.map(({ value }) => value)).toEqual(
					words.map(({ value }) => value),
				);
				for (const { start, end, value } of values) {
					expect(text.slice(start, end)).toBe(value);
				}
			}),
		);
	},
);

test.each([
	["quotes", "'\"'".repeat(30_000)],
	["quotes that are not closed", `claude ${'"'.repeat(75_000)}`],
	["single quotes", `claude '${"''".repeat(45_000)}`],
	["brackets", `claude ${"(".repeat(75_000)}`],
	["placeholders", `claude ${"<a ".repeat(30_000)}`],
	["expressions", `claude ${"${{".repeat(30_000)}`],
	["commands", "claude mcp add a b\n".repeat(4_500)],
	["mistakes", "claude mcp add a \"b'\n".repeat(4_500)],
	["blanks", `claude${" ".repeat(145_000)}x`],
	["prompts", `${"$ ".repeat(45_000)}claude`],
	["wrappers", `${"npx -y ".repeat(12_000)}claude`],
	["colons", `claude mcp add a -t http b -H ${": ".repeat(45_000)}`],
	["rules", `claude --allowedTools ${"Bash(,".repeat(15_000)}`],
	["options", `claude ${"--allowedTools a ".repeat(6_000)}`],
])("long %s take no long time", (_what, text) => {
	const start = performance.now();
	findInScript(inner(text), "posix", holder);
	findInScript(inner(text), "powershell", holder);
	findInArguments(inner(text), 0, holder);
	expect(performance.now() - start).toBeLessThan(4000);
});
