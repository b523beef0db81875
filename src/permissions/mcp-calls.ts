import type { ServerDeclaration } from "../project/servers.ts";
import { asked, type Judgement, judge } from "./judgement.ts";
import { matchesMcpTool, parseMcpName } from "./mcp-names.ts";
import type { Behavior } from "./permission-rule.ts";
import type { Session } from "./session.ts";

/** The declaration of the server that an MCP tool belongs to, by the longest name that fits; nothing for another tool or an undeclared server. */
export function serverOf(
	tool: string,
	{ servers }: Session,
): ServerDeclaration | undefined {
	return servers
		.filter(({ normalizedName }) => tool.startsWith(`mcp__${normalizedName}__`))
		.sort((a, b) => b.normalizedName.length - a.normalizedName.length)[0];
}

/** What becomes of the call of an MCP tool. Source: measured on 2.1.329. */
export function judgeMcpCall(name: string, session: Session): Judgement {
	const server =
		serverOf(name, session)?.normalizedName ?? parseMcpName(name)?.server ?? "";
	const find = (behavior: Behavior) =>
		session.rules.find(
			(rule) =>
				rule.behavior === behavior &&
				rule.content === undefined &&
				matchesMcpTool(rule.tool, behavior, { name, server }),
		);
	const matching = {
		deny: find("deny"),
		ask: find("ask"),
		allow: find("allow"),
	};
	return judge(matching, (mode, behavior) => {
		if (behavior === "deny") return "deny";
		if (behavior === "ask") return asked(mode);
		if (behavior === "allow" || mode === "bypassPermissions") return "allow";
		return mode === "auto" ? "unknown" : asked(mode);
	});
}
