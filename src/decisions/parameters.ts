import type { Behavior } from "../permissions/behavior.ts";
import type { PermissionRule } from "../permissions/permission-rule.ts";
import { matchesWildcards } from "../permissions/wildcards.ts";
import type { Session } from "./session.ts";

/**
 * The deny or ask rule that names a parameter of a call and its value, as `Agent(model:opus)`; nothing for allow rules, which do not look at parameters.
 * `*` stands for any characters, and white space after the colon does not count. Source: measured on 2.1.329.
 * @param parameters what the call is given, by name
 */
export function findParameterRule(
	tool: string,
	behavior: Behavior,
	parameters: Readonly<Record<string, string>>,
	{ rules }: Session,
): PermissionRule | undefined {
	if (behavior === "allow") return undefined;
	return rules.find(
		(rule) =>
			rule.behavior === behavior &&
			rule.tool === tool &&
			Object.entries(parameters).some(([name, value]) => {
				const { content = "" } = rule;
				return (
					content.startsWith(`${name}:`) &&
					matchesWildcards(content.slice(name.length + 1).trimStart(), value)
				);
			}),
	);
}
