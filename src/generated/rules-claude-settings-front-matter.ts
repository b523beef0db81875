// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import invalidSetting from "../rules/invalid-setting.ts";

export const rules: Rules = {
	"invalid-setting": invalidSetting,
};
