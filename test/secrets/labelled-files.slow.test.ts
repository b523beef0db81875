import { describe, test } from "vitest";
import { hardFiles, ordinaryFiles } from "./labelled/labelled-files.ts";
import { isThere } from "./labelled/reported.ts";
import { expectAtLeast, hard, ordinary } from "./labelled/thresholds.ts";

describe.skipIf(!isThere).each([11, 12, 13, 14, 15])(
	"the rule finds, with the seed %i,",
	(seed) => {
		test("what is in ordinary files", () => {
			expectAtLeast(ordinary, ordinaryFiles(seed, 3_000));
		});

		test("what is in hard files", () => {
			expectAtLeast(hard, hardFiles(seed, 3_000));
		});
	},
);
