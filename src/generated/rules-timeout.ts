// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import shortTimeout from "../rules/short-timeout.ts";

export const rules: Rules = {
	"short-timeout": shortTimeout,
};
