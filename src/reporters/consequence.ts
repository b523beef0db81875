import type { Document } from "../document.ts";
import type { Effect } from "../effect.ts";

/** What the client does, in a sentence. */
export function consequence(
	effect: Effect,
	pointer: string,
	{ readers, container, isOnPage }: Document,
): string {
	if (effect === "exposed") return "Everyone who has the file can read it.";
	const [first] = readers;
	if (!first) return "Nobody reads it, and nobody says so.";
	const { name, serversKey, isMeasured } = first;
	// of what was only read nobody knows all that comes of it
	const client = isMeasured ? name : `As far as is known, ${name}`;
	switch (effect) {
		case "rejected":
			return container
				? `${client} refuses it.`
				: `${client} ignores the whole file.`;
		case "skipped":
			return `${client} drops this ${partName(pointer, serversKey)} and loads the rest.`;
		case "inert":
			return isOnPage
				? "Whoever copies it is told nothing, and it has no effect."
				: `${client} says nothing, and it has no effect.`;
		case "risky":
			return `${name} uses it as it is.`;
	}
}

/** What the client drops, when it drops what is at a place. */
function partName(pointer: string, serversKey: string): string {
	if (pointer.includes(`/${serversKey}/`)) return "server";
	if (pointer.startsWith("/permissions/")) return "rule";
	return pointer.startsWith("/hooks") ? "hook" : "entry";
}
