import {
	type CredentialMaker,
	type CredentialSort,
	credentialMakers,
} from "./credentials.ts";
import {
	type Json,
	type JsonObject,
	type JsonStyle,
	jsonText,
	merge,
	plainStyle,
	yamlText,
} from "./json-text.ts";
import {
	type PairMaker,
	pairMakers,
	type StandInMaker,
	standInMakers,
} from "./look-alikes.ts";
import { marked, readMarks } from "./marks.ts";
import { nameOf } from "./names.ts";
import { type NaturalMaker, naturalMakers } from "./natural.ts";
import { fitsMedium, type Part, type Place, type Planted } from "./planted.ts";
import {
	bodyPositions,
	serverPositions,
	settingsPositions,
} from "./positions.ts";
import { createDeck, createRandom, type Deck, type Random } from "./random.ts";

/** A part of a file that is labelled. */
export interface Label {
	/** In UTF-16 code units of the text, as it is written there; the end is not included. A byte order mark counts. */
	readonly start: number;
	readonly end: number;
	/** What it is: the maker's name. */
	readonly what: string;
	/** The place where it stands. */
	readonly where: string;
}

/**
 * A file of which we know where its credentials are.
 *
 * A credential is a literal that opens something for whoever reads it: a key, a token, a password that somebody chose, a private key, an address that lets
 * in whoever knows it. These are none: references to a value that is elsewhere, placeholders, weak defaults such as `postgres` that everybody tries first, keys
 * that are made to be public, identifiers, hashes. What people would argue about (tokens that are a sequence in full length, keys of test systems in
 * documentation, sessions and signed URLs) is in no file.
 */
export interface LabelledFile {
	/** Where it stands in a project. */
	readonly file: string;
	readonly text: string;
	readonly credentials: readonly Label[];
	/** What looks like a credential and is none. Everything outside of credentials is none, labelled or not. */
	readonly lookAlikes: readonly Label[];
}

/** Collects what is put into a file. */
class Labels {
	readonly #labels: {
		readonly what: string;
		readonly where: string;
		readonly isCredential: boolean;
	}[] = [];

	/** A function that marks a text as this. */
	marker(what: string, where: string, isCredential: boolean) {
		return (text: string): string => {
			this.#labels.push({ what, where, isCredential });
			return marked(text, this.#labels.length - 1);
		};
	}

	/** The file with this text, whose marks are taken out. */
	file(file: string, markedText: string): LabelledFile {
		const { text, spans } = readMarks(markedText);
		const labels = (wanted: boolean): Label[] =>
			this.#labels.flatMap(({ what, where, isCredential }, id) => {
				const span = spans.get(id);
				return span && isCredential === wanted
					? [{ ...span, what, where }]
					: [];
			});
		return { file, text, credentials: labels(true), lookAlikes: labels(false) };
	}
}

type DecksByPlace<Item> = Readonly<Record<Part["in"], Deck<Item>>>;

/** Where the next credentials and look-alikes come from: everything is used before it is used again. */
interface Supply {
	readonly random: Random;
	readonly credentials: Readonly<Record<CredentialSort, Deck<CredentialMaker>>>;
	readonly positions: DecksByPlace<Place<Part>>;
	readonly standIns: Deck<StandInMaker>;
	readonly pairs: Deck<PairMaker>;
	readonly natural: DecksByPlace<NaturalMaker>;
}

function createSupply(random: Random): Supply {
	const makers = (sort: CredentialSort) =>
		createDeck(
			random,
			credentialMakers.filter((maker) => maker.sort === sort),
		);
	const natural = (place: Part["in"]) =>
		createDeck(
			random,
			naturalMakers.filter((maker) => maker.in === place),
		);
	return {
		random,
		credentials: {
			marked: makers("marked"),
			named: makers("named"),
			password: makers("password"),
			pair: makers("pair"),
			address: makers("address"),
			"server-address": makers("server-address"),
			block: makers("block"),
		},
		positions: {
			server: createDeck(random, serverPositions),
			settings: createDeck(random, settingsPositions),
			body: createDeck(random, bodyPositions),
		},
		standIns: createDeck(random, standInMakers),
		pairs: createDeck(random, pairMakers),
		natural: {
			server: natural("server"),
			settings: natural("settings"),
			body: natural("body"),
		},
	};
}

