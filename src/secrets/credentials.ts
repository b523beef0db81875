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
	readonly pointer: string;
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
	return findFormats(excerpt.text, near).flatMap((match) =>
		formSighting(excerpt, match, file),
	);
}

/** What has the form of a provider's credentials. */
function formSighting(
	excerpt: Excerpt,
	match: FormatMatch,
	file: string,
): Sighting[] {
	const { format, start, end, checksum } = match;
	const part = cut(excerpt, start, end);
	if (format.sort !== undefined) return [harmless(part)];
	const body = randomPart(format, part.text);
	if (checksum !== "valid") {
		const placeholder =
			classifyPlaceholder(part.text) ?? classifyPlaceholder(body);
		const isSample = body.length >= 20 && /\d/.test(body) && entropy(body) > 3;
		if (placeholder === "made-up" && isSample) {
			return [
				sighting(
					part,
					RANK.doubtfulForm,
					file,
					"doubtful",
					format.title,
					undefined,
					false,
				),
			];
		}
		if (placeholder !== undefined) return [harmless(part)];
		if (entropy(body) < (body.length > 30 ? 3 : 2.6)) return [harmless(part)];
	}
	if (isPattern(excerpt.text, end)) return [harmless(part)];
	const name = excerpt.pointer.slice(excerpt.pointer.lastIndexOf("/") + 1);
	if (isPublicByName(format, name)) return [harmless(part)];
	if (format.checksum === "jwt" && isPublic(part.text)) return [harmless(part)];
	const isDoubtful = checksum === "invalid";
	const rank = isDoubtful ? RANK.doubtfulForm : RANK.form;
	const confidence = isDoubtful ? "doubtful" : "certain";
	return [
		sighting(part, rank, file, confidence, format.title, undefined, false),
	];
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
	const title = formTitle(text) ?? claimTitle(claim);
	const isLocal = claim.isLocal === true;
	const confidence = doubt === "doubtful" || isLocal ? "doubtful" : "likely";
	const rank = confidence === "likely" ? RANK.claim : RANK.doubt;
	return [sighting(value, rank, file, confidence, title, claim.name, isLocal)];
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
	return {
		start,
		end,
		pointer: excerpt.pointer,
		rank: RANK.harmless,
		credential: undefined,
	};
}

function sighting(
	excerpt: Excerpt,
	rank: number,
	file: string,
	confidence: Confidence,
	title: string,
	name: string | undefined,
	isLocal: boolean,
): Sighting {
	const { start, end } = excerpt.locate(0, excerpt.text.length);
	const location = { file, pointer: excerpt.pointer, start, end };
	return {
		start,
		end,
		pointer: excerpt.pointer,
		rank,
		credential: {
			location,
			confidence,
			title,
			name,
			isLocal,
			value: excerpt.text,
		},
	};
}
