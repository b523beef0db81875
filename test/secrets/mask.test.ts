import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findCredentials } from "../../src/secrets/credentials.ts";
import {
	createMask,
	maskCredentials,
	maskedItem,
	maskInPlace,
} from "../../src/secrets/mask.ts";
import { parseFiles } from "../lint-text.ts";
import { githubToken, token } from "./samples.ts";

const key = token();

describe("what could be a credential is hidden", () => {
	test.each([
		["https://ada:pass@a.example.com", "https://ada:…@a.example.com"],
		["https://a.example.com/?b=word", "https://a.example.com/?b=…"],
		["Authorization: Bearer wordword", "Authorization: Bearer …"],
		['"api_key": "word"', '"api_key": "…"'],
		["TOKEN=word a", "TOKEN=… a"],
		["--api-key=word", "--api-key=…"],
		['"--token", "word"', '"--token", "…"'],
		["${TOKEN:-word}", "${TOKEN:-…}"],
		[key, "kV7x…"],
	])("%s", (text, masked) => {
		expect(maskCredentials(text)).toBe(masked);
	});

	test("and of a form no more than its beginning is left", () => {
		expect(maskCredentials(githubToken)).toBe("ghp_…");
	});

	test.each([
		"Bearer ${TOKEN}",
		'"api_key": "${API_KEY}"',
		"--api-key=${API_KEY}",
		"TOKEN=<your-token>",
		"mcp__server__tool_with_a_long_name",
		"@modelcontextprotocol/server-filesystem@1.2.3",
		"/usr/local/share/documentation/index.html",
		"",
	])("and not %j", (text) => {
		expect(maskCredentials(text)).toBe(text);
	});
});

test("in place every column stays where it is", () => {
	const text = fc.string({ unit: "binary", maxLength: 80 });
	fc.assert(
		fc.property(text, fc.nat(80), fc.nat(80), (value, one, other) => {
			const known = [
				{ start: Math.min(one, other), end: Math.max(one, other) },
			];
			const within = known.filter(({ end }) => end <= value.length);
			expect(maskInPlace(value, within)).toHaveLength(value.length);
		}),
	);
	expect(maskInPlace("a word b", [{ start: 2, end: 6 }])).toBe("a **** b");
});

test("an item of a baseline holds no credential", () => {
	expect(maskedItem(`TOKEN=${key}`)).toBe("TOKEN=…");
	expect(maskedItem("a".repeat(2000))).toHaveLength(1000);
});

describe("what was found is hidden wherever it comes up", () => {
	const password = "Willow2024!";
	const text = JSON.stringify({ env: { PASSWORD: password, API_KEY: key } });
	const documents = parseFiles({ ".claude/settings.json": text });
	const mask = createMask(
		documents,
		new Map(documents.map((each) => [each.file, findCredentials(each)])),
	);
	test.each([
		[`a ${password} b`, "a … b"],
		[`a ${password.slice(0, 9)} b`, "a … b"],
		[`a ${key}${password} b`, "a kV7x…… b"],
		[`${key.slice(0, 20)}…`, "kV7x……"],
		["Willow", "Willow"],
		["Will", "Will"],
		["", ""],
	])("%s", (said, masked) => {
		expect(mask(said)).toBe(masked);
	});

	test("and where nothing was, nothing is", () => {
		expect(createMask(documents, new Map())(`a ${password}`)).toBe(
			`a ${password}`,
		);
	});
});
