import { test } from "vitest";
import { fixesDoNoHarm, lineEndsDoNotMatter } from "./fix-anything.ts";

test("fixes do no harm, in many files", () => fixesDoNoHarm(1500));

test("fixes write the same with other line ends, in many files", () =>
	lineEndsDoNotMatter(1000));
