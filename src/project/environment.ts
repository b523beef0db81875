import type { Document } from "../document.ts";
import { effectiveProperties, type Node, valueAt } from "../syntax/tree.ts";
import { isFromRepository } from "./settings.ts";

/** One variable of `env` in a settings file. */
export interface Variable {
	readonly name: string;
	/** As the programs get it: numbers and booleans as text. */
	readonly text: string;
	readonly node: Node;
	readonly document: Document;
}

/** Longer values are not judged. */
const LONGEST = 4096;

/**
 * The variables that a repository sets for everyone who works in it: `env` of its settings files.
 * Source: measured on 2.1.329: all but a few reach the client, its tools, hooks and servers, from project and local files, and replace what the shell has.
 * With `-p` they do so in folders that nobody trusted.
 */
export function readRepositoryVariables(document: Document): Variable[] {
	const { kind, root } = document;
	if (kind.schema !== "claude-settings" || !isFromRepository(document)) {
		return [];
	}
	return effectiveProperties(valueAt(root, "env")).flatMap(({ key, value }) => {
		const text = textOf(value);
		return text === undefined || text.length > LONGEST
			? []
			: [{ name: key.value, text, node: value, document }];
	});
}

/** A value as an environment variable; nothing for one that becomes none. */
export function textOf(value: Node): string | undefined {
	return value.type === "string" ||
		value.type === "number" ||
		value.type === "boolean"
		? String(value.value)
		: undefined;
}
