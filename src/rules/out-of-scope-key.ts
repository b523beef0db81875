import type { Document } from "../document.ts";
import { readerOf } from "../project/project.ts";
import { defineRule } from "../rule.ts";
import {
	annotation,
	type JsonSchema,
	memberSchemas,
	rootSchemas,
} from "../schema.ts";
import {
	effectiveProperties,
	type Node,
	type Property,
} from "../syntax/tree.ts";
import { either } from "../wording.ts";

/** What the scopes are called in messages. */
const SCOPES: Readonly<Record<string, string>> = {
	managed: "managed settings",
	user: "user settings (~/.claude/settings.json)",
	project: "project settings",
	local: "local settings (.claude/settings.local.json)",
};

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "A setting is not honoured in a file of this scope.",
	rationale: `
Some settings are only taken from managed or user files, so that a repository cannot set them for the people who open it. In a project file Claude Code
ignores them, mostly without a word. Move the setting to a file where it counts, or remove it.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "allowManagedHooksOnly": true }',
			good: "{}",
		},
	],
	needs: [{ schema: "claude-settings" }],

	*check({ documents }) {
		for (const document of documents) {
			for (const { property, scopes, isAnnounced } of outOfScope(document)) {
				const places =
					scopes.length === 0
						? "a file that is given with --settings"
						: either(scopes.map((scope) => SCOPES[scope] ?? scope));
				yield {
					location: property.key,
					message: `${readerOf(document)} ignores "${property.key.value}" in ${document.kind.title}; it counts only in ${places}.`,
					effect: isAnnounced ? "skipped" : "inert",
				};
			}
		}
	},
});

interface OutOfScope {
	readonly property: Property;
	readonly scopes: readonly string[];
	/** The client says that it ignores the key. */
	readonly isAnnounced: boolean;
}

function outOfScope({ root, kind, schema }: Document): OutOfScope[] {
	if (!root || !schema) return [];
	return collect(root, rootSchemas(schema), schema, kind.scope);
}

/** A key out of scope is named once; what stands below it is not looked at. */
function collect(
	node: Node,
	possible: readonly JsonSchema[],
	rootSchema: JsonSchema,
	scope: string,
): OutOfScope[] {
	return effectiveProperties(node).flatMap((property) => {
		const members = memberSchemas(rootSchema, possible, property.key.value);
		const scopes = annotation(members, "x-scope");
		return scopes && !scopes.includes(scope)
			? [
					{
						property,
						scopes,
						isAnnounced: annotation(members, "x-announced") === true,
					},
				]
			: collect(property.value, members, rootSchema, scope);
	});
}
