import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatsAsJson } from "../../src/generated/credential-formats.ts";
import type { DescribedFormat } from "../../src/secrets/credential-format.ts";
import { credentialFormats } from "../../src/secrets/credential-formats.ts";
import { findFormats, randomPart } from "../../src/secrets/format-search.ts";

/** Formats whose matches others claim as well, because they are sorts of it. */
const claims: Readonly<Record<string, readonly string[]>> = {
	"sk-live-key": ["stripe-key"],
	"azure-key": ["azure-devops-pat", "azure-openai-key"],
};

const runs = { numRuns: 10 };

/** Made once for each format, because that takes longer than all that is done with them. */
const generators = new Map<DescribedFormat, fc.Arbitrary<string>>();

function tokens(format: DescribedFormat): fc.Arbitrary<string> {
	const known = generators.get(format);
	if (known) return known;
	const generator = fc.stringMatching(new RegExp(`^(?:${format.pattern})$`));
	generators.set(format, generator);
	return generator;
}

/** A text that speaks of the format, if it needs one. */
const surroundings = ({ near }: DescribedFormat) =>
	near === undefined ? fc.constant("") : fc.stringMatching(new RegExp(near));

test("ids are unique, kebab-case and do not end in a number", () => {
	const ids = credentialFormats.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	for (const id of ids)
		expect(id).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$|^jwt$/);
});

test("what is searched for is what is written here", () => {
	const rows = credentialFormats.map(({ source, ...format }) => format);
	expect(JSON.parse(formatsAsJson), "npm run generate").toEqual(rows);
});

test("there are formats of all that people put into their configuration", () => {
	expect(credentialFormats.length).toBeGreaterThan(300);
});

describe.each(credentialFormats.map((format) => [format.id, format] as const))(
	"%s",
	(id, format) => {
		const { title, markers, markerAt = 0, pattern, source } = format;

		test("reads well and says where it is described", () => {
			expect(`${title} is written into this file`).toMatch(
				/^(?:an (?:[AEIOUaeiou]|[FHLMNRSX][A-Z]|npm|ngrok|n8n|xAI|X)|a [^aeio]|the )\S*[^.]* is written/,
			);
			expect(source).not.toBe("");
		});

		test("can be looked for", () => {
			for (const marker of markers) expect(marker).toMatch(/^[ -~]{2,}$/);
			if (markers.length === 0) expect(format.near).toBeDefined();
			if (format.near !== undefined)
				expect(format.near).toBe(format.near.toLowerCase());
			// what a generator cannot make, and what needs no boundaries of its own
			expect(pattern).not.toMatch(
				/\(\?[^:]|^\^|\$$|\\b|[*+](?!\]|[^[]*\])|,\}/,
			);
		});

		test("stands in a match where it says", () => {
			fc.assert(
				fc.property(tokens(format), (token) => {
					const isThere = (marker: string) =>
						markerAt === "any"
							? token.includes(marker)
							: token.startsWith(marker, markerAt);
					if (markers.length > 0)
						expect(markers.some(isThere), token).toBe(true);
				}),
				runs,
			);
		});

		test("is found wherever it stands", () => {
			fc.assert(
				fc.property(tokens(format), surroundings(format), (token, near) => {
					for (const [before, after] of [
						["", ""],
						['{ "a": "', '" }'],
						["--token=", " -y"],
						["A=", "; b"],
						["https://a.example.com/mcp?key=", "&b=c"],
						["Bearer ", "\n"],
						[`\${A:-`, "}"],
						["Authorization=Bearer%20", ","],
						["A: x\\n", "\\n"],
					] as const) {
						const text = before + token + after;
						const found = findFormats(text, near);
						expect(found.map(({ start, end }) => [start, end])).toEqual([
							[before.length, before.length + token.length],
						]);
						expect([id, ...(claims[id] ?? [])]).toContain(found[0]?.format.id);
					}
				}),
				runs,
			);
		});

		test("is not found in the middle of a word", () => {
			if (format.boundary === "none") return;
			fc.assert(
				fc.property(tokens(format), surroundings(format), (token, near) => {
					const ends = (text: string) =>
						findFormats(text, near)
							.filter((match) => match.format.id === id)
							.map(({ start, end }) => [start, end]);
					expect(ends(`a${token}`)).not.toContainEqual([1, token.length + 1]);
					expect(ends(`${token}a`)).not.toContainEqual([0, token.length]);
				}),
				runs,
			);
		});

		test("needs to be spoken of if it says so", () => {
			if (format.near === undefined) return;
			fc.assert(
				fc.property(tokens(format), (token) => {
					const found = findFormats(token).map((match) => match.format.id);
					expect(found).not.toContain(id);
				}),
				runs,
			);
		});

		test("has a random part", () => {
			if (format.sort !== undefined) return;
			fc.assert(
				fc.property(tokens(format), (token) => {
					if (markers.length > 0)
						expect(randomPart(format, token)).not.toBe(token);
					expect(randomPart(format, token).length).toBeGreaterThanOrEqual(8);
				}),
				runs,
			);
		});
	},
);
