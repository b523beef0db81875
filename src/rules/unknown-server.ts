import {
	type McpName,
	mcpToolName,
	parseMcpName,
} from "../permissions/mcp-names.ts";
import {
	BEHAVIOR_NAMES,
	type PermissionRule,
	severityOfLoss,
} from "../permissions/permission-rule.ts";
import { findSpellingDefect } from "../permissions/spelling.ts";
import {
	type KnownServers,
	knownServers,
	type MeantServer,
	mayExist,
	meantServer,
} from "../project/known-servers.ts";
import { defineRule, type Problem } from "../rule.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "A rule names an MCP server that nothing declares.",
	rationale: `
A rule about the tools of a server matches by the server's name. If no server has that name, nothing happens, and nobody is told: an allow rule that people still get asked
about, or a deny rule that protects nothing. Only names that we can know are judged: there must be an \`.mcp.json\` in the project or above it, and names of plugins' servers
(\`plugin_…\`), of connectors (\`claude_ai_…\`) and of the client's own servers are left alone. List servers that are declared elsewhere, for instance by each user, under
\`servers\` in \`.mcp-config-lint.yml\`.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "permissions": { "deny": ["mcp__gihub__delete_repository"] } }',
			good: '{ "permissions": { "deny": ["mcp__github__delete_repository"] } }',
			beside: {
				".mcp.json":
					'{ "mcpServers": { "github": { "command": "github-server" } } }',
			},
		},
	],

	*check(project) {
		const known = knownServers(project);
		for (const rule of project.permissions) {
			const problem = judge(rule, known);
			if (problem) yield problem;
		}
	},
});

function judge(rule: PermissionRule, known: KnownServers): Problem | undefined {
	const { tool: text, behavior, node, mistake } = rule;
	const name = parseMcpName(text);
	if (!name || mistake !== undefined || name.server.includes("*"))
		return undefined;
	if (findSpellingDefect(rule, []) || isAboutKnown(text, known))
		return undefined;
	if (mayExist(name.server, known)) return undefined;
	const meant = meantServer(name.server, known);
	const isSlip = meant !== undefined && (meant.isNear || isRunOn(name, meant));
	return {
		location: node,
		message: `${BEHAVIOR_NAMES[behavior]} rule for a server ${quote(name.server)} that nothing declares; ${
			meant
				? `did you mean ${quote(meantRule(name, meant))}?`
				: `declare the server, remove the rule, or list the name under "servers" in .mcp-config-lint.yml.`
		}`,
		severity: isSlip ? severityOfLoss(rule) : "warning",
		...(meant?.declaration && {
			related: [
				{
					location: meant.declaration.key,
					message: `rules call this server ${quote(meant.normalizedName)}`,
				},
			],
		}),
	};
}

/** One underscore stands where two belong: `mcp__github_create_issue`. */
function isRunOn(
	{ server, tool }: McpName,
	{ normalizedName }: MeantServer,
): boolean {
	return tool === undefined && server.startsWith(`${normalizedName}_`);
}

function meantRule(name: McpName, meant: MeantServer): string {
	const { normalizedName } = meant;
	const tool = isRunOn(name, meant)
		? name.server.slice(normalizedName.length + 1)
		: name.tool;
	return tool === undefined
		? `mcp__${normalizedName}`
		: mcpToolName(normalizedName, tool);
}

/** A server whose name has `__` in it is not what the rule's name is taken apart to. */
function isAboutKnown(text: string, { names }: KnownServers): boolean {
	const rest = text.slice("mcp__".length);
	for (let at = rest.indexOf("__"); at !== -1; at = rest.indexOf("__", at + 1))
		if (names.has(rest.slice(0, at))) return true;
	return names.has(rest);
}
