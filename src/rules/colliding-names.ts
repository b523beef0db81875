import type { ServerDeclaration } from "../project/servers.ts";
import { defineRule } from "../rule.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "risky",
	severity: "warning",
	summary: "Two servers have the same name in tool names and permission rules.",
	rationale: `
Server names that differ only in characters that tool names do not have become one: \`my server\` and \`my.server\` are both
\`mcp__my_server__…\`. A permission rule for one covers both, and of two tools with the same name only one is offered. Rename one of them.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs_v2": { "command": "docs-server" }, "docs.v2": { "command": "other-server" } } }',
			good: '{ "mcpServers": { "docs_v2": { "command": "docs-server" }, "other": { "command": "other-server" } } }',
		},
	],

	*check({ servers, inheritedServers }) {
		const first = new Map<string, ServerDeclaration>(
			// the nearest last, so that it is the one that stays
			[...inheritedServers]
				.reverse()
				.map((server) => [server.normalizedName, server]),
		);
		for (const server of servers) {
			const { name, key, normalizedName, isPrivate } = server;
			if (isPrivate) continue;
			const other = first.get(normalizedName);
			if (!other) first.set(normalizedName, server);
			if (!other || other.name === name) continue;
			yield {
				location: key,
				message: `Servers ${quote(other.name)} and ${quote(name)} are both called ${quote(normalizedName)} in tool names and permission rules; rename one of them.`,
				related: [{ location: other.key, message: "the other server" }],
			};
		}
	},
});
