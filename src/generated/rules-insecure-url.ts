// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import insecureUrl from "../rules/insecure-url.ts";

export const rules: Rules = {
	"insecure-url": insecureUrl,
};
