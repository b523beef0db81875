import type { Behavior } from "../permissions/behavior.ts";
import { nameInRules, toolByName } from "../permissions/tools.ts";
import type { ServerDeclaration } from "../project/servers.ts";
import { judgeAgent, USUAL_AGENT } from "./agent-calls.ts";
import { judgeCommand, judgeMonitor } from "./command-calls.ts";
import { judgeRead, judgeWrite } from "./file-calls.ts";
import {
	findToolRule,
	habitualOutcome,
	type Judgement,
	judge,
	mapModes,
} from "./judgement.ts";
import { judgeMcpCall, serversOf } from "./mcp-calls.ts";
import type { Mode, Outcomes } from "./modes.ts";
import { fileNames, type Session } from "./session.ts";
import { judgeSkill } from "./skill-calls.ts";
import { suggestRules, withAllowRules } from "./suggestion.ts";
import type { ToolCall } from "./tool-call.ts";
import { judgeFetch, judgeSearch } from "./web-calls.ts";

/** Who decides about a call, and what becomes of it. */
export interface Decision extends Judgement {
	readonly call: ToolCall;
	/** The declaration of the server that has the tool; absent for a tool of the client and for a server that nothing declares. */
	readonly server: ServerDeclaration | undefined;
	/** Where no rule decides and the client would ask: the allow rules to add; none where no rule helps. */
	readonly suggestions: readonly string[];
}

/** What the client makes of a call in a session. Source: measured on 2.1.329. */
export function decide(call: ToolCall, session: Session): Decision {
	const judgement = judgeCall(call, session);
	return {
		call,
		server: serversOf(call.tool, session)[0],
		suggestions: suggest(call, judgement, session),
		...judgement,
		outcome: withoutModes(judgement.outcome, session.modesOff),
	};
}

/** The rules that would allow a call, tried out: about some calls the client asks whatever is allowed. */
function suggest(
	call: ToolCall,
	{ deciding, outcome }: Judgement,
	session: Session,
): readonly string[] {
	if (deciding || outcome.default === "allow") return [];
	const rules = suggestRules(call, session);
	const after = judgeCall(call, withAllowRules(rules, session));
	return after.outcome.default === "allow" ? rules : [];
}

function judgeCall({ tool, argument }: ToolCall, session: Session): Judgement {
	if (tool.startsWith("mcp__")) return judgeMcpCall(tool, session);
	const name = nameInRules(tool);
	const given = argument ?? (name === "Agent" ? USUAL_AGENT : undefined);
	const byArgument =
		given === undefined ? undefined : judgeArgument(name, given, session);
	return byArgument ?? judgeWholeTool(name, session);
}

/** Nothing for a tool of which nothing but its name counts. */
function judgeArgument(
	tool: string,
	argument: string,
	session: Session,
): Judgement | undefined {
	switch (tool) {
		case "Read":
			return judgeRead(fileNames(argument, session), session);
		case "Edit":
		case "Write":
		case "NotebookEdit":
			return judgeWrite(tool, fileNames(argument, session), session);
		case "Bash":
			return judgeCommand(argument, session);
		case "Monitor":
			return judgeMonitor(argument, session);
		case "WebFetch":
			return judgeFetch(argument, session);
		case "WebSearch":
			return judgeSearch(argument, session);
		case "Skill":
			return judgeSkill(argument, session);
		case "Agent":
			return judgeAgent(argument, session);
		default:
			return undefined;
	}
}

function judgeWholeTool(tool: string, session: Session): Judgement {
	const find = (behavior: Behavior) => findToolRule(tool, behavior, session);
	const habit = toolByName(tool)?.habit;
	return judge(
		{ deny: find("deny"), ask: find("ask"), allow: find("allow") },
		(mode, behavior) => habitualOutcome(mode, behavior, habit),
	);
}

/** In a mode that is switched off, the client does what it does by default. */
function withoutModes(
	outcome: Outcomes,
	switchedOff: ReadonlySet<Mode>,
): Outcomes {
	return mapModes((mode) =>
		switchedOff.has(mode) ? outcome.default : outcome[mode],
	);
}
