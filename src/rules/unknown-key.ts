import type { Document } from "../document.ts";
import { parentPointer } from "../location.ts";
import { readerOf } from "../project/project.ts";
import { unknownKeys } from "../project/unknown-keys.ts";
import { defineRule } from "../rule.ts";
import { knownKeys, rootSchemas } from "../schema.ts";
import type { Property } from "../syntax/tree.ts";
import { nearest, quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "A key is not one that the client reads.",
	rationale: `
Claude Code ignores keys that it does not know, at every level and without a word: \`"permisions"\` protects nothing, \`"enviroment"\` sets nothing. The keys
known here are those of Claude Code 2.1.329. For a note to other people start the key with \`_\` or \`//\`. In the front matter of agents, skills and
commands other keys are common, so only one that looks like a known key is named.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "permisions": { "deny": ["Read(./.env)"] } }',
			good: '{ "permissions": { "deny": ["Read(./.env)"] } }',
		},
	],

	*check(project) {
		for (const { origin, name, known, property, document } of unknownKeys(
			project,
		)) {
			if (origin !== "unknown" || isSaidElsewhere(property)) continue;
			const meant = nearest(name, known);
			// a key that somebody else put beside those of the client
			if (!meant && document.kind.freeKeys && isAtRoot(property)) continue;
			const remedy = isTopLevelKey(document, property)
				? "move it to the top level of the file."
				: meant
					? `did you mean ${quote(meant)}?`
					: "remove it.";
			yield {
				location: property.key,
				message: `${readerOf(document)} does not know ${quote(name)} here and ignores it; ${remedy}`,
			};
		}
	},
});

/** Servers in a settings file and unknown hook events have rules of their own. */
function isSaidElsewhere({ key: { pointer } }: Property): boolean {
	return pointer === "/mcpServers" || /^\/hooks\/[^/]*$/.test(pointer);
}

function isAtRoot({ key: { pointer } }: Property): boolean {
	return parentPointer(pointer) === "";
}

/** A key that would be read if it did not stand inside another. */
function isTopLevelKey({ schema, kind }: Document, { key }: Property): boolean {
	return (
		schema !== undefined &&
		!kind.freeKeys &&
		parentPointer(key.pointer) !== "" &&
		knownKeys(schema, rootSchemas(schema)).includes(key.value) &&
		!["description", "$schema"].includes(key.value)
	);
}
