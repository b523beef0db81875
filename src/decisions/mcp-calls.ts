import type { Behavior } from "../permissions/behavior.ts";
import { matchesMcpTool, parseMcpName } from "../permissions/mcp-names.ts";
import type { ServerDeclaration } from "../project/servers.ts";
import {
	asked,
	commonOutcome,
	findToolRule,
	type Judgement,
	judge,
	mapModes,
} from "./judgement.ts";
import type { Mode, Outcome } from "./modes.ts";
import type { Session } from "./session.ts";

/** The declarations of the servers that can have an MCP tool, the longest name first; none for another tool or an undeclared server. */
export function serversOf(
	tool: string,
	{ servers }: Session,
): ServerDeclaration[] {
	return servers
		.filter(({ normalizedName }) => tool.startsWith(`mcp__${normalizedName}__`))
		.sort((a, b) => b.normalizedName.length - a.normalizedName.length);
}

/** What becomes of the call of an MCP tool; where several servers can have it, what is the same for all. Source: measured on 2.1.329. */
export function judgeMcpCall(name: string, session: Session): Judgement {
	const servers = serversOf(name, session).map(
		({ normalizedName }) => normalizedName,
	);
	const apparent = parseMcpName(name)?.server ?? "";
	const [first, ...others] = (servers.length > 0 ? servers : [apparent]).map(
		(server) => judgeToolOf(server, name, session),
	);
	if (!first) return judgeToolOf(apparent, name, session);
	return {
		...first,
		outcome: others.reduce(
			(outcome, other) => commonOutcome(outcome, other.outcome),
			first.outcome,
		),
	};
}

function judgeToolOf(
	server: string,
	name: string,
	session: Session,
): Judgement {
	const find = (behavior: Behavior) =>
		session.rules.find(
			(rule) =>
				rule.behavior === behavior &&
				rule.content === undefined &&
				matchesMcpTool(rule.tool, behavior, { name, server }),
		) ?? findToolRule(name, behavior, session);
	const matching = {
		deny: find("deny"),
		ask: find("ask"),
		allow: find("allow"),
	};
	const judgement = judge(matching, outcomeOf);
	return session.serversOff.has(server)
		? { ...judgement, outcome: mapModes(() => "deny") }
		: judgement;
}

function outcomeOf(mode: Mode, behavior: Behavior | "none"): Outcome {
	if (behavior === "deny") return "deny";
	if (behavior === "ask") return asked(mode);
	// a tool that says of itself that it only reads runs if it is allowed, and any other is asked about
	if (mode === "plan") return behavior === "allow" ? "unknown" : "ask";
	if (behavior === "allow" || mode === "bypassPermissions") return "allow";
	return mode === "auto" ? "unknown" : asked(mode);
}
