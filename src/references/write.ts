import type { ReferenceSyntax } from "../clients.ts";

/** A reference as a client reads it; nothing for a default where it knows none, or for one that cannot be written. */
export function writeReference(
	{ form, formWithDefault }: ReferenceSyntax,
	name: string,
	fallback?: string,
): string | undefined {
	// the default ends at the first closing brace
	if (fallback !== undefined && /[{}]/.test(fallback)) return undefined;
	const wanted = fallback === undefined ? form : formWithDefault;
	return wanted?.replace(/NAME|TEXT/g, (part) =>
		part === "NAME" ? name : (fallback ?? ""),
	);
}
