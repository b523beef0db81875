import type { Document } from "./document.ts";
import type { Location, Range } from "./location.ts";
import type {
	ArrayNode,
	ObjectNode,
	Property,
	StringNode,
} from "./syntax/tree.ts";
import type { Edit, Fix } from "./text-edit.ts";
import { quote } from "./wording.ts";

export type { Edit, Fix } from "./text-edit.ts";

/**
 * A fix, to be spread into a problem; nothing where one of its edits cannot be made.
 * @param edits as the functions below give them
 */
export function fixWith(
	title: string,
	edits: readonly (Edit | undefined)[],
	{ unsafe = false }: { readonly unsafe?: boolean } = {},
): { readonly fix?: Fix } {
	const made = edits.filter((edit) => edit !== undefined);
	if (made.length === 0 || made.length < edits.length) return {};
	return { fix: { title, edits: made, ...(unsafe && { unsafe }) } };
}

/** The fix that writes what was probably meant, to be spread into a problem. It is a guess, so it is unsafe. */
export function fixByWriting(
	meant: string,
	edit: Edit | undefined,
): { readonly fix?: Fix } {
	return fixWith(`Write ${quote(meant)}`, [edit], { unsafe: true });
}

/** The fix that gives a value another key, to be spread into a problem. What was ignored comes to life by it, so mostly it is unsafe. */
export function fixByRenaming(
	document: Document,
	key: StringNode,
	name: string,
	{ unsafe = true }: { readonly unsafe?: boolean } = {},
): { readonly fix?: Fix } {
	const edits = [replaceString(document, key, name)];
	return fixWith(`Rename it to "${name}"`, edits, { unsafe });
}

/** Writes something else in a place. */
export function replace({ file, start, end }: Location, text: string): Edit {
	return { file, start, end, text };
}

/** Writes another text in the place of a string or a key, in quotes as they are there; nothing where it is written in another way, as a block of YAML, or has other escapes, as in TOML. */
export function replaceString(
	{ text, kind }: Document,
	node: StringNode,
	value: string,
): Edit | undefined {
	if (kind.syntax === "toml") return undefined;
	const written = text.slice(node.start, node.end);
	if (/^"[\s\S]*"$/.test(written)) return replace(node, JSON.stringify(value));
	if (/^'[\s\S]*'$/.test(written)) {
		return replace(node, `'${value.replaceAll("'", "''")}'`);
	}
	if (written !== node.value) return undefined;
	return replace(node, isPlain(value) ? value : JSON.stringify(value));
}

/** Writes something else for a part of a string, where both are written as they are read: without quotes and escapes. */
export function replacePart(
	{ text }: Document,
	location: Location,
	part: string,
	by: string,
): Edit | undefined {
	const written = text.slice(location.start, location.end);
	if (!/^[A-Za-z^][\w*.^$()| /-]*$/.test(by) || by.endsWith(" "))
		return undefined;
	if (written === part) return replace(location, by);
	return written === `"${part}"` ? replace(location, `"${by}"`) : undefined;
}

/** Whether YAML takes a text without quotes for a string, wherever it stands. */
function isPlain(value: string): boolean {
	return (
		/^[A-Za-z][\w./-]*$/.test(value) &&
		!/^(?:true|false|yes|no|on|off|null|[yn])$/i.test(value)
	);
}

/**
 * Writes a property before another one, on a line of its own where that one has one. Structure is changed in valid JSON only: there, nothing but
 * white space and commas stands between values.
 * @param value as it is written
 */
export function insertBefore(
	document: Document,
	next: Property,
	key: string,
	value: string,
): Edit | undefined {
	if (!isValidJson(document)) return undefined;
	const { colon, space } = styleOf(document, next);
	const { file, start } = next.key;
	const text = `${JSON.stringify(key)}${colon}${value},${space}`;
	return { file, start, end: start, text };
}

/** The same, behind another property. */
export function insertAfter(
	document: Document,
	previous: Property,
	key: string,
	value: string,
): Edit | undefined {
	if (!isValidJson(document)) return undefined;
	const { colon, space } = styleOf(document, previous);
	const { file, end } = previous.value;
	const text = `,${space}${JSON.stringify(key)}${colon}${value}`;
	return { file, start: end, end, text };
}

/** Puts items before those of a list. */
export function prependItems(
	document: Document,
	{ file, start, end, items: [first] }: ArrayNode,
	values: readonly string[],
): Edit | undefined {
	if (!isValidJson(document)) return undefined;
	const written = values.map((value) => JSON.stringify(value));
	if (!first) return { file, start, end, text: `[${written.join(", ")}]` };
	const gap = document.text.slice(start + 1, first.start);
	const space = lineOf(gap) ?? " ";
	const text = written.map((value) => `${value},${space}`).join("");
	return { file, start: first.start, end: first.start, text };
}

