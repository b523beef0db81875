import fc from "fast-check";
import { expect, test } from "vitest";
import {
	isRegularExpression,
	readRegularExpression,
} from "../src/regular-expression.ts";

const texts = [
	"",
	"Bash",
	"BashOutput",
	"Edit",
	"NotebookEdit",
	"TodoWrite",
	"mcp__github__get_issue",
	"mcp__a-b__ping",
];

test.each([
	"Bash",
	"^Bash$",
	"Bash|mcp__github__.*",
	"Edit|Write.*",
	"^(?:Edit|Write)$",
	"^(Edit|Write)$",
	"mcp__.*__get_(?:issue|page)",
	"mcp__*",
	".*Edit.*",
	"[A-Z][a-z]+",
	"[^_]+",
	"\\w+",
	"^\\w{4}$",
	"o{2}",
	"o{1,}k",
	"(?:s|o){0,2}h$",
	"\\bEdit\\b",
	"\\BEdit",
	"a{,2}",
	"Bash(git *)",
	"Bash:*",
	"{Edit,Write}",
	"[Edit,Write]",
	"x||y",
	"\\x42ash",
	"\\u0042ash",
	"(?<tool>Bash)",
	"B.*?h",
	"$^",
	"]",
])("%s matches what JavaScript says", (source) => {
	const expression = readRegularExpression(source);
	const native = new RegExp(source);
	for (const text of texts) {
		expect(expression?.matches(text), text).toBe(native.test(text));
	}
});

test("agrees with JavaScript on whatever it takes on", () => {
	const source = fc
		.array(
			fc.constantFrom(
				..."aBb_-|()^$.*+?[]\\w{1,2}".split(""),
				"(?:",
				"\\w",
				"\\b",
				"[ab]",
				"[^a]",
				"{1,2}",
			),
			{ maxLength: 12 },
		)
		.map((parts) => parts.join(""));
	const text = fc.string({ unit: fc.constantFrom("a", "B", "b", "_", "-") });
	fc.assert(
		fc.property(source, text, (from, to) => {
			const expression = readRegularExpression(from);
			if (!expression) return;
			expect(expression.matches(to)).toBe(new RegExp(from).test(to));
			if (expression.matches(to))
				expect(expression.canMatch("aBb_-")).toBe(true);
		}),
		{ numRuns: 3000 },
	);
});

test.each([
	["mcp__my server__.*", false],
	["Bash(git *)", true],
	["Bash(git commit *)", false],
	["\\.ts$", false],
	["src/.*", false],
	["Edit, Write.*", false],
	["Bash .*|Edit", true],
	["Bash(npm.*)", true],
	["[ .]?Bash", true],
	["[^a]", true],
])("whether %s can match a name", (source, answer) => {
	const name = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-";
	expect(readRegularExpression(source)?.canMatch(name)).toBe(answer);
});

test.each([
	"^(?!Bash)",
	"(?<=a)b",
	"(a)\\1",
	"(",
	"a{1000}{1000}",
	"(?i:bash)",
])("%s is left to others", (source) => {
	expect(readRegularExpression(source)).toBeUndefined();
});

test("knows what is no regular expression", () => {
	expect(isRegularExpression("*.ts")).toBe(false);
	expect(isRegularExpression("(?i)bash")).toBe(false);
	expect(isRegularExpression("Bash(")).toBe(false);
	expect(isRegularExpression("Bash(git *)")).toBe(true);
	expect(isRegularExpression("(?i:bash)")).toBe(true);
});

test("takes no longer over an expression that engines take for ever over", () => {
	for (const source of [
		"(\\w+)+!",
		"(a|a)*b",
		"(\\w*)*(\\w*)*!",
		"(((a?)*)*)*$b",
	]) {
		expect(readRegularExpression(source)?.matches("a".repeat(40))).toBe(false);
	}
});
