import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { beforeAll, describe, expect, test } from "vitest";
import { parseAst } from "vitest/node";
import type { CredentialFormat } from "../../src/secrets/credential-format.ts";
import { credentialFormats } from "../../src/secrets/credential-formats.ts";
import { passwordSentences } from "../../src/secrets/program-passwords.ts";

// Which expressions can take for ever. `recheck` finds the text that an expression is slowest on, or proves that there is none; then the expression itself is
// run on that text. Because counted repetitions make a proof as large as their counts, it is first asked about the expression without them, and with an end that
// no text has, so that it has to try everything: what is proved of that holds for the expression, and an attack on it may be one that the counts avert.

const tools = fileURLToPath(new URL("../tools/expressions/", import.meta.url));
const source = new URL("../../src/secrets/", import.meta.url);

/** How long an attack is, in UTF-16 units, and how long an expression that is linear may take over it on a slow machine. */
const LENGTH = 400_000;
const MILLISECONDS = 5_000;

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

let check: Check;

beforeAll(() => {
	if (!existsSync(`${tools}node_modules/recheck`)) {
		execFileSync("npm", ["ci", "--no-audit", "--no-fund"], {
			cwd: tools,
			stdio: "ignore",
			shell: process.platform === "win32",
		});
	}
	process.env.RECHECK_BACKEND = "pure";
	check = createRequire(tools)("recheck").checkSync;
}, 120_000);

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
function complaint({ source, flags }: RegExp): string | undefined {
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

/** The expressions that are written in a module as such. */
function literals(text: string): RegExp[] {
	const found: RegExp[] = [];
	const visit = (node: unknown) => {
		if (typeof node !== "object" || node === null) return;
		if ("regex" in node && node.regex) {
			const { pattern, flags } = node.regex as Record<string, string>;
			found.push(new RegExp(pattern ?? "", flags));
		}
		for (const child of Object.values(node)) visit(child);
	};
	visit(parseAst(text, { lang: "ts" }));
	return found;
}

describe("what takes for ever is told", () => {
	test.each([
		/(a+)+$/,
		/(?:a|a)*b/y,
		/a*a*b/,
		/\s+$/g,
		/(?:\d*){1,5}x/y,
		/eyJ[\w-]{10,}\.eyJ/,
	])("%s", (expression) => {
		expect(complaint(expression)).toMatch(/^takes for ever over/);
	});

	test.each([
		/^(?:a|b)+$/,
		/eyJ[\w-]{10,}\.eyJ/y,
		/[?&;][\w.-]{1,60}=(\w+)/g,
		/\bgh[ps]_\w{36}\b/,
	])("from %s, which does not", (expression) => {
		expect(complaint(expression)).toBeUndefined();
	});

	test("wherever it is written", () => {
		const text = [
			"// what /(c+)+/ does",
			'const a: string = "/(s+)+/";',
			"const b = a.replace(/a\\/b/g, `/(t+)+/ ${/(x+)+$/.test(a)}`);",
			"const c = 4 / 2 / 1;",
		].join("\n");
		expect(literals(text)).toEqual([/a\/b/g, /(x+)+$/]);
	});
});

describe("no format takes for ever", () => {
	const end = { word: "[^\\w-]|$", base64: "[^\\w+/=-]|$", none: "" } as const;

	/** Its expression as far as it can be slow: what stands around a match is one character. */
	function expression(format: CredentialFormat): RegExp {
		const { pattern, boundary = "word" } = format;
		return new RegExp(`(?:${pattern})(?:${end[boundary]})`, "y");
	}

	test.each(credentialFormats.map((format) => [format.id, format] as const))(
		"%s",
		(_id, format) => {
			expect(complaint(expression(format))).toBeUndefined();
			if (format.near !== undefined)
				expect(complaint(new RegExp(format.near))).toBeUndefined();
		},
	);
});

describe("no expression of the search for credentials takes for ever", () => {
	test.each(passwordSentences.map(({ pattern }) => pattern))(
		"%s",
		(pattern) => {
			expect(complaint(pattern)).toBeUndefined();
		},
	);

	const files = readdirSync(source, { recursive: true, encoding: "utf8" })
		.map((file) => file.replaceAll("\\", "/"))
		.filter((file) => file.endsWith(".ts"));

	test.each(files)(
		"%s",
		(file) => {
			const text = readFileSync(new URL(file, source), "utf8");
			const complaints = literals(text).flatMap((expression) => {
				const said = complaint(expression);
				return said === undefined ? [] : `${expression} ${said}`;
			});
			expect(complaints).toEqual([]);
		},
		300_000,
	);
});
