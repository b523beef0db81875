import type { Behavior } from "../permissions/behavior.ts";
import type { PermissionRule } from "../permissions/permission-rule.ts";
import {
	findToolRule,
	habitualOutcome,
	type Judgement,
	judge,
} from "./judgement.ts";
import { findParameterRule } from "./parameters.ts";
import type { Session } from "./session.ts";

/** `Task` is the name that the tool once had. */
const NAMES = ["Agent", "Task"];

/** The agent that is started where none is named. */
export const USUAL_AGENT = "general-purpose";

/** What becomes of starting an agent. Only a deny rule can name one agent. Source: measured on 2.1.329. */
export function judgeAgent(type: string, session: Session): Judgement {
	const find = (behavior: Behavior) =>
		findToolRule("Agent", behavior, session) ??
		NAMES.map((tool) =>
			findParameterRule(tool, behavior, { subagent_type: type }, session),
		).find((rule) => rule !== undefined);
	const deny =
		find("deny") ??
		session.rules.find(
			(rule) => rule.behavior === "deny" && isAboutAgent(rule, type),
		);
	const matching = { deny, ask: find("ask"), allow: find("allow") };
	return judge(matching, (mode, behavior) =>
		behavior === "allow" && mode === "plan"
			? "unknown"
			: habitualOutcome(mode, behavior, "watched"),
	);
}

function isAboutAgent(
	{ tool, content }: PermissionRule,
	type: string,
): boolean {
	return NAMES.includes(tool) && content === type;
}
