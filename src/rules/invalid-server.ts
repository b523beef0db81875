import { pointerTokens } from "../location.ts";
import { defineRule } from "../rule.ts";
import type { Violation } from "../schema.ts";
import { violationProblem } from "../violation-message.ts";
import { quote } from "../wording.ts";
import { findAddress } from "./missing-transport.ts";

export default defineRule({
	effect: "skipped",
	severity: "error",
	summary: "A server lacks a required field, or a field has the wrong type.",
	rationale: `
Claude Code drops a server whose entry it cannot use: a program without \`command\`, a remote server without \`url\`, a number or a boolean
where a string is expected (\`"PORT": 8080\` in \`env\`), arguments that are not a list. The other servers of the file are loaded.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "command": "docs-server", "env": { "PORT": 8080 } } } }',
			good: '{ "mcpServers": { "docs": { "command": "docs-server", "env": { "PORT": "8080" } } } }',
		},
	],

	*check({ documents, servers }) {
		const unreachable = new Set(
			servers.filter(findAddress).map(({ node }) => node),
		);
		for (const { violations } of documents) {
			for (const violation of violations) {
				if (violation.subject !== "server" || isOthers(violation)) continue;
				const { node, keyword } = violation;
				const noCommand = keyword === "required" && node.type === "object";
				if (noCommand && unreachable.has(node)) continue;
				const [, name = ""] = pointerTokens(node.pointer);
				yield violationProblem(violation, `Server ${quote(name)}`);
			}
		}
	},
});

/** What other rules say: unknown keys and unknown transports. */
function isOthers({ keyword, node }: Violation): boolean {
	if (keyword === "additionalProperties") return true;
	return keyword === "enum" && node.pointer.endsWith("/type");
}
