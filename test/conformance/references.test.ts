import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { clients, type ReferenceField } from "../../src/clients.ts";
import { scanReferences } from "../../src/references/scan.ts";
import { isWithheld } from "../../src/references/withheld-names.ts";
import { lintFiles } from "../lint-text.ts";
import { environment } from "./cases/references/spellings.mjs";

/** A text, and what came of it where the real client was given it; `npm run conformance references` writes them. */
interface RecordedText {
	readonly text: string;
	/** Whether the client is right to be given it, does not do what it says, or is not meant. */
	readonly sort: "right" | "wrong" | "plain";
	readonly client: string;
	readonly received: Readonly<Partial<Record<ReferenceField, string>>>;
}

/** A variable, and the places that did not get it. */
interface RecordedName {
	readonly name: string;
	readonly isSet: boolean;
	readonly withheld: readonly string[];
}

function readLines<Line>(file: string): Line[] {
	const text = readFileSync(
		new URL(`references/${file}`, import.meta.url),
		"utf8",
	);
	return text
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line));
}

const texts = readLines<RecordedText>("spellings.jsonl");
const agents = readLines<RecordedText>("agents.jsonl");
const names = readLines<RecordedName>("withheld-names.jsonl");
const { references: syntax } = clients["claude-code"];
if (!syntax) throw new Error("the client's syntax is known");

/** What becomes of a text by what we know: the references that the client replaces, with the environment that it had. */
function expand(text: string): string {
	let expanded = "";
	let end = 0;
	for (const {
		spelling,
		name = "",
		fallback,
		start,
		...rest
	} of scanReferences(text)) {
		if (!syntax?.replaced.includes(spelling)) continue;
		const value = Object.hasOwn(environment, name)
			? environment[name]
			: fallback;
		expanded += text.slice(end, start) + (value ?? rest.text);
		end = rest.end;
	}
	return expanded + text.slice(end);
}

/** Headers are looked through twice. */
function predict(text: string, field: ReferenceField): string {
	if (!syntax?.fields.includes(field)) return text;
	return field === "headers" ? expand(expand(text)) : expand(text);
}

/** The servers of agents are looked through in fewer fields, and once. */
function predictInAgent(text: string, field: ReferenceField): string {
	return syntax?.privateFields.includes(field) ? expand(text) : text;
}

/** As an address has it. */
function inAddress(text: string): string {
	return new URL(`http://a.example.com/?${text}`).search.slice(1);
}

/** One field at a time. */
function byField(lines: readonly RecordedText[]) {
	return lines.flatMap(({ text, sort, received }) =>
		Object.entries(received).map(([field, result]) => ({
			text,
			sort,
			field: field as ReferenceField,
			result,
		})),
	);
}

const recorded = byField(texts);
const recordedInAgents = byField(agents);

describe("what the scanner finds is what the client replaces", () => {
	test.each(recorded)("$text in $field", ({ text, field, result }) => {
		const predicted = predict(text, field);
		expect(field === "url" ? inAddress(predicted) : predicted).toBe(result);
	});

	test.each(recordedInAgents)(
		"$text in $field of an agent's server",
		({ text, field, result }) => {
			expect(predictInAgent(text, field)).toBe(result);
		},
	);
});

/** The rules that speak about references. */
const RULES = [
	"unexpanded-reference",
	"blanked-reference",
	"nested-default",
	"unset-reference",
];

/** A file in which a text stands in a field. */
const FILES: Readonly<
	Partial<Record<ReferenceField, (text: string) => Record<string, unknown>>>
> = {
	command: (text) => ({ command: text }),
	args: (text) => ({ command: "docs-server", args: [text] }),
	env: (text) => ({ command: "docs-server", env: { VALUE: text } }),
	url: (text) => ({ type: "http", url: `https://docs.example.com/?${text}` }),
	headers: (text) => ({
		type: "http",
		url: "https://docs.example.com/",
		headers: { Value: text },
	}),
};

describe("what the client leaves as it is, and looks like a reference, is reported", () => {
	const cases = recorded.filter(({ field }) => field in FILES);
	test.each(cases)("$sort: $text in $field", ({ text, sort, field }) => {
		const server = FILES[field]?.(text);
		const diagnostics = lintFiles({
			".mcp.json": JSON.stringify({ mcpServers: { a: server } }),
		});
		const ours = diagnostics.filter(({ rule }) => RULES.includes(rule));
		expect(ours.length > 0).toBe(sort === "wrong");
	});

	test.each(recorded.filter(({ field }) => field === "settings-env"))(
		"$sort: $text in the settings",
		({ text, sort }) => {
			const diagnostics = lintFiles({
				".claude/settings.json": JSON.stringify({ env: { VALUE: text } }),
			});
			const ours = diagnostics.filter(({ rule }) => RULES.includes(rule));
			expect(ours.length > 0).toBe(sort !== "plain");
		},
	);
});

test.each(recordedInAgents.filter(({ field }) => field in FILES))(
	"$sort: $text in $field of an agent's server is reported where it stays",
	({ text, sort, field }) => {
		const servers = JSON.stringify([{ a: FILES[field]?.(text) }]);
		const file = `---\nname: x\ndescription: x\nmcpServers: ${servers}\n---\n`;
		const diagnostics = lintFiles({ ".claude/agents/x.md": file });
		const ours = diagnostics.filter(({ rule }) => RULES.includes(rule));
		const isReplaced = syntax?.privateFields.includes(field);
		expect(ours.length > 0).toBe(
			isReplaced ? sort === "wrong" : sort !== "plain",
		);
	},
);

describe("names that are withheld", () => {
	test.each(names)("$name", ({ name, isSet, withheld }) => {
		const places = isSet
			? (["remote", "program", "helper"] as const)
			: (["remote"] as const);
		const ours = places.filter((place) =>
			isWithheld("claude-code", name, place),
		);
		expect(ours).toEqual(withheld);
	});
});

test("every field that is looked through is recorded, and every spelling", () => {
	const fields = new Set(recorded.map(({ field }) => field));
	expect(syntax?.fields.every((field) => fields.has(field))).toBe(true);
	expect(
		new Set(
			texts
				.flatMap(({ text }) => scanReferences(text))
				.map(({ spelling }) => spelling),
		).size,
	).toBeGreaterThan(14);
	expect(new Set(texts.map(({ client }) => client)).size).toBe(1);
});
