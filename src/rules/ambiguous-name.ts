import { isAmbiguousName } from "../project/servers.ts";
import { defineRule } from "../rule.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "risky",
	severity: "warning",
	summary: "A server's name has a double underscore, or ends in an underscore.",
	rationale: `
A tool is called \`mcp__<server>__<tool>\`, and the client takes it apart at the first \`__\` after \`mcp__\`. For a server \`a__b\` the rule
\`mcp__a__b\` allows nothing, and a deny rule for a server \`a\` removes the tools of \`a__b\` too. A name that ends in \`_\` moves the place
where the name is taken apart. Use single underscores inside the name.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs__v2": { "command": "docs-server" } } }',
			good: '{ "mcpServers": { "docs_v2": { "command": "docs-server" } } }',
		},
	],

	*check({ servers }) {
		for (const { name, key, normalizedName, client, document } of servers) {
			if (document.kind.isOfPlugin) continue;
			if (!isAmbiguousName(normalizedName)) continue;
			if (client.reservedServers.includes(normalizedName)) continue;
			const taken = `${normalizedName}__`.split("__")[0] ?? "";
			const as =
				name === normalizedName
					? ""
					: ` (${quote(normalizedName)} in tool names)`;
			const remedy = taken
				? `permission rules take its tools for those of a server ${quote(taken)}; rename it so that no "__" is in the name or at its end`
				: "no letter or digit of its name is left in tool names; rename it";
			yield {
				location: key,
				message: `Server ${quote(name)}${as}: ${remedy}.`,
			};
		}
	},
});
