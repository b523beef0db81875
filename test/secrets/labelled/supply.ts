import type { CredentialMaker, CredentialSort } from "./credentials.ts";
import type { Labels } from "./labels.ts";
import type { PairMaker, StandInMaker } from "./look-alikes.ts";
import { nameOf } from "./names.ts";
import type { NaturalMaker } from "./natural.ts";
import { fitsMedium, type Part, type Place, type Planted } from "./planted.ts";
import { createDeck, type Deck, type Random } from "./random.ts";

/** Everything that files are made of. */
export interface Stock {
	readonly credentials: readonly CredentialMaker[];
	readonly places: Readonly<Record<Part["in"], readonly Place<Part>[]>>;
	readonly standIns: readonly StandInMaker[];
	readonly pairs: readonly PairMaker[];
	readonly natural: readonly NaturalMaker[];
}

type DecksByPlace<Item> = Readonly<Record<Part["in"], Deck<Item>>>;

/** Where the next credentials and look-alikes come from: everything is used before it is used again. */
export interface Supply {
	readonly random: Random;
	readonly credentials: Readonly<Record<CredentialSort, Deck<CredentialMaker>>>;
	/** The names that credentials of a sort are given. */
	readonly names: Readonly<Record<CredentialSort, readonly string[]>>;
	readonly places: DecksByPlace<Place<Part>>;
	readonly standIns: Deck<StandInMaker>;
	readonly pairs: Deck<PairMaker>;
	readonly natural: DecksByPlace<NaturalMaker>;
}

/** A supply out of a stock. */
export function createSupply(stock: Stock, random: Random): Supply {
	const bySort = <Made>(
		make: (makers: readonly CredentialMaker[]) => Made,
	): Record<CredentialSort, Made> => {
		const of = (sort: CredentialSort) =>
			make(stock.credentials.filter((maker) => maker.sort === sort));
		return {
			marked: of("marked"),
			named: of("named"),
			password: of("password"),
			pair: of("pair"),
			address: of("address"),
			"server-address": of("server-address"),
			block: of("block"),
		};
	};
	const natural = (place: Part["in"]) =>
		createDeck(
			random,
			stock.natural.filter((maker) => maker.in === place),
		);
	return {
		random,
		credentials: bySort((makers) => createDeck(random, makers)),
		names: bySort((makers) => makers.flatMap(({ names }) => names)),
		places: {
			server: createDeck(random, stock.places.server),
			settings: createDeck(random, stock.places.settings),
			body: createDeck(random, stock.places.body),
		},
		standIns: createDeck(random, stock.standIns),
		pairs: createDeck(random, stock.pairs),
		natural: {
			server: natural("server"),
			settings: natural("settings"),
			body: natural("body"),
		},
	};
}

/** How often each sort is put where several could be: there are many forms that are marked. */
const often: readonly CredentialSort[] = [
	...(["marked", "marked", "named", "password"] as const),
];

/** The sorts with placeholders of their own. */
const rare: ReadonlySet<CredentialSort> = new Set<CredentialSort>([
	...(["pair", "address", "server-address", "block"] as const),
]);

function sortFor(sorts: readonly CredentialSort[], random: Random) {
	const usual = often.filter((sort) => sorts.includes(sort));
	return random.chance(0.7) && usual.length > 0
		? random.pick(usual)
		: random.pick(sorts);
}

function plant(
	{ value, kind, what }: Pick<Planted, "value" | "kind"> & { what: string },
	variable: string,
	where: string,
	labels: Labels,
): Planted {
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

/** A credential that fits a place, ready to be put there. */
export function credentialFor<Made>(
	{ random, credentials }: Supply,
	{ sorts, medium, where }: Place<Made>,
	labels: Labels,
): Planted {
	let value = "";
	const { what, names } = credentials[sortFor(sorts, random)].dealWhere(
		({ make }) => {
			value = make(random);
			return fitsMedium(value, medium);
		},
	);
	const made = { value, what, kind: "credential" } as const;
	return plant(made, random.pick(names), where, labels);
}

/** Something that opens nothing, for a place of credentials. */
export function standInFor<Made>(
	{ random, standIns, names }: Supply,
	{ sorts, medium, where }: Place<Made>,
	labels: Labels,
): Planted {
	const sort = sortFor(sorts, random);
	const variable = random.pick(names[sort]);
	const isOwn = random.chance(0.9) && rare.has(sort);
	const { make, kind, what } = standIns.dealWhere(
		({ insteadOf, media }) =>
			insteadOf.includes(sort) &&
			media.includes(medium) &&
			(!isOwn || insteadOf.length === 1),
	);
	const made = { value: make(random, nameOf(variable)), what, kind };
	return plant(made, variable, where, labels);
}

/** A name and a value that is none, where such stand. */
function pairPart(
	{ random, pairs }: Supply,
	place: Part["in"],
	labels: Labels,
): Part {
	const { name, make, what } = pairs.deal();
	const { variable, flag, snake } = nameOf(name);
	const value = make(random);
	const mark = (where: string) => labels.marker(what, where, false)(value);
	const env = (where: string) => ({ [variable]: mark(where) });
	if (place === "settings") {
		const isWord = fitsMedium(value, "shell") && !/[()$&|<>*]/.test(value);
		const settings =
			isWord && random.chance(0.4)
				? {
						permissions: {
							allow: [`Bash(${variable}=${mark("rules: pair")} npm test:*)`],
						},
					}
				: { env: env("settings env: pair") };
		return { in: "settings", settings };
	}
	const server = random.pick([
		() => ({ command: "npx", args: ["-y", "acme-mcp"], env: env("env: pair") }),
		() => ({
			command: "npx",
			args: ["-y", "acme-mcp", `--${flag}`, mark("args: --flag pair")],
		}),
		() => ({
			command: "npx",
			args: ["-y", "acme-mcp", `--${snake}=${mark("args: --flag=pair")}`],
		}),
		() => ({
			command: "docker",
			args: ["run", "-e", `${variable}=${mark("args: -e pair")}`, "acme/mcp"],
		}),
	]);
	return { in: "server", server: server() };
}

/** A part of a kind of file: with a credential in some, with look-alikes in the others. */
export function partFor(
	supply: Supply,
	place: Part["in"],
	labels: Labels,
): Part {
	const { random, places, natural } = supply;
	const draw = random.below(100);
	if (draw < 45) {
		const position = places[place].deal();
		return position.build(credentialFor(supply, position, labels), random);
	}
	if (draw < 65) {
		const position = places[place].deal();
		return position.build(standInFor(supply, position, labels), random);
	}
	if (draw < 82 && place !== "body") return pairPart(supply, place, labels);
	const { what, build } = natural[place].deal();
	return build(random, (text) => labels.marker(what, place, false)(text));
}

/** A hook with or without a credential, for the front matter of agents and skills. */
export function hookFor(supply: Supply, labels: Labels): Part {
	const { random, places } = supply;
	const position = places.settings.dealWhere(({ where }) =>
		where.startsWith("hooks:"),
	);
	const planted = random.chance(0.6)
		? credentialFor(supply, position, labels)
		: standInFor(supply, position, labels);
	return position.build(planted, random);
}
