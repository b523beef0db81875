// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import driftedServer from "../rules/drifted-server.ts";
import unsupportedTransport from "../rules/unsupported-transport.ts";

export const rules: Rules = {
	"drifted-server": driftedServer,
	"unsupported-transport": unsupportedTransport,
};
