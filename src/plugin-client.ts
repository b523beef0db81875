import { type Client, clients } from "./clients.ts";
import { keyRemedies } from "./key-remedies.ts";

const claudeCode: Client = clients["claude-code"];

/**
 * Claude Code as it reads the files of a plugin: its servers have the plugin's name in front, so that none is reserved, and the plugin's folders
 * are known. Source: measured on 2.1.329.
 */
export const pluginClients: Readonly<Record<"claude-plugin", Client>> = {
	"claude-plugin": {
		...claudeCode,
		reservedServers: [],
		// what a plugin brings along is not for the settings of one project
		keyRemedies: keyRemedies(claudeCode),
		...(claudeCode.references && {
			references: {
				...claudeCode.references,
				privateFields: claudeCode.references.fields,
				predefinedNames: [...claudeCode.references.pluginNames, "user_config"],
				unsetNames: {
					workspaceFolder: "${CLAUDE_PROJECT_DIR}",
					workspaceRoot: "${CLAUDE_PROJECT_DIR}",
					workspaceFolderBasename: undefined,
					userHome: "${HOME}",
					pathSeparator: "/",
					__dirname: "${CLAUDE_PLUGIN_ROOT}",
				},
			},
		}),
	},
};