function plant(
	maker: Pick<Planted, "value" | "kind"> & { readonly what: string },
	variable: string,
	where: string,
	labels: Labels,
): Planted {
	const { value, kind, what } = maker;
	const mark = labels.marker(what, where, kind === "credential");
	return {
		value,
		kind,
		mark,
		name: nameOf(variable),
		get text() {
			return mark(value);
		},
	};
}

/** The sorts with placeholders of their own. */
const rare: ReadonlySet<CredentialSort> = new Set<CredentialSort>([
	...(["pair", "address", "server-address", "block"] as const),
]);

/** How often each sort is put where several could be: there are many forms that are marked. */
const often: readonly CredentialSort[] = [
	"marked",
	"marked",
	"named",
	"password",
];

function sortFor(sorts: readonly CredentialSort[], random: Random) {
	const usual = often.filter((sort) => sorts.includes(sort));
	return random.chance(0.7) && usual.length > 0
		? random.pick(usual)
		: random.pick(sorts);
}

/** A credential at a place where people have such. */
function credentialPart(
	{ random, credentials, positions }: Supply,
	place: Part["in"],
	labels: Labels,
): Part {
	const position = positions[place].deal();
	const { sorts, medium, where } = position;
	let value = "";
	const maker = credentials[sortFor(sorts, random)].dealWhere(({ make }) => {
		value = make(random);
		return fitsMedium(value, medium);
	});
	const { what, names } = maker;
	const made = { value, what, kind: "credential" } as const;
	const planted = plant(made, random.pick(names), where, labels);
	return position.build(planted, random);
}

/** The same place with something that opens nothing. */
function standInPart(
	{ random, standIns, positions }: Supply,
	place: Part["in"],
	labels: Labels,
): Part {
	const position = positions[place].deal();
	const { sorts, medium, where } = position;
	const sort = sortFor(sorts, random);
	const { names } = random.pick(
		credentialMakers.filter((maker) => maker.sort === sort),
	);
	const variable = random.pick(names);
	const isOwn = random.chance(0.75) && rare.has(sort);
	const { make, kind, what } = standIns.dealWhere(
		({ insteadOf, media }) =>
			insteadOf.includes(sort) &&
			media.includes(medium) &&
			(!isOwn || insteadOf.length === 1),
	);
	const made = { value: make(random, nameOf(variable)), what, kind };
	return position.build(plant(made, variable, where, labels), random);
}

/** A name and a value that is none, where such stand. */
function pairPart(
	{ random, pairs }: Supply,
	place: Part["in"],
	labels: Labels,
): Part {
	const pair = pairs.deal();
	const { variable, flag, snake } = nameOf(pair.name);
	const value = pair.make(random);
	const where = random.pick(
		place === "server"
			? ["env", "env", "args: --flag value", "args: --flag=value", "args: -e"]
			: ["settings env", "settings env", "rules: NAME=value"],
	);
	const isWord = fitsMedium(value, "shell") && !/[()$&|<>*]/.test(value);
	const mark = labels.marker(pair.what, where, false);
	if (place === "settings") {
		return where === "settings env" || !isWord
			? { in: "settings", settings: { env: { [variable]: mark(value) } } }
			: {
					in: "settings",
					settings: {
						permissions: {
							allow: [`Bash(${variable}=${mark(value)} npm test:*)`],
						},
					},
				};
	}
	const args =
		where === "args: --flag value"
			? [`--${flag}`, mark(value)]
			: where === "args: --flag=value"
				? [`--${snake}=${mark(value)}`]
				: where === "args: -e"
					? ["-e", `${variable}=${mark(value)}`]
					: [];
	const server = {
		command: where === "args: -e" ? "docker" : "npx",
		args: [...(where === "args: -e" ? ["run"] : ["-y", "acme-mcp"]), ...args],
	};
	return {
		in: "server",
		server:
			args.length > 0
				? server
				: { ...server, env: { [variable]: mark(value) } },
	};
}

/** A part of a kind of file: with a credential in some, with look-alikes in the others. */
function ordinaryPart(supply: Supply, place: Part["in"], labels: Labels): Part {
	const { random } = supply;
	const draw = random.below(100);
	if (draw < 45) return credentialPart(supply, place, labels);
	if (draw < 65) return standInPart(supply, place, labels);
	if (draw < 82 && place !== "body") return pairPart(supply, place, labels);
	const { what, build } = supply.natural[place].deal();
	return build(random, (text) => labels.marker(what, place, false)(text));
}

