// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import broadPermission from "../rules/broad-permission.ts";
import ineffectiveRule from "../rules/ineffective-rule.ts";
import invalidPermissionRule from "../rules/invalid-permission-rule.ts";
import looseWildcard from "../rules/loose-wildcard.ts";
import misanchoredPath from "../rules/misanchored-path.ts";
import misspelledRule from "../rules/misspelled-rule.ts";
import narrowWildcard from "../rules/narrow-wildcard.ts";
import redundantRule from "../rules/redundant-rule.ts";
import shadowedRule from "../rules/shadowed-rule.ts";
import unknownTool from "../rules/unknown-tool.ts";

export const rules: Rules = {
	"broad-permission": broadPermission,
	"ineffective-rule": ineffectiveRule,
	"invalid-permission-rule": invalidPermissionRule,
	"loose-wildcard": looseWildcard,
	"misanchored-path": misanchoredPath,
	"misspelled-rule": misspelledRule,
	"narrow-wildcard": narrowWildcard,
	"redundant-rule": redundantRule,
	"shadowed-rule": shadowedRule,
	"unknown-tool": unknownTool,
};
