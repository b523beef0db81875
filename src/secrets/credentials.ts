import type { Document } from "../document.ts";
import { decodeJwt, isPublicJwt } from "./checksums.ts";
import type { Confidence, Credential } from "./credential.ts";
import type { CredentialFormat } from "./credential-format.ts";
import { classifyName } from "./credential-names.ts";
import { cut, type Excerpt, trimmed, unquoted } from "./excerpt.ts";
import { type FormatMatch, findFormats, randomPart } from "./format-search.ts";
import {
	entropy,
	isRecoveryPhrase,
	opacityOfPassword,
	opacityOfToken,
} from "./opaque-values.ts";
import type { Claim, Passage } from "./passage.ts";
import { passagesOf } from "./passages.ts";
import { classifyPlaceholder } from "./placeholders.ts";
import { isReference } from "./reference-text.ts";
import { withoutEnd } from "./text-ends.ts";

/** A stretch of a file, and what it is; public keys and identifiers are kept so that nothing else is said of them. */
interface Sighting {
	readonly start: number;
	readonly end: number;
	readonly rank: number;
	readonly credential: Credential | undefined;
}

/** Of two sightings of the same characters the one with the higher rank counts. */
const RANK = {
	harmless: 5,
	form: 4,
	claim: 3,
	doubtfulForm: 2,
	doubt: 1,
} as const;

/**
 * The credentials that are written out in a document, in its order; none of them overlap. Time and memory are linear in the length of its text.
 * References, placeholders and keys that are public by design are none.
 */
export function findCredentials(document: Document): readonly Credential[] {
	const sightings = [...passagesOf(document)].flatMap((passage) =>
		sightingsIn(passage, document.file),
	);
	return strongest(sightings).flatMap(({ credential }) => credential ?? []);
}

/** Without those that overlap a stronger one; in the order of the text. */
function strongest(sightings: readonly Sighting[]): Sighting[] {
	const byStrength = [...sightings].sort(
		(a, b) => b.rank - a.rank || a.start - b.start || b.end - a.end,
	);
	const kept: Sighting[] = [];
	const taken = new Intervals();
	for (const sighting of byStrength) {
		if (taken.add(sighting.start, sighting.end)) kept.push(sighting);
	}
	return kept.sort((a, b) => a.start - b.start);
}

/** Stretches that do not overlap. */
class Intervals {
	readonly #blocks = new Map<number, [start: number, end: number][]>();

	/** Adds a stretch unless it overlaps one that is there; whether it was added. */
	add(start: number, end: number): boolean {
		const first = start >> 8;
		const last = Math.max(end - 1, start) >> 8;
		for (let block = first; block <= last; block++) {
			const others = this.#blocks.get(block) ?? [];
			if (others.some((other) => start < other[1] && end > other[0]))
				return false;
		}
		for (let block = first; block <= last; block++) {
			const others = this.#blocks.get(block);
			if (others) others.push([start, end]);
			else this.#blocks.set(block, [[start, end]]);
		}
		return true;
	}
}

/** No form is shorter, in UTF-16 units. */
const SHORTEST_FORM = 14;

function sightingsIn({ excerpt, claim }: Passage, file: string): Sighting[] {
	if (claim) return claimSighting(excerpt, claim, file);
	if (excerpt.text.length < SHORTEST_FORM) return [];
	const near = excerpt.pointer.toLowerCase();
	return findFormats(excerpt.text, near).map((match) =>
		formSighting(excerpt, match, file),
	);
}

/** What has the form of a provider's credentials. */
function formSighting(
	excerpt: Excerpt,
	match: FormatMatch,
	file: string,
): Sighting {
	const part = cut(excerpt, match.start, match.end);
	const confidence = formConfidence(excerpt, match);
	if (confidence === undefined) return harmless(part);
	const rank = confidence === "doubtful" ? RANK.doubtfulForm : RANK.form;
	const { title } = match.format;
	const found = { confidence, title, name: undefined, isLocal: false };
	return sighting(part, rank, file, found);
}

/** How sure it is that a match is a credential; nothing where it is another thing of the same form. */
function formConfidence(
	{ text, pointer }: Excerpt,
	{ format, start, end, checksum }: FormatMatch,
): Confidence | undefined {
	if (format.sort !== undefined) return undefined;
	const token = text.slice(start, end);
	const body = randomPart(format, token);
	if (checksum !== "valid") {
		const placeholder = classifyPlaceholder(token) ?? classifyPlaceholder(body);
		if (placeholder === "made-up" && isSample(body)) return "doubtful";
		if (placeholder !== undefined) return undefined;
		if (entropy(body) < (body.length > 30 ? 3 : 2.6)) return undefined;
	}
	if (isPattern(text, end)) return undefined;
	const name = pointer.slice(pointer.lastIndexOf("/") + 1);
	if (isPublicByName(format, name)) return undefined;
	if (format.checksum === "jwt" && isPublic(token)) return undefined;
	return checksum === "invalid" ? "doubtful" : "certain";
}

