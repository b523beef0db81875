// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import blanketApproval from "../rules/blanket-approval.ts";
import contradictoryApproval from "../rules/contradictory-approval.ts";
import ineffectiveApproval from "../rules/ineffective-approval.ts";

export const rules: Rules = {
	"blanket-approval": blanketApproval,
	"contradictory-approval": contradictoryApproval,
	"ineffective-approval": ineffectiveApproval,
};
