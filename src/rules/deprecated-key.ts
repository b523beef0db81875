import { defineRule } from "../rule.ts";
import { annotation, memberSchemas, rootSchemas } from "../schema.ts";
import { effectiveProperties } from "../syntax/tree.ts";

export default defineRule({
	effect: "risky",
	severity: "info",
	summary: "A setting has been replaced, or has no effect any more.",
	rationale: `
The client still reads the key, or ignores it by now, and does not say that there is a successor. The message names it.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "includeCoAuthoredBy": false }',
			good: '{ "attribution": { "commit": "", "pr": "" } }',
		},
	],
	needs: [{ schema: "claude-settings" }],

	*check({ documents }) {
		for (const { root, schema } of documents) {
			if (!schema) continue;
			for (const { key } of effectiveProperties(root)) {
				const possible = memberSchemas(schema, rootSchemas(schema), key.value);
				if (!annotation(possible, "deprecated")) continue;
				const advice =
					annotation(possible, "deprecationMessage") ?? "Remove it.";
				yield {
					location: key,
					message: `"${key.value}" is deprecated. ${advice}`,
				};
			}
		}
	},
});
