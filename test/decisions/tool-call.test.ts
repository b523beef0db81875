import { expect, test } from "vitest";
import { parseToolCall } from "../../src/decisions/tool-call.ts";

test.each([
	["Bash(npm test)", "Bash", "npm test"],
	["Bash( npm test )", "Bash", " npm test "],
	["  Read(a.ts)\n", "Read", "a.ts"],
	["Bash(echo (a) && (b))", "Bash", "echo (a) && (b)"],
	["Bash(a\nb)", "Bash", "a\nb"],
	["Bash()", "Bash", ""],
	["mcp__a__b", "mcp__a__b", undefined],
	["WebFetch", "WebFetch", undefined],
])("%j", (text, tool, argument) => {
	expect(parseToolCall(text)).toEqual({ text, tool, argument });
});

test.each(["", "(a)", "Bash(a", "Bash a", "Bash(a) b", "Bash)"])(
	"%j is no call",
	(text) => {
		expect(parseToolCall(text)).toBeUndefined();
	},
);
