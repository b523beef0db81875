import type { Document } from "../document.ts";
import { fixByRenaming, fixWith, wrapMembers } from "../edit.ts";
import { foreignKeys } from "../foreign-keys.ts";
import { type Project, readerOf } from "../project/project.ts";
import { defineRule, type Problem } from "../rule.ts";
import type { Violation } from "../schema.ts";
import {
	effectiveProperties,
	type Node,
	type ObjectNode,
	type Property,
	property,
} from "../syntax/tree.ts";
import { describeViolation } from "../violation-message.ts";
import { both, isSlipOf, nearest, quote } from "../wording.ts";

export default defineRule({
	effect: "rejected",
	severity: "error",
	summary: "The file does not have the shape that its client reads.",
	rationale: `
Claude Code reads the servers of a project from the object under \`"mcpServers"\`. A file with \`"servers"\` (Visual Studio and VS Code),
with the servers at the top level, or with an array is rejected as a whole, and no server of it is there. A settings file must be an object.

Visual Studio reads \`.mcp.json\` too, and takes its servers from \`"servers"\`. A file for both clients has both keys.

Of the files of other clients, \`.vscode/mcp.json\` has \`"servers"\` and nearly all others \`"mcpServers"\`, so that a file that was copied from one to the other declares nothing. \`.github/mcp.json\` of Copilot CLI may have the
servers at the top level.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "servers": { "docs": { "command": "docs-server" } } }',
			good: '{ "mcpServers": { "docs": { "command": "docs-server" } } }',
			fix: "safe",
		},
		{
			file: ".mcp.json",
			bad: '{ "docs": { "command": "docs-server" } }',
			good: '{ "mcpServers": { "docs": { "command": "docs-server" } } }',
			fix: "safe",
		},
	],

	*check({ documents, surroundings }) {
		for (const document of documents) {
			for (const violation of document.violations) {
				if (!isAboutRoot(violation)) continue;
				yield {
					effect: violation.effect,
					...describeRoot(document, violation, surroundings),
				};
			}
		}
	},
});

function isAboutRoot({ keyword, subject, node }: Violation): boolean {
	if (keyword === "additionalProperties") return false;
	return subject === "root" || (node.pointer === "" && subject === "setting");
}

type Surroundings = Project["surroundings"];

function describeRoot(
	document: Document,
	violation: Violation,
	surroundings: Surroundings,
): Problem {
	const { node, keyword, params } = violation;
	if (keyword !== "required" || node.type !== "object") {
		const message = describeViolation(violation);
		const isList = node.type === "array" && node.pointer !== "";
		return {
			location: node,
			message: isList
				? `${message} Each server stands under its name: { "<name>": { … } }.`
				: message,
		};
	}
	const key = String(params.missingProperty);
	const root = { document, node, key };
	return (
		describeOtherKey(root, surroundings) ??
		describeBareServers(root) ?? {
			location: { ...node, end: node.start + 1 },
			message: `"${key}" is missing; ${readerOf(document)} reads the servers from { "${key}": { … } }.`,
		}
	);
}

/** An object that lacks the key of the servers. */
interface Root {
	readonly document: Document;
	readonly node: ObjectNode;
	readonly key: string;
}

/** A key that stands in the place of the one that is missing. */
function describeOtherKey(
	{ document, node, key }: Root,
	surroundings: Surroundings,
): Problem | undefined {
	const properties = effectiveProperties(node);
	const foreign = properties.find(
		({ key: { value } }) =>
			Object.hasOwn(foreignKeys.root, value) &&
			value !== "inputs" &&
			value !== key,
	);
	const meant =
		foreign ??
		properties.find(({ key: { value } }) => nearest(value, [key, "servers"]));
	if (!meant) return undefined;
	const isForOthers =
		hasForeignInputs(document, node) ||
		surroundings.solutionFolders.includes(folderOf(document));
	const [reader] = document.readers;
	const isClear =
		(foreign || isSlipOf(meant.key.value, key)) &&
		// where servers are written in another way, the key is not all
		!reader?.fields.isCommandList &&
		holdsServers(meant.value) &&
		!isForOthers;
	return {
		location: meant.key,
		message: foreign
			? foreignMessage(document, node, meant, key)
			: `${readerOf(document)} reads "${key}", not ${quote(meant.key.value)}; rename the key.`,
		...(isClear && fixByRenaming(document, meant.key, key, { unsafe: false })),
	};
}

/** Whether the file also has what only another reader of it asks its user for. */
function hasForeignInputs(
	{ readers: [reader] }: Document,
	node: ObjectNode,
): boolean {
	return (
		reader !== undefined &&
		!reader.rootKeys.includes("inputs") &&
		property(node, "inputs") !== undefined
	);
}

function folderOf({ file }: Document): string {
	return file.includes("/") ? file.slice(0, file.lastIndexOf("/")) : ".";
}

function holdsServers(node: Node): boolean {
	return (
		node.type === "object" &&
		node.properties.every(({ value }) => looksLikeServer(value))
	);
}

/** Servers, or a single one, that stand at the top level. */
function describeBareServers({
	document,
	node,
	key,
}: Root): Problem | undefined {
	const reader = readerOf(document);
	if (looksLikeServer(node)) {
		return {
			location: { ...node, end: node.start + 1 },
			message: `A single server stands at the top level; ${reader} reads it from { "${key}": { "<name>": { … } } }.`,
		};
	}
	const bare = effectiveProperties(node).filter(({ value }) =>
		looksLikeServer(value),
	);
	const [first] = bare;
	if (!first) return undefined;
	const isOne = bare.length === 1;
	return {
		location: first.key,
		message: `The ${isOne ? "server stands" : "servers stand"} at the top level, where ${reader} does not look; put ${isOne ? "it" : "them"} into { "${key}": { … } }.`,
		...(holdsServers(node) &&
			fixWith(
				`Put ${isOne ? "it" : "them"} into "${key}"`,
				wrapMembers(document, node, key),
			)),
	};
}

function foreignMessage(
	document: Document,
	root: Node,
	meant: Property,
	key: string,
): string {
	const name = meant.key.value;
	const readers = document.readers
		.filter(({ serversKey }) => serversKey === name)
		.map((client) => client.name);
	const also = property(root, "inputs") ? ' with "inputs"' : "";
	return readers.length > 0
		? `"${name}"${also} is what ${both(readers)} reads in this file; ${readerOf(document)} reads "${key}" and rejects a file without it. Rename the key, or keep both.`
		: `"${name}" is a key of ${ownerOf(meant)}; ${readerOf(document)} reads "${key}"${meant.value.type === "array" ? ", with each server under its name: write it so" : ". Rename the key"}.`;
}

/** Whose key it is. */
function ownerOf({ key, value }: Property): string {
	const { of = "another client", ofList = of } =
		foreignKeys.root[key.value] ?? {};
	return value.type === "array" ? ofList : of;
}

function looksLikeServer(node: Node): boolean {
	return ["command", "url", "type"].some((key) => property(node, key));
}
