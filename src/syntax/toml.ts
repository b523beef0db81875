import { type AST, ParseError, parseTOML } from "toml-eslint-parser";
import { childPointer, type Range } from "../location.ts";
import { MAX_DEPTH } from "./json.ts";
import type {
	Node,
	Property,
	StringNode,
	SyntaxProblem,
	SyntaxTree,
} from "./tree.ts";

/** Texts of more UTF-16 units were not written by hand; they are not read. */
const LONGEST = 500_000;

/** Wrong texts of more units are not searched for what could be read of them. */
const LONGEST_WRONG = 50_000;

/** How many wrong lines may be left out of a text to read the rest of it. */
const MOST_WRONG_LINES = 10;

/**
 * Reads TOML 1.1, which all of 1.0 is. An object of the tree that is written in several places (a table, and others below it further down) reaches from the first of them to
 * the last. Dates are strings. An empty text is accepted and has no root.
 * The text must not start with a byte order mark. Never throws.
 */
export function parseToml(file: string, text: string): SyntaxTree {
	if (text.trim() === "") return { root: undefined, errors: [] };
	if (text.length > LONGEST) {
		return unchecked(file, `The file has more than ${LONGEST} characters`);
	}
	const read = readToml(file, text);
	if (read.root) return { root: read.root, errors: [] };
	if (!read.mistake) {
		return unchecked(file, "Values are nested too deeply, or too long");
	}
	const remains = readRest(file, text, read.mistake);
	return {
		root: undefined,
		...(remains && { remains }),
		errors: [toProblem(file, text, read.mistake)],
	};
}

function unchecked(file: string, reason: string): SyntaxTree {
	const message = `${reason}, so nothing in this file was checked`;
	const location = { file, pointer: "", start: 0, end: 1 };
	return {
		root: undefined,
		errors: [{ location, message, sort: "unchecked" }],
	};
}

interface Reading {
	readonly root?: Node;
	/** Absent together with the root where the text is too much for us. */
	readonly mistake?: ParseError;
}

function readToml(file: string, text: string): Reading {
	try {
		const { body } = parseTOML(text, { tomlVersion: "1.1" });
		const root = toDraft(body[0].body, text);
		return { root: toNode(file, root, "", 0) };
	} catch (error) {
		// the library and we recurse into what is read; what else it throws is about texts that nobody writes
		return error instanceof ParseError ? { mistake: error } : {};
	}
}

/** What can be read of a wrong text without the lines that are wrong; all places stay. */
function readRest(
	file: string,
	text: string,
	first: ParseError,
): Node | undefined {
	if (text.length > LONGEST_WRONG) return undefined;
	let rest = text;
	let mistake = first;
	for (let left = MOST_WRONG_LINES; left > 0; left--) {
		const { start, end } = lineAt(rest, placeOf(rest, mistake));
		rest = `${rest.slice(0, start)}${" ".repeat(end - start)}${rest.slice(end)}`;
		const read = readToml(file, rest);
		if (!read.mistake) return read.root;
		mistake = read.mistake;
	}
	return undefined;
}

