/**
 * A regular expression of a file under lint that can be asked without being run: its own states are followed one character at a time, so
 * that no expression, however hostile, takes longer than its length times that of the text.
 */
export interface RegularExpression {
	/** Whether it matches somewhere in a text, as `test` would say. */
	matches(text: string): boolean;
	/** Whether it could match any text that holds only these characters. Says yes where that would take more to find out. */
	canMatch(characters: string): boolean;
}

/** Longer expressions are not judged: nobody wrote them by hand. */
const LONGEST = 200;
/** `a{1000}` would be a thousand states. */
const MOST_STATES = 500;

/** Whether a text is a regular expression of JavaScript; yes for what only newer engines know. */
export function isRegularExpression(source: string): boolean {
	if (source.length > LONGEST || hasModifiers(source)) return true;
	try {
		return Boolean(new RegExp(source));
	} catch {
		return false;
	}
}

/** Reads an expression; nothing for one that is not valid, is very long, or looks around or back, which cannot be judged this way. */
export function readRegularExpression(
	source: string,
): RegularExpression | undefined {
	if (source.length > LONGEST || !isRegularExpression(source)) return undefined;
	try {
		const states = compile(source);
		return {
			matches: (text) => run(states, text),
			canMatch: (characters) => isReachable(states, characters),
		};
	} catch (error) {
		if (error instanceof Unjudged) return undefined;
		throw error;
	}
}

/** `(?i:…)`: whether it is valid depends on the engine. */
function hasModifiers(source: string): boolean {
	return /\(\?[a-z-]+:/.test(source);
}

class Unjudged extends Error {}

type Test = (character: string) => boolean;

type Assertion = "start" | "end" | "boundary" | "inside";

type State =
	| { readonly type: "character"; readonly test: Test; next: number }
	| {
			readonly type: "assertion";
			readonly assertion: Assertion;
			next: number;
	  }
	| { readonly type: "split"; readonly next: number[] }
	| { readonly type: "accept" };

/** The first state is the one to begin with. */
interface States {
	readonly all: readonly State[];
	readonly first: number;
}

type Part =
	| { readonly type: "character"; readonly test: Test }
	| { readonly type: "assertion"; readonly assertion: Assertion }
	| { readonly type: "sequence"; readonly parts: readonly Part[] }
	| { readonly type: "choice"; readonly parts: readonly Part[] }
	| {
			readonly type: "repeat";
			readonly part: Part;
			readonly least: number;
			readonly most: number;
	  };

function compile(source: string): States {
	const all: State[] = [{ type: "accept" }];
	const add = (state: State): number => {
		if (all.length >= MOST_STATES) throw new Unjudged();
		return all.push(state) - 1;
	};
	// built from the end, so that every state knows what follows it
	let built = 0;
	const build = (part: Part, next: number): number => {
		// what adds no state, such as an empty group, is built as often as it is repeated
		if (++built > 10 * MOST_STATES) throw new Unjudged();
		switch (part.type) {
			case "character":
			case "assertion":
				return add({ ...part, next });
			case "sequence":
				return part.parts.reduceRight(
					(after, each) => build(each, after),
					next,
				);
			case "choice":
				return add({
					type: "split",
					next: part.parts.map((each) => build(each, next)),
				});
			case "repeat":
				return buildRepeat(part, next);
		}
	};
	const buildRepeat = (
		{ part, least, most }: Extract<Part, { type: "repeat" }>,
		next: number,
	): number => {
		const bound = most === Number.POSITIVE_INFINITY ? least : most;
		if (bound > MOST_STATES) throw new Unjudged();
		let after = next;
		if (most === Number.POSITIVE_INFINITY) {
			const ways = [next];
			after = add({ type: "split", next: ways });
			ways.push(build(part, after));
		} else {
			for (let count = least; count < most; count++) {
				after = add({ type: "split", next: [next, build(part, after)] });
			}
		}
		for (let count = 0; count < least; count++) after = build(part, after);
		return after;
	};
	return { first: build(parse(source), 0), all };
}

/** Takes apart a text that is known to be valid. */
function parse(source: string): Part {
	let at = 0;
	const parseChoice = (): Part => {
		const parts = [parseSequence()];
		while (source[at] === "|") {
			at++;
			parts.push(parseSequence());
		}
		const [only] = parts;
		return parts.length === 1 && only ? only : { type: "choice", parts };
	};
	const parseSequence = (): Part => {
		const parts: Part[] = [];
		while (at < source.length && source[at] !== "|" && source[at] !== ")") {
			parts.push(parseRepeats(parsePart()));
		}
		return { type: "sequence", parts };
	};
	const parseRepeats = (part: Part): Part => {
		const [text, symbol = "", least = "", comma, most = ""] =
			/^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(source.slice(at)) ?? [];
		if (text === undefined) return part;
		at += text.length;
		const bounds = {
			"*": [0, Number.POSITIVE_INFINITY],
			"+": [1, Number.POSITIVE_INFINITY],
			"?": [0, 1],
		}[symbol] ?? [
			Number(least),
			comma ? Number(most || Number.POSITIVE_INFINITY) : Number(least),
		];
		const [lower = 0, upper = 0] = bounds;
		return { type: "repeat", part, least: lower, most: upper };
	};
	const parsePart = (): Part => {
		const character = source[at] ?? "";
		if (character === "(") return parseGroup();
		if (character === "^" || character === "$") {
			at++;
			const assertion = character === "^" ? "start" : "end";
			return { type: "assertion", assertion };
		}
		const [text = character] =
			/^(?:\[(?:[^\]\\]|\\[\s\S])*\]|\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|[\s\S])|\.)/.exec(
				source.slice(at),
			) ?? [];
		at += text.length;
		if (text === "\\b") return { type: "assertion", assertion: "boundary" };
		if (text === "\\B") return { type: "assertion", assertion: "inside" };
		if (/^\\[0-9ck]/.test(text)) throw new Unjudged();
		return { type: "character", test: characterTest(text) };
	};
	const parseGroup = (): Part => {
		const [opening = "("] =
			/^\((?:\?:|\?<[A-Za-z]\w*>)?/.exec(source.slice(at)) ?? [];
		at += opening.length;
		if (source[at] === "?") throw new Unjudged();
		const part = parseChoice();
		at++;
		return part;
	};
	return parseChoice();
}

