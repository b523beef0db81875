import { testRule } from "../test-rule.ts";

const group = (event: string, matcher: string) =>
	`{ "hooks": { "${event}": [{ ${matcher}"hooks": [{ "type": "command", "command": "x" }] }] } }`;

/** The first five were put to 2.1.329, which runs the hook every time. */
const without = [
	"UserPromptSubmit",
	"Stop",
	"PostToolBatch",
	"CwdChanged",
	"MessageDisplay",
	"TeammateIdle",
	"TaskCreated",
	"TaskCompleted",
	"WorktreeCreate",
	"WorktreeRemove",
];

testRule("ignored-matcher", ".claude/settings.json", {
	valid: [
		group("Stop", ""),
		group("Stop", '"matcher": "", '),
		group("Stop", '"matcher": "*", '),
		group("UserPromptSubmit", '"matcher": ".*", '),
		group("SubagentStop", '"matcher": "reviewer", '),
		group("PreToolUse", '"matcher": "Bash", '),
		group("SessionStart", '"matcher": "startup", '),
		group("PreModelSwitch", '"matcher": "opus", '),
		group("NoSuchEvent", '"matcher": "Bash", '),
	],
	invalid: without.map((event) => group(event, '"matcher": «"Bash"», ')),
});
