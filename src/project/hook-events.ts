import { quote } from "../wording.ts";
/** What a matcher is compared with when an event happens. */
export type MatcherSubject =
	/** The name of the tool that is called; only these events take an `if`. */
	| { readonly sort: "tool" }
	/** One of these values; `open`: there may be others. */
	| {
			readonly sort: "value";
			readonly values: readonly string[];
			readonly open?: boolean;
	  }
	/** Something that we cannot know: the name of an agent, a server or a file. */
	| { readonly sort: "anything" }
	/** Nothing: the matcher is ignored. */
	| { readonly sort: "nothing" };

/** What the client does with the hooks of an event. */
export interface HookEvent {
	readonly subject: MatcherSubject;
	/** A hook on it may be what keeps a tool from being used. */
	readonly isGuard?: boolean;
	/** Its hooks have the variable CLAUDE_ENV_FILE. */
	readonly hasEnvironmentFile?: boolean;
}

const tool = { sort: "tool" } as const;
const anything = { sort: "anything" } as const;
const nothing = { sort: "nothing" } as const;
const values = (...names: string[]) =>
	({ sort: "value", values: names }) as const;

/**
 * The events that the client knows. Sources: measured on 2.1.329 where an event could be caused, which is most of the ones about tools,
 * sessions, turns and subagents; else Claude Code's documentation of hooks (2026-08).
 */
const events: Readonly<Record<string, HookEvent>> = {
	PreToolUse: { subject: tool, isGuard: true },
	PermissionRequest: { subject: tool, isGuard: true },
	PostToolUse: { subject: tool },
	PostToolUseFailure: { subject: tool },
	PermissionDenied: { subject: tool },
	SessionStart: {
		subject: values("startup", "resume", "clear", "compact", "fork"),
		hasEnvironmentFile: true,
	},
	Setup: { subject: values("init", "maintenance"), hasEnvironmentFile: true },
	SessionEnd: {
		subject: values(
			"clear",
			"resume",
			"logout",
			"prompt_input_exit",
			"bypass_permissions_disabled",
			"other",
		),
	},
	Notification: {
		subject: {
			...values(
				"permission_prompt",
				"idle_prompt",
				"auth_success",
				"elicitation_dialog",
				"agent_needs_input",
				"agent_completed",
			),
			open: true,
		},
	},
	PreCompact: { subject: values("manual", "auto") },
	PostCompact: { subject: values("manual", "auto") },
	ConfigChange: {
		subject: values(
			"user_settings",
			"project_settings",
			"local_settings",
			"policy_settings",
			"skills",
		),
	},
	SubagentStart: { subject: anything },
	SubagentStop: { subject: anything },
	Elicitation: { subject: anything },
	ElicitationResult: { subject: anything },
	StopFailure: { subject: anything },
	InstructionsLoaded: { subject: anything },
	UserPromptExpansion: { subject: anything },
	PreModelSwitch: { subject: anything },
	PostModelSwitch: { subject: anything },
	DirectoryAdded: { subject: anything },
	FileChanged: { subject: anything, hasEnvironmentFile: true },
	CwdChanged: { subject: nothing, hasEnvironmentFile: true },
	UserPromptSubmit: { subject: nothing },
	PostToolBatch: { subject: nothing },
	Stop: { subject: nothing },
	TeammateIdle: { subject: nothing },
	TaskCreated: { subject: nothing },
	TaskCompleted: { subject: nothing },
	WorktreeCreate: { subject: nothing },
	WorktreeRemove: { subject: nothing },
	MessageDisplay: { subject: nothing },
};

/** What is known of an event; nothing for a name that no event has. */
export function hookEvent(name: string): HookEvent | undefined {
	return Object.hasOwn(events, name) ? events[name] : undefined;
}

/** An event as messages name it: as it is if the client has one of that name, else as any text of a file. */
export function eventName(event: string): string {
	return hookEvent(event) ? event : quote(event);
}
