import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
	matchesAddress,
	readAddress,
	readUrlPattern,
} from "../../src/project/url-patterns.ts";

/** What 2.1.329 did with every pattern and every address of its set, in the allow list and in the deny list alike. */
interface Recorded {
	readonly pattern: string;
	readonly set: number;
	/** Indexes of the addresses that it matched. */
	readonly matches: readonly number[];
}

const lines = readFileSync(
	new URL("url-patterns.jsonl", import.meta.url),
	"utf8",
)
	.trim()
	.split("\n")
	.map((line) => JSON.parse(line));
const sets: readonly (readonly string[])[] = lines.flatMap(({ addresses }) =>
	addresses ? [addresses] : [],
);
const recorded: readonly Recorded[] = lines.filter(
	({ pattern }) => pattern !== undefined,
);

test("there are some thousand pairs", () => {
	const pairs = recorded.reduce(
		(sum, { set }) => sum + (sets[set]?.length ?? 0),
		0,
	);
	expect(pairs).toBeGreaterThan(6000);
});

test.each(recorded.map((each) => [each.pattern, each] as const))(
	"judges %j as the client does, or not at all",
	(text, { set, matches }) => {
		const pattern = readUrlPattern(text);
		if (pattern === "unknown") return;
		for (const [index, address] of (sets[set] ?? []).entries()) {
			const ours =
				typeof pattern === "string"
					? false
					: matchesAddress(pattern, readAddress(address));
			if (ours === undefined) continue;
			expect(ours, address).toBe(matches.includes(index));
		}
	},
);

test("leaves alone only what depends on the environment and what nobody writes", () => {
	const unknown = recorded.filter(
		({ pattern }) => readUrlPattern(pattern) === "unknown",
	);
	expect(
		unknown
			.map(({ pattern }) => pattern)
			.filter((each) => !each.includes("${")),
	).toEqual([
		"*//h.example.com/mcp",
		"https://bücher.example/*",
		"*//h.example.com/*",
		"*//h.example.com",
		"*//*",
		"https://*.bücher.example/*",
		"https://h.example.com:**",
		"https://h.example.com:** ",
		"http://[*]:3000",
		"http://[::*]:3000/*",
	]);
});

test.each([
	["github.com", "no scheme"],
	["*.example.com/*", "no scheme"],
	["localhost:3000", "no scheme"],
	["http*://h.example.com/*", "no scheme"],
	["**", "no scheme"],
	["", "no scheme"],
	["ftp://h.example.com/*", "wrong scheme"],
	["https://", "no address"],
	["https://h example.com/*", "no address"],
	["https://${HOST}/*", "unknown"],
])("says why %j matches nothing", (text, reason) => {
	expect(readUrlPattern(text)).toBe(reason);
});

test("takes a long hostile pattern apart in no time", () => {
	const started = performance.now();
	const pattern = readUrlPattern(`https://h.example.com/${"*a".repeat(1000)}`);
	if (typeof pattern !== "string")
		matchesAddress(
			pattern,
			readAddress(`https://h.example.com/${"a".repeat(100_000)}b`),
		);
	expect(performance.now() - started).toBeLessThan(500);
});
