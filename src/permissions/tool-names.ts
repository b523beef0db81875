import { type Tool, toolByName, tools } from "./tools.ts";

/** The name under which the client knows a tool today; a name that no tool has is its own. */
export function nameInMatchers(name: string): string {
	const tool = toolByName(name);
	return tool?.alias ?? (tool?.replacement || name);
}

/** A tool that is offered to the model, with every name it answers to: the former ones still count in hook matchers. */
export interface NamedTool {
	readonly name: string;
	readonly names: readonly string[];
}

const isCurrent = ({ alias, replacement }: Tool) =>
	alias === undefined && replacement === undefined;

/** The tools of today. Source for their former names: matchers put to 2.1.329, where `KillShell`, also in a regular expression, fires on TaskStop. */
export const currentTools: readonly NamedTool[] = tools
	.filter(isCurrent)
	.map(({ name }) => ({
		name,
		names: tools
			.map((other) => other.name)
			.filter((other) => nameInMatchers(other) === name),
	}));

/** Every name that a call of this tool has for a matcher or condition. */
export function namesOf(tool: string): readonly string[] {
	const current = nameInMatchers(tool);
	return currentTools.find(({ name }) => name === current)?.names ?? [tool];
}
