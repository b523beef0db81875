import {
	type PermissionRule,
	readPermissionRules,
} from "../permissions/permission-rule.ts";
import { readDisabled, refusalKey } from "../project/approvals.ts";
import { effectiveMode } from "../project/default-mode.ts";
import { type HookGroup, readHooks } from "../project/hooks.ts";
import type { Project } from "../project/project.ts";
import { findBlock, policyOf } from "../project/server-policy.ts";
import type { ServerDeclaration } from "../project/servers.ts";
import { settingsInEffect } from "../project/settings.ts";
import { defineRule } from "../rule.ts";
import { both, quote } from "../wording.ts";

/** How many servers a message names. */
const NAMED = 3;

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary:
		"Every tool of a server is denied, because the mode asks nobody and no rule allows one.",
	rationale: `
In \`dontAsk\` mode Claude Code denies every call that it would otherwise ask about: "Permission to use mcp__docs__search has been denied because Claude Code is
running in don't ask mode". A server of which no rule allows a tool is connected, its tools are offered, and every call fails. Allow the server with
\`mcp__<name>__*\`, or its tools one by one. The name is the one in tool names: \`mcp__My_Docs__*\` for a server \`My Docs\`.`,
	examples: [
		{
			file: ".claude/settings.json",
			beside: {
				".mcp.json":
					'{ "mcpServers": { "docs": { "command": "docs-server" } } }',
			},
			bad: '{ "permissions": { "defaultMode": "dontAsk", "allow": ["Read"] } }',
			good: '{ "permissions": { "defaultMode": "dontAsk", "allow": ["Read", "mcp__docs__*"] } }',
		},
	],
	needs: [{ schema: "claude-settings", words: ["defaultMode"] }],

	*check(project) {
		const mode = effectiveMode(project);
		if (mode?.node.value !== "dontAsk") return;
		if (!project.documents.includes(mode.document)) return;
		const settings = settingsInEffect(project);
		if (settings.flatMap(readHooks).some(mayAllow)) return;
		const isAllowed = allowedServers(settings.flatMap(readPermissionRules));
		const isThere = connectedServers(project);
		const denied = [...project.servers, ...project.inheritedServers].filter(
			(server) => isThere(server) && !isAllowed(server),
		);
		if (denied.length === 0) return;
		const several = denied.length > 1;
		yield {
			location: mode.node,
			message: `In "dontAsk" mode every tool of ${several ? "the servers" : "server"} ${named(denied.map(({ name }) => quote(name)))} is denied, because no rule allows one; add ${named(denied.map(({ normalizedName }) => quote(`mcp__${normalizedName}__*`)))} to "permissions.allow".`,
			related: denied.slice(0, NAMED).map(({ key }) => ({
				location: key,
				message: "declared here",
			})),
		};
	},
});

function named(words: readonly string[]): string {
	const more = words.length - NAMED;
	return more > 0
		? `${words.slice(0, NAMED).join(", ")} and ${more} more`
		: both(words);
}

/** A hook before tool calls can allow them; we do not know what it says. */
function mayAllow({ event, matcher }: HookGroup): boolean {
	if (event !== "PreToolUse") return false;
	const text = matcher?.value ?? "";
	return /^$|mcp|\.|\*/.test(text);
}

/** Whether some rule allows the server or a tool of it. */
function allowedServers(
	rules: readonly PermissionRule[],
): (server: ServerDeclaration) => boolean {
	const allowed = new Set<string>();
	for (const { behavior, tool, mistake } of rules) {
		if (behavior !== "allow" || mistake !== undefined) continue;
		// a name may have "__" in it: every part that could be the server's counts
		const parts = tool.split("__");
		if (parts[0] !== "mcp" || parts.length > 20) continue;
		for (let end = 2; end <= parts.length; end++)
			allowed.add(parts.slice(1, end).join("__"));
	}
	return ({ normalizedName }) =>
		allowed.has(normalizedName) || normalizedName.includes("__");
}

/** Whether the client connects the server at all. */
function connectedServers(
	project: Project,
): (server: ServerDeclaration) => boolean {
	const refused = new Set(
		settingsInEffect(project)
			.flatMap(readDisabled)
			.map(({ node }) => refusalKey(node.value)),
	);
	const policy = policyOf(project);
	return (server) =>
		server.transport !== undefined &&
		!server.client.reservedServers.includes(server.normalizedName) &&
		!refused.has(refusalKey(server.name)) &&
		!findBlock(server, policy);
}
