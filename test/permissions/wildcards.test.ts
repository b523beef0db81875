import { expect, test } from "vitest";
import { matchesWildcards } from "../../src/permissions/wildcards.ts";

test.each([
	["npm test", "npm test"],
	["*", ""],
	["*", "anything at all"],
	["npm *", "npm "],
	["npm *", "npm run build"],
	["* --help", "npm run --help"],
	["a*b*c", "abc"],
	["a*b*c", "a-b-b-c"],
	["a**b", "ab"],
	["*a*", "bab"],
	["a*a", "aa"],
	["mcp__*__get", "mcp__git__hub__get"],
	["x*", "x\ny"],
])("%j matches %j", (pattern, text) => {
	expect(matchesWildcards(pattern, text)).toBe(true);
});

test.each([
	["npm test", "npm tests"],
	["npm *", "npm"],
	["a*a", "a"],
	["a*b*c", "acb"],
	["*ab*ab", "ab"],
	["?", "a"],
	["[ab]", "a"],
	["{a,b}", "a"],
	["A*", "ab"],
	[".*", "a"],
	["", "a"],
])("%j does not match %j", (pattern, text) => {
	expect(matchesWildcards(pattern, text)).toBe(false);
});
