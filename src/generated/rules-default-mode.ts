// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import ignoredMode from "../rules/ignored-mode.ts";
import modeWithoutRules from "../rules/mode-without-rules.ts";

export const rules: Rules = {
	"ignored-mode": ignoredMode,
	"mode-without-rules": modeWithoutRules,
};
