import { type Mode, modes, type Outcome, type Outcomes } from "./modes.ts";
import type { Behavior, PermissionRule } from "./permission-rule.ts";
import type { Session } from "./session.ts";
import { FILE_TOOLS } from "./tools.ts";
import { matchesWildcards } from "./wildcards.ts";

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
		outcome: Object.fromEntries(
			modes.map((mode) => [mode, outcomeOf(mode, behavior)]),
		) as Record<Mode, Outcome>,
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
			(rule.tool === tool ||
				(behavior !== "allow" && matchesWildcards(rule.tool, tool))),
	);
}

/** Whether a rule is about every call of its tool. */
export function isWhole({ tool, content, behavior }: PermissionRule): boolean {
	if (content === undefined) return true;
	return (
		content === "*" && !(behavior === "allow" && FILE_TOOLS.includes(tool))
	);
}
