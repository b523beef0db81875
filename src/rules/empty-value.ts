import type { Client } from "../clients.ts";
import { writeReference } from "../references/write.ts";
import { defineRule } from "../rule.ts";
import { property } from "../syntax/tree.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "A field that says how to reach a server is empty.",
	rationale: `
Claude Code loads a remote server with an empty \`url\` as "not configured", sends an empty header as it is, and an empty \`headersHelper\` gives no
headers. Fill the field in, take the value from a variable, or remove the server.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "type": "http", "url": "" } } }',
			good: '{ "mcpServers": { "docs": { "type": "http", "url": "${DOCS_URL}" } } }',
		},
	],

	*check({ declaredServers }) {
		for (const { name, node, transport, headers, client } of declaredServers) {
			if (!transport || transport === "stdio") continue;
			const fields = ["url", "headersHelper"].flatMap(
				(key) => property(node, key) ?? [],
			);
			for (const { key, value } of [...fields, ...headers]) {
				if (value.type !== "string" || value.value !== "") continue;
				yield {
					location: value,
					message: `Server ${quote(name)}: ${quote(key.value)} is empty; fill it in${orReference(client)}.`,
				};
			}
		}
	},
});

function orReference({ references }: Client): string {
	const written =
		references?.fields.includes("headers") && writeReference(references, "VAR");
	return written ? `, or write ${written} to take it from the environment` : "";
}
