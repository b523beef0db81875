import { defineRule } from "../rule.ts";
import { effectsByNode } from "../schema.ts";
import { property } from "../syntax/tree.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "A server has both a command and a URL, and one of them is ignored.",
	rationale: `
A server is either a program that the client starts (\`command\`) or an address that it connects to (\`url\`). With both, Claude Code goes by
\`type\`, starts the program where there is none, and ignores the other without a word. Of other clients nobody says which of the two they take.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "command": "docs-server", "url": "https://docs.example.com/mcp" } } }',
			good: '{ "mcpServers": { "docs": { "command": "docs-server" } } }',
		},
	],

	*check({ declaredServers, documents }) {
		const effects = effectsByNode(documents);
		for (const server of declaredServers) {
			const { name, node, transport, client, type } = server;
			const command = property(node, client.fields.command);
			const url = client.fields.url
				.map((key) => property(node, key))
				.find((found) => found !== undefined);
			if (!command || !url || !transport) continue;
			if (
				[command, url].some(
					({ value }) => value.type === "string" && value.value === "",
				)
			)
				continue;
			if (!type && !client.isMeasured) {
				yield {
					location: url.key,
					message: `Server ${quote(name)} has both "${command.key.value}" and "${url.key.value}", and ${client.name} can use only one of them; remove the other.`,
				};
				continue;
			}
			const [used, ignored] =
				transport === "stdio" ? [command, url] : [url, command];
			// where it costs more, that is said of it
			if (effects.has(ignored.value)) continue;
			yield {
				location: ignored.key,
				message: `Server ${quote(name)}: ${client.name} uses "${used.key.value}" and ignores "${ignored.key.value}"; remove one of them.`,
				related: [{ location: used.key, message: "this one is used" }],
			};
		}
	},
});
