import type { RuleNeeds } from "../rule-needs.ts";

/** What the rules about permission rules need: they are loaded together, where some can be. */
export const permissionNeeds: readonly RuleNeeds[] = [
	{ permissionRules: true, words: ["permissions"] },
	{ permissionRules: true, syntax: "embedded" },
];
