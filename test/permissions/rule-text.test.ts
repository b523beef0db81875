import { expect, test } from "vitest";
import { isEscaped, parseRuleText } from "../../src/permissions/rule-text.ts";

test.each([
	["Bash", "Bash", undefined],
	["Bash(npm test)", "Bash", "npm test"],
	["Bash(echo (a))", "Bash", "echo (a)"],
	["Bash()", "Bash", ""],
	["Bash(a\\)b)", "Bash", "a\\)b"],
	[" Bash (a)", " Bash ", "a"],
	["mcp__a__b", "mcp__a__b", undefined],
	["", "", undefined],
	["(a)", "(a)", undefined],
])("%j", (text, tool, content) => {
	expect(parseRuleText(text)).toEqual({ tool, content });
});

test.each(["Bash(a", "Bash)", "Bash(a) b", "Bash(a\\)", "Ba)sh(a)"])(
	"%j is no rule",
	(text) => {
		expect(parseRuleText(text)).toBeUndefined();
	},
);

test("a backslash escapes, and two do not", () => {
	expect(isEscaped("\\(", 1)).toBe(true);
	expect(isEscaped("\\\\(", 2)).toBe(false);
	expect(isEscaped("(", 0)).toBe(false);
});
