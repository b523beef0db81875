import type { CredentialSort } from "./credentials.ts";
import type { JsonObject } from "./json-text.ts";
import type { Name } from "./names.ts";
import type { Random } from "./random.ts";

/** Something that is put into a file and found again there: a credential, or what looks like one. */
export interface Planted {
	readonly value: string;
	/** The value, marked. */
	readonly text: string;
	/** Marks the form in which the value is written where that is not the value itself, as in base64. */
	mark(written: string): string;
	readonly name: Name;
	/** A reference says where the value is: `$TOKEN`. */
	readonly kind: "credential" | "reference" | "placeholder";
}

/** What a place can take: other characters would have to be escaped there, or mean something else. */
export type Medium = "text" | "shell" | "url";

/** A part of a file. */
export type Part =
	| { readonly in: "server"; readonly server: JsonObject }
	| { readonly in: "settings"; readonly settings: JsonObject }
	/** Below the front matter of an agent or skill. */
	| { readonly in: "body"; readonly text: string };

/** A place in a file for something of these sorts. */
export interface Place<Made> {
	/** What it is, for lists of what was missed there. */
	readonly where: string;
	readonly sorts: readonly CredentialSort[];
	readonly medium: Medium;
	readonly build: (planted: Planted, random: Random) => Made;
}

/** Any sort of token. */
export const TOKEN = ["marked", "named"] as const;
/** What is known by its name or place. */
export const SECRET = ["marked", "named", "password"] as const;
export const PASSWORD = ["password"] as const;
export const MARKED = ["marked"] as const;

/** Whether a value can stand in a medium as it is. */
export function fitsMedium(value: string, medium: Medium): boolean {
	if (medium === "url") return /^[\w.~!*-]+$/.test(value);
	if (medium === "shell") return /^[^"'`\\\s;]+$/.test(value);
	return true;
}

/** A word for a shell, in quotes where it needs them. A reference in single quotes would be none. */
export function shellWord({ value, text, kind }: Planted): string {
	if (/^[\w.~+/=:@%,-]+$/.test(value)) return text;
	return kind !== "reference" && /[$!]/.test(value) ? `'${text}'` : `"${text}"`;
}

/** A value for a list in which commas and equals signs part the items. */
export function listItem({ value, text, kind, mark }: Planted): string {
	return kind === "credential" ? mark(encodeURIComponent(value)) : text;
}
