import { permissionNeeds } from "../permissions/needs.ts";
import { defineRule } from "../rule.ts";
import { quote } from "../wording.ts";

/** What a tool with `(*)` behind it allows, where it is not the tool as a whole. */
const ALLOWED: Readonly<Record<string, string>> = {
	Edit: "lets files be edited in the working folders only",
	Glob: "adds nothing, because reading in the working folders needs no rule",
	Grep: "adds nothing, because reading in the working folders needs no rule",
	NotebookEdit: "lets notebooks be edited in the working folders only",
	Read: "adds nothing, because reading in the working folders needs no rule",
	Write: "lets files be written in the working folders only",
};

export default defineRule({
	effect: "inert",
	severity: "info",
	summary: "An allow rule with (*) covers less than the tool alone.",
	rationale: `
\`Bash(*)\` is \`Bash\`, but \`Read(*)\` is not \`Read\`: for tools that work with files, the parentheses hold a path, and \`*\` is every path in the working folders. Claude Code says so when it
starts; versions before took both for the same. Write the tool alone if every path is meant; remove the rule if not.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "permissions": { "allow": ["Read(*)"] } }',
			good: '{ "permissions": { "allow": ["Read(//usr/include/**)"] } }',
		},
	],
	needs: permissionNeeds,

	*check({ permissions }) {
		for (const { behavior, tool, content, text, node } of permissions) {
			if (behavior !== "allow" || content !== "*") continue;
			const allowed = Object.hasOwn(ALLOWED, tool) ? ALLOWED[tool] : undefined;
			if (allowed === undefined) continue;
			yield {
				location: node,
				message: `${quote(text)} ${allowed}; write ${quote(tool)} if every path is meant.`,
			};
		}
	},
});
