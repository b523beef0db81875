import { isIgnoredMode, readDefaultMode } from "../project/default-mode.ts";
import { readerOf } from "../project/project.ts";
import { defineRule } from "../rule.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "A permission mode is not taken from a file of this scope.",
	rationale: `
Claude Code does not take \`bypassPermissions\` and \`auto\` from \`.claude/settings.json\` or \`.claude/settings.local.json\`, so that no repository can switch off the
questions. It says nothing and starts in default mode, even where your user settings ask for another. Whoever wants the mode sets it in \`~/.claude/settings.json\`, or
starts with \`--permission-mode\`.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "permissions": { "defaultMode": "bypassPermissions" } }',
			good: '{ "permissions": { "defaultMode": "acceptEdits" } }',
		},
	],
	needs: [{ schema: "claude-settings", words: ["defaultMode"] }],

	*check({ documents }) {
		for (const document of documents) {
			const mode = readDefaultMode(document);
			if (!mode || !isIgnoredMode(mode.value, document)) continue;
			yield {
				location: mode,
				message: `${readerOf(document)} ignores "defaultMode": ${quote(mode.value)} in ${document.kind.title} and starts in default mode; set it in ~/.claude/settings.json, or start with --permission-mode ${mode.value}.`,
			};
		}
	},
});
