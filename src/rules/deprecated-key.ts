import { defineRule, type Problem } from "../rule.ts";
import {
	annotation,
	type JsonSchema,
	memberSchemas,
	rootSchemas,
	schemasAt,
} from "../schema.ts";
import { effectiveProperties, type Node } from "../syntax/tree.ts";

export default defineRule({
	effect: "risky",
	severity: "info",
	summary: "A key has been replaced, or has no effect any more.",
	rationale: `
The client still reads the key, or ignores it by now, and does not say that there is a successor. The message names it.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "includeCoAuthoredBy": false }',
			good: '{ "attribution": { "commit": "", "pr": "" } }',
		},
		{
			file: ".gemini/settings.json",
			bad: '{ "mcpServers": { "docs": { "httpUrl": "https://docs.example.com/mcp" } } }',
			good: '{ "mcpServers": { "docs": { "type": "http", "url": "https://docs.example.com/mcp" } } }',
		},
	],

	*check({ documents, declaredServers }) {
		for (const { root, schema } of documents) {
			if (schema) yield* deprecatedKeys(root, schema, rootSchemas(schema));
		}
		for (const { node, document } of declaredServers) {
			const { schema } = document;
			if (!schema) continue;
			yield* deprecatedKeys(node, schema, schemasAt(schema, node.pointer));
		}
	},
});

function* deprecatedKeys(
	holder: Node | undefined,
	schema: JsonSchema,
	possible: readonly JsonSchema[],
): Generator<Problem> {
	for (const { key } of effectiveProperties(holder)) {
		const own = memberSchemas(schema, possible, key.value);
		if (!annotation(own, "deprecated")) continue;
		const advice = annotation(own, "deprecationMessage") ?? "Remove it.";
		yield {
			location: key,
			message: `"${key.value}" is deprecated. ${advice}`,
		};
	}
}
