import type { Fix } from "./edit.ts";
import type { Effect } from "./effect.ts";
import type { Location } from "./location.ts";
import type { Project } from "./project/project.ts";
import type { RuleNeeds } from "./rule-needs.ts";
import type { Severity } from "./severity.ts";

export type { Fix } from "./edit.ts";
export { type Severity, severities } from "./severity.ts";

export interface RelatedLocation {
	readonly location: Location;
	readonly message: string;
}

/** What a rule yields. */
export interface Problem {
	readonly location: Location;
	/** What is wrong, with the name and the value; then what to do. One or two sentences, no secret. */
	readonly message: string;
	/** Where it differs from the rule's. */
	readonly effect?: Effect;
	/** Where it differs from the rule's. */
	readonly severity?: Severity;
	readonly related?: readonly RelatedLocation[];
	readonly fix?: Fix;
	/** It is true whatever the client does. */
	readonly isCertain?: true;
}

/** A problem that has been told which rule found it and how bad it is. */
export interface Diagnostic extends Problem {
	readonly rule: string;
	readonly severity: Severity;
	readonly effect: Effect;
}

/** `safe` fixes are made on request, `unsafe` ones for those who ask for them as well. */
export type FixSort = "safe" | "unsafe";

/** A file that shows a defect, and the same file without it. */
export interface Example {
	/** Where it stands, relative to the project: decides the kind. */
	readonly file: string;
	readonly bad: string;
	readonly good: string;
	/** Other files of the same project that it takes, by path. */
	readonly beside?: Readonly<Record<string, string>>;
	/** The fix of the rule makes `good` of `bad`; absent where people do it. */
	readonly fix?: FixSort;
}

/** The rules of a run, by id. */
export type Rules = Readonly<Record<string, RuleCheck>>;

/** What a run needs of a rule. */
export interface RuleCheck {
	readonly effect: Effect;
	readonly severity: Severity;
	/** The rule has nothing to say where no document is like one of these, and is not loaded there: a run pays for the rules that it can need. Absent: it is always loaded. */
	readonly needs?: readonly RuleNeeds[];
	/** Finds the problems of one project. Must not throw, and keeps no state between calls. */
	check(project: Project): Iterable<Problem>;
}

/** What people read of a rule. No plain run loads it: the bundle has it in a file of its own. */
export interface RuleTexts {
	readonly effect: Effect;
	readonly severity: Severity;
	/** One sentence, for lists. */
	readonly summary: string;
	/** Why it matters and what to do instead, in Markdown. */
	readonly rationale: string;
	readonly examples: readonly Example[];
}

/** One check. The name of the file it is defined in is its id. */
export interface Rule extends RuleCheck, RuleTexts {}

/** Gives a rule its type. */
export function defineRule(rule: Rule): Rule {
	return rule;
}

/** The sorts of fixes that a rule has: those that its examples show. */
export function fixSorts({ examples }: Pick<Rule, "examples">): FixSort[] {
	const shown = examples.map(({ fix }) => fix);
	return (["safe", "unsafe"] as const).filter((sort) => shown.includes(sort));
}