/** Made up, and so long and varied that nobody can tell by how much: `ghp_` and the alphabet. */
function isSample(body: string): boolean {
	return body.length >= 20 && /\d/.test(body) && entropy(body) > 3;
}

function isPublic(token: string): boolean {
	const decoded = decodeJwt(token);
	return decoded !== undefined && isPublicJwt(decoded);
}

/** What comes behind it makes a pattern of it: `ghp_[A-Za-z0-9]{36}`. */
function isPattern(text: string, end: number): boolean {
	return /^(?:\[|\{\d|\\[wdS]|\.\*|\(\?)/.test(text.slice(end, end + 3));
}

/** Forms that the same provider uses for what is secret and for what a page shows to everyone. */
function isPublicByName(format: CredentialFormat, name: string): boolean {
	return (
		hasPublicTwin(format) &&
		(classifyName(name) === "public" || /firebase|anon|public/i.test(name))
	);
}

function hasPublicTwin({ id }: CredentialFormat): boolean {
	return /^(?:google-api-key|jwt)/.test(id);
}

/** What its name or place says is one. */
function claimSighting(
	excerpt: Excerpt,
	claim: Claim,
	file: string,
): Sighting[] {
	const value = withoutPatternEnd(unquoted(trimmed(excerpt)));
	const { text } = value;
	if (claim.sort === "public") return publicClaim(value);
	const doubt = claimDoubt(text, claim);
	if (doubt === undefined) return [];
	const isLocal = claim.isLocal === true;
	const isDoubtful = doubt === "doubtful" || isLocal;
	const rank = isDoubtful ? RANK.doubt : RANK.claim;
	const found = {
		confidence: isDoubtful ? "doubtful" : "likely",
		title: formTitle(text) ?? claimTitle(claim),
		name: claim.name,
		isLocal,
	} as const;
	return [sighting(value, rank, file, found)];
}

/** What a name says is public says so of forms that are used for both. */
function publicClaim(value: Excerpt): Sighting[] {
	const isBoth = findFormats(value.text).some(({ format }) =>
		hasPublicTwin(format),
	);
	return isBoth ? [harmless(value)] : [];
}

/** A rule for commands can end in `:*`, and a word in `*`. */
function withoutPatternEnd(excerpt: Excerpt): Excerpt {
	const { text } = excerpt;
	if (text.endsWith(":*")) return cut(excerpt, 0, text.length - 2);
	const isMask = text.endsWith("**");
	const rest = text.endsWith("*") && !isMask ? text.slice(0, -1) : text;
	return cut(excerpt, 0, withoutEnd(rest, "\\").length);
}

/** How sure it is; nothing where the text is something else. */
function claimDoubt(
	text: string,
	{ name, sort, isLoose, isCertain }: Claim,
): "opaque" | "doubtful" | undefined {
	if (isReference(text) || isSame(text, name)) return undefined;
	const placeholder = classifyPlaceholder(text, sort);
	// some words of recovery phrases are words of placeholders too: "access", "account"
	const isPhrase = sort === "phrase" && isRecoveryPhrase(text);
	if (isPhrase && placeholder !== "unfilled") return "opaque";
	if (placeholder !== undefined) return undefined;
	if (isCertain) return "opaque";
	if (isLoose && !/^(?:[\w+/=.~:-]|%[\dA-F]{2}){16,}$/i.test(text))
		return undefined;
	if (sort === "phrase") return opacityOfToken(text);
	if (sort === "password") {
		return isLoose ? undefined : opacityOfPassword(text);
	}
	const opacity = opacityOfToken(text);
	const isSure = opacity === "opaque" && text.length >= 16;
	if (isLoose) return isSure ? "opaque" : undefined;
	if (sort === "unclear") return isSure ? "doubtful" : undefined;
	return opacity;
}

function isSame(text: string, name: string): boolean {
	const plain = (each: string) => each.toLowerCase().replace(/[^a-z0-9]/g, "");
	return plain(text) === plain(name);
}

/** What the form of a text calls it, although its checksum may be wrong. */
function formTitle(text: string): string | undefined {
	const form = findFormats(text).find(
		({ start, end, format }) =>
			start === 0 && end === text.length && format.sort === undefined,
	);
	return form?.format.title;
}

function claimTitle({ sort, name }: Claim): string {
	if (sort === "password") return "a password";
	if (sort === "phrase") return "a recovery phrase";
	if (/key/i.test(name)) return "a key";
	return /token|jwt|bearer|pat$/i.test(name) ? "a token" : "a credential";
}

function harmless(excerpt: Excerpt): Sighting {
	const { start, end } = excerpt.locate(0, excerpt.text.length);
	return { start, end, rank: RANK.harmless, credential: undefined };
}

function sighting(
	excerpt: Excerpt,
	rank: number,
	file: string,
	found: Omit<Credential, "location" | "value">,
): Sighting {
	const { text: value, pointer } = excerpt;
	const { start, end } = excerpt.locate(0, value.length);
	const location = { file, pointer, start, end };
	return { start, end, rank, credential: { ...found, location, value } };
}
