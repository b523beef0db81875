import type { RuleNeeds } from "../rule-needs.ts";

/** What the rules about references need: they are loaded together, where a text can hold one. */
export const referenceNeeds: readonly RuleNeeds[] = [
	{
		servers: true,
		words: ["$", "%", "{{", "{env:", "`", "~/", "~\\", "headersHelper"],
	},
	{ schema: "claude-settings", words: ['"env"'] },
];
