import type { Document } from "../document.ts";
import { readerOf } from "../project/project.ts";
import {
	type Block,
	findBlock,
	type PolicySubject,
	policyOf,
} from "../project/server-policy.ts";
import type { ServerDeclaration } from "../project/servers.ts";
import { defineRule, type Problem } from "../rule.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "A server is declared, and a server policy blocks it.",
	rationale: `
\`allowedMcpServers\` and \`deniedMcpServers\` count in every settings file, and a server that they block is simply not there: not in \`claude mcp list\`, not in the
session. A deny entry wins. Where the allow lists have a command, every local server needs a command that matches and its name counts no more; where they
have an address, the same is true of remote servers. What you deny in your own settings is only mentioned.`,
	examples: [
		{
			file: ".mcp.json",
			beside: {
				".claude/settings.json":
					'{ "allowedMcpServers": [{ "serverName": "docs" }] }',
			},
			bad: '{ "mcpServers": { "docs-v2": { "command": "docs-server" } } }',
			good: '{ "mcpServers": { "docs": { "command": "docs-server" } } }',
		},
	],
	needs: [
		{
			schema: "claude-settings",
			words: ["allowedMcpServers", "deniedMcpServers"],
		},
	],

	*check(project) {
		const policy = policyOf(project);
		for (const server of project.servers) {
			const { client, normalizedName, document } = server;
			// those of the administrator are not subject to the lists, and reserved names are dropped before
			if (document.kind.scope === "managed") continue;
			if (client.reservedServers.includes(normalizedName)) continue;
			const block = findBlock(server, policy);
			if (block) yield describe(server, block);
		}
	},
});

function describe(server: ServerDeclaration, block: Block): Problem {
	const { key, document, name } = server;
	const { denied, notAllowedBy } = block;
	if (denied) {
		const { list, entry } = denied;
		return {
			location: key,
			message: `${readerOf(document)} does not load server ${quote(name)}: an entry of "deniedMcpServers" in ${placeOf(list.document, entry.node.start)} blocks it; remove the entry or the server.`,
			severity: isShared(list.document) ? "warning" : "info",
			related: [{ location: entry.node, message: "blocked here" }],
		};
	}
	const [first] = notAllowedBy;
	return {
		location: key,
		message: `${readerOf(document)} does not load server ${quote(name)}: no entry of "allowedMcpServers"${first ? ` in ${placeOf(first.document, first.property.key.start)}` : ""} allows it; ${remedy(server, block)}.`,
		related: notAllowedBy.map(({ property }) => ({
			location: property.key,
			message: "allows others",
		})),
	};
}

/** Whether others than the owner of the machine wrote it. */
function isShared(document: Document): boolean {
	return document.kind.scope === "project";
}

function placeOf(document: Document, start: number): string {
	return `${document.file}:${document.position(start).line}`;
}

const NOUNS: Readonly<Record<PolicySubject, string>> = {
	serverName: "name",
	serverCommand: "command",
	serverUrl: "address",
};

function remedy(server: ServerDeclaration, { subject, isNamed }: Block) {
	if (subject !== "serverName") {
		const sort = subject === "serverCommand" ? "local" : "remote";
		const why = isNamed
			? `its name is in the list, but beside an entry with "${subject}" names do not count for ${sort} servers`
			: `the list has entries with "${subject}", so a ${sort} server needs one`;
		return `${why}; add one with its ${NOUNS[subject]}`;
	}
	if (/^[A-Za-z0-9_-]+$/.test(server.name)) {
		return `add { "serverName": ${quote(server.name)} }`;
	}
	return `such a name cannot stand there, so add one with its ${server.transport === "stdio" ? 'command as "serverCommand"' : 'address as "serverUrl"'}, or rename it`;
}
