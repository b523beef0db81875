import { test } from "vitest";
import { ordinaryFiles } from "./labelled/labelled-files.ts";
import { isThere } from "./labelled/reported.ts";
import { expectAtLeast, ordinary } from "./labelled/thresholds.ts";

const seeds = [11, 12, 13, 14, 15];

test.skipIf(!isThere).each(seeds)(
	"the rule finds what is in ordinary files of the seed %i",
	(seed) => {
		expectAtLeast(ordinary, ordinaryFiles(seed, 3_000));
	},
);