const serverNames = [
	...["acme", "github", "shop-db", "search", "notion", "linear", "figma"],
	...["slack", "memory", "browser", "docs", "vault", "mail", "billing"],
];

/** Servers under their names. */
function serversOf(parts: readonly Part[], random: Random): JsonObject {
	const names = random.shuffle(serverNames);
	return Object.fromEntries(
		parts.flatMap((part, index) =>
			part.in === "server"
				? [
						[
							names[index % names.length] +
								(index < names.length ? "" : String(index)),
							part.server,
						],
					]
				: [],
		),
	);
}

/** The parts in one object, or in several where one would overwrite another. */
function settingsOf(parts: readonly Part[]): JsonObject[] {
	const all: JsonObject[] = [];
	for (const part of parts) {
		if (part.in !== "settings") continue;
		const [last] = all.slice(-1);
		const both = last && merge(last, part.settings);
		if (both) all[all.length - 1] = both;
		else all.push(part.settings);
	}
	return all;
}

function styleOf(random: Random): JsonStyle {
	return {
		...plainStyle,
		indent: random.pick([2, 2, 2, 4, "\t", 0] as const),
	};
}

function textOf(value: Json, random: Random): string {
	return jsonText(value, styleOf(random));
}

/** Front matter and a body, as agents and skills are. */
function markdown(
	front: JsonObject,
	body: readonly string[],
	random: Random,
): string {
	const yaml = yamlText(front, random.pick(["'", '"'] as const)).trim();
	return `---\n${yaml}\n---\n\n# ${String(front.name)}\n\n${body.join("\n\n")}\n`;
}

function times<Made>(count: number, make: () => Made): Made[] {
	return Array.from({ length: count }, make);
}

function ordinaryFile(supply: Supply): LabelledFile[] {
	const { random } = supply;
	const labels = new Labels();
	const parts = (place: Part["in"], low: number, high: number) =>
		times(random.between(low, high), () => ordinaryPart(supply, place, labels));
	const draw = random.below(100);
	if (draw < 45) {
		const servers = serversOf(parts("server", 1, 5), random);
		const file = random.pick([
			".mcp.json",
			".mcp.json",
			"packages/api/.mcp.json",
		]);
		return [labels.file(file, textOf({ mcpServers: servers }, random))];
	}
	if (draw < 85) {
		const file = random.pick([
			".claude/settings.json",
			".claude/settings.local.json",
		]);
		return settingsOf(parts("settings", 1, 6)).map((settings) =>
			labels.file(file, textOf(settings, random)),
		);
	}
	if (draw < 93) {
		const servers = serversOf(parts("server", 1, 2), random);
		const front = {
			name: "shop-helper",
			description: "Answers questions about the shop.",
			tools: "Read, Grep, Bash(git log:*)",
			mcpServers: Object.entries(servers).map(([name, server]) => ({
				[name]: server,
			})),
		};
		const body = ["You know the shop.", ...texts(parts("body", 0, 2))];
		const text = markdown(front, body, random);
		// Three dashes end the front matter, wherever they are.
		if (text.split("\n---\n")[0]?.includes("---", 4)) {
			return [
				labels.file(".mcp.json", textOf({ mcpServers: servers }, random)),
			];
		}
		return [labels.file(".claude/agents/shop-helper.md", text)];
	}
	const front = {
		name: "release",
		description: "Use when a release is due. Needs an API token.",
		"allowed-tools": "Bash(git *) Read",
	};
	const body = ["Follow these steps.", ...texts(parts("body", 1, 4))];
	const file = random.pick([
		".claude/skills/release/SKILL.md",
		".claude/commands/release.md",
	]);
	return [labels.file(file, markdown(front, body, random))];
}

function texts(parts: readonly Part[]): string[] {
	return parts.flatMap((part) => (part.in === "body" ? [part.text] : []));
}

/** The files as people have them: credentials of every form at every place, and what looks like one. The same seed gives the same files. */
export function ordinaryFiles(seed: number, count: number): LabelledFile[] {
	const supply = createSupply(createRandom(seed));
	const files: LabelledFile[] = [];
	while (files.length < count) files.push(...ordinaryFile(supply));
	return files.slice(0, count);
}
