import { quote } from "../wording.ts";
import { BEHAVIOR_NAMES } from "./behavior.ts";
import type { PermissionRule } from "./permission-rule.ts";

/** Why a rule that the client keeps has no effect. */
export interface RuleDefect {
	/** What is wrong, without a full stop. */
	readonly reason: string;
	/** The rule as it was probably meant; absent where several are possible. */
	readonly meant?: string;
	/** What to do where no single rule can be offered. */
	readonly remedy?: string;
}

/** A rule's defect as a message. */
export function describeDefect(
	{ behavior }: Pick<PermissionRule, "behavior">,
	{ reason, meant, remedy }: RuleDefect,
): string {
	const advice = meant === undefined ? remedy : `write ${quote(meant)}`;
	return `${BEHAVIOR_NAMES[behavior]} rule without effect: ${reason}; ${advice}.`;
}
