// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import unknownPlugin from "../rules/unknown-plugin.ts";

export const rules: Rules = {
	"unknown-plugin": unknownPlugin,
};
