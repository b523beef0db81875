import { expect, test } from "vitest";
import { parseCommandPattern } from "../../src/permissions/command-patterns.ts";

test.each([
	["npm test", "exact", "npm test"],
	["npm:*", "prefix", "npm"],
	["npm *", "prefix", "npm"],
	["npm run *", "prefix", "npm run"],
	["npm*", "wildcard", "npm*"],
	["* test", "wildcard", "* test"],
	["npm * --x *", "wildcard", "npm * --x *"],
	["npm *:*", "prefix", "npm *"],
	["npm:", "exact", "npm:"],
	["", "exact", ""],
	[":*", "prefix", ""],
])("%j is %s %j", (content, sort, text) => {
	expect(parseCommandPattern(content)).toEqual({ sort, text });
});
