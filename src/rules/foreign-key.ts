import { clients } from "../clients.ts";
import type { ForeignKey } from "../foreign-keys.ts";
import { parentPointer } from "../location.ts";
import { namesTool } from "../permissions/tool-list.ts";
import { findAddress } from "../project/addresses.ts";
import { readerOf } from "../project/project.ts";
import { type UnknownKey, unknownKeys } from "../project/unknown-keys.ts";
import { defineRule } from "../rule.ts";
import type { Node } from "../syntax/tree.ts";

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "A key is read by another client, or in another place, not here.",
	rationale: `
Clients share the shape of their MCP files and differ in the details. Claude Code ignores the keys of the others without a word: a server with
\`"disabled": true\` is started all the same, and \`"autoApprove"\` approves nothing. The message says what does the same in Claude Code.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "command": "docs-server", "disabled": true } } }',
			good: '{ "mcpServers": {} }',
		},
	],

	*check(project) {
		const unreachable = new Set(
			project.servers
				.filter(findAddress)
				.map(({ node }) => `${node.file}#${node.pointer}`),
		);
		for (const unknown of unknownKeys(project)) {
			const { origin, name, property, document, foreign } = unknown;
			if (origin !== "other-client" || isForItsReader(unknown)) continue;
			const { file, pointer } = property.key;
			const isAddress =
				ADDRESS.test(name) &&
				unreachable.has(`${file}#${parentPointer(pointer)}`);
			if (!foreign || isAddress) continue;
			if (foreign.namesTools && !namesTool(property.value)) continue;
			const idle = changesNothing(foreign, property.value);
			const { of, instead } = foreign;
			const remedy =
				idle || instead === "remove it"
					? "; remove it"
					: `. Instead, ${instead}`;
			yield {
				location: property.key,
				message: `"${name}" is a key of ${of}; ${readerOf(document)} ignores it here${remedy}.`,
				severity: idle ? "info" : "warning",
			};
		}
	},
});

/** Keys that say how a server is reached; what is wrong with them is said of the server. */
const ADDRESS = /^(?:serverUrl|httpUrl|uri|transport|transportType)$/;

/** Whether the key has the value that it has where it is left out. */
function changesNothing({ neutral }: ForeignKey, value: Node): boolean {
	if (value.type === "array") return value.items.length === 0;
	return neutral !== undefined && "value" in value && value.value === neutral;
}

/** A key at the root of a file that another of its readers takes, beside the one that ours needs. */
function isForItsReader({ subject, document, name }: UnknownKey): boolean {
	return (
		subject === "root" &&
		document.kind.clients.some((id) => clients[id].rootKeys.includes(name))
	);
}
