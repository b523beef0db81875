import type { Document } from "../document.ts";
import { fixByWriting, replacePart, replaceString } from "../edit.ts";
import {
	type McpName,
	mcpToolName,
	normalizeName,
	parseMcpName,
} from "../permissions/mcp-names.ts";
import {
	type KnownServers,
	knownServers,
	type MeantServer,
	mayExist,
	meantServer,
} from "../project/known-servers.ts";
import type { Project } from "../project/project.ts";
import {
	type ServerMention,
	type ServerNaming,
	serverMentions,
	serverNamings,
} from "../project/server-mentions.ts";
import { defineRule, type Problem } from "../rule.ts";
import { isSlipOf, quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary:
		"A permission rule, a hook, a list of tools or an approval names an MCP server that nothing declares.",
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
			fix: "unsafe",
		},
	],
	needs: [{ words: ["mcp__", "McpjsonServers"] }, { syntax: "front-matter" }],

	*check(project) {
		const servers = new Map<Document, KnownServers>();
		const knownTo = (document: Document) => {
			const known = servers.get(document) ?? knownServers(project, document);
			servers.set(document, known);
			return known;
		};
		for (const mention of serverMentions(project)) {
			if (isOfPlugin(mention, project)) continue;
			const problem = judge(mention, knownTo(mention.document));
			if (problem) yield problem;
		}
		for (const naming of serverNamings(project)) {
			const known = knownTo(naming.document);
			const problem = judgeNaming(naming, known, project);
			if (problem) yield problem;
		}
	},
});

/** Of the servers of plugins another rule speaks; what a plugin says of others is said of sessions that we do not know. */
function isOfPlugin(
	{ text, document }: ServerMention,
	{ surroundings }: Project,
): boolean {
	if (document.kind.isOfPlugin) return true;
	const server = parseMcpName(text)?.server ?? "";
	return surroundings.plugins.some((plugin) =>
		plugin.servers.some(
			({ normalizedName }) =>
				normalizedName === server ||
				plugin.names.some((name) => server === `${name}_${normalizedName}`),
		),
	);
}

function judgeNaming(
	{ name, node, owner, document, isAboutFile }: ServerNaming,
	known: KnownServers,
	project: Project,
): Problem | undefined {
	const normalizedName = normalizeName(name);
	if (known.names.has(normalizedName)) return undefined;
	const canTell = isAboutFile
		? seesEveryServerFile(project)
		: !mayExist(normalizedName, known);
	if (!canTell) return undefined;
	const meant = meantServer(name, known)?.declaration;
	const edit =
		meant && isSlipOf(name, meant.name)
			? replaceString(document, node, meant.name)
			: undefined;
	return {
		location: node,
		message: `${owner} names a server ${quote(name)} that ${isAboutFile ? "no .mcp.json" : "nothing"} declares; ${meant ? `did you mean ${quote(meant.name)}?` : "declare the server, or remove the name."}`,
		severity: document.kind.scope === "local" ? "info" : "warning",
		...(meant && {
			related: [{ location: meant.key, message: "declared here" }],
			...fixByWriting(meant.name, edit),
		}),
	};
}

/** Whether no server file can be above the folders that are looked at, and those that are here can be read. */
function seesEveryServerFile({
	surroundings: { repository = "" },
	documents,
	inheritedServers,
}: Project): boolean {
	const isBroken = documents.some(
		({ kind, root }) =>
			kind.servers && !kind.privateServers && !kind.isExample && !root,
	);
	return repository === "" && !isBroken && inheritedServers.length === 0;
}

function judge(
	{ text, owner, location, document, isProtection }: ServerMention,
	known: KnownServers,
): Problem | undefined {
	const name = parseMcpName(text);
	if (!name || isAboutKnown(text, known) || mayExist(name.server, known))
		return undefined;
	const meant = meantServer(name.server, known);
	const isSlip = meant !== undefined && (meant.isNear || isRunOn(name, meant));
	const right = meant ? meantName(name, meant) : "";
	const isClear =
		meant !== undefined &&
		(isRunOn(name, meant) || isSlipOf(name.server, meant.normalizedName));
	const edit = isClear
		? replacePart(document, location, text, right)
		: undefined;
	const advice = meant
		? `did you mean ${quote(right)}?`
		: 'declare the server, correct the name, or list it under "servers" in .mcp-config-lint.yml.';
	return {
		location,
		message: `${owner} for a server ${quote(name.server)} that nothing declares; ${advice}`,
		severity: isSlip && isProtection ? "error" : "warning",
		...(meant?.declaration && {
			related: [
				{
					location: meant.declaration.key,
					message: `rules call this server ${quote(meant.normalizedName)}`,
				},
			],
		}),
		...fixByWriting(right, edit),
	};
}

/** One underscore stands where two belong: `mcp__github_create_issue`. */
function isRunOn(
	{ server, tool }: McpName,
	{ normalizedName }: MeantServer,
): boolean {
	return tool === undefined && server.startsWith(`${normalizedName}_`);
}

function meantName(name: McpName, meant: MeantServer): string {
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
