import { defineRule } from "../rule.ts";

export default defineRule({
	effect: "inert",
	severity: "error",
	summary:
		"Claude Code takes a part of a command for something else than it looks like.",
	rationale: `
The command runs, and does not do what it says. \`claude mcp add docs https://docs.example.com/mcp\` adds a program on this machine whose name is the address, because a
server is one unless \`--transport\` says otherwise. Claude Code warns of it once; the server never starts.`,
	examples: [
		{
			file: "package.json",
			bad: '{ "scripts": { "mcp": "claude mcp add docs https://docs.example.com/mcp" } }',
			good: '{ "scripts": { "mcp": "claude mcp add --transport http docs https://docs.example.com/mcp" } }',
		},
	],
	needs: [{ syntax: "embedded" }],

	*check({ documents }) {
		for (const { errors } of documents) {
			for (const { sort, location, message } of errors) {
				if (sort === "misread") yield { location, message: `${message}.` };
			}
		}
	},
});
