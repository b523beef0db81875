// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import invalidHook from "../rules/invalid-hook.ts";

export const rules: Rules = {
	"invalid-hook": invalidHook,
};
