import type { JsonStyle } from "./json-text.ts";
import { changeMarked } from "./marks.ts";
import { type Place, type Planted, SECRET } from "./planted.ts";
import type { Random } from "./random.ts";

/** Changes how a JSON file is written, and not what a person reads in it. Marks stay around what they mark. */
export interface Disguise {
	readonly what: string;
	/** How the file is written before. */
	readonly style?: Partial<JsonStyle>;
	readonly change: (text: string, random: Random) => string;
}

const same = (text: string) => text;

/** A line of a written file that is no longer than a brace. */
const lines = (text: string) => text.split("\n");

/** The lines after which a value ends and another key follows. */
function commaLines(text: string): number[] {
	return lines(text).flatMap((line, index) => (/,$/.test(line) ? [index] : []));
}

function changeLine(
	text: string,
	index: number | undefined,
	change: (line: string) => string,
): string {
	return lines(text)
		.map((line, at) => (at === index ? change(line) : line))
		.join("\n");
}

const unicodeEscape = (character: string) =>
	`\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Everything that people, editors and programs do to a file. */
export const disguises: readonly Disguise[] = [
	{
		what: "Windows line ends",
		style: { lineEnd: "\r\n", byteOrderMark: true },
		change: same,
	},
	{ what: "a byte order mark", style: { byteOrderMark: true }, change: same },
	{
		what: "escaped dashes and slashes",
		change: (text) =>
			changeMarked(text, (inside) =>
				inside.replace(/[-_]/g, unicodeEscape).replaceAll("/", "\\/"),
			),
	},
	{
		what: "escaped letters",
		change: (text, random) =>
			changeMarked(text, (inside) => {
				// What follows a backslash is escaped already.
				return inside.includes("\\")
					? inside
					: inside.replace(/[A-Za-z]/g, (letter) =>
							random.chance(0.15) ? unicodeEscape(letter) : letter,
						);
			}),
	},
	{
		what: "a missing comma",
		change: (text, random) => {
			const places = commaLines(text);
			return changeLine(
				text,
				places.length > 0 ? random.pick(places) : undefined,
				(line) => line.slice(0, -1),
			);
		},
	},
	{
		what: "trailing commas",
		change: (text) => text.replace(/([^\s,[{])\n(\s*[\]}])/g, "$1,\n$2"),
	},
	{
		what: "the end is missing",
		change: (text) => text.replace(/[\s\]}]+$/, "\n"),
	},
	{
		what: "a brace too many",
		change: (text) => `${text.trimEnd()}\n}\n`,
	},
	{
		what: "marks of a merge",
		change: (text) =>
			text
				.replace("\n", "\n<<<<<<< HEAD\n")
				.replace(/\n([^\n]*\n)$/, "\n=======\n>>>>>>> main\n$1"),
	},
	{
		what: "comments",
		change: (text, random) =>
			lines(text)
				.map((line) =>
					random.chance(0.2) && line !== ""
						? `${line} // ${random.pick(["see the wiki", "TODO", "ask anna"])}`
						: line,
				)
				.join("\n"),
	},
	{
		what: "keys without quotes",
		change: (text) =>
			text.replace(
				/^(\s*)"(command|args|env|headers|url|permissions|allow)":/gm,
				"$1$2:",
			),
	},
	{
		what: "a text before it",
		change: (text) => `Here is the configuration:\n\n${text}`,
	},
	{
		what: "many empty lines",
		change: (text) => text.replaceAll("\n", `\n${" \n".repeat(3)}`),
	},
];

/** A comment with something in it, to be put above a line of a JSON file. */
export const comments: readonly Place<string>[] = [
	{
		where: "comment: line",
		sorts: SECRET,
		medium: "shell",
		build: ({ name, text }) => `// "${name.variable}": "${text}",`,
	},
	{
		where: "comment: old value",
		sorts: ["marked"],
		medium: "shell",
		build: ({ text }: Planted) => `// old: ${text}`,
	},
	{
		where: "comment: block",
		sorts: SECRET,
		medium: "shell",
		build: ({ name, text }) => `/* ${name.variable}=${text} */`,
	},
	{
		where: "comment: lines of a block",
		sorts: ["marked"],
		medium: "shell",
		build: ({ text }) => `/*\n * For the staging system:\n * ${text}\n */`,
	},
	{
		where: "comment: a server",
		sorts: ["marked", "named"],
		medium: "shell",
		build: ({ text }) =>
			`// "old": {\n//   "type": "http",\n//   "url": "https://old.acme.dev/mcp",\n//   "headers": { "Authorization": "Bearer ${text}" }\n// },`,
	},
];

/** Puts a comment above a line. Every line end of a file that was written for people is outside of its strings. */
export function withComment(
	text: string,
	comment: string,
	random: Random,
): string {
	const all = lines(text);
	const places = all.flatMap((line, index) =>
		/^\s+["}\]]/.test(line) ? [index] : [],
	);
	if (places.length === 0) return `${comment}\n${text}`;
	const at = random.pick(places);
	const indent = /^\s*/.exec(all[at] ?? "")?.[0] ?? "";
	const above = comment.replace(/^/gm, indent);
	return [...all.slice(0, at), above, ...all.slice(at)].join("\n");
}
