import { type ClientId, clients } from "../../clients.ts";
import { type DocumentKind, isPattern, kinds } from "../../kinds.ts";
import { otherClients } from "../../other-clients.ts";
import { CLIENT_NAMES, TITLE_NAMES } from "./page-clients.ts";
import type { PageText, Section } from "./page-parts.ts";

/** What a text names: files of ours, and programs. */
export interface Named {
	/** The kinds whose places stand in it. */
	readonly kinds: readonly DocumentKind[];
	/** A file stands in it that is none of ours. */
	readonly isElsewhere: boolean;
	/** The clients whose names stand in it; `undefined` for one whose files we do not know. */
	readonly clients: readonly (ClientId | undefined)[];
}

/** For what a block on a page is written. */
export interface Addressee extends Named {
	/** A file is named, and not the program alone. */
	readonly isFile: boolean;
}

const NOBODY: Addressee = {
	kinds: [],
	clients: [],
	isElsewhere: false,
	isFile: false,
};

const rows: readonly DocumentKind[] = kinds;

/** The kinds of which a file can be named on a page, by each place that is none of the others' end. */
const kindsByPlace: ReadonlyMap<
	string,
	{ readonly inProject?: DocumentKind; readonly atHome?: DocumentKind }
> = placesOfKinds();

function placesOfKinds() {
	const places = new Map<
		string,
		{ inProject?: DocumentKind; atHome?: DocumentKind }
	>();
	for (const kind of rows) {
		if (kind.embedded) continue;
		const add = (place: string, key: "inProject" | "atHome") => {
			if (isPattern(place)) return;
			const known = places.get(place) ?? {};
			known[key] ??= kind;
			places.set(place, known);
		};
		for (const place of kind.files) add(place, "inProject");
		for (const place of kind.homeFiles ?? []) add(place, "atHome");
	}
	return places;
}

/** The longest first, so that what ends in a shorter one is not taken for that. */
function alternatives(words: Iterable<string>): string {
	return [...words]
		.sort((a, b) => b.length - a.length)
		.map((word) => word.replace(/[.+?^${}()|[\]\\*]/g, "\\$&"))
		.join("|");
}

const PLACES = new RegExp(
	`(?<![\\w.-])(${alternatives(kindsByPlace.keys())})(?![\\w-]|\\.\\w)`,
	"g",
);

/** The name of a file with configuration. */
const FILE =
	/(?<![\w./~-])((?:[~\w.%$-]+\/)*[\w.-]+\.(?:jsonc?|json5|toml|ya?ml))(?![\w/-]|\.\w)/g;
/** What many programs call a file that they read: without a folder it says nothing. */
const COMMON_FILE =
	/^(?:mcp|settings|config|mcp[-_]?(?:config|settings|servers)|servers|package|tsconfig)\.jsonc?$/;

const clientByName: ReadonlyMap<string, ClientId | undefined> = new Map([
	...Object.entries({ ...clients, ...otherClients }).map(
		([id, { name }]) => [name, id as ClientId] as const,
	),
	...Object.entries(CLIENT_NAMES),
]);

const NAMES = new RegExp(
	`(?<![\\w/.@#-])(?:${alternatives(clientByName.keys())})(?![\\w/@-]|\\.\\w)`,
	"g",
);
const TITLES = new RegExp(
	`(?<![\\w/.@#-])(?:${alternatives([...clientByName.keys(), ...TITLE_NAMES])})(?![\\w/@-]|\\.\\w)`,
	"g",
);

/** What a text names. A title also names a program by a word that is nothing of the kind in a sentence. */
export function namesIn(text: string, isTitle = false): Named {
	const plain = text.replaceAll("\\", "/").replaceAll("%20", " ");
	const found = [...plain.matchAll(PLACES)].flatMap(
		({ 1: place = "", index }) => {
			const { inProject, atHome } = kindsByPlace.get(place) ?? {};
			const isAtHome = /(?:~|\$HOME|%\w+%|\$env:\w+)\/$/.test(
				plain.slice(Math.max(index - 24, 0), index),
			);
			return (isAtHome ? (atHome ?? inProject) : (inProject ?? atHome)) ?? [];
		},
	);
	const written = plain.replace(/\]\([^)\s]*\)|https?:\/\/\S+/g, "] ");
	const names = written.matchAll(isTitle ? TITLES : NAMES);
	return {
		kinds: [...new Set(found)].filter(({ clients: [id] }) => id),
		isElsewhere: [...written.matchAll(FILE)].some(
			([file]) =>
				!COMMON_FILE.test(file) &&
				[...file.matchAll(PLACES)].every(
					({ 1: place = "" }) =>
						kindsByPlace.get(place)?.inProject?.clients.length === 0,
				),
		),
		clients: [...new Set([...names].map(([name]) => clientByName.get(name)))],
	};
}

