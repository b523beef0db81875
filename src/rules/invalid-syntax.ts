import { defineRule } from "../rule.ts";

export default defineRule({
	effect: "rejected",
	severity: "error",
	summary: "The file is not valid JSON, or its front matter not valid YAML.",
	rationale: `
The client reads these files as strict JSON: no comments, no trailing commas, double quotes only. One wrong character and it
ignores the whole file, deny rules and hooks included. In CI it says nothing about it and goes on.

Editors often accept more than JSON in such files, so a file can look right and still not be read.

An agent whose front matter is not valid YAML is not loaded; a skill or a command is loaded without it, so that \`allowed-tools\` and
\`disable-model-invocation\` do not count.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "command": "docs-server", }, } }',
			good: '{ "mcpServers": { "docs": { "command": "docs-server" } } }',
			fix: "safe",
		},
		{
			file: ".claude/settings.json",
			bad: '{\n  // nobody touches the keys\n  "permissions": { "deny": ["Read(./keys/**)"] }\n}',
			good: '{\n  "permissions": { "deny": ["Read(./keys/**)"] }\n}',
			fix: "unsafe",
		},
		{
			file: ".claude/agents/reviewer.md",
			bad: '---\nname: reviewer\ndescription: "Reviews" changes\n---\nReview the changes.\n',
			good: "---\nname: reviewer\ndescription: Reviews changes\n---\nReview the changes.\n",
		},
	],

	*check({ documents }) {
		for (const document of documents) {
			// of a file that nobody reads only that is said
			if (document.kind.belongs) continue;
			for (const { sort, location, message, fix } of document.errors) {
				if (sort !== "syntax") continue;
				yield {
					location,
					message: `${message}.`,
					isCertain: true,
					...(fix && { fix }),
				};
			}
		}
	},
});
