import fc from "fast-check";
import { expect, test } from "vitest";
import { scanReferences } from "../../src/references/scan.ts";

const found = (text: string) =>
	scanReferences(text).map(
		({ spelling, name, operator, fallback, text: part }) =>
			[spelling, part, name, operator, fallback].filter(
				(each) => each !== undefined,
			),
	);

test.each<[string, (string | undefined)[][]]>([
	["${A}", [["braces", "${A}", "A"]]],
	[
		"x${A}y${B}",
		[
			["braces", "${A}", "A"],
			["braces", "${B}", "B"],
		],
	],
	["${A:-b}", [["braces", "${A:-b}", "A", ":-", "b"]]],
	["${A:-}", [["braces", "${A:-}", "A", ":-", ""]]],
	["${A:-${B}}", [["braces", "${A:-${B}", "A", ":-", "${B"]]],
	["$A", [["dollar", "$A", "A"]]],
	[
		"$A$B",
		[
			["dollar", "$A", "A"],
			["dollar", "$B", "B"],
		],
	],
	["%A%", [["percent", "%A%", "A"]]],
	["$<A>", [["angle", "$<A>", "A"]]],
	["$env:A", [["powershell", "$env:A", "A"]]],
	["${env:A}", [["editor", "${env:A}", "A"]]],
	["${env:A:-b}", [["editor", "${env:A:-b}", "A", ":-", "b"]]],
	["${input:a-b}", [["lookup", "${input:a-b}"]]],
	["{env:A}", [["env-braces", "{env:A}", "A"]]],
	["{{A}}", [["mustache", "{{A}}", "A"]]],
	["{{ env.A }}", [["mustache", "{{ env.A }}", "A"]]],
	["${{ secrets.A }}", [["workflow", "${{ secrets.A }}", "A"]]],
	["${{ github.token }}", [["workflow", "${{ github.token }}"]]],
	["${A-b}", [["operator", "${A-b}", "A", "-", "b"]]],
	["${A:?b}", [["operator", "${A:?b}", "A", ":?", "b"]]],
	["${A%/}", [["operator", "${A%/}", "A", "%", "/"]]],
	["${A:0:1}", [["operator", "${A:0:1}", "A", ":", "0:1"]]],
	["${#A}", [["operator", "${#A}", "A", "#"]]],
	[
		"${A-${B}}",
		[
			["operator", "${A-", "A", "-"],
			["braces", "${B}", "B"],
		],
	],
	["${env.A}", [["member", "${env.A}", "A"]]],
	["${user_config.a}", [["option", "${user_config.a}"]]],
	["$(a b)", [["substitution", "$(a b)"]]],
	[
		"$(a ${B})",
		[
			["substitution", "$(a ${B})"],
			["braces", "${B}", "B"],
		],
	],
	["`a`", [["substitution", "`a`"]]],
	["~/a", [["tilde", "~"]]],
	["a ~/b", []],
	["${ A }", [["misnamed", "${ A }", " A "]]],
	["${1A}", [["misnamed", "${1A}", "1A"]]],
	["${}", [["empty", "${}"]]],
	["${:-a}", [["empty", "${:-a}"]]],
	["${A", [["unclosed", "${A", "A"]]],
	[
		"${A ${B}",
		[
			["unclosed", "${A", "A"],
			["braces", "${B}", "B"],
		],
	],
	["${", []],
	["$", []],
	["$1", []],
	["100%", []],
	["$()", []],
	["{{a b}}", []],
])("%s", (text, expected) => {
	expect(found(text)).toEqual(expected);
});

test("every reference stands where it says, whatever the text", () => {
	const part = fc.constantFrom(
		..."${}():-%`<>{} A".split(""),
		"env:",
		"${",
		"{{",
	);
	fc.assert(
		fc.property(fc.array(part), (parts) => {
			const text = parts.join("");
			for (const { start, end, text: written } of scanReferences(text)) {
				expect(text.slice(start, end)).toBe(written);
				expect(end).toBeGreaterThan(start);
			}
		}),
	);
});

test.each([
	"${",
	"${a",
	"$(",
	"`",
	"{{",
	"%a",
	"${1${",
	"${A:-",
	"${{",
	"$<a",
	"${A-${",
	"{env:",
	"~/${ ",
])("takes time in proportion to a text of %s", (part) => {
	const start = performance.now();
	scanReferences(part.repeat(300_000));
	expect(performance.now() - start).toBeLessThan(3000);
});
