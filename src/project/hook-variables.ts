import { quote } from "../wording.ts";
import { hookEvent } from "./hook-events.ts";

/** A variable or placeholder in the command of a hook that stands for nothing when it runs. */
export interface UnsetVariable {
	/** As it is written: `$NAME`, `${NAME}`, `{{name}}`. */
	readonly text: string;
	/** A clause that says what is wrong, and what to write. */
	readonly message: string;
}

/** The member of the JSON on the standard input that has what the name speaks of; the first that fits. */
const MEMBERS: readonly (readonly [name: RegExp, member: string])[] = [
	[/NOTIFICATION|MESSAGE/, "message"],
	[/PROMPT/, "prompt"],
	[/TRANSCRIPT/, "transcript_path"],
	[/SESSION/, "session_id"],
	[/EVENT|HOOK_(?:NAME|TYPE)/, "hook_event_name"],
	[/TOOL_NAME|TOOL$/, "tool_name"],
	[/RESPONSE|OUTPUT|RESULT/, "tool_response"],
	[/FILE|PATH/, "tool_input.file_path"],
	[/COMMAND/, "tool_input.command"],
	[/CONTENT/, "tool_input.content"],
	[/AGENT/, "agent_type"],
	[/CWD|WORKING_DIR/, "cwd"],
	[/TOOL|ARG|PARAM/, "tool_input"],
];

/** Names that people write as if the client set them. It sets none of them: what a hook is told comes on its standard input. */
const TAKEN_FOR_SET: readonly RegExp[] = [
	/^(?:CLAUDE_(?:CODE_)?)?TOOL_(?:INPUT|NAME|ARGS?|ARGUMENTS|PARAMS?|OUTPUT|RESPONSE|RESULT|COMMAND|FILE|PATH|USE)(?:_[A-Z_]+)?$/,
	/^CLAUDE_(?:CODE_)?(?:EDITED_|CHANGED_|MODIFIED_|CURRENT_|TARGET_)?(?:FILES?|FILE_?PATHS?|FILE_?NAMES?)$/,
	/^CLAUDE_(?:HOOK_)?(?:EVENT|EVENT_NAME|EVENT_TYPE|EVENT_DATA)$/,
	/^CLAUDE_HOOK_(?:INPUT|DATA|NAME|TYPE|KIND|PAYLOAD|MESSAGE|CONTEXT|TOOL_NAME|TOOL_INPUT|FILE_PATH)$/,
	/^HOOK_(?:INPUT|EVENT|EVENT_NAME|DATA|PAYLOAD|TOOL_NAME|TOOL_INPUT)$/,
	/^CLAUDE_(?:NOTIFICATION|NOTIFICATION_MESSAGE|NOTIFICATION_TYPE|MESSAGE|PROMPT|USER_PROMPT|USER_MESSAGE|RESPONSE|OUTPUT|CONVERSATION|TRANSCRIPT|TRANSCRIPT_PATH)$/,
	/^CLAUDE_(?:COMMAND|BASH_COMMAND|WRITE_CONTENT|FILE_CONTENT|CWD|WORKING_DIR|WORKING_DIRECTORY|SESSION_ID|AGENT_NAME|AGENT_TYPE|AGENT_ID|SUBAGENT_NAME|SUBAGENT_TYPE)$/,
	/^STDIN_JSON$/,
];

/** Other names of the project folder. */
const PROJECT_FOLDER =
	/^CLAUDE_(?:PROJECT|PROJECT_ROOT|PROJECT_PATH|PROJECT_FOLDER|PROJECTDIR|WORKSPACE|WORKSPACE_ROOT|WORKSPACE_DIR|ROOT_DIR|REPO_ROOT)$/;

/** A variable is named once, whatever follows it in the braces; in `${NAME:-…}` the author knows that it may be unset. */
const REFERENCE = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)([^{}]*)\}?)/g;

/** Where a command stands. */
export interface CommandPlace {
	readonly event: string;
	/** What messages call the client. */
	readonly client: string;
	/** Absent where the client starts the program itself, because the handler has `args`. */
	readonly hasShell: boolean;
	/** In a plugin the options that its user is asked for, as far as they are known. */
	readonly options?: ReadonlySet<string> | "unknown";
	/** Whether something else than the client sets a variable. */
	isSet(name: string): boolean;
}

/**
 * The variables of a command that nothing sets.
 * Source: the environment of the hooks of 2.1.329, on every event that could be caused.
 */
