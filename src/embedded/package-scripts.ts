import { parseJson } from "../syntax/json.ts";
import {
	effectiveProperties,
	property,
	type StringNode,
} from "../syntax/tree.ts";
import { findInScript } from "./commands/claude-commands.ts";
import type { EmbeddedSearch } from "./embedded-source.ts";
import {
	type InnerText,
	joinPieces,
	type Piece,
	writtenText,
} from "./inner-text.ts";

/** The commands in the scripts of a package.json. npm runs them with `sh` or, on Windows, with `cmd`, whose quotes are few; what is right for both is read as by `sh`. */
export const findInPackageScripts: EmbeddedSearch = (file, text) => {
	const { root } = parseJson(file, text);
	let session = 0;
	const holder = { file, nextSession: () => session++ };
	return effectiveProperties(property(root, "scripts")?.value).flatMap(
		({ value }) =>
			value.type === "string"
				? findInScript(decodedText(text, value), "posix", holder)
				: [],
	);
};

/** The value of a JSON string, which knows where it stands. */
function decodedText(
	text: string,
	{ start, end, value }: StringNode,
): InnerText {
	const written = writtenText(text, { start: start + 1, end: end - 1 });
	return written.text === value
		? written
		: joinPieces(written, stringPieces(written.text));
}

function stringPieces(written: string): Piece[] {
	const pieces: Piece[] = [];
	let from = 0;
	for (const { index, 0: all } of written.matchAll(
		/\\(?:u[\da-fA-F]{4}|[\s\S])/g,
	)) {
		pieces.push({ start: from, end: index });
		from = index + all.length;
		const meaning: unknown = JSON.parse(`"${all}"`);
		pieces.push({ start: index, end: from, meaning: String(meaning) });
	}
	pieces.push({ start: from, end: written.length });
	return pieces;
}
