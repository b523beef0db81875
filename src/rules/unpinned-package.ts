import {
	findRunPackage,
	isOfRepository,
	isPinned,
	type RunPackage,
} from "../project/packages.ts";
import { defineRule } from "../rule.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "risky",
	severity: "info",
	summary: "A server runs a package without an exact version.",
	rationale: `
\`npx some-server\` runs whatever version is there that day, with the rights of the user. A bad release, or somebody who takes the
package over, reaches everyone at the next start. An exact version changes only when you change it: \`some-server@1.4.2\` for npm,
\`some-server==1.4.2\` for PyPI, a tag other than \`latest\` or a digest for a container image.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "command": "npx", "args": ["-y", "docs-server"] } } }',
			good: '{ "mcpServers": { "docs": { "command": "npx", "args": ["-y", "docs-server@1.4.2"] } } }',
		},
	],

	*check({ declaredServers }) {
		for (const { name, command, args, transport } of declaredServers) {
			if (transport !== "stdio") continue;
			const found = findRunPackage(command, args);
			if (!found || isPinned(found)) continue;
			yield {
				location: found.node,
				message: `Server ${quote(name)} names no exact version of ${quote(found.spec)}, so it can run another one tomorrow; ${remedyFor(found)}.`,
			};
		}
	},
});

function remedyFor({ spec, registry }: RunPackage): string {
	if (registry === "container" || !isOfRepository(spec))
		return REMEDY[registry];
	const sign = registry === "npm" ? "#" : "@";
	return `name a tag or a commit of the repository, as in ${sign}v1.2.3 at the end`;
}

const REMEDY: Readonly<Record<RunPackage["registry"], string>> = {
	npm: "write one, as in name@1.2.3",
	PyPI: "write one, as in name==1.2.3",
	container: "write a tag other than latest, or a digest",
};
