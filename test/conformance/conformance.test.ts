import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { pointerTokens } from "../../src/location.ts";
import { readDisabled, refusalKey } from "../../src/project/approvals.ts";
import { readServers } from "../../src/project/servers.ts";
import type { Diagnostic } from "../../src/rule.ts";
import { lintFiles, parseFiles } from "../lint-text.ts";

/** A case with what the real client said of it; `npm run conformance` writes them. */
interface RecordedCase {
	readonly name: string;
	readonly client: string;
	readonly files: Readonly<Record<string, string>>;
	readonly verdict: {
		readonly mcp?: McpVerdict;
		readonly settings: readonly SettingsProblem[];
	};
	/** Why we say something else than the client, on purpose. */
	readonly differs?: string;
}

interface McpVerdict {
	readonly rejected?: string;
	readonly loaded: readonly string[];
	readonly skipped: Readonly<Record<string, string>>;
	readonly warned: Readonly<Record<string, readonly string[]>>;
}

interface SettingsProblem {
	readonly file: string;
	/** The place as the client writes it: keys joined with dots. */
	readonly at?: string;
	readonly outcome: "rejected" | "skipped";
	readonly message: string;
}

const folder = new URL("verdicts/", import.meta.url);
const groups = readdirSync(folder).map((file) => {
	const lines = readFileSync(new URL(file, folder), "utf8").trim().split("\n");
	return [
		file.replace(".jsonl", ""),
		lines.map((line): RecordedCase => JSON.parse(line)),
	] as const;
});

describe.each(groups)("%s", (_group, cases) => {
	test.each(cases.map((each) => [each.name, each] as const))(
		"%s",
		(_name, { files, verdict, differs }) => {
			const diagnostics = lintFiles(files);
			const ours = {
				...mcpOutcome(diagnostics),
				keptOut: ourKeptOut(files, diagnostics),
				settings: settingsOutcome(diagnostics, verdict.settings),
			};
			const theirs = {
				...clientOutcome(verdict),
				keptOut: theirKeptOut(files, verdict.mcp),
				settings: [],
			};
			if (differs === undefined) expect(ours).toEqual(theirs);
			else expect(ours, `no longer differs: ${differs}`).not.toEqual(theirs);
		},
	);
});

test("there are at least 300 cases, all of one client version", () => {
	const all = groups.flatMap(([, cases]) => cases);
	expect(all.length).toBeGreaterThanOrEqual(300);
	expect(new Set(all.map(({ client }) => client)).size).toBe(1);
});

/** What becomes of the server file, as the client says it. */
function clientOutcome({ mcp }: RecordedCase["verdict"]) {
	return {
		rejected: mcp?.rejected !== undefined,
		skipped: Object.keys(mcp?.skipped ?? {}).sort(),
		whitespace: Object.entries(mcp?.warned ?? {})
			.filter(([, messages]) =>
				messages.some((message) => /whitespace/i.test(message)),
			)
			.map(([server]) => server)
			.sort(),
	};
}

/** The same as we say it. */
function mcpOutcome(diagnostics: readonly Diagnostic[]) {
	const own = diagnostics.filter(
		({ location }) => location.file === ".mcp.json",
	);
	const servers = (kept: readonly Diagnostic[]) =>
		[
			...new Set(
				kept.map(({ location }) => pointerTokens(location.pointer)[1] ?? ""),
			),
		].sort();
	return {
		rejected: own.some(({ effect }) => effect === "rejected"),
		skipped: servers(own.filter(({ effect }) => effect === "skipped")),
		whitespace: servers(
			own.filter(
				({ rule, message }) =>
					rule === "stray-whitespace" && message.includes("white space at its"),
			),
		),
	};
}