export function unsetVariables(
	command: string,
	place: CommandPlace,
): UnsetVariable[] {
	const found = new Map<string, UnsetVariable>();
	const spared = new Set<string>();
	for (const [text, bare, braced, rest = ""] of command.matchAll(REFERENCE)) {
		const name = bare ?? braced ?? "";
		if (/^:?[-+=?]/.test(rest)) spared.add(name);
		if (found.has(name)) continue;
		const message = variableMessage(name, text, place);
		if (message === undefined) continue;
		found.set(name, { text: rest === "" ? text : `\${${name}`, message });
	}
	const assigned = found.size === 0 ? new Set() : assignedVariables(command);
	const unset = [...found]
		.filter(([name]) => !spared.has(name) && !place.isSet(name))
		.filter(([name]) => !assigned.has(name))
		.map(([, variable]) => variable);
	return [...unset, ...placeholders(command, place)];
}

/** Whether only the hooks of plugins have a variable. */
export function isPluginVariable(name: string): boolean {
	return /^CLAUDE_PLUGIN_(?:ROOT|DATA)$/.test(name);
}

function variableMessage(
	name: string,
	text: string,
	{ event, client, hasShell }: CommandPlace,
): string | undefined {
	if (PROJECT_FOLDER.test(name)) {
		return `${client} sets no variable ${name}; write \${CLAUDE_PROJECT_DIR}`;
	}
	if (isPluginVariable(name)) {
		const outcome = text.startsWith("${")
			? `${client} does not run the hook, because`
			: "it is empty, because";
		return `${outcome} only hooks of plugins have the variable ${name}; write \${CLAUDE_PROJECT_DIR} for the project folder`;
	}
	if (name === "CLAUDE_PROJECT_DIR") {
		return hasShell || text !== "$CLAUDE_PROJECT_DIR"
			? undefined
			: 'beside "args" there is no shell, so $CLAUDE_PROJECT_DIR stays as it is; write ${CLAUDE_PROJECT_DIR}';
	}
	if (name === "CLAUDE_ENV_FILE" && !hookEvent(event)?.hasEnvironmentFile) {
		return `${client} sets CLAUDE_ENV_FILE only on SessionStart, Setup, CwdChanged and FileChanged; write to it there`;
	}
	if (!TAKEN_FOR_SET.some((pattern) => pattern.test(name))) return undefined;
	const member = MEMBERS.find(([pattern]) => pattern.test(name))?.[1];
	const example = member ? `, as with jq -r '.${member}'` : "";
	return `${client} sets no variable ${name}; read the JSON on the standard input${example}`;
}

/** The words after which names of variables stand that get a value. */
const SETTERS =
	/^(?:read|for|local|declare|mapfile|readarray|printf|--arg|--argjson)$/;

/** The variables to which the command itself gives a value, or seems to. */
export function assignedVariables(command: string): Set<string> {
	const names = new Set<string>();
	for (const part of command.split(/[;|&\n]/)) {
		const words = part.split(/[\s("'`]+/);
		const setter = words.findIndex((word) => SETTERS.test(word));
		for (const [index, word] of words.entries()) {
			const [, name] = /^(\w+)\+?=/.exec(word) ?? [];
			if (name !== undefined) names.add(name);
			if (setter !== -1 && index > setter && /^\w+/.test(word)) {
				names.add(/^\w+/.exec(word)?.[0] ?? "");
			}
		}
	}
	return names;
}

/** The part of a variable's name that says which option of a plugin it has. */
function variablePart(key: string): string {
	return /^\w{1,64}$/.test(key) ? key.toUpperCase() : "<KEY>";
}

/** What only hooks of other types, or other programs, replace by a value. */
function placeholders(
	command: string,
	{ client, hasShell, options }: CommandPlace,
): UnsetVariable[] {
	const option = /\$\{user_config\.([^}]*)\}/.exec(command);
	if (option && options) {
		const [text, key = ""] = option;
		const isSet = options === "unknown" || options.has(key);
		if (isSet && !hasShell) return [];
		const message = hasShell
			? `${client} runs no shell command with ${quote(text)} in it; read $CLAUDE_PLUGIN_OPTION_${variablePart(key)}, or name the program in "command" and give it the value in "args"`
			: `"userConfig" of the plugin declares no option ${quote(key)}, so ${quote(text)} stays as it is; declare it there`;
		return [{ text, message }];
	}
	const [text] =
		/\$\{(?:tool_input|tool_response|tool_name|user_config)\b/.exec(command) ??
		/\{\{\s*(?:tool_input|tool_response|tool_name|file_path|filePath)\b/.exec(
			command,
		) ??
		[];
	if (text === undefined) return [];
	const isShell = hasShell && text.startsWith("$");
	const outcome = isShell
		? "which no shell can read, so it fails"
		: "which stays as it is";
	return [
		{
			text,
			message: `${client} puts no value in place of "${text}…", ${outcome}; read the JSON on the standard input, as with jq -r '.tool_input.file_path'`,
		},
	];
}
