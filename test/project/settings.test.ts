import { expect, test } from "vitest";
import { isInEffect } from "../../src/project/settings.ts";
import { parseFiles } from "../lint-text.ts";

const inEffect = (text: string) =>
	parseFiles({ ".claude/settings.json": text }).map(isInEffect);

test("a key that the client does not know costs nothing but itself", () => {
	for (const text of [
		'{ "permisions": {}, "permissions": { "deny": ["Bash"] } }',
		'{ "permissions": { "denny": ["Bash"], "deny": ["Bash"] } }',
		'{ "hooks": { "Stopp": [] } }',
	]) {
		expect(inEffect(text), text).toEqual([true]);
	}
});

test("a value that the client refuses costs the file", () => {
	for (const text of [
		'{ "permissions": { "deny": "Bash" } }',
		'{ "cleanupPeriodDays": "30" }',
		'{ "permissions": {}, }',
		"[]",
	]) {
		expect(inEffect(text), text).toEqual([false]);
	}
});
