import type { Document } from "../document.ts";
import { type Fix, fixByRenaming } from "../edit.ts";
import { parentPointer } from "../location.ts";
import { readerOf } from "../project/project.ts";
import { type UnknownKey, unknownKeys } from "../project/unknown-keys.ts";
import { defineRule } from "../rule.ts";
import { knownKeys, rootSchemas } from "../schema.ts";
import { type Property, property } from "../syntax/tree.ts";
import { isSlipOf, nearest, quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "A key is not one that the client reads.",
	rationale: `
Claude Code ignores keys that it does not know, at every level and without a word: \`"permisions"\` protects nothing, \`"enviroment"\` sets nothing. The keys
known here are those of Claude Code 2.1.329. For a note to other people start the key with \`_\` or \`//\`. In the front matter of agents, skills and
commands other keys are common, so only one that looks like a known key is named; and so it is in the files of other clients, of which nobody knows all keys.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "permisions": { "deny": ["Read(./.env)"] } }',
			good: '{ "permissions": { "deny": ["Read(./.env)"] } }',
			fix: "unsafe",
		},
	],

	*check(project) {
		for (const unknown of unknownKeys(project)) {
			const { origin, name, known, document } = unknown;
			if (origin !== "unknown" || isSaidElsewhere(unknown.property)) continue;
			const meant = nearest(
				name,
				known.filter((each) => each !== name),
			);
			// a key that somebody else put beside those of the client
			if (!meant && document.kind.freeKeys && isAtRoot(unknown.property))
				continue;
			if (!meant && document.kind.hasUnknownKeys) continue;
			const isMoved = isTopLevelKey(document, unknown.property);
			const remedy = isMoved
				? "move it to the top level of the file."
				: meant
					? `did you mean ${quote(meant)}?`
					: "remove it.";
			yield {
				location: unknown.property.key,
				message: `${readerOf(document)} does not know ${quote(name)} here and ignores it; ${remedy}`,
				...(meant === undefined &&
					document.kind.isOfPlugin && { severity: "info" }),
				...(meant !== undefined && !isMoved && renameKey(unknown, meant)),
			};
		}
	},
});

/** The fix that gives a value the key that was probably meant, where nothing stands under it. It brings to life what was ignored, so it is unsafe. */
function renameKey(
	{ document, holder, property: { key } }: UnknownKey,
	meant: string,
): { readonly fix?: Fix } {
	if (property(holder, meant) || !isSlipOf(key.value, meant)) return {};
	return fixByRenaming(document, key, meant);
}

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
