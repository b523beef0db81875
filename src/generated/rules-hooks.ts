// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import ignoredMatcher from "../rules/ignored-matcher.ts";
import looseMatcher from "../rules/loose-matcher.ts";
import overlongTimeout from "../rules/overlong-timeout.ts";
import unfiredHook from "../rules/unfired-hook.ts";
import unlistedVariable from "../rules/unlisted-variable.ts";
import unmetCondition from "../rules/unmet-condition.ts";
import unsetVariable from "../rules/unset-variable.ts";

export const rules: Rules = {
	"ignored-matcher": ignoredMatcher,
	"loose-matcher": looseMatcher,
	"overlong-timeout": overlongTimeout,
	"unfired-hook": unfiredHook,
	"unlisted-variable": unlistedVariable,
	"unmet-condition": unmetCondition,
	"unset-variable": unsetVariable,
};
