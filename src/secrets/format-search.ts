import { formatsAsJson } from "../generated/credential-formats.ts";
import { hasValidChecksum } from "./checksums.ts";
import type { CredentialFormat } from "./credential-format.ts";

/** A text that has the form of a credential. */
export interface FormatMatch {
	readonly format: CredentialFormat;
	/** Offsets into the searched text, in UTF-16 units; the end is the first that is no part of it. */
	readonly start: number;
	readonly end: number;
	/** What the checksum inside it says; undefined where the format has none that is known. */
	readonly checksum: "valid" | "invalid" | undefined;
}

/**
 * What in a text has the form of a credential, from left to right; where several formats claim the same stretch, the one that says most about it. Linear in the
 * length of the text, whatever stands in it.
 * @param near the lower-case name, host or text beside it: formats that mean nothing alone are looked for only where it speaks of them
 */
export function findFormats(text: string, near = ""): readonly FormatMatch[] {
	index ??= buildIndex(JSON.parse(formatsAsJson));
	const { starts, places, anywhere, unmarked, nearUnmarked } = index;
	const search: Search = { text, near, spokenOf: new Map(), found: [] };
	const seen = new Set<Finder>();
	let previous = text.charCodeAt(0);
	for (let at = 1; at < text.length; at++) {
		const next = text.charCodeAt(at);
		const place =
			(previous | next) < ASCII ? (starts[(previous << 7) | next] ?? 0) : 0;
		previous = next;
		if (place === 0) continue;
		for (const { marker, offset, finder } of places[place] ?? []) {
			if (!text.startsWith(marker, at - 1)) continue;
			if (offset === "any") seen.add(finder);
			else matchAt(search, finder, at - 1 - offset);
		}
	}
	for (const finder of anywhere) if (seen.has(finder)) matchAll(search, finder);
	if (nearUnmarked.test(near)) {
		for (const finder of unmarked) matchAll(search, finder);
	}
	return onePerStretch(search.found);
}

/** The part of a match that somebody's random numbers made: what is left when the provider's mark is taken away. */
export function randomPart(format: CredentialFormat, token: string): string {
	if (format.body !== undefined)
		return new RegExp(format.body).exec(token)?.[0] ?? "";
	const marker = format.markers.find((each) => token.includes(each)) ?? "";
	const at = token.indexOf(marker);
	return token.slice(0, at) + token.slice(at + marker.length);
}

/** A format with its expressions, which are made when they are first needed. */
interface Finder {
	readonly format: CredentialFormat;
	/** Its place among the formats, of which the more particular stand first. */
	readonly order: number;
	expression?: RegExp;
	near?: RegExp;
}

/** One text that is searched. */
interface Search {
	readonly text: string;
	readonly near: string;
	/** Whether the text beside it speaks of a format; asked once for each, because that text may be as long as this one. */
	readonly spokenOf: Map<Finder, boolean>;
	readonly found: Found[];
}

/** A match, and the place of its format: of formats that are equally good the first is meant. */
interface Found extends FormatMatch {
	readonly order: number;
}

interface Mark {
	readonly marker: string;
	readonly offset: number | "any";
	readonly finder: Finder;
}

interface Index {
	/** For every pair of ASCII characters, as `first << 7 | second`: which of the places has the markers that begin with it; 0 for none. */
	readonly starts: Uint16Array;
	readonly places: readonly (readonly Mark[])[];
	/** Those whose marker can be anywhere in a match. */
	readonly anywhere: readonly Finder[];
	/** Those without a marker. */
	readonly unmarked: readonly Finder[];
	/** What one of those is looked for beside. */
	readonly nearUnmarked: RegExp;
}

const ASCII = 128;

let index: Index | undefined;

