/** A source of chance that gives the same again for the same seed. */
export interface Random {
	/** A whole number from 0 up to, not including, the limit, which is above 0. */
	below(limit: number): number;
	/** A whole number between two, both included. */
	between(low: number, high: number): number;
	/** Whether something happens that happens this often; 1 is always. */
	chance(probability: number): boolean;
	/** One of the items; there must be one. */
	pick<Item>(items: readonly Item[]): Item;
	/** The items in another order. */
	shuffle<Item>(items: readonly Item[]): Item[];
	/** So many characters out of an alphabet. */
	text(alphabet: string, length: number): string;
}

/** Makes a source of chance. The numbers are good enough for tests and for nothing else. */
export function createRandom(seed: number): Random {
	let state = (seed ^ 0x9e3779b9) >>> 0;
	/** The mulberry32 sequence. */
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (limit: number) => Math.floor(next() * limit);
	const pick = <Item>(items: readonly Item[]): Item => {
		if (items.length === 0) throw new Error("nothing to pick from");
		return items[below(items.length)] as Item;
	};
	return {
		below,
		pick,
		between: (low, high) => low + below(high - low + 1),
		chance: (probability) => next() < probability,
		shuffle(items) {
			const left = [...items];
			return items.map(() => left.splice(below(left.length), 1)[0] as never);
		},
		text: (alphabet, length) =>
			Array.from({ length }, () => alphabet[below(alphabet.length)]).join(""),
	};
}

/** Deals items one after the other in a random order, all of them before any comes again. */
export interface Deck<Item> {
	deal(): Item;
	/** The next item that fits; the others keep their turn. There must be one. */
	dealWhere(fits: (item: Item) => boolean): Item;
}

/** Makes a deck of items; there must be one. */
export function createDeck<Item>(
	random: Random,
	items: readonly Item[],
): Deck<Item> {
	let left: Item[] = [];
	const dealWhere = (fits: (item: Item) => boolean) => {
		let index = left.findIndex(fits);
		if (index < 0) {
			left = [...left, ...random.shuffle(items)];
			index = left.findIndex(fits);
		}
		if (index < 0) throw new Error("no item fits");
		return left.splice(index, 1)[0] as Item;
	};
	return { dealWhere, deal: () => dealWhere(() => true) };
}

const DIGITS = "0123456789";
const LOWER = "abcdefghijklmnopqrstuvwxyz";
const UPPER = LOWER.toUpperCase();

/** The alphabets that a template can name. */
export const alphabets = {
	digit: DIGITS,
	lower: LOWER,
	upper: UPPER,
	alpha: LOWER + UPPER,
	alnum: DIGITS + UPPER + LOWER,
	lowerAlnum: LOWER + DIGITS,
	upperAlnum: UPPER + DIGITS,
	hex: `${DIGITS}abcdef`,
	upperHex: `${DIGITS}ABCDEF`,
	base32: `${UPPER}234567`,
	lowerBase32: `${LOWER}234567`,
	base58: "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz",
	base64: `${UPPER}${LOWER}${DIGITS}+/`,
	url: `${UPPER}${LOWER}${DIGITS}-_`,
	bech32: "qpzry9x8gf2tvdw0s3jn54khce6mua7l",
} as const;

/**
 * Fills the braces of a template: `{hex:32}` with 32 characters of that alphabet, `{alnum:24-99}` with 24 to 99, `{uuid}` with a random UUID.
 * Other braces stay.
 */
export function fill(template: string, random: Random): string {
	return template.replace(
		/\{(?:uuid|([a-z]\w*):(\d+)(?:-(\d+))?)\}/gi,
		(braces, name: string | undefined, low: string, high = low) => {
			if (name === undefined) return uuid(random);
			if (!Object.hasOwn(alphabets, name)) throw new Error(`what is ${braces}`);
			const alphabet = alphabets[name as keyof typeof alphabets];
			return random.text(alphabet, random.between(Number(low), Number(high)));
		},
	);
}

/** A random UUID of version 4. */
export function uuid(random: Random): string {
	const hex = (length: number) => random.text(alphabets.hex, length);
	return `${hex(8)}-${hex(4)}-4${hex(3)}-${random.pick(["8", "9", "a", "b"])}${hex(3)}-${hex(12)}`;
}
