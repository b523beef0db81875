import type { SyntaxParser } from "../document.ts";
import type { Range } from "../location.ts";
import type { Node, SyntaxTree } from "../syntax/tree.ts";

/** A text that stands in a file, as it is meant: without the indentation, quotes and escapes around it. */
export interface InnerText {
	readonly text: string;
	/** Where a part of it stands in the file. All are UTF-16 offsets, half-open. */
	locate(start: number, end: number): Range;
}

/** A stretch of a file, and what it stands for: the same, or something else, which then is one place. */
export interface Piece extends Range {
	/** Absent: what stands there. */
	readonly meaning?: string;
}

/** A stretch of a file as it is written. */
export function writtenText(file: string, { start, end }: Range): InnerText {
	return {
		text: file.slice(start, end),
		locate: (from, to) => ({ start: start + from, end: start + to }),
	};
}

/** The text that some stretches of a text make one behind the other; in its order. */
export function joinPieces(
	{ text: whole, locate }: InnerText,
	pieces: readonly Piece[],
): InnerText {
	let text = "";
	const placed = pieces.flatMap((piece) => {
		const { start, end } = piece;
		const { meaning = whole.slice(start, end) } = piece;
		if (meaning === "") return [];
		const from = text.length;
		text += meaning;
		return { start, end, from, isSame: piece.meaning === undefined };
	});
	const pieceAt = (offset: number) => {
		let low = 0;
		let high = placed.length - 1;
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);
			if ((placed[middle]?.from ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return placed[low];
	};
	const startOf = (offset: number) => {
		const piece = pieceAt(offset);
		if (!piece) return pieces[0]?.start ?? 0;
		return piece.isSame ? piece.start + offset - piece.from : piece.start;
	};
	// behind the last character, and not before the next, which can be far away
	const endOf = (offset: number) => {
		const piece = pieceAt(offset - 1);
		if (!piece) return pieces[0]?.start ?? 0;
		return piece.isSame ? piece.start + offset - piece.from : piece.end;
	};
	return {
		text,
		locate: (from, to) =>
			from < to
				? locate(startOf(from), endOf(to))
				: locate(endOf(to), endOf(to)),
	};
}

/** A part of an inner text. */
export function cutText(
	{ text, locate }: InnerText,
	start: number,
	end = text.length,
): InnerText {
	return {
		text: text.slice(start, end),
		locate: (from, to) => locate(start + from, start + to),
	};
}

/** What a syntax makes of an inner text; its places are those of the file. */
export function parseInner(
	file: string,
	{ text, locate }: InnerText,
	parse: SyntaxParser,
): SyntaxTree {
	const { root, remains, errors } = parse(file, text);
	const moved = <Place extends Range>(place: Place): Place => ({
		...place,
		...locate(place.start, place.end),
	});
	const move = (node: Node): Node => {
		if (node.type === "array")
			return { ...moved(node), items: node.items.map(move) };
		if (node.type !== "object") return moved(node);
		return {
			...moved(node),
			properties: node.properties.map(({ key, value }) => ({
				key: moved(key),
				value: move(value),
			})),
		};
	};
	return {
		root: root && move(root),
		...(remains && { remains: move(remains) }),
		// a fix would be one of the text as it is meant
		errors: errors.map(({ location, message, sort }) => ({
			location: moved(location),
			message,
			sort,
		})),
	};
}
