import type { Location } from "../location.ts";

/** How sure it is that a text is a credential that opens something. */
export type Confidence =
	/** Its form or its checksum says so. */
	| "certain"
	/** It looks random, and its name or place says so. */
	| "likely"
	/** One of both is in doubt, or it opens something on this machine only. */
	| "doubtful";

/** A credential that is written out in a file. */
export interface Credential {
	/** Its characters, without quotes, scheme or name. */
	readonly location: Location;
	readonly confidence: Confidence;
	/** What it is, with an article: `a GitHub personal access token`, `a password`. */
	readonly title: string;
	/** What names it: a variable, header, flag or parameter, or `password` and `token` for what its place gives away; absent where only its form does. */
	readonly name: string | undefined;
	/** It opens something on this machine only. */
	readonly isLocal: boolean;
	/** The credential itself, decoded. For the mask alone: it must never be printed or written. */
	readonly value: string;
}
