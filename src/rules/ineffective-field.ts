import { type Client, typeOf } from "../clients.ts";
import { parentPointer } from "../location.ts";
import { readerOf } from "../project/project.ts";
import { unknownKeys } from "../project/unknown-keys.ts";
import { defineRule } from "../rule.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "A field belongs to another transport than the server's.",
	rationale: `
\`args\` and \`env\` are for a program on this machine; \`headers\`, \`headersHelper\` and \`oauth\` are for a remote server (\`oauth\` not for
\`ws\`). On a server of the other sort Claude Code ignores them without a word, so a token in \`env\` of an \`http\` server is never sent.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "type": "http", "url": "https://docs.example.com/mcp", "env": { "MODE": "fast" } } } }',
			good: '{ "mcpServers": { "docs": { "type": "http", "url": "https://docs.example.com/mcp" } } }',
		},
	],

	*check(project) {
		const servers = new Map(
			project.declaredServers.map((server) => [
				`${server.node.file}#${server.node.pointer}`,
				server,
			]),
		);
		for (const { origin, name, property, document } of unknownKeys(project)) {
			if (origin !== "other-transport") continue;
			const { file, pointer } = property.key;
			const server = servers.get(`${file}#${parentPointer(pointer)}`);
			const isEmpty =
				(property.value.type === "object" &&
					property.value.properties.length === 0) ||
				(property.value.type === "array" && property.value.items.length === 0);
			if (!server?.transport || isEmpty) continue;
			const { client, transport } = server;
			const { command, url } = client.fields;
			// that is said of both halves together
			if (name === command || url.includes(name)) continue;
			yield {
				location: property.key,
				message: `Server ${quote(server.name)}: ${readerOf(document)} ignores "${name}" on a server of type "${typeOf(client, transport) ?? transport}"; ${remedyFor(client, name)}.`,
			};
		}
	},
});

function remedyFor({ fields }: Client, name: string): string {
	switch (name) {
		case fields.env:
			return `remove it, or send the value in "${fields.headers}"`;
		case fields.headers:
			return `remove it, or pass the value in "${fields.env}"`;
		default:
			return "remove it";
	}
}
