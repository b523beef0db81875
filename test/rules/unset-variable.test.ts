import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const hook = (command: string, event = "PostToolUse", rest = "", env = "") =>
	`{ ${env}"hooks": { "${event}": [{ "hooks": [{ "type": "command", "command": ${command}${rest} }] }] } }`;
const messages = (command: string, event?: string) =>
	lintFiles({
		".claude/settings.json": hook(JSON.stringify(command), event),
	})
		.filter(({ rule }) => rule === "unset-variable")
		.map(({ message }) => message);

testRule("unset-variable", ".claude/settings.json", {
	valid: [
		hook('"jq -r .tool_input.file_path | xargs prettier --write"'),
		hook('"$CLAUDE_PROJECT_DIR/x.sh \\"${CLAUDE_PROJECT_DIR}\\""'),
		hook(
			'"echo $HOME $PWD $USER $CLAUDE_CODE_REMOTE $CLAUDECODE $CLAUDE_CODE_SESSION_ID $CLAUDE_EFFORT"',
		),
		hook('"FILE=$(jq -r .tool_input.file_path); prettier $FILE $FILE_PATH"'),
		hook('"TOOL_INPUT=$(cat); echo \\"$TOOL_INPUT\\""'),
		hook('"read -r CLAUDE_FILE_PATH; echo $CLAUDE_FILE_PATH"'),
		hook("\"jq --arg TOOL_NAME x '.a == $TOOL_NAME'\""),
		hook('"for TOOL_FILE in *; do echo $TOOL_FILE; done"'),
		hook(
			'"echo ${CLAUDE_FILE_PATH:-$(jq -r .tool_input.file_path)} $CLAUDE_FILE_PATH"',
		),
		hook('"echo ${CLAUDE_HOOK_DEBUG} $CLAUDE_HOOKS_OFF $MY_TOOL_INPUT"'),
		hook(
			'"echo $CLAUDE_SESSION_ID"',
			"Stop",
			"",
			'"env": { "CLAUDE_SESSION_ID": "x" }, ',
		),
		hook('"echo ${CLAUDE_PLUGIN_ROOT:-.}"'),
		hook('"echo export A=1 >> \\"$CLAUDE_ENV_FILE\\""', "SessionStart"),
		hook('"echo export A=1 >> \\"$CLAUDE_ENV_FILE\\""', "Setup"),
		hook('"echo export A=1 >> \\"$CLAUDE_ENV_FILE\\""', "CwdChanged"),
		hook("\"docker ps --format '{{.Names}}'\""),
		hook('"node"', "Stop", ', "args": ["${CLAUDE_PROJECT_DIR}/x.js"]'),
		hook('"bash"', "Stop", ', "args": ["-c", "$CLAUDE_PROJECT_DIR/x.sh"]'),
		'{ "hooks": { "Stop": [{ "hooks": [{ "type": "prompt", "prompt": "$ARGUMENTS $TOOL_INPUT" }] }] } }',
		'{ "hooks": { "Stop": [{ "hooks": [{ "type": "mcp_tool", "server": "a", "tool": "b", "input": { "c": "${tool_input.file_path}" } }] }] } }',
	],
	invalid: [
		hook('"prettier --write «$CLAUDE_FILE_PATHS»"'),
		hook(
			'"prettier --write \\"«$CLAUDE_TOOL_FILE_PATH»\\" \\"$CLAUDE_TOOL_FILE_PATH\\""',
		),
		hook('"echo «${CLAUDE_TOOL_NAME}» «$TOOL_INPUT»"'),
		hook('"EXT=«${CLAUDE_FILE_PATH»##*.}"'),
		hook('"echo «$STDIN_JSON» | jq ."'),
		hook(
			'"echo «$CLAUDE_TOOL_INPUT_FILE_PATH» «$CLAUDE_HOOK_EVENT_NAME» «$CLAUDE_NOTIFICATION»"',
		),
		hook('"«$CLAUDE_PROJECT_ROOT»/x.sh"'),
		hook('"bash «${CLAUDE_PLUGIN_ROOT}»/x.sh"'),
		hook('"bash «$CLAUDE_PLUGIN_DATA»/x.sh"'),
		...[
			"PreToolUse",
			"PostToolUse",
			"Stop",
			"UserPromptSubmit",
			"SessionEnd",
		].map((event) => hook('"echo A=1 >> «$CLAUDE_ENV_FILE»"', event)),
		hook('"prettier «${tool_input».file_path}"'),
		hook('"prettier «{{tool_input».file_path}}"'),
		hook('"node"', "Stop", ', "args": ["«$CLAUDE_PROJECT_DIR»/x.js"]'),
		hook('"node"', "Stop", ', "args": ["x.js", "«$TOOL_INPUT»"]'),
	],
});

test("says what there is instead", () => {
	expect(messages("prettier $CLAUDE_FILE_PATHS")).toEqual([
		"Hook on PostToolUse: Claude Code sets no variable CLAUDE_FILE_PATHS; read the JSON on the standard input, as with jq -r '.tool_input.file_path'.",
	]);
	const member = (name: string) =>
		/'\.(.*)'/.exec(messages(`x $${name}`)[0] ?? "")?.[1];
	expect(member("CLAUDE_TOOL_INPUT_FILE_PATH")).toBe("tool_input.file_path");
	expect(member("CLAUDE_TOOL_COMMAND")).toBe("tool_input.command");
	expect(member("CLAUDE_TOOL_NAME")).toBe("tool_name");
	expect(member("CLAUDE_TOOL_INPUT")).toBe("tool_input");
	expect(member("TOOL_OUTPUT")).toBe("tool_response");
	expect(member("CLAUDE_USER_PROMPT")).toBe("prompt");
	expect(member("CLAUDE_NOTIFICATION")).toBe("message");
	expect(member("CLAUDE_SESSION_ID")).toBe("session_id");
	expect(member("CLAUDE_TRANSCRIPT_PATH")).toBe("transcript_path");
	expect(member("CLAUDE_HOOK_EVENT_NAME")).toBe("hook_event_name");
	expect(messages("$CLAUDE_PROJECT_ROOT/x")[0]).toContain(
		"${CLAUDE_PROJECT_DIR}",
	);
	expect(messages("${CLAUDE_PLUGIN_ROOT}/x")[0]).toContain(
		"does not run the hook",
	);
});
