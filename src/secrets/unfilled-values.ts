import type { Range } from "../location.ts";
import { ANGLE_PLACEHOLDER } from "./angle-placeholder.ts";
import { classifyName } from "./credential-names.ts";
import { classifyPlaceholder } from "./placeholders.ts";
import { holdsReference, isReference } from "./reference-text.ts";

/** A part of a value that somebody still has to write. UTF-16 offsets into the value. */
export interface UnfilledPart extends Range {
	/** What it stands for. */
	readonly sort: "credential" | "path" | "value";
}

/** Longer values were not written by hand. */
const LONGEST = 2000;

/** What stands for a value whatever its name is, and never for itself. Each is bounded. */
const MARKS: readonly (readonly [sort: UnfilledPart["sort"], mark: RegExp])[] =
	[
		[
			"path",
			/(?:[A-Za-z]:)?[\\/](?:(?:absolute|full|your)[\\/])?path[\\/]to[\\/][^\s"',;:]{0,200}/,
		],
		[
			"path",
			/(?:[A-Za-z]:)?[\\/](?:Users|home)[\\/](?:your[-_ ]?(?:user)?name|username|YOUR[-_]?(?:USER)?NAME|you|yourname)(?=[\\/]|$)/i,
		],
		["value", ANGLE_PLACEHOLDER],
		[
			"value",
			/(?<![A-Za-z0-9])(?:YOUR|INSERT|REPLACE|ENTER|CHANGE|FILL)[_-](?:[A-Z0-9]{1,30}[_-]?){1,8}/,
		],
		["value", /(?<![A-Za-z0-9])your[-_](?:[a-z0-9]{1,30}[-_]?){1,8}/],
		[
			"value",
			/(?<![A-Za-z0-9])(?:CHANGE_?ME|REPLACE_?ME|FILL_?ME(?:_?IN)?|changeme|replaceme)(?![A-Za-z0-9])/,
		],
		["value", /^(?:TODO|TBD|FIXME|\.\.\.|…|x{3,}|X{3,})$/],
	];

/**
 * The part of a value that was never filled in: all of it where its name says that a credential belongs there, otherwise only what can stand for nothing else.
 * @param name of the variable, header or flag; empty where there is none
 */
export function findUnfilledPart(
	value: string,
	name: string,
): UnfilledPart | undefined {
	if (value.length > LONGEST || isReference(value)) return undefined;
	const sort = classifyName(name);
	if (sort !== undefined && sort !== "unclear") {
		return classifyPlaceholder(value) === "unfilled"
			? { start: 0, end: value.length, sort: "credential" }
			: undefined;
	}
	if (holdsReference(value)) return undefined;
	for (const [what, mark] of MARKS) {
		const match = mark.exec(value);
		if (match) {
			const end = match.index + match[0].length;
			return { start: match.index, end, sort: what };
		}
	}
	return undefined;
}
