// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import unknownServer from "../rules/unknown-server.ts";

export const rules: Rules = {
	"unknown-server": unknownServer,
};
