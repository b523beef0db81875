// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import inconsistentName from "../rules/inconsistent-name.ts";

export const rules: Rules = {
	"inconsistent-name": inconsistentName,
};
