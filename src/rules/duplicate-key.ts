import { defineRule } from "../rule.ts";
import { descendants, type ObjectNode, type Property } from "../syntax/tree.ts";
import { quote } from "../wording.ts";

/** Where a lost value can be a lost protection. */
const PROTECTIONS =
	/^\/(?:permissions(?:\/(?:deny|ask))?|hooks(?:\/[^/]*)?|tools|disallowed-?[Tt]ools)$/;

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "A key stands twice in one object, so the first value is lost.",
	rationale: `
The client takes the last of several equal keys and drop the others without a word. A second \`"deny"\` list replaces the first
one; a second server of the same name replaces the first. Merge the two values under one key.`,
	examples: [
		{
			file: ".claude/settings.json",
			bad: '{ "permissions": { "deny": ["Read(./.env)"], "deny": ["WebFetch"] } }',
			good: '{ "permissions": { "deny": ["Read(./.env)", "WebFetch"] } }',
		},
	],

	*check({ documents }) {
		for (const { root } of documents) {
			if (!root) continue;
			for (const node of descendants(root)) {
				if (node.type !== "object") continue;
				for (const { lost, kept } of duplicates(node)) {
					yield {
						location: lost.key,
						message: `The key ${quote(lost.key.value)} stands again further down, and only the last one counts; ${/^\/mcpServers\/[^/]*$/.test(lost.key.pointer) ? "rename or remove one of them" : "merge the two"}.`,
						severity: PROTECTIONS.test(lost.key.pointer) ? "error" : "warning",
						related: [{ location: kept.key, message: "this one counts" }],
					};
				}
			}
		}
	},
});

function* duplicates({
	properties,
}: ObjectNode): Generator<{ lost: Property; kept: Property }> {
	const last = new Map(properties.map((each) => [each.key.value, each]));
	if (last.size === properties.length) return;
	for (const lost of properties) {
		const kept = last.get(lost.key.value);
		if (kept && kept !== lost) yield { lost, kept };
	}
}
