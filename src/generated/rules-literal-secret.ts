// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import literalSecret from "../rules/literal-secret.ts";

export const rules: Rules = {
	"literal-secret": literalSecret,
};
