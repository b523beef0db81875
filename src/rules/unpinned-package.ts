import { findRunPackage, isPinned } from "../project/packages.ts";
import { defineRule } from "../rule.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "risky",
	severity: "info",
	summary: "A server runs whatever version of a package is newest.",
	rationale: `
\`npx some-server\` runs the newest version of the package that day, with the rights of the user. A bad release, or somebody who takes the
package over, reaches everyone at the next start. An exact version changes only when you change it: \`some-server@1.4.2\` for npm,
\`some-server==1.4.2\` for PyPI, a tag other than \`latest\` or a digest for a container image.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "command": "npx", "args": ["-y", "docs-server"] } } }',
			good: '{ "mcpServers": { "docs": { "command": "npx", "args": ["-y", "docs-server@1.4.2"] } } }',
		},
	],

	*check({ servers }) {
		for (const { name, command, args, transport } of servers) {
			if (transport !== "stdio") continue;
			const found = findRunPackage(command, args);
			if (!found || isPinned(found)) continue;
			const what = found.registry === "container" ? "image" : "package";
			const how =
				found.registry === "container"
					? "a tag other than latest, or a digest"
					: "an exact version";
			yield {
				location: found.node,
				message: `Server ${quote(name)} runs the newest version of the ${what} ${quote(found.spec)} at every start; name ${how}.`,
			};
		}
	},
});
