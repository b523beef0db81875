// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import lostInput from "../rules/lost-input.ts";
import missingFile from "../rules/missing-file.ts";

export const rules: Rules = {
	"lost-input": lostInput,
	"missing-file": missingFile,
};