/**
 * For whom a block is written, by what is named nearest to it: in the block itself, in the texts before it, in the titles above it, and in the texts
 * between these.
 * @param own what the block says of itself
 */
export function addresseeOf(
	own: Named,
	section: Section,
	start: number,
	titles: Titles,
): Addressee {
	const above = titleAbove(section, start, titles);
	const near = namesAnything(own) ? own : textBefore(section, start);
	if (near && near.kinds.length > 0) {
		// who else reads the file may be said before
		const others = textBefore(section, start, ({ clients: named }) =>
			named.some((id) => id !== undefined),
		);
		const clients = [...(others?.clients ?? []), ...above.clients];
		return { ...near, clients, isFile: true };
	}
	if (near?.isElsewhere) return { ...near, isFile: true };
	if (near === own) return { ...near, isFile: false };
	if (!near) return above;
	if (above.clients.length === 0) return { ...near, isFile: false };
	const both = near.clients.filter((each) => above.clients.includes(each));
	if (both.length > 0) return { ...above, clients: both };
	return { ...NOBODY, clients: [...near.clients, ...above.clients] };
}

/** What the nearest text in a section names that names what is wanted. */
function textBefore(
	{ texts }: Section,
	start: number,
	isWanted: (named: Named) => unknown = namesAnything,
): Named | undefined {
	let index = countBefore(texts, start) - 1;
	const last = Math.max(index - MOST_TEXTS, 0);
	for (; index >= last; index--) {
		const text = texts[index];
		if (!text) continue;
		const isBefore = text.start + text.text.length <= start;
		const named = isBefore
			? knownNames(text)
			: namesIn(
					text.text.slice(
						Math.max(start - text.start - LONGEST_TEXT, 0),
						start - text.start,
					),
				);
		if (isWanted(named)) return named;
	}
	return undefined;
}

/** What is farther away is not about a block. */
const MOST_TEXTS = 40;
const MOST_TITLES = 20;
const LONGEST_TEXT = 4000;

/** The text of a section that stands nearest before a place. */
export function lastTextBefore(
	{ texts }: Section,
	start: number,
): PageText | undefined {
	return texts[countBefore(texts, start) - 1];
}

/** How many texts of a page, which are in its order, begin before a place. */
function countBefore(texts: readonly PageText[], start: number): number {
	let low = 0;
	let high = texts.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((texts[middle]?.start ?? 0) < start) low = middle + 1;
		else high = middle;
	}
	return low;
}

function namesAnything({ kinds, clients, isElsewhere }: Named): boolean {
	return kinds.length + clients.length > 0 || isElsewhere;
}

const knownTexts = new WeakMap<object, Named>();

function knownNames(text: { readonly text: string }): Named {
	const known = knownTexts.get(text);
	if (known) return known;
	const named = namesIn(text.text.slice(-LONGEST_TEXT));
	knownTexts.set(text, named);
	return named;
}

/** What the titles of a page name, apart. */
export interface Titles {
	readonly nameOf: ReadonlyMap<Section, Named>;
	/** Clients that titles below that of the page name. */
	readonly clients: ReadonlySet<ClientId | undefined>;
}

/** What each title of a page names. */
export function readTitles(sections: readonly Section[]): Titles {
	const nameOf = new Map(
		sections.map((section) => [section, namesIn(section.title, true)] as const),
	);
	return {
		nameOf,
		clients: new Set(
			sections
				.filter(({ isPage }) => !isPage)
				.flatMap((section) => nameOf.get(section)?.clients ?? []),
		),
	};
}

/** What the nearest title above names, or a text under one that says which file it is about: one of the section itself was looked at before. */
function titleAbove(
	section: Section,
	start: number,
	{ nameOf, clients }: Titles,
): Addressee {
	let current: Section | undefined = section;
	for (let left = MOST_TITLES; current && left > 0; left--) {
		const named = nameOf.get(current);
		if (named && named.kinds.length > 0) return { ...named, isFile: true };
		if (named && named.clients.length > 0) {
			// the title of a page that is about others as well says nothing of one block
			const isSure =
				!current.isPage ||
				[...clients].every((each) => named.clients.includes(each));
			return isSure ? { ...named, isFile: false } : NOBODY;
		}
		if (current !== section && !current.isPage) {
			const text = textBefore(current, start, ({ kinds: [kind] }) => kind);
			if (text) return { ...NOBODY, kinds: text.kinds, isFile: true };
		}
		current = current.parent;
	}
	return NOBODY;
}
