// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import lostServerFile from "../rules/lost-server-file.ts";

export const rules: Rules = {
	"lost-server-file": lostServerFile,
};
