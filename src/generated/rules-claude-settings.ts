// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import credentialScript from "../rules/credential-script.ts";
import misplacedServers from "../rules/misplaced-servers.ts";
import outOfScopeKey from "../rules/out-of-scope-key.ts";

export const rules: Rules = {
	"credential-script": credentialScript,
	"misplaced-servers": misplacedServers,
	"out-of-scope-key": outOfScopeKey,
};
