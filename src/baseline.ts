import { ConfigError, type Ignore } from "./config.ts";
import type { Document } from "./document.ts";
import { documentIndex } from "./embedded/document-index.ts";
import { type Location, pointerTokens } from "./location.ts";
import type { Diagnostic } from "./rule.ts";
import type { Mask } from "./secrets/mask.ts";
import { type Node, valueAt } from "./syntax/tree.ts";

interface BaselineEntry {
	readonly rule: string;
	readonly file: string;
	readonly pointer: string;
	readonly value?: string;
}

/** Of a longer item only the beginning is kept, in UTF-16 units. */
const LONGEST_ITEM = 1000;

/** An item of a list as a baseline names it: the same for the same text, and no credential. */
export function itemName(value: string, mask: Mask): string {
	return mask.value(value).slice(0, LONGEST_ITEM);
}

/** The text of a baseline that accepts these diagnostics. Array items are named by their value, so that others can come and go. */
export function baselineText(
	diagnostics: readonly Diagnostic[],
	documents: readonly Document[],
	mask: Mask,
): string {
	const documentOf = documentIndex(documents);
	const own = diagnostics.filter(({ rule }) => rule !== "unused-ignore");
	const entries = own.map(({ rule, location }) => {
		const { file } = location;
		const place = acceptedPlace(location, documentOf(location)?.root, mask);
		return JSON.stringify({ rule, file, ...place } satisfies BaselineEntry);
	});
	const unique = [...new Set(entries)].map((entry) => `    ${entry}`);
	const list = unique.length === 0 ? "[]" : `[\n${unique.join(",\n")}\n  ]`;
	return `{\n  "version": 1,\n  "accepted": ${list}\n}\n`;
}

/** A value's place as a baseline has it: an item of a list by what it is, everything else by its pointer. */
function acceptedPlace(
	{ pointer }: Pick<Location, "pointer">,
	root: Node | undefined,
	mask: Mask,
): Pick<BaselineEntry, "pointer" | "value"> {
	const tokens = pointerTokens(pointer);
	const holder = valueAt(root, ...tokens.slice(0, -1));
	const item = valueAt(root, ...tokens);
	if (holder?.type !== "array" || item?.type !== "string") return { pointer };
	return { pointer: `${holder.pointer}/*`, value: itemName(item.value, mask) };
}

/**
 * The ignores that a baseline stands for.
 * @param baselineFile its path relative to the working directory
 * @param resolveFile a path in it, which counts from its folder, relative to the working directory
 * @throws ConfigError where it is not what baselineText writes
 */
export function baselineIgnores(
	baselineFile: string,
	text: string,
	resolveFile: (path: string) => string,
): Ignore[] {
	const entries = readEntries(baselineFile, text);
	return entries.map((entry, index) => ({
		...entry,
		file: resolveFile(entry.file),
		location: {
			file: baselineFile,
			pointer: `/accepted/${index}`,
			start: 0,
			end: 0,
		},
		isGenerated: true,
	}));
}

function readEntries(baselineFile: string, text: string): BaselineEntry[] {
	const again = `${baselineFile} is not a baseline; write it again with --write-baseline`;
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new ConfigError(again);
	}
	const accepted: unknown = Object(value).accepted;
	if (!Array.isArray(accepted) || !accepted.every(isEntry))
		throw new ConfigError(again);
	return accepted;
}

function isEntry(value: unknown): value is BaselineEntry {
	const { rule, file, pointer, value: item } = Object(value);
	return (
		[rule, file, pointer].every((each) => typeof each === "string") &&
		(item === undefined || typeof item === "string")
	);
}
