import { defineRule } from "../rule.ts";

export default defineRule({
	effect: "rejected",
	severity: "error",
	summary:
		"Claude Code refuses a command that stands in a page, script or workflow.",
	rationale: `
Whoever runs the command gets an error message, and nothing is added or started. \`claude mcp add\` refuses names with other characters than letters, digits, \`-\` and
\`_\`, a transport or a scope that it does not know, a header without a colon, a variable without a value, and options that it does not have: those of the server's own
program must stand behind \`--\`. \`--env\` and \`--header\` take all words up to the next option, so a name that follows their value is taken for another value.
\`claude mcp add-json\` takes the fields of one server as JSON, without \`mcpServers\` around them.`,
	examples: [
		{
			file: "package.json",
			bad: '{ "scripts": { "mcp": "claude mcp add docs npx -y docs-server@1.4.2" } }',
			good: '{ "scripts": { "mcp": "claude mcp add docs -- npx -y docs-server@1.4.2" } }',
		},
		{
			file: "package.json",
			bad: '{ "scripts": { "mcp": "claude mcp add --env MODE=fast docs -- docs-server" } }',
			good: '{ "scripts": { "mcp": "claude mcp add docs --env MODE=fast -- docs-server" } }',
		},
	],
	needs: [{ syntax: "embedded" }],

	*check({ documents }) {
		for (const { errors } of documents) {
			for (const { sort, location, message } of errors) {
				if (sort === "command") yield { location, message: `${message}.` };
			}
		}
	},
});
