// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import pipedDownload from "../rules/piped-download.ts";

export const rules: Rules = {
	"piped-download": pipedDownload,
};