/** Takes a property out of its object, with the comma that goes with it. */
export function removeProperty(
	document: Document,
	{ key, value }: Property,
): Edit | undefined {
	return removeItem(document, { ...key, end: value.end });
}

/** Takes an item out of its list, with the comma that goes with it and, where it has one, its line. */
export function removeItem(
	document: Document,
	item: Location,
): Edit | undefined {
	if (!isValidJson(document)) return undefined;
	const { text } = document;
	const before = startOfSpace(text, item.start);
	const after = endOfSpace(text, item.end);
	const isFirst = text[before - 1] !== ",";
	const isLast = text[after] !== ",";
	if (isFirst && isLast) {
		return replace({ ...item, start: before, end: after }, "");
	}
	const hasOwnLine = /[\r\n]/.test(text.slice(before, item.start));
	return isLast || !(isFirst || hasOwnLine)
		? replace({ ...item, start: startOfSpace(text, before - 1) }, "")
		: replace({ ...item, end: endOfSpace(text, after + 1) }, "");
}

/** Puts everything in an object that is not empty into another one, under a key: `{ "a": 1 }` becomes `{ "key": { "a": 1 } }`. Lines move in by one step. */
export function wrapMembers(
	document: Document,
	{ start, end, file, properties }: ObjectNode,
	key: string,
): (Edit | undefined)[] {
	const first = properties[0];
	const last = properties.at(-1);
	if (!isValidJson(document) || !first || !last) return [undefined];
	const { text } = document;
	const { colon, space } = styleOf(document, first);
	const insert = (at: number, inserted: string): Edit => {
		return { file, start: at, end: at, text: inserted };
	};
	const opening = `${JSON.stringify(key)}${colon}{`;
	const isOnLines = /[\r\n]/.test(space);
	if (!isOnLines) {
		const before = text.slice(start + 1, first.key.start);
		const behind = text.slice(last.value.end, end - 1);
		return [
			insert(start + 1, before + opening),
			insert(last.value.end, `${behind}}`),
		];
	}
	const step = space.replace(/[\r\n]/g, "");
	const inside = text.slice(start + 1, last.value.end);
	const lines = [...inside.matchAll(/(?:\r\n|\n|\r)(?![\r\n])/g)];
	return [
		insert(start + 1, space + opening),
		...lines.map(({ 0: { length }, index }) =>
			insert(start + 1 + index + length, step),
		),
		insert(last.value.end, `${space}}`),
	];
}

/** Whether nothing but white space and commas stands between the values, also where comments would be allowed. */
function isValidJson(document: Document): boolean {
	const { kind, errors } = document;
	if (errors.length > 0) return false;
	if (kind.syntax !== "jsonc") return kind.syntax === "json";
	const known = plain.get(document) ?? parses(document.text);
	plain.set(document, known);
	return known;
}

/** Documents with comments allowed, and whether they are JSON without any; looked at once each. */
const plain = new WeakMap<Document, boolean>();

function parses(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

/** How an object is written, as far as one of its properties shows it. */
interface Style {
	/** Between a key and its value. */
	readonly colon: string;
	/** Between a comma and the next key. */
	readonly space: string;
}

function styleOf({ text }: Document, { key, value }: Property): Style {
	const between = text.slice(key.end, value.start);
	const colon = /[\r\n]/.test(between) ? ": " : between;
	const gap = text.slice(startOfSpace(text, key.start), key.start);
	return { colon, space: lineOf(gap) ?? (/\s$/.test(colon) ? " " : "") };
}

/** The last line break of some white space, and the indentation behind it. */
function lineOf(gap: string): string | undefined {
	return /(?:\r\n|\n|\r)[ \t]*$/.exec(gap)?.[0];
}

/** Where the white space before an offset begins. */
function startOfSpace(text: string, offset: number): number {
	let start = offset;
	while (isSpace(text[start - 1])) start--;
	return start;
}

/** Where the white space behind an offset ends. */
function endOfSpace(text: string, offset: number): number {
	let end = offset;
	while (isSpace(text[end])) end++;
	return end;
}

function isSpace(character: string | undefined): boolean {
	return character !== undefined && " \t\r\n".includes(character);
}

/** A text after some edits of it, whatever their order. Of edits that overlap the first in the text is made. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
	const parts: string[] = [];
	let position = 0;
	for (const edit of [...edits].sort(byPlace)) {
		if (edit.start < position) continue;
		parts.push(text.slice(position, edit.start), edit.text);
		position = edit.end;
	}
	parts.push(text.slice(position));
	return parts.join("");
}

function byPlace(a: Range, b: Range): number {
	return a.start - b.start || a.end - b.end;
}
