import { describe, expect, test } from "vitest";
import { parseFiles } from "../lint-text.ts";
import { credentialMakers } from "./labelled/credentials.ts";
import { type LabelledFile, ordinaryFiles } from "./labelled/labelled-files.ts";
import { pairMakers, standInMakers } from "./labelled/look-alikes.ts";
import { measure } from "./labelled/measure.ts";
import { naturalMakers } from "./labelled/natural.ts";
import {
	bodyPositions,
	serverPositions,
	settingsPositions,
} from "./labelled/positions.ts";
import { isThere } from "./labelled/reported.ts";
import { expectAtLeast, ordinary } from "./labelled/thresholds.ts";

const files = ordinaryFiles(1, 4_000);

test("the same seed gives the same files, another seed others", () => {
	expect(ordinaryFiles(7, 40)).toEqual(ordinaryFiles(7, 40));
	expect(ordinaryFiles(8, 40)).not.toEqual(ordinaryFiles(7, 40));
});

test("the files are what they say, and can be read", () => {
	for (const { file, text } of files.slice(0, 800)) {
		const [document] = parseFiles({ [file]: text });
		expect(document?.errors, `${file}\n${text}`).toEqual([]);
		expect(document?.root, text).toBeDefined();
	}
});

const labelsOf = ({ credentials, lookAlikes }: LabelledFile) => [
	...credentials,
	...lookAlikes,
];

test("no marks are left, and labels do not overlap", () => {
	for (const file of files) {
		expect(file.text).not.toMatch(/[\uE000-\uF8FF]/);
		const labels = labelsOf(file).sort((a, b) => a.start - b.start);
		for (const [index, { start, end, what }] of labels.entries()) {
			expect(start, what).toBeLessThanOrEqual(end);
			expect(start, what).toBeGreaterThanOrEqual(labels[index - 1]?.end ?? 0);
		}
	}
});

describe("everything is in some file:", () => {
	const whats = new Set(files.flatMap(labelsOf).map(({ what }) => what));
	const wheres = new Set(files.flatMap(labelsOf).map(({ where }) => where));
	test.each([
		["credentials", credentialMakers.map(({ what }) => what), whats],
		["stand-ins", standInMakers.map(({ what }) => what), whats],
		["pairs", pairMakers.map(({ what }) => what), whats],
		["natural look-alikes", naturalMakers.map(({ what }) => what), whats],
		[
			"places",
			[...serverPositions, ...settingsPositions, ...bodyPositions].map(
				({ where }) => where,
			),
			wheres,
		],
	])("%s", (_title, makers, used) => {
		expect(makers.filter((maker) => !used.has(maker))).toEqual([]);
	});
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

test.skipIf(!isThere)("the rule finds what is in ordinary files", () => {
	expectAtLeast(ordinary, ordinaryFiles(1, 500));
});
