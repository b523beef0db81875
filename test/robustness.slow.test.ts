import { test } from "vitest";
import { holdsForAnyProject } from "./robustness.ts";

test("any project at all gives diagnostics with a place and a sentence, many times over", () => {
	holdsForAnyProject(10_000);
});
