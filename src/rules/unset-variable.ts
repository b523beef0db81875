import { partLocator } from "../document.ts";
import { hookEvent } from "../project/hook-events.ts";
import { isPluginVariable, unsetVariables } from "../project/hook-variables.ts";
import type { HookHandler } from "../project/hooks.ts";
import { pluginOf } from "../project/plugin-of.ts";
import { type Project, readerOf } from "../project/project.ts";
import { defineRule } from "../rule.ts";
import {
	effectiveProperties,
	property,
	type StringNode,
} from "../syntax/tree.ts";

/** Longer commands are not judged: nobody wrote them by hand. */
const LONGEST = 8192;

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "A hook's command uses a variable that nothing sets.",
	rationale: `
A hook is told what happened as JSON on its standard input: \`jq -r '.tool_input.file_path'\` prints the file, \`jq -r '.tool_input.command'\` the command. There are no variables such as
\`$CLAUDE_FILE_PATHS\` or \`$CLAUDE_TOOL_INPUT\`, although many examples have them; they are empty, so a formatter formats nothing, and a guard lets everything pass. The variables that there are: \`CLAUDE_PROJECT_DIR\`,
and \`CLAUDE_ENV_FILE\` on a few events. Hooks in settings are not told \`CLAUDE_PLUGIN_ROOT\`.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "hooks": { "PostToolUse": [{ "matcher": "Edit|Write", "hooks": [{ "type": "command", "command": "prettier --write $CLAUDE_FILE_PATHS" }] }] } }',
			good: `{ "hooks": { "PostToolUse": [{ "matcher": "Edit|Write", "hooks": [{ "type": "command", "command": "jq -r .tool_input.file_path | xargs prettier --write" }] }] } }`,
		},
	],
	needs: [{ words: ["hooks"] }],

	*check(project) {
		const names = environmentNames(project);
		for (const { event, handlers, document } of project.hooks) {
			if (!hookEvent(event)) continue;
			// hooks in front matter may be those of a plugin as well
			const isSettings = document.kind.schema === "claude-settings";
			const isSet = (name: string) =>
				names.has(name) || (isPluginVariable(name) && !isSettings);
			for (const handler of handlers) {
				const place = {
					event,
					client: readerOf(document),
					hasShell: hasShell(handler),
					isSet,
					...(document.kind.isOfPlugin && {
						options:
							pluginOf(document, project.surroundings.plugins)?.options ??
							("unknown" as const),
					}),
				};
				for (const node of texts(handler)) {
					const locate = partLocator(document, node);
					for (const { text, message } of unsetVariables(node.value, place)) {
						yield {
							location: locate(text, node.value.indexOf(text)),
							message: `Hook on ${event}: ${message}.`,
						};
					}
				}
			}
		}
	},
});

function texts({ type, command, args }: HookHandler): StringNode[] {
	if (type !== "command") return [];
	return [...(command ? [command] : []), ...(args ?? [])].filter(
		({ value }) => value.length <= LONGEST,
	);
}

/** Without `args` there is one, and with them where they give one its script. */
function hasShell({ args }: HookHandler): boolean {
	return (
		args === undefined || args.some(({ value }) => /^-[a-z]*c$/i.test(value))
	);
}

/** The variables that the settings set. */
function environmentNames({
	documents,
	inheritedSettings,
}: Project): ReadonlySet<string> {
	return new Set(
		[...documents, ...inheritedSettings]
			.flatMap(({ root }) => effectiveProperties(property(root, "env")?.value))
			.map(({ key }) => key.value),
	);
}
