// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import disabledProtection from "../rules/disabled-protection.ts";

export const rules: Rules = {
	"disabled-protection": disabledProtection,
};
