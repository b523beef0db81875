import { type Document, isFromRepository } from "../document.ts";
import { effectiveProperties, type Node, valueAt } from "../syntax/tree.ts";

/** One variable of `env` in a settings file. */
export interface Variable {
	readonly name: string;
	/** As the programs get it: numbers and booleans as text. */
	readonly text: string;
	readonly node: Node;
	readonly document: Document;
}

/** Longer values are not judged. */
const LONGEST = 4096;

/**
 * The variables that a repository sets for everyone who works in it: `env` of its settings files.
 * Source: measured on 2.1.329: all but a few reach the client, its tools, hooks and servers, from project and local files, and replace what the shell has.
 * With `-p` they do so in folders that nobody trusted.
 */
export function readRepositoryVariables(document: Document): Variable[] {
	const { kind, root } = document;
	if (kind.schema !== "claude-settings" || !isFromRepository(document)) {
		return [];
	}
	return effectiveProperties(valueAt(root, "env")).flatMap(({ key, value }) => {
		const text = textOf(value);
		return text === undefined || text.length > LONGEST
			? []
			: [{ name: key.value, text, node: value, document }];
	});
}

/** A value as an environment variable; nothing for one that becomes none. */
export function textOf(value: Node): string | undefined {
	return value.type === "string" ||
		value.type === "number" ||
		value.type === "boolean"
		? String(value.value)
		: undefined;
}

/**
 * The variables that a repository cannot set. Source: measured on 2.1.329: of some 340 variables set in project and local settings these reach no hook and no
 * command, and do so from user settings; Claude Code's documentation names five of them.
 */
const NOT_FROM_REPOSITORIES: ReadonlySet<string> = new Set([
	"APPDATA",
	"CCR_FORCE_BUNDLE",
	"CLAUDE_AFK_COUNTDOWN_MS",
	"CLAUDE_AFK_TIMEOUT_MS",
	"CLAUDE_AX_PREPARK_MS",
	"CLAUDE_AX_SCREEN_READER",
	"CLAUDE_AX_STARTUP_QUIET_MS",
	"CLAUDE_CODE_DEBUG_LOGS_DIR",
	"CLAUDE_CODE_DISABLE_ATTACHMENTS",
	"CLAUDE_CODE_ENABLE_TELEMETRY",
	"CLAUDE_CODE_OAUTH_REFRESH_TOKEN",
	"CLAUDE_CODE_OAUTH_SCOPES",
	"CLAUDE_CODE_PLUGIN_CACHE_DIR",
	"CLAUDE_CODE_PLUGIN_SEED_DIR",
	"CLAUDE_CODE_PROCESS_WRAPPER",
	"CLAUDE_CODE_SAFE_MODE",
	"CLAUDE_CODE_SUBPROCESS_ENV_SCRUB",
	"CLAUDE_CODE_SYNC_PLUGINS",
	"CLAUDE_CODE_SYNC_SKILLS",
	"CLAUDE_CODE_TMPDIR",
	"CLAUDE_CODE_USER_DIALOG_TIMEOUT_MS",
	"CLAUDE_CONFIG_DIR",
	"FORCE_AUTOUPDATE_PLUGINS",
	"GITHUB_ACTIONS",
	"HOME",
	"HOMEDRIVE",
	"HOMEPATH",
	"LOCALAPPDATA",
	"TEMP",
	"TMP",
	"TMPDIR",
	"USERPROFILE",
	"XDG_CACHE_HOME",
	"XDG_CONFIG_HOME",
	"XDG_DATA_HOME",
	"XDG_RUNTIME_DIR",
	"XDG_STATE_HOME",
]);

/** Whether the client leaves a variable out that a repository sets. */
export function isNotTaken({ name }: Variable): boolean {
	return NOT_FROM_REPOSITORIES.has(name);
}
