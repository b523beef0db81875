import type { ServerDeclaration } from "../project/servers.ts";
import { judgeRead, judgeWrite } from "./file-calls.ts";
import { asked, findToolRule, type Judgement, judge } from "./judgement.ts";
import { judgeMcpCall, serverOf } from "./mcp-calls.ts";
import { fileNames, type Session } from "./session.ts";
import { suggestRule } from "./suggestion.ts";
import type { ToolCall } from "./tool-call.ts";

/** Who decides about a call, and what becomes of it. */
export interface Decision extends Judgement {
	readonly call: ToolCall;
	/** The declaration of the server that has the tool; absent for a tool of the client and for a server that nothing declares. */
	readonly server: ServerDeclaration | undefined;
	/** Where no rule decides and the client would ask: the rule to add. */
	readonly suggestion: string | undefined;
}

/** What the client makes of a call in a session. Source: measured on 2.1.329. */
export function decide(call: ToolCall, session: Session): Decision {
	const judgement = judgeCall(call, session);
	const isFree = judgement.outcome.default === "allow";
	return {
		call,
		server: serverOf(call.tool, session),
		suggestion:
			judgement.deciding || isFree ? undefined : suggestRule(call, session),
		...judgement,
	};
}

function judgeCall({ tool, argument }: ToolCall, session: Session): Judgement {
	if (tool.startsWith("mcp__")) return judgeMcpCall(tool, session);
	if (argument !== undefined) {
		switch (tool) {
			case "Read":
				return judgeRead(fileNames(argument, session), session);
			case "Edit":
			case "Write":
			case "NotebookEdit":
				return judgeWrite(tool, fileNames(argument, session), session);
		}
	}
	return judgeWholeTool(tool, session);
}

/** A tool of which nothing but its name counts. */
function judgeWholeTool(tool: string, session: Session): Judgement {
	const matching = {
		deny: findToolRule(tool, "deny", session),
		ask: findToolRule(tool, "ask", session),
		allow: findToolRule(tool, "allow", session),
	};
	return judge(matching, (mode, behavior) => {
		if (behavior === "deny") return "deny";
		if (behavior === "ask") return asked(mode);
		return behavior === "allow" ? "allow" : "unknown";
	});
}