function buildIndex(formats: readonly CredentialFormat[]): Index {
	const finders = formats.map((format, order): Finder => ({ format, order }));
	const unmarked = finders.filter(({ format }) => format.markers.length === 0);
	const starts = new Uint16Array(ASCII * ASCII);
	const places: Mark[][] = [[]];
	for (const finder of finders) {
		const { markers, markerAt = 0 } = finder.format;
		for (const marker of markers) {
			const pair = (marker.charCodeAt(0) << 7) | marker.charCodeAt(1);
			if (!starts[pair]) starts[pair] = places.push([]) - 1;
			places[starts[pair] ?? 0]?.push({ marker, offset: markerAt, finder });
		}
	}
	return {
		starts,
		places,
		anywhere: finders.filter(({ format }) => format.markerAt === "any"),
		unmarked,
		nearUnmarked: new RegExp(
			unmarked.map(({ format }) => format.near ?? "").join("|"),
		),
	};
}

/** Adds the match that begins at an offset, if there is one. */
function matchAt(search: Search, finder: Finder, start: number): void {
	if (start < 0 || !isSpokenOf(search, finder)) return;
	finder.expression ??= expression(finder.format, "y");
	finder.expression.lastIndex = start;
	if (finder.expression.test(search.text))
		addMatch(search, finder, start, finder.expression.lastIndex);
}

/** Adds all matches of a format that no marker leads to. */
function matchAll(search: Search, finder: Finder): void {
	if (!isSpokenOf(search, finder)) return;
	finder.expression ??= expression(finder.format, "g");
	for (const { 0: token, index: start } of search.text.matchAll(
		finder.expression,
	))
		addMatch(search, finder, start, start + token.length);
}

function addMatch(
	{ text, found }: Search,
	{ format, order }: Finder,
	start: number,
	end: number,
): void {
	found.push({
		...{ format, order, start, end },
		checksum:
			format.checksum &&
			(hasValidChecksum(format.checksum, text.slice(start, end))
				? "valid"
				: "invalid"),
	});
}

function isSpokenOf({ near, spokenOf }: Search, finder: Finder): boolean {
	if (finder.format.near === undefined) return true;
	if (near === "") return false;
	const known = spokenOf.get(finder);
	if (known !== undefined) return known;
	finder.near ??= new RegExp(finder.format.near);
	const isNear = finder.near.test(near);
	spokenOf.set(finder, isNear);
	return isNear;
}

/** What stands before a match when it is the beginning of something: a default (`${A:-x}`), or what an escape stands for. */
const BEGINNING = ":-|%[0-9A-Fa-f]{2}|\\\\[nrt]";

const BOUNDARIES: Readonly<
	Record<NonNullable<CredentialFormat["boundary"]>, readonly [string, string]>
> = {
	word: [`(?:(?<![A-Za-z0-9%_-])|(?<=${BEGINNING}))`, "(?![A-Za-z0-9_-])"],
	base64: [
		`(?:(?<![A-Za-z0-9%+/_-])|(?<=${BEGINNING}))`,
		"(?![A-Za-z0-9+/=_-])",
	],
	none: ["", ""],
};

/**
 * The expression that finds a format, boundaries and all. Because no match begins inside a word, and hardly a class of characters reaches across one, every
 * character is read for a few matches at most, however many markers a text has.
 */
function expression(format: CredentialFormat, flags: "y" | "g"): RegExp {
	const [before, after] = BOUNDARIES[format.boundary ?? "word"];
	return new RegExp(`${before}(?:${format.pattern})${after}`, flags);
}

function onePerStretch(found: Found[]): readonly FormatMatch[] {
	const kept: FormatMatch[] = [];
	found.sort((a, b) => a.start - b.start || a.order - b.order);
	for (const match of found) {
		const last = kept.at(-1);
		if (last === undefined || last.end <= match.start) kept.push(match);
		else if (saysMore(match, last)) kept[kept.length - 1] = match;
	}
	return kept;
}

/** Whether one match says more about its text than another that overlaps it. */
function saysMore(one: FormatMatch, other: FormatMatch): boolean {
	const claims = weights(one);
	const others = weights(other);
	const difference = claims.findIndex((claim, at) => claim !== others[at]);
	return (claims[difference] ?? 0) > (others[difference] ?? 0);
}

/** What counts in favour of a match, the weightiest first. */
function weights({ format, start, end, checksum }: FormatMatch): number[] {
	return [
		Number(checksum === "valid"),
		end - start,
		Number(format.sort !== undefined),
		Number(format.near !== undefined),
	];
}
