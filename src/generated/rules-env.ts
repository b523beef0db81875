// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import ignoredVariable from "../rules/ignored-variable.ts";
import preloadedCode from "../rules/preloaded-code.ts";
import redirectedApi from "../rules/redirected-api.ts";

export const rules: Rules = {
	"ignored-variable": ignoredVariable,
	"preloaded-code": preloadedCode,
	"redirected-api": redirectedApi,
};
