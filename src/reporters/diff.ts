import { structuredPatch } from "diff";
import type { Document } from "../document.ts";
import type { Change } from "../fix.ts";
import type { Mask } from "../secrets/mask.ts";
import { printable } from "./printable.ts";

const COLOURS: Readonly<Record<string, number>> = { "-": 31, "+": 32, "@": 36 };

/** How many lines around a change are shown. */
const CONTEXT = 3;

/** Beyond this many changed lines it is not worth the time to find out which of them are the same. */
const MOST_CHANGES = 5000;

/** For people: what changes, line by line, as a unified diff. Credentials are hidden, so it is a picture of the change rather than a patch. */
export function reportDiff(
	changes: readonly Change[],
	{ mask, colour }: { readonly mask: Mask; readonly colour: boolean },
): string {
	const lines = changes.flatMap((change) => describe(change, mask));
	return lines.map((line) => `${colour ? paint(line) : line}\n`).join("");
}

function paint(line: string): string {
	const style = COLOURS[line.charAt(0)];
	return style === undefined ? line : `\u001b[${style}m${line}\u001b[0m`;
}

function describe({ before, after }: Change, mask: Mask): string[] {
	const shown = (document: Document) =>
		mask.excerpt(document, 0, document.text.length);
	const file = printable(before.file);
	const names = [`--- a/${file}`, `+++ b/${file}`];
	const patch = structuredPatch("", "", shown(before), shown(after), "", "", {
		context: CONTEXT,
		maxEditLength: MOST_CHANGES,
	});
	if (!patch) return [...names, `More than ${MOST_CHANGES} lines change.`];
	return [
		...names,
		...patch.hunks.flatMap(
			({ oldStart, oldLines, newStart, newLines, lines }) => [
				`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
				...lines.map(printableLine),
			],
		),
	];
}

/** A line of a diff. Its indentation stays, and no runner takes it for a command: some do not look at white space before `::`. */
function printableLine(line: string): string {
	const [indent = ""] = /^[ +-][ \t]*/.exec(line) ?? [];
	const rest = line.slice(indent.length).replace(/\r$/, "");
	return indent + printable(rest).replace(/^::/, ": :");
}
