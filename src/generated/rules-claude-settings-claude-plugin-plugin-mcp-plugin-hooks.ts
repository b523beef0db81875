// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import missingScript from "../rules/missing-script.ts";

export const rules: Rules = {
	"missing-script": missingScript,
};