/** Where a mistake is: in a line that ends too early at its last character, which is also where the text ends. */
function placeOf(text: string, { index, message }: ParseError): number {
	const { start } = lineAt(text, index);
	const above = lineAt(text, start - 1);
	const isEarly =
		/same line|equal \(=\)|Unspecified/.test(message) ||
		/^[^#]*=\s*$/.test(text.slice(above.start, above.end));
	const isAtStart = text.slice(start, index).trim() === "";
	const before = text.slice(0, isEarly && isAtStart ? start : index + 1);
	return Math.max(Math.min(index, before.trimEnd().length - 1), 0);
}

/** The line of an offset, without its end. */
function lineAt(text: string, offset: number): Range {
	const start = text.lastIndexOf("\n", offset - 1) + 1;
	const end = text.indexOf("\n", Math.max(offset, start));
	return { start, end: end === -1 ? text.length : end };
}

function toProblem(
	file: string,
	text: string,
	mistake: ParseError,
): SyntaxProblem {
	const start = placeOf(text, mistake);
	const line = lineAt(text, start);
	const end = line.start + text.slice(line.start, line.end).trimEnd().length;
	return {
		location: { file, pointer: "", start, end: Math.max(end, start + 1) },
		message: `The file is not valid TOML, so nothing of it counts: ${describe(mistake)}`,
		sort: "syntax",
	};
}

/** What the library says of a text, and what that means to people. */
const REMEDIES: readonly (readonly [said: RegExp, remedy: string])[] = [
	[/^Defining a key/, "this key was given before; remove one of the two"],
	[/^Unterminated string|three quotes/i, "close the quotes of the string"],
	[/^Control characters/, "close the quotes of the string on its line"],
	[/^Unterminated (?:array|inline)/, "a bracket is not closed"],
	[/^Unterminated table-key/, 'close the name of the table with "]"'],
	[/^Must be a newline/, "begin a new line here"],
	[/equal \(=\)|same line/, 'write a key, "=" and its value on one line'],
	[/^Unspecified values/, "a value is missing"],
	[/comma \(,\)/, "a comma or a closing bracket is missing"],
	[
		/escape|code point/i,
		'write a backslash as "\\\\", or single quotes around',
	],
	[/dot/, "a part of the key is missing beside a dot"],
	[/[Uu]nderscores|zeros|date|time/, "put the value into quotes"],
];

function describe({ message }: ParseError): string {
	const [, remedy] = REMEDIES.find(([said]) => said.test(message)) ?? [];
	return remedy ?? "this cannot stand here; put texts into quotes";
}

/** A value before all of it was read. */
type Draft = TableDraft | ListDraft | ValueDraft;

interface TableDraft {
	readonly sort: "table";
	readonly members: Map<string, MemberDraft>;
	start: number;
	end: number;
}

interface MemberDraft {
	/** Where the key is given first. */
	readonly key: Range;
	readonly value: Draft;
}

interface ListDraft {
	readonly sort: "list";
	readonly items: Draft[];
	start: number;
	end: number;
}

interface ValueDraft {
	readonly sort: "value";
	readonly value: AST.TOMLValue;
}

function newTable(start: number, end: number): TableDraft {
	return { sort: "table", members: new Map(), start, end };
}

/** All tables of a text, each in the one that it belongs to. */
function toDraft(
	body: AST.TOMLTopLevelTable["body"],
	text: string,
): TableDraft {
	const root = newTable(0, text.length);
	for (const part of body) {
		if (part.type === "TOMLKeyValue") addValue(root, part);
		else for (const each of part.body) addValue(openTable(root, part), each);
		if (part.type === "TOMLTable" && part.body.length === 0) {
			openTable(root, part);
		}
	}
	return root;
}

const opened = new WeakMap<AST.TOMLTable, TableDraft>();

/** The table that a header names; that of a list is a new item. */
function openTable(root: TableDraft, header: AST.TOMLTable): TableDraft {
	const end = endOf(header);
	const known = opened.get(header);
	if (known) return known;
	const { keys } = header.key;
	const table =
		header.kind === "standard"
			? descend(root, keys, end)
			: addItem(root, keys, end);
	opened.set(header, table);
	return table;
}

function endOf({ range, body }: AST.TOMLTable): number {
	return Math.max(range[1], body.at(-1)?.range[1] ?? 0);
}

type Keys = AST.TOMLKey["keys"];

/** The table below another one that some keys lead to, through the last items of lists; made where there is none. */
function descend(from: TableDraft, keys: Keys, end: number): TableDraft {
	let table = from;
	for (const key of keys) {
		const member = memberOf(table, key, () => newTable(key.range[0], end));
		table = lastTable(member.value, end) ?? newTable(key.range[0], end);
	}
	return table;
}

/** The table that more is put into; what is written so far ends where that ends. */
function lastTable(value: Draft, end: number): TableDraft | undefined {
	if (value.sort === "value") return undefined;
	value.end = Math.max(value.end, end);
	if (value.sort === "table") return value;
	const last = value.items.at(-1);
	return last && lastTable(last, end);
}

function memberOf(
	{ members }: TableDraft,
	key: Keys[number],
	make: () => Draft,
): MemberDraft {
	const name = nameOf(key);
	const known = members.get(name);
	if (known) return known;
	const [start, end] = key.range;
	const member = { key: { start, end }, value: make() };
	members.set(name, member);
	return member;
}

function addItem(root: TableDraft, keys: Keys, end: number): TableDraft {
	const last = keys.at(-1);
	const item = newTable(last?.range[0] ?? 0, end);
	if (!last) return item;
	const holder = descend(root, keys.slice(0, -1), end);
	const { value } = memberOf(holder, last, () => ({
		sort: "list",
		items: [],
		start: item.start,
		end,
	}));
	if (value.sort === "list") {
		value.items.push(item);
		value.end = Math.max(value.end, end);
	}
	return item;
}

function addValue(table: TableDraft, { key, value, range }: AST.TOMLKeyValue) {
	const last = key.keys.at(-1);
	if (!last) return;
	const holder = descend(table, key.keys.slice(0, -1), range[1]);
	memberOf(holder, last, () => draftOf(value));
}

function draftOf(content: AST.TOMLContentNode): Draft {
	const [start, end] = content.range;
	switch (content.type) {
		case "TOMLInlineTable": {
			const table = newTable(start, end);
			for (const each of content.body) addValue(table, each);
			return table;
		}
		case "TOMLArray":
			return {
				sort: "list",
				items: content.elements.map(draftOf),
				start,
				end,
			};
		default:
			return { sort: "value", value: content };
	}
}

function nameOf(key: Keys[number]): string {
	return key.type === "TOMLBare" ? key.name : key.value;
}

function toNode(
	file: string,
	draft: Draft,
	pointer: string,
	depth: number,
): Node {
	if (depth > MAX_DEPTH) throw new RangeError("too deep");
	if (draft.sort === "value") return toScalar(file, draft.value, pointer);
	const { start, end } = draft;
	const location = { file, pointer, start, end };
	if (draft.sort === "list") {
		const items = draft.items.map((item, index) =>
			toNode(file, item, childPointer(pointer, index), depth + 1),
		);
		return { ...location, type: "array", items };
	}
	const properties = [...draft.members].map(([name, { key, value }]) => {
		const child = childPointer(pointer, name);
		const keyNode: StringNode = {
			...{ file, pointer: child, start: key.start, end: key.end },
			type: "string",
			value: name,
		};
		const node = toNode(file, value, child, depth + 1);
		return { key: keyNode, value: node } satisfies Property;
	});
	return { ...location, type: "object", properties };
}

function toScalar(file: string, node: AST.TOMLValue, pointer: string): Node {
	const [start, end] = node.range;
	const location = { file, pointer, start, end };
	switch (node.kind) {
		case "string":
			return { ...location, type: "string", value: node.value };
		case "boolean":
			return { ...location, type: "boolean", value: node.value };
		case "integer":
		case "float":
			return { ...location, type: "number", value: node.value };
		default:
			return { ...location, type: "string", value: node.datetime };
	}
}
