// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import deprecatedTransport from "../rules/deprecated-transport.ts";

export const rules: Rules = {
	"deprecated-transport": deprecatedTransport,
};
