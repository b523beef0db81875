// Generated from the rules by scripts/generate-rule-groups.mjs.
import type { Rules } from "../rule.ts";
import invalidCommand from "../rules/invalid-command.ts";
import misreadCommand from "../rules/misread-command.ts";

export const rules: Rules = {
	"invalid-command": invalidCommand,
	"misread-command": misreadCommand,
};
