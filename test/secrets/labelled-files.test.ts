import { describe, expect, test } from "vitest";
import { parseFiles } from "../lint-text.ts";
import { comments, disguises } from "./labelled/disguises.ts";
import {
	everything,
	hardFiles,
	type LabelledFile,
	ordinaryFiles,
} from "./labelled/labelled-files.ts";
import { measure } from "./labelled/measure.ts";
import { isThere } from "./labelled/reported.ts";
import { expectAtLeast, hard, ordinary } from "./labelled/thresholds.ts";

const files = {
	ordinary: ordinaryFiles(1, 3_500),
	hard: hardFiles(1, 4_000),
};

const labelsOf = ({ credentials, lookAlikes }: LabelledFile) => [
	...credentials,
	...lookAlikes,
];

test("the same seed gives the same files, another seed others", () => {
	expect(ordinaryFiles(7, 40)).toEqual(ordinaryFiles(7, 40));
	expect(ordinaryFiles(8, 40)).not.toEqual(ordinaryFiles(7, 40));
	expect(hardFiles(7, 40)).toEqual(hardFiles(7, 40));
});

test("ordinary files can be read", () => {
	for (const { file, text } of files.ordinary.slice(0, 400)) {
		const [document] = parseFiles({ [file]: text });
		expect(document?.errors, `${file}\n${text}`).toEqual([]);
		expect(document?.root, text).toBeDefined();
	}
});

test("some hard files cannot be read, and most can", () => {
	const broken = files.hard.slice(0, 400).filter(({ file, text }) => {
		const [document] = parseFiles({ [file]: text });
		return document && document.errors.length > 0;
	});
	expect(broken.length).toBeGreaterThan(20);
	expect(broken.length).toBeLessThan(200);
});

describe.each(["ordinary", "hard"] as const)("%s files:", (part) => {
	test("no marks are left, and labels do not overlap", () => {
		for (const file of files[part]) {
			expect(file.text).not.toMatch(/[\uE000-\uF8FF]/);
			const labels = labelsOf(file).sort((a, b) => a.start - b.start);
			for (const [index, { start, end, what }] of labels.entries()) {
				expect(start, what).toBeLessThanOrEqual(end);
				expect(start, what).toBeGreaterThanOrEqual(labels[index - 1]?.end ?? 0);
			}
		}
	});

	test("about as much is a credential as only looks like one", () => {
		const credentials = files[part].flatMap((file) => file.credentials);
		const lookAlikes = files[part].flatMap((file) => file.lookAlikes);
		const share = credentials.length / (credentials.length + lookAlikes.length);
		expect(share).toBeGreaterThan(0.3);
		expect(share).toBeLessThan(0.6);
	});

	const { credentials, standIns, pairs, natural, places } = everything[part];
	const labels = files[part].flatMap(labelsOf);
	const whats = new Set(labels.map(({ what }) => what));
	const wheres = new Set(
		labels.map(({ where }) => where.replace(/ \([^()]*\)$/, "")),
	);
	test.each([
		["credential", credentials.map(({ what }) => what), whats],
		["stand-in", standIns.map(({ what }) => what), whats],
		["pair", pairs.map(({ what }) => what), whats],
		["natural look-alike", natural.map(({ what }) => what), whats],
		[
			"place",
			Object.values(places).flatMap((each) => each.map(({ where }) => where)),
			wheres,
		],
	])("every %s is in one", (_title, makers, used) => {
		expect(makers.filter((maker) => !used.has(maker))).toEqual([]);
	});
});

test("every disguise and every comment is in a hard file", () => {
	const wheres = files.hard.flatMap(labelsOf).map(({ where }) => where);
	for (const { what } of disguises) {
		expect(
			wheres.some((where) => where.endsWith(`(${what})`)),
			what,
		).toBe(true);
	}
	for (const { where } of comments) expect(wheres).toContain(where);
});

test("labels point at what was put there", () => {
	const texts = (part: "ordinary" | "hard") =>
		files[part].flatMap(({ text, credentials }) =>
			credentials.map(({ start, end, what }) => ({
				what,
				text: text.slice(start, end),
			})),
		);
	const linear = texts("ordinary").filter(({ what }) => what === "linear");
	for (const { text } of linear) {
		// The other is a configuration in base64 that holds one.
		expect(text).toMatch(/^lin_api_[A-Za-z0-9]{40}$|^eyJ/);
	}
	const escaped = texts("hard").filter(({ text }) => text.includes("\\u005f"));
	expect(escaped.length).toBeGreaterThan(10);
});

test("a measurement counts a credential once, and what overlaps none as wrong", () => {
	const label = { what: "a", where: "b" };
	const file = {
		file: ".mcp.json",
		text: "\uFEFF0123456789",
		credentials: [
			{ start: 3, end: 6, ...label },
			{ start: 8, end: 9, ...label },
		],
		lookAlikes: [],
	};
	const spans = [
		{ start: 0, end: 3 },
		{ start: 4, end: 5 },
		{ start: 5, end: 7 },
	];
	const result = measure([file], () => spans);
	expect(result.precision).toBeCloseTo(2 / 3);
	expect(result.recall).toBe(1 / 2);
	expect(result.misses.map(({ span }) => span.start)).toEqual([8]);
	expect(result.falseAlarms.map(({ span }) => span.start)).toEqual([6]);
});

describe.skipIf(!isThere)("the rule finds", () => {
	test("what is in ordinary files", () => {
		expectAtLeast(ordinary, files.ordinary.slice(0, 500));
	});

	test("what is in hard files", () => {
		expectAtLeast(hard, files.hard.slice(0, 500));
	});
});
