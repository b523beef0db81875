import { normalizeName, parseMcpName } from "../permissions/mcp-names.ts";
import type { PermissionRule } from "../permissions/permission-rule.ts";
import type { Project } from "../project/project.ts";
import type { ServerDeclaration } from "../project/servers.ts";
import { defineRule, type Problem } from "../rule.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary:
		"A page gives one server two names, and its permission rules know only one of them.",
	rationale: `
Permission rules go by the name of the server. Where a page calls a server \`docs\` in a command and \`Docs MCP\` in a file, who follows it has either, and a rule \`mcp__docs__*\` matches only the
tools of the first: those of the other are called \`mcp__Docs_MCP__…\`. The rule then does nothing, and nobody is told. Use one name on the whole page, or show the rule for each.`,
	examples: [
		{
			file: "README.md",
			bad: '`.mcp.json`:\n\n```json\n{ "mcpServers": { "Docs MCP": { "command": "docs-server" } } }\n```\n\nOr `~/.claude.json`:\n\n```json\n{ "mcpServers": { "docs": { "command": "docs-server" } } }\n```\n\n`.claude/settings.json`:\n\n```json\n{ "permissions": { "allow": ["mcp__docs__search"] } }\n```\n',
			good: '`.mcp.json`:\n\n```json\n{ "mcpServers": { "docs": { "command": "docs-server" } } }\n```\n\nOr `~/.claude.json`:\n\n```json\n{ "mcpServers": { "docs": { "command": "docs-server" } } }\n```\n\n`.claude/settings.json`:\n\n```json\n{ "permissions": { "allow": ["mcp__docs__search"] } }\n```\n',
		},
	],
	needs: [{ syntax: "container", words: ["mcp__"] }],

	*check(project) {
		if (project.pageServers.length === 0) return;
		for (const rule of project.permissions) {
			const problem = rule.mistake ? undefined : judge(rule, project);
			if (problem) yield problem;
		}
	},
});

function judge(
	{ tool, node }: PermissionRule,
	{ servers, pageServers, permissions, pagePermissions }: Project,
): Problem | undefined {
	const name = parseMcpName(tool);
	if (!name) return undefined;
	const declared = [...servers, ...pageServers];
	const own = declared.find(({ normalizedName: each }) => each === name.server);
	if (!own) return undefined;
	const named = new Set(
		[...permissions, ...pagePermissions].map((rule) => serverOf(rule)),
	);
	const other = declared.find(
		(server) => isSameServer(server, own) && !named.has(server.normalizedName),
	);
	if (!other) return undefined;
	const right = tool.replace(
		`mcp__${name.server}`,
		`mcp__${other.normalizedName}`,
	);
	return {
		location: node,
		message: `The page calls this server ${quote(own.name)} and ${quote(other.name)}, and ${quote(tool)} matches only the first; use one name, or add ${quote(right)}.`,
		related: [
			{ location: other.key, message: "the same server under another name" },
		],
	};
}

function serverOf({ tool }: PermissionRule): string | undefined {
	return parseMcpName(tool)?.server;
}

/** Whether two names are one but for words that every server could have in its name. */
function isSameServer(one: ServerDeclaration, other: ServerDeclaration) {
	return (
		one.normalizedName !== other.normalizedName &&
		coreOf(one.name) === coreOf(other.name)
	);
}

function coreOf(name: string): string {
	return normalizeName(name)
		.toLowerCase()
		.split(/[-_]+/)
		.filter((word) => !["", "mcp", "server"].includes(word))
		.join(" ");
}
