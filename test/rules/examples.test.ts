import { describe, expect, test } from "vitest";
import { rules } from "../../src/generated/rules.ts";
import type { FileReference } from "../../src/project/surroundings.ts";
import type { Rule } from "../../src/rule.ts";
import { fixFiles } from "../fix-files.ts";
import { filesReferredTo, lintFiles } from "../lint-text.ts";

const all = Object.entries<Rule>(rules);

describe.each(all)("%s", (id, rule) => {
	test("has a sentence as its summary and says why it matters", () => {
		expect(rule.summary).toMatch(/^[A-Z].*\.$/);
		expect(rule.rationale.trim().length).toBeGreaterThan(80);
	});

	test.each(rule.examples.map((example) => [example.bad, example] as const))(
		"reports its bad example %s",
		(_text, { file, bad, good, beside }) => {
			const missingFiles = onlyIn(filesReferredTo({ [file]: bad }), good);
			const found = lintFiles({ ...beside, [file]: bad }, {}, { missingFiles });
			expect(found.map((diagnostic) => diagnostic.rule)).toContain(id);
		},
	);

	test.each(rule.examples.map((example) => [example.good, example] as const))(
		"no rule says anything of its good example %s",
		(_text, { file, good, beside }) => {
			expect(
				lintFiles({ ...beside, [file]: good }).filter(
					({ severity }) => severity !== "info",
				),
			).toEqual([]);
			expect(
				lintFiles({ ...beside, [file]: good }).map(
					(diagnostic) => diagnostic.rule,
				),
			).not.toContain(id);
		},
	);
});

const shown = all.filter(([, { examples }]) => examples.length > 0);

describe.each(shown)("the fixes of %s", (id, rule) => {
	const cases = rule.examples.map((example) => [example.bad, example] as const);
	/** What the fixes of the rule make of its bad example. */
	const fixed = (
		{ file, bad, beside }: Rule["examples"][number],
		sort: "safe" | "unsafe",
	) => fixFiles({ ...beside, [file]: bad }, { sort, rule: id }).files[file];

	test.each(cases)("make of %s what it says", (_text, example) => {
		const { bad, good, fix } = example;
		expect(fixed(example, "safe")).toBe(fix === "safe" ? good : bad);
		expect(fixed(example, "unsafe")).toBe(fix ? good : bad);
	});
});

/** In an example the files are there that the good text refers to. */
function onlyIn(references: readonly FileReference[], good: string) {
	return references.filter(({ text }) => !good.includes(text));
}

test("ids are phrases of lower-case words that name the defect", () => {
	for (const [id] of all) expect(id).toMatch(/^(?!no-)[a-z]+(-[a-z]+)+$/);
});

test("only rules about files and ignores are without an example", () => {
	const without = all
		.filter(([, { examples }]) => examples.length === 0)
		.map(([id]) => id);
	expect(without).toEqual(["unreadable-file", "unused-ignore"]);
});
