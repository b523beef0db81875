import type { OptionRow } from "./option-words.ts";

/** The options of `claude` itself, by what belongs to them; one a line, with its other spellings. Source: `claude --help` and the program, 2.1.329. */
const FLAGS = {
	nothing: `
-p --print
-c --continue
-h --help
-v --version
--bg --background
--allow-dangerously-skip-permissions
--dangerously-skip-permissions
--ax-screen-reader
--bare
--brief
--chrome
--no-chrome
--desktop
--disable-slash-commands
--exclude-dynamic-system-prompt-sections
--fork-session
--forward-subagent-text
--ide
--include-hook-events
--include-partial-messages
--no-session-persistence
--replay-user-messages
--restricted
--safe-mode
--strict-mcp-config
--tmux
--verbose
--mcp-debug`,
	value: `
--agent
--agents
--append-system-prompt
--append-system-prompt-file
--autocompact
--debug-file
--effort
--environment
--fallback-model
--input-format
--json-schema
--max-budget-usd
--max-thinking-tokens
--max-turns
--model
-n --name
--output-format
--permission-mode
--permission-prompt-tool
--permission-prompts
--plugin-dir
--plugin-url
--remote-control-session-name-prefix
--session-id
--setting-sources
--settings
--system-prompt
--system-prompt-file
--system-prompt-snapshot`,
	optional: `
--cloud
-d --debug
--from-pr
--prompt-suggestions
--remote-control
-r --resume
--teleport
-w --worktree`,
	values: `
--add-dir
--allowedTools --allowed-tools
--betas
--disallowedTools --disallowed-tools
--file
--mcp-config
--tools`,
} as const;

/** Each is called as it is spelled first, without dashes. */
export const CLAUDE_OPTIONS: readonly OptionRow[] = (
	Object.keys(FLAGS) as (keyof typeof FLAGS)[]
).flatMap((takes) =>
	FLAGS[takes]
		.trim()
		.split("\n")
		.map((line): OptionRow => {
			const flags = line.split(" ");
			const long = flags.find((flag) => flag.startsWith("--")) ?? line;
			return { name: long.slice(2), flags, takes };
		}),
);

/** The commands of `claude`: with the first of their arguments one of these, they are no prompt. Source: the same. */
export const CLAUDE_COMMANDS: readonly string[] =
	"agents attach auth auto-mode config doctor gateway import install logs mcp migrate-installer plugin plugins purge respawn rm setup-token stop kill ultrareview update upgrade".split(
		" ",
	);
