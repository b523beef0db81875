// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import unfilledPlaceholder from "../rules/unfilled-placeholder.ts";

export const rules: Rules = {
	"unfilled-placeholder": unfilledPlaceholder,
};
