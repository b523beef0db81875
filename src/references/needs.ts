import type { RuleNeeds } from "../rule-needs.ts";

/** What the rules about references need: they are loaded together, where a text can hold one. */
export const referenceNeeds: readonly RuleNeeds[] = [
	{
		schema: "claude-mcp",
		words: ["$", "%", "{{", "{env:", "`", "~/", "~\\", "headersHelper"],
	},
	{ syntax: "front-matter", words: ["mcpServers"] },
	// the user's configuration has servers by project
	{ words: ['"projects"'] },
	{ schema: "claude-settings", words: ['"env"'] },
];
