import type { Source } from "../document.ts";
import type { Location, Position } from "../location.ts";
import { printableJson } from "./printable.ts";

/** A location as JSON has it: lines and columns from 1, the end exclusive. */
export interface JsonPlace {
	readonly file: string;
	readonly pointer: string;
	readonly start: Position;
	readonly end: Position;
}

const BEGINNING: Position = { line: 1, column: 1 };

/** Turns the locations of some texts into places. */
export function placesIn(
	sources: ReadonlyMap<string, Source>,
): (location: Location) => JsonPlace {
	return ({ file, pointer, start, end }) => {
		const source = sources.get(file);
		return {
			file,
			pointer,
			start: source?.position(start) ?? BEGINNING,
			end: source?.position(end) ?? BEGINNING,
		};
	};
}

/** A report as text, without a character that a terminal or a workflow runner acts on. Half a character is no text, and other programs refuse a report with one. */
export function printJson(report: unknown): string {
	const whole = (_key: string, value: unknown) =>
		typeof value === "string"
			? value.replace(/\p{Surrogate}/gu, "\ufffd")
			: value;
	return `${printableJson(JSON.stringify(report, whole, 2))}\n`;
}
