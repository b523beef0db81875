import { fixByWriting, replaceString } from "../edit.ts";
import { normalizeName } from "../permissions/mcp-names.ts";
import { readDisabled, readEnabled } from "../project/approvals.ts";
import type { Project } from "../project/project.ts";
import { defineRule } from "../rule.ts";
import { both, quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary:
		"A name in a list of approved or refused servers is no name of a server.",
	rationale: `
\`enabledMcpjsonServers\` and \`disabledMcpjsonServers\` hold the names of servers of \`.mcp.json\`, letter by letter: no wildcards, and no tool names. In the first
the name stands as in the file; the second also takes it as it looks in tool names. Any other text approves or refuses nothing, in silence. A refusal that
refuses nothing is an error: the server that it was meant for is connected.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "enabledMcpjsonServers": ["mcp__docs"] }',
			good: '{ "enabledMcpjsonServers": ["docs"] }',
			beside: {
				".mcp.json":
					'{ "mcpServers": { "docs": { "command": "docs-server" } } }',
			},
			fix: "unsafe",
		},
		{
			file: ".claude/settings.json",
			bad: '{ "enabledMcpjsonServers": ["*"] }',
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

	*check(project) {
		const servers = [...project.servers, ...project.inheritedServers];
		const names = new Set([
			...servers.map(({ name }) => name),
			...project.surroundings.servers,
		]);
		const byNormalizedName = new Map(
			servers.map(({ name, normalizedName }) => [normalizedName, name]),
		);
		const approvals = project.documents.flatMap((document) => [
			...readEnabled(document),
			...readDisabled(document),
		]);
		for (const { key, node, document } of approvals) {
			if (names.has(node.value)) continue;
			const isRefusal = key === "disabledMcpjsonServers";
			const meant = byNormalizedName.get(normalizeName(node.value));
			if (meant !== undefined && isRefusal) continue;
			const mistake =
				meant !== undefined && meant !== normalizeName(meant)
					? {
							message: `the server is called ${quote(meant)} there; write that`,
							meant,
						}
					: describe(node.value, isRefusal, project);
			if (!mistake) continue;
			yield {
				location: node,
				message: `${quote(node.value)} ${isRefusal ? "refuses" : "approves"} no server of .mcp.json: ${mistake.message}.`,
				severity: isRefusal ? "error" : "warning",
				...(mistake.meant !== undefined &&
					fixByWriting(
						mistake.meant,
						replaceString(document, node, mistake.meant),
					)),
			};
		}
	},
});

/** What is wrong with a text that is no name, and what to write; nothing for one that may be the name of a server. */
function describe(
	text: string,
	isRefusal: boolean,
	project: Project,
): { readonly message: string; readonly meant?: string } | undefined {
	if (text.includes("*")) {
		return {
			message: `names have no wildcards; ${listOf(text, project, isRefusal)}`,
		};
	}
	const [, server] = /^mcp__([^*]+?)(?:__.*)?$/.exec(text) ?? [];
	if (server !== undefined) {
		return {
			message: `that is how permission rules name tools; write the server's name: ${quote(server)}`,
			meant: server,
		};
	}
	return undefined;
}

/** Of more servers than this no list is made. */
const MOST_SERVERS = 50;

/** The names to write in place of a wildcard: those of the project that it would match, at most five. */
function listOf(text: string, { servers }: Project, isRefusal: boolean) {
	const [start = ""] = text.split("*");
	const names = servers
		.slice(0, MOST_SERVERS)
		.filter(({ document }) => document.kind.scope === "project")
		.map(({ name }) => name)
		.filter((name) => name.startsWith(start));
	const advice =
		servers.length <= MOST_SERVERS && names.length > 0 && names.length <= 5
			? `write ${both(names.map(quote))}`
			: "name each server";
	return text === "*" && !isRefusal
		? `${advice}, or set "enableAllProjectMcpServers" for all that will ever be there`
		: advice;
}
