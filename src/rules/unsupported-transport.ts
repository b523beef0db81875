import { remoteField } from "../project/addresses.ts";
import { defineRule } from "../rule.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "skipped",
	severity: "error",
	summary:
		"A remote server stands in a file from which only programs are started.",
	rationale: `
Claude Desktop starts the programs in \`claude_desktop_config.json\` and takes no addresses from it, with whatever \`type\`. Remote servers are added in the app, under Settings > Connectors. A program such as
\`mcp-remote\` is a bridge: it is started like any other server and talks to the address that it is given.`,
	examples: [
		{
			file: "claude_desktop_config.json",
			bad: '{ "mcpServers": { "docs": { "type": "http", "url": "https://docs.example.com/mcp" } } }',
			good: '{ "mcpServers": { "docs": { "command": "npx", "args": ["-y", "mcp-remote@0.1.37", "https://docs.example.com/mcp"] } } }',
		},
	],

	needs: [{ otherClient: true, servers: true }],

	*check({ declaredServers }) {
		for (const server of declaredServers) {
			const { name, client } = server;
			const found = remoteField(server);
			if (!found) continue;
			yield {
				location: found.key,
				message: `Server ${quote(name)}: ${client.name} starts only programs from this file, and this is a remote server; ${client.remoteRemedy}.`,
			};
		}
	},
});
