import type { Document } from "../document.ts";
import { type Fix, fixByRenaming, fixWith, removeProperty } from "../edit.ts";
import type { ForeignKey } from "../foreign-keys.ts";
import { parentPointer } from "../location.ts";
import { namesTool } from "../permissions/tool-list.ts";
import { findAddress, remoteField } from "../project/addresses.ts";
import { readerOf } from "../project/project.ts";
import { type UnknownKey, unknownKeys } from "../project/unknown-keys.ts";
import { defineRule } from "../rule.ts";
import { type Node, property } from "../syntax/tree.ts";

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "A key is read by another client, or in another place, not here.",
	rationale: `
Clients share the shape of their MCP files and differ in the details. Claude Code ignores the keys of the others without a word: a server with
\`"disabled": true\` is started all the same, and \`"autoApprove"\` approves nothing. Other clients do the same with what they do not know: tools are approved by \`autoApprove\` in Cline and Kiro,
by \`alwaysAllow\` in Roo Code, and hidden by \`excludeTools\` in Gemini CLI, by \`disabled_tools\` in Codex CLI, by \`disabledTools\` elsewhere. The message says what does the same in the client that reads the file.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "command": "docs-server", "environment": { "MODE": "fast" }, "disabled": false } } }',
			good: '{ "mcpServers": { "docs": { "command": "docs-server", "env": { "MODE": "fast" } } } }',
			fix: "unsafe",
		},
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "command": "docs-server", "disabled": true } } }',
			good: '{ "mcpServers": {} }',
		},
	],

	*check(project) {
		const unreachable = new Set(
			project.declaredServers
				.filter(findAddress)
				.map(({ node }) => `${node.file}#${node.pointer}`),
		);
		const unstarted = new Set(
			project.declaredServers
				.filter(remoteField)
				.map(({ node }) => `${node.file}#${node.pointer}`),
		);
		for (const unknown of unknownKeys(project)) {
			const { origin, name, document, foreign } = unknown;
			const own = unknown.property;
			if (origin !== "other-client" || isForItsReader(unknown)) continue;
			const { file, pointer } = own.key;
			const owner = `${file}#${parentPointer(pointer)}`;
			const isAddress = ADDRESS.test(name) && unreachable.has(owner);
			if (!foreign || isAddress || isOutOfPlace(document, foreign)) continue;
			if (unstarted.has(owner) && belongsToRemote(unknown)) continue;
			if (foreign.namesTools && !namesTool(own.value)) continue;
			const idle = changesNothing(foreign, own.value);
			if (idle && foreign.isShared) continue;
			const { of } = foreign;
			const instead = remedyIn(unknown);
			const remedy =
				idle || instead === undefined || instead === "remove it"
					? ". Remove it"
					: `. Instead, ${instead}`;
			yield {
				location: own.key,
				message: `"${name}" is a key of ${of}; ${readerOf(document)} ${isSure(document, foreign) ? "ignores it here" : "is not known to read it"}${remedy}.`,
				severity: idle ? "info" : "warning",
				...(idle
					? fixWith("Remove it", [removeProperty(document, own)], {
							unsafe: true,
						})
					: renameKey(unknown)),
			};
		}
	},
});

/** Whether a key is of servers that the client does not start at all, and not only spelled as elsewhere: it goes with the entry. */
function belongsToRemote({
	document: {
		readers: [reader],
	},
	name,
	foreign,
}: UnknownKey): boolean {
	const field = foreign?.sameAs;
	return field !== undefined && reader?.fields[field] === name;
}

/** Gives a value the key that is the same here, where nothing stands under that and the client takes such values. */
function renameKey({ document, holder, foreign, property: own }: UnknownKey): {
	readonly fix?: Fix;
} {
	const field = foreign?.sameAs;
	const [reader] = document.readers;
	if (!field || !reader || !holdsTexts(own.value, field)) return {};
	const key = reader.fields[field];
	if (property(holder, key)) return {};
	if (key === reader.fields.command && reader.fields.isCommandList) return {};
	return fixByRenaming(document, own.key, key);
}

/** Whether a value has the form that the fields of a server have: a command is a text, arguments are a list of texts, the others have texts under names. */
function holdsTexts(
	value: Node,
	field: NonNullable<ForeignKey["sameAs"]>,
): boolean {
	if (field === "command") return value.type === "string" && value.value !== "";
	if (field === "args")
		return (
			value.type === "array" &&
			value.items.every(({ type }) => type === "string")
		);
	return (
		value.type === "object" &&
		value.properties.every((each) => each.value.type === "string")
	);
}

/** What does the same where the key stands. */
function remedyIn({
	document: {
		readers: [reader],
	},
	name,
	foreign,
}: UnknownKey): string | undefined {
	return reader?.keyRemedies ? reader.keyRemedies[name] : foreign?.instead;
}

/** Whether it is known of the client, and not only read, that it does not take a key. The key of the servers is known of every one. */
function isSure(
	{ readers: [reader] }: Document,
	{ holdsServers }: ForeignKey,
): boolean {
	return holdsServers === true || reader === undefined || reader.isMeasured;
}

/** A key that is out of place in files of Claude Code alone: what another program makes of such a name is its own. */
function isOutOfPlace(
	{ readers: [reader] }: Document,
	{ isOurs }: ForeignKey,
): boolean {
	return isOurs === true && reader !== undefined && !reader.hasSessions;
}

/** Keys that say how a server is reached; what is wrong with them is said of the server. */
const ADDRESS = /^(?:serverUrl|httpUrl|uri|transport|transportType)$/;

/** Whether the key has the value that it has where it is left out. */
function changesNothing({ neutral = [] }: ForeignKey, value: Node): boolean {
	if (value.type === "array")
		return value.items.every(
			(item) => "value" in item && neutral.includes(item.value),
		);
	return "value" in value && neutral.includes(value.value);
}

/** A key at the root of a file that another of its readers takes, beside the one that ours needs. */
function isForItsReader({ subject, document, name }: UnknownKey): boolean {
	return (
		subject === "root" &&
		document.readers.some(({ rootKeys }) => rootKeys.includes(name))
	);
}
