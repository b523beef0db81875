// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import blockedServer from "../rules/blocked-server.ts";
import emptyPolicy from "../rules/empty-policy.ts";
import ineffectivePolicyEntry from "../rules/ineffective-policy-entry.ts";
import invalidPolicyEntry from "../rules/invalid-policy-entry.ts";

export const rules: Rules = {
	"blocked-server": blockedServer,
	"empty-policy": emptyPolicy,
	"ineffective-policy-entry": ineffectivePolicyEntry,
	"invalid-policy-entry": invalidPolicyEntry,
};
