import type { Behavior } from "../permissions/behavior.ts";
import {
	isWhole,
	type PermissionRule,
} from "../permissions/permission-rule.ts";
import { type Habit, nameInRules } from "../permissions/tools.ts";
import { matchesWildcards } from "../permissions/wildcards.ts";
import { type Mode, modes, type Outcome, type Outcomes } from "./modes.ts";
import type { Session } from "./session.ts";

/** What becomes of a call, and which rule says so. */
export interface Judgement {
	/** Absent where no rule decides. */
	readonly deciding: PermissionRule | undefined;
	/** Rules that match as well and lose. */
	readonly overridden: readonly PermissionRule[];
	readonly outcome: Outcomes;
}

/** The rules that match a call, at most one of each behavior: the one that would decide if it came to that behavior. */
export type MatchingRules = Readonly<
	Partial<Record<Behavior, PermissionRule | undefined>>
>;

/**
 * Puts a judgement together: deny wins over ask, and ask over allow.
 * @param outcomeOf what happens in a mode, given the behavior that wins
 */
export function judge(
	matching: MatchingRules,
	outcomeOf: (mode: Mode, behavior: Behavior | "none") => Outcome,
): Judgement {
	const found = (["deny", "ask", "allow"] as const).flatMap(
		(behavior) => matching[behavior] ?? [],
	);
	const [deciding, ...overridden] = found;
	const behavior = deciding?.behavior ?? "none";
	return {
		deciding,
		overridden,
		outcome: mapModes((mode) => outcomeOf(mode, behavior)),
	};
}

/** What a mode makes of a call that a prompt would be shown for. */
export function asked(mode: Mode): Outcome {
	return mode === "dontAsk" ? "deny" : "ask";
}

/**
 * The rule of one behavior that is about a tool as a whole, or nothing. `Tool(*)` is such a rule as well, but for allow rules about files.
 * Deny and ask rules can have wildcards in the tool's name. Source: measured on 2.1.329.
 */
export function findToolRule(
	tool: string,
	behavior: Behavior,
	{ rules }: Session,
): PermissionRule | undefined {
	return rules.find(
		(rule) =>
			rule.behavior === behavior &&
			isWhole(rule) &&
			(nameInRules(rule.tool) === tool ||
				(behavior !== "allow" && matchesWildcards(rule.tool, tool))),
	);
}

/** What becomes of a call where a rule decides, or nothing is known but the tool's habit. */
export function habitualOutcome(
	mode: Mode,
	behavior: Behavior | "none",
	habit: Habit | undefined,
): Outcome {
	if (behavior === "deny") return "deny";
	if (behavior === "ask") return asked(mode);
	if (behavior === "allow" || habit === "free") return "allow";
	if (habit === undefined) return "unknown";
	if (mode === "bypassPermissions") return "allow";
	if (mode === "plan" || mode === "auto") return "unknown";
	return habit === "watched" ? "allow" : asked(mode);
}

/** The outcomes that two judgements agree on; the others are unknown. */
export function commonOutcome(a: Outcomes, b: Outcomes): Outcomes {
	return mapModes((mode) => (a[mode] === b[mode] ? a[mode] : "unknown"));
}

/** One outcome for each mode. */
export function mapModes(outcomeOf: (mode: Mode) => Outcome): Outcomes {
	return Object.fromEntries(
		modes.map((mode) => [mode, outcomeOf(mode)]),
	) as Record<Mode, Outcome>;
}
