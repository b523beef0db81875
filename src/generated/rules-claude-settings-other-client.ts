// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import deprecatedKey from "../rules/deprecated-key.ts";

export const rules: Rules = {
	"deprecated-key": deprecatedKey,
};
