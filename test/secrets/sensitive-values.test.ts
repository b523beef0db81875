import { expect, test } from "vitest";
import { sensitiveRanges } from "../../src/secrets/sensitive-values.ts";
import { parseFiles } from "../lint-text.ts";

/** What is hidden of a file. */
function hidden(file: string, text: string): string[] {
	const [document] = parseFiles({ [file]: text });
	return document?.root
		? sensitiveRanges(document.root).map(({ start, end }) =>
				text.slice(start, end),
			)
		: [];
}

test("values under env and headers are hidden without their quotes", () => {
	const server = '{ "command": "x", "env": { "A": "one two", "B": "${C}" } }';
	expect(hidden(".mcp.json", `{ "mcpServers": { "a": ${server} } }`)).toEqual([
		"one two",
	]);
});

test("of a value that has no quotes every character is hidden", () => {
	const yaml =
		"mcpServers:\n  - a:\n      command: x\n      env:\n        A: one two\n        B: 'three'";
	expect(hidden(".claude/agents/a.md", `---\n${yaml}\n---\n`)).toEqual([
		"one two",
		"three",
	]);
});
