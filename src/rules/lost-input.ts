import { readerOf } from "../project/project.ts";
import { defineRule, type Problem } from "../rule.ts";
import {
	annotation,
	type JsonSchema,
	memberSchemas,
	rootSchemas,
} from "../schema.ts";
import { effectiveProperties, type Node } from "../syntax/tree.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "skipped",
	severity: "warning",
	summary:
		"A step of a workflow gives an action an input that its version does not have.",
	rationale: `
With version 1 \`claude-code-action\` lost most of its inputs: \`model\`, \`allowed_tools\`, \`mcp_config\` and others are now arguments in \`claude_args\`, and \`direct_prompt\` is called \`prompt\`. GitHub
runs a step with inputs that are not declared and only notes them in the log, and the action never sees their values: tools that were forbidden are allowed, servers are missing, another model answers. The same holds for the inputs
of version 1 in a step that names \`@beta\` or \`@v0\`. Where the version is a commit, the inputs beside it and the comment behind it tell which it is; without them nothing is said.`,
	examples: [
		{
			file: ".github/workflows/claude.yml",
			bad: `jobs:
  claude:
    steps:
      - uses: anthropics/claude-code-action@v1
        with:
          direct_prompt: Review this pull request.
          model: claude-opus-4-1
`,
			good: `jobs:
  claude:
    steps:
      - uses: anthropics/claude-code-action@v1
        with:
          prompt: Review this pull request.
          claude_args: --model claude-opus-4-1
`,
		},
	],
	needs: [
		{ schema: "github-claude-action" },
		{ schema: "github-claude-v0-action" },
		{ schema: "github-claude-base-action" },
	],

	*check({ documents }) {
		for (const document of documents) {
			const { root, schema } = document;
			if (!schema) continue;
			const reader = readerOf(document);
			yield* lostInputs(root, schema, rootSchemas(schema), reader);
		}
	},
});

function* lostInputs(
	holder: Node | undefined,
	schema: JsonSchema,
	possible: readonly JsonSchema[],
	reader: string,
): Generator<Problem> {
	for (const { key, value } of effectiveProperties(holder)) {
		const own = memberSchemas(schema, possible, key.value);
		const remedy = annotation(own, "x-lost");
		if (remedy !== undefined && !isEmpty(value)) {
			yield {
				location: key,
				message: `${reader} does not have the input ${quote(key.value)} in this version, and what stands there is lost; ${remedy}.`,
			};
		}
		yield* lostInputs(value, schema, own, reader);
	}
}

/** Nothing is lost where nothing stands. */
function isEmpty(value: Node): boolean {
	return (
		value.type === "null" ||
		(value.type === "string" && value.value.trim() === "")
	);
}
