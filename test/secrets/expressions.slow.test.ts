import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseAst } from "vitest/node";
import { complaint } from "./runaway-expressions.ts";

const source = new URL("../../src/secrets/", import.meta.url);

/** The expressions that are written in a module as such. */
function literals(text: string): RegExp[] {
	const found: RegExp[] = [];
	const visit = (node: unknown) => {
		if (typeof node !== "object" || node === null) return;
		if ("regex" in node && node.regex) {
			const { pattern, flags } = node.regex as Record<string, string>;
			found.push(new RegExp(pattern ?? "", flags));
		}
		for (const child of Object.values(node)) visit(child);
	};
	visit(parseAst(text, { lang: "ts" }));
	return found;
}

test("expressions are found wherever they are written", () => {
	const text = [
		"// what /(c+)+/ does",
		'const a: string = "/(s+)+/";',
		"const b = a.replace(/a\\/b/g, `/(t+)+/ ${/(x+)+$/.test(a)}`);",
		"const c = 4 / 2 / 1;",
	].join("\n");
	expect(literals(text)).toEqual([/a\/b/g, /(x+)+$/]);
});

describe("no expression of the search for credentials takes for ever", () => {
	const files = readdirSync(source, { recursive: true, encoding: "utf8" })
		.map((file) => file.replaceAll("\\", "/"))
		.filter((file) => file.endsWith(".ts"));

	test.each(files)(
		"%s",
		(file) => {
			const text = readFileSync(new URL(file, source), "utf8");
			const complaints = literals(text).flatMap((expression) => {
				const said = complaint(expression);
				return said === undefined ? [] : `${expression} ${said}`;
			});
			expect(complaints).toEqual([]);
		},
		300_000,
	);
});
