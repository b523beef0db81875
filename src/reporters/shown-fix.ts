import type { Source } from "../document.ts";
import type { Edit, Fix } from "../edit.ts";
import type { Mask } from "../secrets/mask.ts";

/** What it takes to know whether a fix may be shown; a report has it. */
export interface FixContext {
	readonly sources: ReadonlyMap<string, Source>;
	readonly mask: Mask;
}

/**
 * The fix of a diagnostic, if all that it writes may be shown: nothing where that could repeat a credential, or a value that reports hide. Such a fix can still be made; it is
 * only not to be seen.
 */
export function shownFix(
	fix: Fix | undefined,
	{ sources, mask }: FixContext,
): Fix | undefined {
	if (!fix || fix.edits.length === 0) return undefined;
	const texts = fix.edits.map(({ text }) => text);
	if (texts.some((text) => mask.value(text) !== text)) return undefined;
	const replacesHidden = fix.edits.some(({ file, start, end }) => {
		const source = sources.get(file);
		return !source || mask.hides(source, start, end);
	});
	// what it writes may come from what it replaces, but for the names of variables
	if (replacesHidden && texts.some(saysMoreThanNames)) return undefined;
	return fix;
}

/** Whether a text has more in it than references to variables, quotes and the like. */
function saysMoreThanNames(text: string): boolean {
	return /[\p{L}\p{N}]/u.test(text.replace(/\$\{[A-Za-z_]\w*\}/g, ""));
}

/**
 * The same as one edit from the first change to the last, for those who take a single one; nothing where it changes several files, or where something
 * that is hidden stands between the changes.
 */
export function shownReplacement(
	fix: Fix | undefined,
	context: FixContext,
): Edit | undefined {
	const edits = [...(shownFix(fix, context)?.edits ?? [])].sort(
		(a, b) => a.start - b.start || a.end - b.end,
	);
	const [first] = edits;
	const source = first && context.sources.get(first.file);
	if (!source || edits.some(({ file }) => file !== first.file))
		return undefined;
	const parts: string[] = [];
	let position = first.start;
	for (const { start, end, text } of edits) {
		if (context.mask.hides(source, position, start)) return undefined;
		parts.push(context.mask.excerpt(source, position, start), text);
		position = end;
	}
	return { ...first, end: position, text: parts.join("") };
}
