// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import blankedReference from "../rules/blanked-reference.ts";
import nestedDefault from "../rules/nested-default.ts";
import unexpandedReference from "../rules/unexpanded-reference.ts";
import unsetReference from "../rules/unset-reference.ts";

export const rules: Rules = {
	"blanked-reference": blankedReference,
	"nested-default": nestedDefault,
	"unexpanded-reference": unexpandedReference,
	"unset-reference": unsetReference,
};
