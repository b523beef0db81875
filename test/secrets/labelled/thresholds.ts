import { expect } from "vitest";
import type { LabelledFile } from "./labels.ts";
import { describeMeasurement, describeMistakes, measure } from "./measure.ts";
import { reported } from "./reported.ts";

/** What the rule for secrets has to reach. */
export interface Threshold {
	readonly precision: number;
	readonly recall: number;
}

export const ordinary: Threshold = { precision: 0.995, recall: 0.98 };
export const hard: Threshold = { precision: 0.97, recall: 0.95 };

/** Fails with the mistakes where the rule does worse than it has to. */
export function expectAtLeast(
	{ precision, recall }: Threshold,
	files: readonly LabelledFile[],
): void {
	const result = measure(files, reported);
	const text = [
		describeMeasurement(result),
		"missed:",
		describeMistakes(result.misses),
		"false alarms:",
		describeMistakes(result.falseAlarms),
	].join("\n");
	expect(result.precision, text).toBeGreaterThanOrEqual(precision);
	expect(result.recall, text).toBeGreaterThanOrEqual(recall);
}
