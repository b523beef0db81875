import type { Document } from "../document.ts";
import type { Scope } from "../kinds.ts";
import { blanketApproval, readEnabled } from "../project/approvals.ts";
import type { ServerDeclaration } from "../project/servers.ts";
import { defineRule, type Severity } from "../rule.ts";
import { quote } from "../wording.ts";

/** By whom it is set: for everybody who opens the repository, for one person here, for one person everywhere. An administrator knows what they do. */
const SEVERITIES: Readonly<Partial<Record<Scope, Severity>>> = {
	project: "warning",
	local: "info",
	user: "warning",
};

/** A list of more names is not written out in a message. */
const MOST_NAMES = 5;

export default defineRule({
	effect: "risky",
	severity: "warning",
	summary: "Every server that is ever added to .mcp.json is approved unseen.",
	rationale: `
Claude Code asks before it starts a server of \`.mcp.json\`, because starting one runs a program on your machine. With \`enableAllProjectMcpServers\` it does not ask
any more: also not for the server that a pull request adds tomorrow. Name the servers in \`enabledMcpjsonServers\`; a new one is then asked about. In a project
file the setting counts once the folder is trusted, in user settings it counts in every repository, trusted or not.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "enableAllProjectMcpServers": true }',
			good: '{ "enabledMcpjsonServers": ["docs", "github"] }',
			beside: {
				".mcp.json":
					'{ "mcpServers": { "docs": { "command": "docs-server" }, "github": { "command": "github-server" } } }',
			},
		},
	],
	needs: [
		{
			schema: "claude-settings",
			words: ["McpjsonServers", "enableAllProjectMcpServers"],
		},
	],

	*check({ documents, servers }) {
		for (const document of documents) {
			const key = blanketApproval(document);
			const severity = SEVERITIES[document.kind.scope];
			if (!key || !severity) continue;
			yield {
				location: key,
				message: `"enableAllProjectMcpServers" approves unseen every server that is ever added to ${placeOf(document)}; ${remedy(document, servers)}.`,
				severity,
			};
		}
	},
});

function placeOf({ kind }: Document): string {
	return kind.scope === "user"
		? "the .mcp.json of any repository"
		: ".mcp.json";
}

function remedy(
	document: Document,
	servers: readonly ServerDeclaration[],
): string {
	if (document.kind.scope === "user") {
		return 'name those you know in "enabledMcpjsonServers" of each project';
	}
	if (readEnabled(document).length > 0) {
		return 'remove it, "enabledMcpjsonServers" names those you know';
	}
	const names = servers
		.filter((server) => server.document.kind.scope === "project")
		.map(({ name }) => quote(name));
	return names.length > 0 && names.length <= MOST_NAMES
		? `name those you know: "enabledMcpjsonServers": [${names.join(", ")}]`
		: 'name those you know in "enabledMcpjsonServers"';
}
