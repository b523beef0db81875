export type Json =
	| string
	| number
	| boolean
	| null
	| readonly Json[]
	| JsonObject;

export interface JsonObject {
	readonly [key: string]: Json;
}

/** How a file is written. */
export interface JsonStyle {
	readonly indent: number | "\t";
	readonly lineEnd: "\n" | "\r\n";
	readonly byteOrderMark: boolean;
}

export const plainStyle: JsonStyle = {
	indent: 2,
	lineEnd: "\n",
	byteOrderMark: false,
};

/** Keys that differ in how many of these they end in are the same in the text: that is how an object gets a key twice. */
export const AGAIN = "\uF8FF";

/** A value as the text of a file. */
export function jsonText(value: Json, style: JsonStyle): string {
	const text = JSON.stringify(value, null, style.indent);
	const lines = `${text}\n`.replaceAll(AGAIN, "");
	return (
		(style.byteOrderMark ? "\uFEFF" : "") +
		lines.replaceAll("\n", style.lineEnd)
	);
}

const isObject = (value: Json | undefined): value is JsonObject =>
	typeof value === "object" && value !== null && !Array.isArray(value);

const isList = (value: Json | undefined): value is readonly Json[] =>
	Array.isArray(value);

/** Two objects as one: lists one after the other, objects merged. Nothing where both say something else under the same key. */
export function merge(a: JsonObject, b: JsonObject): JsonObject | undefined {
	const all: Record<string, Json> = { ...a };
	for (const [key, value] of Object.entries(b)) {
		const known = all[key];
		const both =
			known === undefined
				? value
				: isList(known) && isList(value)
					? [...known, ...value]
					: isObject(known) && isObject(value)
						? merge(known, value)
						: known === value
							? value
							: undefined;
		if (both === undefined) return undefined;
		all[key] = both;
	}
	return all;
}

/** A text that YAML reads as itself without quotes, and that nobody would put into them. */
const PLAIN = /^[A-Za-z/][\w./+-]*$/;
const KEYWORD = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** A value as block style YAML, the way people write front matter. */
export function yamlText(value: Json, quote: "'" | '"', depth = 0): string {
	const indent = "  ".repeat(depth);
	if (isList(value)) {
		if (value.length === 0) return " []\n";
		const items = value.map((item) => {
			if (!isObject(item)) return `${indent}-${yamlText(item, quote, depth)}`;
			const block = yamlText(item, quote, depth + 1).slice(1);
			return `${indent}- ${block.slice(indent.length + 2)}`;
		});
		return `\n${items.join("")}`;
	}
	if (isObject(value)) {
		const entries = Object.entries(value).map(
			([key, item]) =>
				`${indent}${yamlScalar(key, quote)}:${yamlText(item, quote, depth + 1)}`,
		);
		return `\n${entries.join("")}`;
	}
	return ` ${typeof value === "string" ? yamlScalar(value, quote) : String(value)}\n`;
}

function yamlScalar(text: string, quote: "'" | '"'): string {
	const bare = text.replace(/[\uE000-\uF8FF]/g, "");
	if (PLAIN.test(bare) && !KEYWORD.test(bare)) return text;
	return quote === '"' || /[\n\r\t]/.test(text)
		? JSON.stringify(text)
		: `'${text.replaceAll("'", "''")}'`;
}
