/** How a provider writes its credentials: one row for each form that can be told from any other text. */
export interface CredentialFormat {
	/** Stable, kebab-case, unique: `github-pat`. */
	readonly id: string;
	/** What messages call it, with its article: `a GitHub personal access token`. */
	readonly title: string;
	/**
	 * Texts of which one stands in every match, in this case: a search for them comes before the pattern. As long as they can be; empty where a
	 * format has none, and then it needs `near`.
	 */
	readonly markers: readonly string[];
	/** How far the markers are from the start of a match, in UTF-16 units: 0 unless it is said; `any` where that differs from match to match. */
	readonly markerAt?: number | "any";
	/** The source of a regular expression for the whole credential, without boundaries and without named groups. Linear on any input. */
	readonly pattern: string;
	/**
	 * What must not stand right before and after a match: a character of a word (`[A-Za-z0-9_-]`) unless it is said, nor `%` before it; for `base64` also `+` and `/`, and after it
	 * `=`. The `-` of `${NAME:-default}` and an escape (`%20`, `\n`) may stand before it.
	 */
	readonly boundary?: "word" | "base64" | "none";
	/** The verified checksum of the format, by name. */
	readonly checksum?: ChecksumId;
	/** `secret` unless it is said. `public`: made to be seen by everyone. `identifier`: names an account or key, and opens nothing alone. */
	readonly sort?: "public" | "identifier";
	/** The source of a regular expression without flags for the lower-case name, host or text beside it, without which a match means nothing. */
	readonly near?: string;
	/** The source of a regular expression for the part of a match that is random. Absent: what is left without the marker. */
	readonly body?: string;
}

/** A row of the table of formats. */
export interface DescribedFormat extends CredentialFormat {
	/** Where the form is described, or what it was seen in. For people: the search does without. */
	readonly source: string;
}

/** `crc32-base62`: the last 6 characters are the CRC-32 of those after the prefix; see `checksums.ts`. */
export type ChecksumId =
	| "crc32-base62"
	| "crc32-base36"
	| "crc32-hex-little-endian"
	| "jwt";