/** The servers that a policy or a refusal keeps out, in a project that has one: they are neither loaded nor skipped. */
function theirKeptOut(
	files: RecordedCase["files"],
	mcp: McpVerdict | undefined,
): string[] {
	if (!mcp || !hasPolicy(files)) return [];
	return Object.keys(JSON.parse(files[".mcp.json"] ?? "").mcpServers)
		.filter((name) => !mcp.loaded.includes(name) && !(name in mcp.skipped))
		.sort();
}

function ourKeptOut(
	files: RecordedCase["files"],
	diagnostics: readonly Diagnostic[],
): string[] {
	if (!hasPolicy(files)) return [];
	const blocked = diagnostics
		.filter(({ rule }) => rule === "blocked-server")
		.map(({ location }) => pointerTokens(location.pointer)[1] ?? "");
	const documents = parseFiles(files);
	const refused = new Set(
		documents.flatMap(readDisabled).map(({ node }) => refusalKey(node.value)),
	);
	const names = documents
		.flatMap(readServers)
		.map(({ name }) => name)
		.filter((name) => refused.has(refusalKey(name)));
	return [...new Set([...blocked, ...names])].sort();
}

function hasPolicy(files: RecordedCase["files"]): boolean {
	return Object.entries(files).some(
		([file, text]) =>
			file !== ".mcp.json" &&
			/"(?:allowedMcp|deniedMcp|disabledMcpjson)Servers"/.test(text),
	);
}

/** Every difference about the settings: what only one of us says. Permission rules are compared by their text, the rest by place. */
function settingsOutcome(
	diagnostics: readonly Diagnostic[],
	theirs: readonly SettingsProblem[],
): string[] {
	const ours = diagnostics
		.filter(
			({ location, effect }) =>
				location.file !== ".mcp.json" &&
				(effect === "rejected" || effect === "skipped"),
		)
		.map(({ location, effect, message }) => ({
			file: location.file,
			place: pointerTokens(location.pointer),
			effect,
			message,
		}));
	const clients = theirs.map((problem) => ({
		...problem,
		place: (problem.at ?? "")
			.replace(/\[(\d+)\]/g, ".$1")
			.split(".")
			.filter(Boolean),
	}));
	const related = (a: readonly string[], b: readonly string[]) => {
		const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
		return shorter.every((token, index) => token === longer[index]);
	};
	const matches = (
		mine: (typeof ours)[number],
		other: (typeof clients)[number],
	) =>
		mine.file === other.file &&
		mine.effect === other.outcome &&
		related(withoutDots(mine.place), other.place);
	return [
		...ours
			.filter((mine) => !clients.some((other) => matches(mine, other)))
			.map(
				(mine) =>
					`only we: ${mine.effect} ${mine.place.join(".")}: ${mine.message}`,
			),
		...clients
			.filter((other) => !ours.some((mine) => matches(mine, other)))
			.map(
				(other) =>
					`only the client: ${other.outcome} ${other.at}: ${other.message}`,
			),
		...ruleDifferences(ours, theirs),
	];
}

/** The client does not tell a dot in a key from one between keys. */
function withoutDots(place: readonly string[]): string[] {
	return place.flatMap((token) => token.split("."));
}

/** In each list exactly as many rules are dropped as the client drops; what is no text it counts once a list. */
function ruleDifferences(
	ours: readonly {
		place: readonly string[];
		effect: string;
		message: string;
	}[],
	theirs: readonly SettingsProblem[],
): string[] {
	return ["allow", "ask", "deny"].flatMap((behavior) => {
		const mine = new Set(
			ours
				.filter(
					({ place, effect, message }) =>
						effect === "skipped" &&
						/^(?:Allow|Ask|Deny) rule:/.test(message) &&
						place[0] === "permissions" &&
						place[1] === behavior,
				)
				.map(({ place }) => place.join("/")),
		).size;
		const others = theirs.filter(
			({ at, message }) =>
				at === `permissions.${behavior}` &&
				message.startsWith("Invalid permission rule"),
		).length;
		return mine === others
			? []
			: `${behavior}: we drop ${mine} rules, the client ${others}`;
	});
}
