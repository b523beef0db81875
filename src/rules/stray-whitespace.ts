import type { Document } from "../document.ts";
import { type Edit, fixWith, replace } from "../edit.ts";
import type { ServerDeclaration } from "../project/servers.ts";
import { defineRule } from "../rule.ts";
import type { Property, StringNode } from "../syntax/tree.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "risky",
	severity: "warning",
	summary: "A value has white space at its ends, or a line break inside.",
	rationale: `
The client uses commands, addresses, arguments, headers and variables exactly as they are written. A space or a line break that came along
when a token was pasted makes a wrong token, a wrong address or a program that does not exist. Claude Code mentions white space at the ends
in \`claude mcp list\`, and uses the value as it is.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "type": "http", "url": "https://docs.example.com/mcp " } } }',
			good: '{ "mcpServers": { "docs": { "type": "http", "url": "https://docs.example.com/mcp" } } }',
			fix: "safe",
		},
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "command": "docs-server", "args": ["--quiet "] } } }',
			good: '{ "mcpServers": { "docs": { "command": "docs-server", "args": ["--quiet"] } } }',
			fix: "unsafe",
		},
	],

	*check({ declaredServers }) {
		for (const server of declaredServers) {
			if (!server.transport) continue;
			const owner = `Server ${quote(server.name)}`;
			for (const { node, what, oneLine, isKey } of texts(server)) {
				const { value } = node;
				if (value !== value.trim()) {
					yield {
						location: node,
						message: `${owner}: ${what} has white space at its ${ends(value)}, which is kept; remove it${!oneLine && canBeMeant(value) ? " unless it is meant" : ""}.`,
						severity: !oneLine && canBeMeant(value) ? "info" : "warning",
						...((oneLine || !canBeMeant(value)) &&
							!isKey &&
							fixWith("Remove the white space", [trim(server.document, node)], {
								unsafe: !oneLine,
							})),
					};
				} else if (oneLine && /[\r\n]/.test(value)) {
					yield {
						location: node,
						message: `${owner}: ${what} has a line break in it; write it on one line.`,
					};
				}
			}
		}
	},
});

/** A text of several lines ends in a line break, and a separator may be white space. */
function canBeMeant(value: string): boolean {
	return value.trim().includes("\n") || !/[\p{L}\p{N}]/u.test(value);
}

/** Takes the white space off the ends of a text in quotes; the rest stays as it is written. */
function trim({ text }: Document, node: StringNode): Edit | undefined {
	const written = text.slice(node.start, node.end);
	const kept = node.value.trim();
	const inside = /^"(?:\s|\\[nrt])*/.exec(written)?.[0].length ?? 0;
	let end = written.length - 1;
	while (end > inside) {
		const last = written.slice(end - 2, end);
		if (/\s$/.test(last)) end--;
		else if (/^\\[nrt]$/.test(last)) end -= 2;
		else break;
	}
	const trimmed = `"${written.slice(inside, end)}"`;
	return kept !== "" && isWritten(trimmed, kept)
		? replace(node, trimmed)
		: undefined;
}

/** Whether a piece of JSON is this text. */
function isWritten(json: string, text: string): boolean {
	try {
		return JSON.parse(json) === text;
	} catch {
		return false;
	}
}

function ends(value: string): string {
	if (value.trim() === "") return "ends";
	const start = value !== value.trimStart();
	const end = value !== value.trimEnd();
	return start && end ? "ends" : start ? "start" : "end";
}

interface Text {
	readonly node: StringNode;
	readonly what: string;
	/** A line break inside is a mistake as well. */
	readonly oneLine: boolean;
	/** It is the name of a value. */
	readonly isKey?: boolean;
}

function* texts({
	transport,
	command,
	args,
	env,
	url,
	headers,
}: ServerDeclaration): Generator<Text> {
	if (transport === "stdio") {
		if (command) yield { node: command, what: "the command", oneLine: true };
		for (const node of args) {
			yield { node, what: "this argument", oneLine: false };
		}
		yield* members(env, "variable", false);
	} else {
		if (url) yield { node: url, what: "the url", oneLine: true };
		yield* members(headers, "header", true);
	}
}

function* members(
	properties: readonly Property[],
	what: string,
	oneLine: boolean,
): Generator<Text> {
	for (const { key, value } of properties) {
		yield {
			node: key,
			what: `the name of the ${what} ${quote(key.value.trim())}`,
			oneLine: true,
			isKey: true,
		};
		if (value.type === "string") {
			yield {
				node: value,
				what: `the ${what} ${quote(key.value.trim())}`,
				oneLine,
			};
		}
	}
}
