import type { Behavior } from "../permissions/behavior.ts";
import type { Habit } from "../permissions/tools.ts";
import {
	findToolRule,
	habitualOutcome,
	type Judgement,
	judge,
} from "./judgement.ts";
import { findParameterRule } from "./parameters.ts";
import type { Session } from "./session.ts";

/** The skills of the client itself, and what it does without a rule. Source: measured on 2.1.329. */
const BUILT_IN: Readonly<Record<string, Habit>> = {
	"claude-api": "asked",
	"code-review": "free",
	dataviz: "free",
	init: "free",
	loop: "asked",
	review: "free",
	run: "free",
	"security-review": "asked",
	simplify: "free",
	"update-config": "asked",
};

/** What becomes of using a skill or a command. Source: measured on 2.1.329. */
export function judgeSkill(argument: string, session: Session): Judgement {
	const name = plainName(argument);
	const find = (behavior: Behavior) =>
		findToolRule("Skill", behavior, session) ??
		// asking for one skill by name has no effect
		(behavior === "ask"
			? undefined
			: session.rules.find(
					(rule) =>
						rule.behavior === behavior &&
						rule.tool === "Skill" &&
						matchesSkill(rule.content ?? "", name),
				)) ??
		findParameterRule("Skill", behavior, { skill: argument }, session);
	const habit = habitOf(name, session);
	return judge(
		{ deny: find("deny"), ask: find("ask"), allow: find("allow") },
		(mode, behavior) => habitualOutcome(mode, behavior, habit),
	);
}

/** A name, or the beginning of names before ` *` or `:*`. */
function matchesSkill(content: string, name: string): boolean {
	const [, prefix] = /^(.*)[ :]\*$/s.exec(content) ?? [];
	return prefix === undefined
		? plainName(content) === name
		: name.startsWith(plainName(prefix));
}

function plainName(name: string): string {
	return name.replace(/^\//, "");
}

/** A skill that grants or takes away tools, or brings hooks, is asked about. Nothing for a skill that is not in the project. */
function habitOf(name: string, { skills }: Session): Habit | undefined {
	const own = skills.get(name);
	if (own !== undefined) return own.changesRights ? "asked" : "free";
	return Object.hasOwn(BUILT_IN, name) ? BUILT_IN[name] : undefined;
}