/** A single character's class is the engine's to judge: it has no way to take long over one. */
function characterTest(text: string): Test {
	if (text.length === 1 && text !== ".")
		return (character) => character === text;
	const one = new RegExp(`^${text}$`);
	const known = new Map<string, boolean>();
	return (character) => {
		const answer = known.get(character) ?? one.test(character);
		known.set(character, answer);
		return answer;
	};
}

function run({ all, first }: States, text: string): boolean {
	let current = new Set<number>();
	for (let at = 0; at <= text.length; at++) {
		if (follow(all, [...current, first], text, at, current)) return true;
		const character = text[at];
		if (character === undefined) return false;
		const next = new Set<number>();
		for (const index of current) {
			const state = all[index];
			if (state?.type === "character" && state.test(character)) {
				next.add(state.next);
			}
		}
		current = next;
	}
	return false;
}

/** Adds what can be reached without a character; says whether that is the end. */
function follow(
	all: readonly State[],
	from: number[],
	text: string,
	at: number,
	reached: Set<number>,
): boolean {
	reached.clear();
	while (from.length > 0) {
		const index = from.pop() ?? 0;
		if (reached.has(index)) continue;
		reached.add(index);
		const state = all[index];
		if (state?.type === "accept") return true;
		if (state?.type === "split") from.push(...state.next);
		if (state?.type === "assertion" && holds(state.assertion, text, at)) {
			from.push(state.next);
		}
	}
	return false;
}

function holds(assertion: Assertion, text: string, at: number): boolean {
	if (assertion === "start") return at === 0;
	if (assertion === "end") return at === text.length;
	const isWord = (character = "") => /\w/.test(character);
	const isBoundary = isWord(text[at - 1]) !== isWord(text[at]);
	return isBoundary === (assertion === "boundary");
}

/** Assertions are taken to hold. */
function isReachable({ all, first }: States, characters: string): boolean {
	const reached = new Set<number>();
	const from = [first];
	while (from.length > 0) {
		const index = from.pop() ?? 0;
		if (reached.has(index)) continue;
		reached.add(index);
		const state = all[index];
		if (state?.type === "accept") return true;
		if (state?.type === "split") from.push(...state.next);
		if (state?.type === "assertion") from.push(state.next);
		if (state?.type === "character" && [...characters].some(state.test)) {
			from.push(state.next);
		}
	}
	return false;
}
