import { decide } from "../../src/decisions/decision.ts";
import type { Mode, Outcome } from "../../src/decisions/modes.ts";
import { createSession, type Session } from "../../src/decisions/session.ts";
import { parseToolCall } from "../../src/decisions/tool-call.ts";
import { workingProject } from "../../src/project/project.ts";
import { parseFiles } from "../lint-text.ts";

/** The rules of a project's settings. */
export interface Rules {
	readonly allow?: readonly string[];
	readonly ask?: readonly string[];
	readonly deny?: readonly string[];
	readonly additionalDirectories?: readonly string[];
}

/** A session in `/repo/app` of somebody whose home is `/home/ann`. */
export function sessionWith(permissions: Rules = {}): Session {
	const text = JSON.stringify({ permissions });
	const documents = parseFiles({ ".claude/settings.json": text });
	return createSession(workingProject(documents, {}), {
		folder: "/repo/app",
		home: "/home/ann",
	});
}

/** What becomes of a call, written as `Tool(argument)`. */
export function outcomeOf(
	text: string,
	permissions: Rules = {},
	mode: Mode = "default",
): Outcome {
	const call = parseToolCall(text);
	if (!call) throw new Error(`no tool call: ${text}`);
	return decide(call, sessionWith(permissions)).outcome[mode];
}
