import { clients } from "../clients.ts";
import type { Document } from "../document.ts";
import { foreignKeys } from "../foreign-keys.ts";
import { readerOf } from "../project/project.ts";
import { defineRule } from "../rule.ts";
import type { Violation } from "../schema.ts";
import {
	effectiveProperties,
	type Node,
	type Property,
	property,
} from "../syntax/tree.ts";
import { describeViolation } from "../violation-message.ts";
import { both, nearest, quote } from "../wording.ts";

export default defineRule({
	effect: "rejected",
	severity: "error",
	summary: "The file does not have the shape that its client reads.",
	rationale: `
Claude Code reads the servers of a project from the object under \`"mcpServers"\`. A file with \`"servers"\` (Visual Studio and VS Code),
with the servers at the top level, or with an array is rejected as a whole, and no server of it is there. A settings file must be an object.

Visual Studio reads \`.mcp.json\` too, and takes its servers from \`"servers"\`. A file for both clients has both keys.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "servers": { "docs": { "command": "docs-server" } } }',
			good: '{ "mcpServers": { "docs": { "command": "docs-server" } } }',
		},
		{
			file: ".mcp.json",
			bad: '{ "docs": { "command": "docs-server" } }',
			good: '{ "mcpServers": { "docs": { "command": "docs-server" } } }',
		},
	],

	*check({ documents }) {
		for (const document of documents) {
			for (const violation of document.violations) {
				if (!isAboutRoot(violation)) continue;
				yield {
					effect: violation.effect,
					...describeRoot(document, violation),
				};
			}
		}
	},
});

function isAboutRoot({ keyword, subject, node }: Violation): boolean {
	if (keyword === "additionalProperties") return false;
	return (
		subject === "root" || (node.pointer === "" && subject !== "definition")
	);
}

function describeRoot(
	document: Document,
	violation: Violation,
): { location: Node; message: string } {
	const { node, keyword, params } = violation;
	if (keyword !== "required" || node.type !== "object") {
		return { location: node, message: describeViolation(violation) };
	}
	const key = String(params.missingProperty);
	const found = otherRoot(node, key);
	if (found) return found(document, key);
	return {
		location: { ...node, end: node.start + 1 },
		message: `"${key}" is missing; ${readerOf(document)} reads the servers from { "${key}": { … } }.`,
	};
}

type Description = (
	document: Document,
	key: string,
) => { location: Node; message: string };

/** What stands in the place of the key that is missing. */
function otherRoot(root: Node, key: string): Description | undefined {
	const properties = effectiveProperties(root);
	const meant = properties.find(
		({ key: { value } }) =>
			Object.hasOwn(foreignKeys.root, value) && value !== "inputs",
	);
	if (meant)
		return (document) => describeForeignRoot(document, root, meant, key);
	const near = properties.find(({ key: { value } }) =>
		nearest(value, [key, "servers"]),
	);
	if (near) {
		return (document) => ({
			location: near.key,
			message: `${readerOf(document)} reads "${key}", not ${quote(near.key.value)}; rename the key.`,
		});
	}
	if (looksLikeServer(root)) {
		return (document) => ({
			location: { ...root, end: root.start + 1 },
			message: `A single server stands at the top level; ${readerOf(document)} reads it from { "${key}": { "<name>": { … } } }.`,
		});
	}
	const bare = properties.filter(({ value }) => looksLikeServer(value));
	const [first] = bare;
	if (!first) return undefined;
	return (document) => ({
		location: first.key,
		message: `The ${bare.length === 1 ? "server stands" : "servers stand"} at the top level, where ${readerOf(document)} does not look; put ${bare.length === 1 ? "it" : "them"} into { "${key}": { … } }.`,
	});
}

function describeForeignRoot(
	document: Document,
	root: Node,
	meant: Property,
	key: string,
): { location: Node; message: string } {
	const name = meant.key.value;
	const readers = document.kind.clients
		.map((id) => clients[id])
		.filter(({ serversKey }) => serversKey === name)
		.map((client) => client.name);
	const also = property(root, "inputs") ? ' with "inputs"' : "";
	const message =
		readers.length > 0
			? `"${name}"${also} is what ${both(readers)} reads in this file; ${readerOf(document)} reads "${key}" and rejects a file without it. Rename the key, or keep both.`
			: `"${name}" is a key of ${foreignKeys.root[name]?.of ?? "another client"}; ${readerOf(document)} reads "${key}". Rename the key.`;
	return { location: meant.key, message };
}

function looksLikeServer(node: Node): boolean {
	return ["command", "url", "type"].some((key) => property(node, key));
}
