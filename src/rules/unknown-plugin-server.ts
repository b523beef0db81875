import { fixByWriting, replacePart } from "../edit.ts";
import {
	type McpName,
	mcpToolName,
	parseMcpName,
} from "../permissions/mcp-names.ts";
import { knownServers } from "../project/known-servers.ts";
import { pluginOf } from "../project/plugin-of.ts";
import { type Plugin, pluginServerName } from "../project/plugins.ts";
import type { Project } from "../project/project.ts";
import {
	type ServerMention,
	serverMentions,
} from "../project/server-mentions.ts";
import type { ServerDeclaration } from "../project/servers.ts";
import { defineRule, type Problem } from "../rule.ts";
import { isSlipOf, nearest, quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary:
		"A permission rule, a hook or a list of tools names a plugin's server as the server is not called.",
	rationale: `
The tools of a server that a plugin brings along are called \`mcp__plugin_<plugin>_<server>__<tool>\`, with the name that stands in the plugin's manifest. A rule or matcher for \`mcp__<server>__…\` says nothing about
them, also in the hooks of the plugin itself, and nobody is told. The plugins of the repository are known, by their manifests and by its marketplace; of others nothing is said.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "permissions": { "deny": ["mcp__docs__delete_page"] } }',
			good: '{ "permissions": { "deny": ["mcp__plugin_team-docs_docs__delete_page"] } }',
			beside: {
				"plugins/team-docs/.claude-plugin/plugin.json":
					'{ "name": "team-docs", "mcpServers": { "docs": { "command": "docs-server" } } }',
			},
			fix: "unsafe",
		},
	],
	needs: [{ schema: "claude-plugin" }, { schema: "claude-marketplace" }],

	*check(project) {
		const { plugins, repository = "" } = project.surroundings;
		if (plugins.length === 0) return;
		const names = namesOf(plugins);
		// a server file above the folders that are looked at may declare anything
		const seesAll = repository === "";
		for (const mention of serverMentions(project)) {
			const problem = judge(mention, project, names, seesAll);
			if (problem) yield problem;
		}
	},
});

/** A server of a plugin. */
interface PluginServer {
	readonly plugin: Plugin;
	readonly server: ServerDeclaration;
}

/** The servers of some plugins, by what rules call them. */
type Names = ReadonlyMap<string, PluginServer>;

function namesOf(plugins: readonly Plugin[]): Names {
	return new Map(
		plugins.flatMap((plugin) =>
			plugin.servers.flatMap((server) =>
				plugin.names.map(
					(name) =>
						[pluginServerName(name, server.name), { plugin, server }] as const,
				),
			),
		),
	);
}

function judge(
	mention: ServerMention,
	project: Project,
	names: Names,
	seesAll: boolean,
): Problem | undefined {
	const name = parseMcpName(mention.text);
	if (!name || isNamed(mention.text, names)) return undefined;
	return name.server.startsWith("plugin_")
		? judgePrefixed(mention, name, project, names)
		: judgePlain(mention, name, project, names, seesAll);
}

/** A name can have `__` in it, and is then not what it is taken apart to. */
function isNamed(text: string, names: Names): boolean {
	const rest = text.slice("mcp__".length);
	// also where one "_" more is before or behind the two
	const ends = [...rest.matchAll(/(?=__)/g)].map(({ index }) => index);
	return [...ends, rest.length].some((end) => names.has(rest.slice(0, end)));
}

/** A name with the prefix of plugins: of a plugin that is here, or nearly so. */
function judgePrefixed(
	mention: ServerMention,
	name: McpName,
	{ surroundings }: Project,
	names: Names,
): Problem | undefined {
	const [owner, prefix] = ownerOf(name.server, surroundings.plugins) ?? [];
	if (owner?.hasMoreServers) return undefined;
	const meant =
		owner && prefix !== undefined
			? nearestOf(name.server.slice(prefix.length), prefix, owner)
			: [...names.keys()].find(
					(each) =>
						each.length - name.server.length < 2 &&
						name.server.length - each.length < 2 &&
						isSlipOf(name.server, each),
				);
	if (!owner && meant === undefined) return undefined;
	const found = meant === undefined ? undefined : names.get(meant);
	const [plugin = ""] = (owner ?? found?.plugin)?.names ?? [];
	return report(mention, name, {
		clause: `for a server ${quote(name.server)} that the plugin ${quote(plugin)} of this repository does not have`,
		meant,
		found,
		plugin: owner,
	});
}

/** The plugin whose name a server's name begins with, and the part that says so; the longest. */
function ownerOf(
	server: string,
	plugins: readonly Plugin[],
): readonly [Plugin, string] | undefined {
	const owners = plugins.flatMap((plugin) =>
		plugin.names
			.map((name) => [plugin, pluginServerName(name, "")] as const)
			.filter(([, prefix]) => server.startsWith(prefix)),
	);
	return owners.sort(([, a], [, b]) => b.length - a.length)[0];
}

/** The server of a plugin that was probably meant, as rules call it. */
function nearestOf(
	name: string,
	prefix: string,
	{ servers }: Plugin,
): string | undefined {
	const meant = nearest(
		name,
		servers.map(({ normalizedName }) => normalizedName),
	);
	return meant === undefined ? undefined : prefix + meant;
}

/** A name without the prefix: wrong where only a plugin has such a server, and in the plugin's own hooks. */
function judgePlain(
	mention: ServerMention,
	name: McpName,
	project: Project,
	names: Names,
	seesAll: boolean,
): Problem | undefined {
	const { document } = mention;
	const own = pluginOf(document, project.surroundings.plugins);
	if (document.kind.isOfPlugin && !own) return undefined;
	const candidates = [...names].filter(
		([full, { plugin, server }]) =>
			(!own || plugin === own) &&
			pluginServerName(plugin.names[0] ?? "", server.name) === full &&
			(server.normalizedName === name.server ||
				full === `plugin_${name.server}`),
	);
	const [only] = candidates;
	if (!only || (!own && !seesAll)) return undefined;
	if (!own && knownServers(project, document).names.has(name.server)) {
		return undefined;
	}
	// both spellings beside each other are for both ways to have the server
	if (candidates.some(([full]) => document.text.includes(full)))
		return undefined;
	const [meant, found] = only;
	const isOne = candidates.length === 1;
	return report(mention, name, {
		clause: `for ${quote(`mcp__${name.server}`)}, which is not what the server ${quote(found.server.name)} of the plugin ${quote(found.plugin.names[0] ?? "")} is called in a session`,
		meant: isOne ? meant : undefined,
		found,
		plugin: found.plugin,
	});
}

interface Finding {
	readonly clause: string;
	/** What the server is called, where that is clear. */
	readonly meant: string | undefined;
	readonly found: PluginServer | undefined;
	readonly plugin: Plugin | undefined;
}

function report(
	{ text, owner, location, document, isProtection }: ServerMention,
	name: McpName,
	{ clause, meant, found, plugin }: Finding,
): Problem {
	const right =
		meant === undefined
			? undefined
			: name.tool === undefined
				? `mcp__${meant}`
				: mcpToolName(meant, name.tool);
	const declared = found?.server.key ?? plugin?.location;
	return {
		location,
		message: `${owner} ${clause}; ${right === undefined ? "correct the name." : `write ${quote(right)}.`}`,
		severity: isProtection && meant !== undefined ? "error" : "warning",
		...(declared && {
			related: [
				{
					location: declared,
					message: found ? "the server of the plugin" : "the plugin",
				},
			],
		}),
		...(right !== undefined &&
			fixByWriting(right, replacePart(document, location, text, right))),
	};
}
