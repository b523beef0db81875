import { isAmbiguousName } from "../project/servers.ts";
import { defineRule } from "../rule.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "risky",
	severity: "info",
	summary:
		"A server has another name in tool names and permission rules than in the file.",
	rationale: `
In tool names, permission rules, hook matchers and prompts every character but letters, digits, \`_\` and \`-\` is replaced by \`_\`: the tools of
\`my server\` are called \`mcp__my_server__…\`. A rule that uses the name as it stands in the file matches nothing, and the client does not
say so. \`claude mcp add\` refuses such names.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "my docs": { "command": "docs-server" } } }',
			good: '{ "mcpServers": { "my-docs": { "command": "docs-server" } } }',
		},
	],

	*check({ servers }) {
		for (const { name, key, normalizedName, client, document } of servers) {
			if (document.kind.isOfPlugin) continue;
			if (name === normalizedName || isAmbiguousName(normalizedName)) continue;
			if (client.reservedServers.includes(normalizedName)) continue;
			yield {
				location: key,
				message: `Server ${quote(name)} is called ${quote(normalizedName)} in tool names and permission rules; write ${quote(`mcp__${normalizedName}__…`)} there, or rename the server.`,
			};
		}
	},
});
