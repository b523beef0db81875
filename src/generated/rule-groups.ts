// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import type { RuleNeeds } from "../rule-needs.ts";
import { rules as alwaysNeeded } from "./rules-always.ts";

/** Rules that need the same, in a module of their own. */
export interface RuleGroup {
	readonly needs: readonly RuleNeeds[];
	readonly load: () => Promise<{ readonly rules: Rules }>;
}

export const ruleGroups: readonly RuleGroup[] = [
	{ needs: [], load: async () => ({ rules: alwaysNeeded }) },
];

/** The ids of all rules. */
export const ruleIds: readonly string[] = ["ambiguous-name","blanked-reference","blanket-approval","blocked-server","broad-permission","colliding-names","conflicting-transports","contradictory-approval","credential-script","deprecated-key","deprecated-transport","disabled-protection","duplicate-key","empty-policy","empty-tool-list","empty-value","foreign-key","ignored-matcher","ignored-mode","ignored-restriction","ignored-variable","ineffective-approval","ineffective-field","ineffective-policy-entry","ineffective-rule","ineffective-tool","inline-arguments","insecure-url","invalid-hook","invalid-permission-rule","invalid-policy-entry","invalid-server","invalid-setting","invalid-syntax","invalid-url","literal-secret","loose-matcher","loose-wildcard","misanchored-path","misplaced-file","misplaced-servers","misread-front-matter","missing-script","missing-transport","misspelled-rule","mode-without-rules","narrow-wildcard","nested-default","normalized-name","out-of-scope-key","overlong-name","overlong-timeout","piped-download","preloaded-code","redirected-api","redundant-rule","reserved-name","shadowed-rule","short-timeout","stray-whitespace","unexpanded-reference","unfilled-placeholder","unfired-hook","unknown-key","unknown-server","unknown-tool","unknown-transport","unlisted-variable","unloaded-definition","unmet-condition","unpinned-package","unreadable-file","unset-reference","unset-variable","unused-ignore","wrong-root"];
