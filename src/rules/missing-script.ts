import { defineRule } from "../rule.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary:
		"A command in settings, or of a plugin, runs a script that is not there.",
	rationale: `
A hook whose script is missing fails each time. Claude Code takes the failure of a command that cannot be found as no decision and goes on, so a guard on \`PreToolUse\` lets everything pass; an interpreter
that cannot open its script can also end with status 2, which blocks every call. Only scripts inside a git repository are looked for, and none that it ignores or a build makes. A relative
path counts from the folder in which the session is at that moment: write \`"$CLAUDE_PROJECT_DIR"/…\`. Of the hooks and
servers of a plugin only what stands below \`\${CLAUDE_PLUGIN_ROOT}\` is looked for, in the folder of the plugin.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "hooks": { "PreToolUse": [{ "matcher": "Bash", "hooks": [{ "type": "command", "command": "\\"$CLAUDE_PROJECT_DIR\\"/.claude/hooks/gaurd.sh" }] }] } }',
			good: '{ "hooks": { "PreToolUse": [{ "matcher": "Bash", "hooks": [{ "type": "command", "command": "\\"$CLAUDE_PROJECT_DIR\\"/.claude/hooks/guard.sh" }] }] } }',
		},
	],
	needs: [
		{ schema: "claude-settings" },
		{ schema: "claude-plugin" },
		{ schema: "plugin-mcp" },
		{ schema: "plugin-hooks" },
	],

	*check({ documents, surroundings }) {
		const files = new Set(documents.map(({ file }) => file));
		for (const reference of surroundings.missingFiles) {
			const { location, owner, text, isConfiguration } = reference;
			if (isConfiguration || !files.has(location.file)) continue;
			yield {
				location,
				message: `${owner} runs ${quote(text)}, and there is no such file; correct the path, or add the script.`,
			};
		}
	},
});
