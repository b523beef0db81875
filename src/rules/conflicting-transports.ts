import { defineRule } from "../rule.ts";
import { property } from "../syntax/tree.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "A server has both a command and a URL, and one of them is ignored.",
	rationale: `
A server is either a program that the client starts (\`command\`) or an address that it connects to (\`url\`). With both, Claude Code goes by
\`type\`, starts the program where there is none, and ignores the other without a word.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "command": "docs-server", "url": "https://docs.example.com/mcp" } } }',
			good: '{ "mcpServers": { "docs": { "command": "docs-server" } } }',
		},
	],

	*check({ declaredServers }) {
		for (const { name, node, transport, client } of declaredServers) {
			const command = property(node, "command");
			const url = property(node, "url");
			if (!command || !url || !transport) continue;
			if (
				[command, url].some(
					({ value }) => value.type === "string" && value.value === "",
				)
			)
				continue;
			const [used, ignored] =
				transport === "stdio" ? [command, url] : [url, command];
			yield {
				location: ignored.key,
				message: `Server ${quote(name)}: ${client.name} uses "${used.key.value}" and ignores "${ignored.key.value}"; remove one of them.`,
				related: [{ location: used.key, message: "this one is used" }],
			};
		}
	},
});
