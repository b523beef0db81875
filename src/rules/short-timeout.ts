import { fixWith, replace } from "../edit.ts";
import { defineRule } from "../rule.ts";
import { property } from "../syntax/tree.ts";
import { quote } from "../wording.ts";

/** Below this many milliseconds the value is ignored; Claude Code's documentation, since 2.1.162. */
const SHORTEST = 1000;

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "A server's timeout is too short to be used.",
	rationale: `
\`timeout\` is in milliseconds, and Claude Code ignores one of less than 1000. Other clients take seconds: \`30\` there is \`30000\` here.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "command": "docs-server", "timeout": 30 } } }',
			good: '{ "mcpServers": { "docs": { "command": "docs-server", "timeout": 30000 } } }',
			fix: "unsafe",
		},
	],
	needs: [{ words: ["timeout"] }],

	*check({ servers }) {
		for (const { name, node, transport, client } of servers) {
			const timeout = property(node, "timeout")?.value;
			if (!transport || timeout?.type !== "number") continue;
			const { value } = timeout;
			if (!Number.isInteger(value) || value <= 0 || value >= SHORTEST) continue;
			yield {
				location: timeout,
				message: `Server ${quote(name)}: ${client.name} ignores a timeout of less than ${SHORTEST} milliseconds; write ${value * 1000} if ${value} seconds are meant.`,
				...fixWith(
					`Write ${value * 1000}`,
					[replace(timeout, String(value * 1000))],
					{ unsafe: true },
				),
			};
		}
	},
});
