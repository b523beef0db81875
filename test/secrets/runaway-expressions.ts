import { createRequire } from "node:module";
import { runInNewContext } from "node:vm";

// Which expressions can take for ever. `recheck` finds the text that an expression is slowest on, or proves that there is none; then the expression itself is
// run on that text. Because counted repetitions make a proof as large as their counts, it is first asked about the expression without them, and with an end that
// no text has, so that it has to try everything: what is proved of that holds for the expression, and an attack on it may be one that the counts avert.

/** How long an attack is, in UTF-16 units, and how long an expression that is linear may take over it on a slow machine. */
const LENGTH = 400_000;
const MILLISECONDS = 3_000;

/** A character that no text has. */
const NEVER = "\\uE000";

interface Pump {
	readonly prefix: string;
	readonly pump: string;
}

interface Verdict {
	readonly status: "safe" | "vulnerable" | "unknown";
	readonly attack?: {
		readonly pumps: readonly Pump[];
		readonly suffix: string;
	};
}

type Check = (
	source: string,
	flags: string,
	options: { readonly timeout: number },
) => Verdict;

process.env.RECHECK_BACKEND = "pure";
const { checkSync: check }: { readonly checkSync: Check } = createRequire(
	new URL("../tools/expressions/", import.meta.url),
)("recheck");

/** The same expression without limits to what it repeats more often than a number of times. */
function withoutCounts(pattern: string, above: number): string {
	return pattern.replace(
		/\{(\d+)(?:,(\d*))?\}/g,
		(count, least: string, most: string | undefined) => {
			if (Number(most ?? least) <= above && most !== "") return count;
			return most === undefined ? "{2}" : `{${Math.min(1, Number(least))},}`;
		},
	);
}

/** What is wrong with an expression; undefined if it takes no longer than its text is long. */
export function complaint({ source, flags }: RegExp): string | undefined {
	const run = new RegExp(source, flags.replace(/[dg]/g, ""));
	const start = run.sticky ? "^" : "";
	let isKnown = false;
	for (const pattern of [
		`(?:${withoutCounts(source, 3)})${NEVER}`,
		`(?:${withoutCounts(source, 9)})${NEVER}`,
		source,
	]) {
		if (isKnown && pattern === source) break;
		const { status, attack } = check(
			`${start}(?:${pattern})`,
			run.flags.replace("y", ""),
			{ timeout: 60_000 },
		);
		if (status === "safe") return undefined;
		if (!attack) continue;
		const text = attackTexts(attack).find((each) => !endsIn(run, each));
		if (text !== undefined)
			return `takes for ever over ${JSON.stringify(text.slice(0, 80))}`;
		isKnown = true;
	}
	return isKnown ? undefined : "nobody can tell how long it takes";
}

/** An attack, with its end, without one, and with one that nothing matches: an expression that finds something is quick. */
function attackTexts({
	pumps,
	suffix,
}: NonNullable<Verdict["attack"]>): string[] {
	const length = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
	const times = Math.ceil(LENGTH / Math.max(1, length));
	const text = pumps
		.map(({ prefix, pump }) => prefix + pump.repeat(times))
		.join("");
	return [text + suffix, text, `${text}\uE001`];
}

/** Whether all matches in a text are found in bounded time. */
function endsIn(expression: RegExp, text: string): boolean {
	const flags = expression.sticky ? expression.flags : `${expression.flags}g`;
	try {
		runInNewContext(
			"text.replace(new RegExp(source, flags), '')",
			{ source: expression.source, flags, text },
			{ timeout: MILLISECONDS },
		);
		return true;
	} catch {
		return false;
	}
}
