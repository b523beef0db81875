import { partLocator } from "../document.ts";
import { serverTexts } from "../project/server-texts.ts";
import { referenceNeeds } from "../references/needs.ts";
import { scanReferences } from "../references/scan.ts";
import { defineRule } from "../rule.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "error",
	summary: "The default of a reference has a brace in it, where it ends.",
	rationale: `
The default in \`\${NAME:-default}\` ends at the first \`}\`, and no reference in it is replaced. \`\${DATA:-\${HOME}/data}\` becomes \`\${HOME/data}\` where \`DATA\` is not set, and where it is set, its value with
\`/data}\` behind it. Two references cannot be written as one: use one variable with a plain default, or set it in the shell that starts the session.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "command": "docs-server", "args": ["${DOCS_DIR:-${HOME}/docs}"] } } }',
			good: '{ "mcpServers": { "docs": { "command": "docs-server", "args": ["${DOCS_DIR:-docs}"] } } }',
		},
	],
	needs: referenceNeeds,

	*check({ servers }) {
		for (const server of servers) {
			const { references } = server.client;
			if (!references?.formWithDefault) continue;
			for (const { node, isCode, isReplaced } of serverTexts(server)) {
				if (isCode || !isReplaced) continue;
				const locate = partLocator(server.document, node);
				for (const { spelling, fallback, name, start, end } of scanReferences(
					node.value,
				)) {
					if (!references.replaced.includes(spelling)) continue;
					if (!fallback?.includes("{")) continue;
					const close = node.value.indexOf("}", end);
					const rest = node.value.slice(end, close + 1);
					if (close === -1 || rest.includes("${")) continue;
					const whole = node.value.slice(start, close + 1);
					yield {
						location: locate(whole, start),
						message: `Server ${quote(server.name)}: the default in ${quote(whole)} ends at its first "}", so ${quote(rest)} stands behind the value of ${name} as well; write a default without braces, or set ${name} before the session starts.`,
					};
				}
			}
		}
	},
});
