import { foreignKeys } from "../foreign-keys.ts";
import { readerOf } from "../project/project.ts";
import { type UnknownKey, unknownKeys } from "../project/unknown-keys.ts";
import { defineRule, type Severity } from "../rule.ts";
import { findAddress } from "./missing-transport.ts";

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
		const unreachable = project.servers.flatMap(
			(server) => findAddress(server)?.found ?? [],
		);
		for (const unknown of unknownKeys(project)) {
			const { origin, name, property, document } = unknown;
			if (origin !== "other-client" || unreachable.includes(property)) continue;
			if (isForItsReader(unknown)) continue;
			const { of, instead, neutral } =
				foreignKeys[placeOf(unknown)][name] ?? {};
			const { value } = property;
			const changesNothing =
				neutral !== undefined &&
				value.type === "boolean" &&
				value.value === neutral;
			const isEmpty = value.type === "array" && value.items.length === 0;
			const severity: Severity = changesNothing || isEmpty ? "info" : "warning";
			yield {
				location: property.key,
				message: `"${name}" is a key of ${of}; ${readerOf(document)} ignores it here. Instead, ${instead}.`,
				severity,
			};
		}
	},
});

function placeOf({ subject }: UnknownKey) {
	return subject === "server" || subject === "root" ? subject : "settings";
}

/** A key at the root of a file that another reader of the same file takes its servers from, beside the one that ours needs. */
function isForItsReader({ subject, document }: UnknownKey): boolean {
	return subject === "root" && document.kind.clients.length > 1;
}
