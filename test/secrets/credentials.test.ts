import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Credential } from "../../src/secrets/credential.ts";
import { findCredentials } from "../../src/secrets/credentials.ts";
import { configValue } from "../arbitrary-files.ts";
import { parseFiles } from "../lint-text.ts";
import { hardFiles } from "./labelled/labelled-files.ts";
import { base64, githubToken, hex, token, uuid } from "./samples.ts";

const found = (file: string, text: string): readonly Credential[] =>
	parseFiles({ [file]: text }).flatMap(findCredentials);

const inEnv = (name: string, value: string) =>
	found(".claude/settings.json", JSON.stringify({ env: { [name]: value } }));

describe("how sure it is", () => {
	test.each([
		["a checksum", "A", githubToken, "certain"],
		["a form", "A", `AIza${token(35)}`, "certain"],
		["a name and a random value", "API_KEY", token(), "likely"],
		["a name and a UUID", "API_KEY", uuid, "likely"],
		[
			"a checksum that is wrong",
			"A",
			githubToken.replace(/.$/, "1"),
			"doubtful",
		],
		["a short value", "API_KEY", token(9), "doubtful"],
		["a name that may mean something else", "key", token(), "doubtful"],
		[
			"an address on this machine",
			"A",
			"redis://:Willow24@cache:1",
			"doubtful",
		],
		["a word for a password", "PASSWORD", "sunflower", "doubtful"],
	])("%s", (_what, name, value, confidence) => {
		expect(inEnv(name, value).map((each) => each.confidence)).toEqual([
			confidence,
		]);
	});
});

describe("what it is called", () => {
	test.each([
		["DB_PASSWORD", "Willow2024!", "a password"],
		["API_KEY", token(), "a key"],
		["ACCESS_TOKEN", token(), "a token"],
		["CLIENT_SECRET", token(), "a credential"],
		["MNEMONIC", phrase(), "a recovery phrase"],
	])("the value of %s", (name, value, title) => {
		expect(inEnv(name, value)).toMatchObject([{ title, name, isLocal: false }]);
	});

	test("a form has no name", () => {
		expect(inEnv("TOKEN", githubToken)).toMatchObject([
			{
				title: "a GitHub personal access token (classic)",
				name: undefined,
				value: githubToken,
			},
		]);
	});
});

function phrase(): string {
	return "wolf gate lamp rice tree moon ship coin bird rope salt drum";
}

describe("nothing is found", () => {
	test.each([
		["of a key that everyone may see", "NEXT_PUBLIC_MAPS", `AIza${token(35)}`],
		["of an identifier", "A", ["AC", hex(32)].join("")],
		["of a pattern", "A", `${githubToken.slice(0, 4)}[A-Za-z0-9]{36}`],
		["of its own name", "API_KEY", "api-key"],
		["of what is repeated", "API_KEY", "ab".repeat(12)],
	])("%s", (_what, name, value) => {
		expect(inEnv(name, value)).toEqual([]);
	});

	test("of a JSON Web Token for everyone", () => {
		const encode = (value: unknown) =>
			base64(JSON.stringify(value)).replaceAll("=", "");
		const jwt = (role: string) =>
			[encode({ alg: "HS256" }), encode({ role }), token(43)].join(".");
		expect(inEnv("A", jwt("service_role"))).toHaveLength(1);
		expect(inEnv("A", jwt("anon"))).toEqual([]);
	});
});

test("the decoded value is known, and all of the encoded one is its place", () => {
	const text = `{ "mcpServers": { "a": { "type": "http", "url": "https://a.example.com", "headers": { "Authorization": "Basic ${base64("ada:Willow2024!")}" } } } }`;
	const [credential] = found(".mcp.json", text);
	expect(credential?.value).toBe("Willow2024!");
	expect(text.slice(credential?.location.start, credential?.location.end)).toBe(
		base64("ada:Willow2024!"),
	);
});

/** Pieces of what the search looks for, so that generated texts reach the code behind them. */
const piece = fc.oneof(
	fc.constantFrom(
		...[
			'{ "env": {',
			'"API_KEY":',
			'"',
			"'",
			"}",
			"{",
			"[",
			"]",
			",",
			":",
			"\\",
		],
		...[
			"--token ",
			"--api-key=",
			"-H ",
			"Authorization: Bearer ",
			"-u a:",
			"=",
		],
		...[
			"https://",
			"?token=",
			"&config=eyJ",
			"@",
			"${A:-",
			"$(",
			"echo ",
			"\n",
		],
		...["```sh\n", "```", "//", "/*", "Bash(", ")", "; ", "\\u0041", "\ufeff"],
		...["Basic ", "Password=", ";", "cookie: ", "🦊", "---\n", "mysql -p"],
	),
	fc.constantFrom(token(), githubToken, hex(64), uuid, base64(`a:${token()}`)),
	fc.string({ unit: "binary", maxLength: 6 }),
);

const anyText = fc
	.array(piece, { maxLength: 25 })
	.map((parts) => parts.join(""));

const anyFile = fc.tuple(
	fc.constantFrom(
		".mcp.json",
		".claude/settings.json",
		".claude/agents/a.md",
		".claude/commands/a.md",
	),
	fc.oneof(
		anyText,
		anyText.map((text) => `---\nname: ${text}\n---\n${text}`),
		configValue.map((value) => JSON.stringify(value)),
		fc
			.dictionary(
				fc.constantFrom("env", "args", "command", "API_KEY", "allow", "hooks"),
				fc.oneof(anyText, fc.array(anyText, { maxLength: 4 }), configValue),
			)
			.map((value) => JSON.stringify({ env: value, servers: [value] })),
	),
);

test("in any file, ranges lie in the text, in its order, and do not overlap", () => {
	fc.assert(
		fc.property(anyFile, ([file, text]) => {
			let position = 0;
			for (const { location, value } of found(file, text)) {
				expect(location.start).toBeGreaterThanOrEqual(position);
				expect(location.end).toBeGreaterThan(location.start);
				expect(location.end).toBeLessThanOrEqual(text.length);
				expect(value).not.toBe("");
				position = location.end;
			}
		}),
		{ numRuns: 500 },
	);
});

test("in hard files too", () => {
	for (const { file, text } of hardFiles(4, 300)) {
		let position = 0;
		for (const { location } of found(file, text)) {
			expect(location.start, text).toBeGreaterThanOrEqual(position);
			position = location.end;
		}
	}
});
