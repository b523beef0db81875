import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	classifyPlaceholder,
	type PlaceholderSort,
} from "../../src/secrets/placeholders.ts";
import { hex, token, uuid } from "./samples.ts";

const texts: Readonly<Record<PlaceholderSort | "nothing", readonly string[]>> =
	{
		unfilled: [
			..."<YOUR_API_KEY> <token> [token] {token} sk-<key> «token» YOUR_TOKEN your-github-token yourApiKeyHere yourapikey".split(
				" ",
			),
			..."sk-... ghp_xxxxxxxxxxxxxxxxxxxx xxx *** •••••• ghp_**** MY_API_TOKEN changeme CHANGE_ME REPLACE_ME TODO sk- ghp_".split(
				" ",
			),
			..."SEU_TOKEN_AQUI votre-cle-api twój-token 你的api密钥 ваш_токен".split(
				" ",
			),
			...["enter your token here", "token goes here", "0".repeat(32)],
		],
		default: [
			"",
			" ",
			"postgres",
			"admin",
			"password",
			"bearer",
			"test-token",
			"Password123!",
			"root",
		],
		"made-up": [
			...[
				"abc123def456",
				"a1b2c3d4e5f6",
				"8765432109",
				"zxcvbnmasdf",
				"aaaaaaaa",
			],
			...["00000000-0000-0000-0000-000000000000", "AKIAIOSFODNN7EXAMPLE"],
			...["ghp_abcdefghijklmnopqrstuvwxyz0123456789", "sk-1234567890abcdef"],
			...["my_secret_token_123", "test-token-2", "deadbeefdeadbeef"],
		],
		nothing: [
			...[token(), token(40), hex(32), uuid, `sk-${token(40)}`, "Willow2024!"],
			...["v3ryN1ce&Sunny", "x".repeat(401), "hQ9-xxa-L2k8Rm"],
		],
	};

describe.each(Object.entries(texts))("%s", (sort, examples) => {
	test.each(examples)("%j", (text) => {
		expect(classifyPlaceholder(text) ?? "nothing").toBe(sort);
	});
});

test("of a password that somebody made of words nothing is said", () => {
	expect(classifyPlaceholder("Testing2024!", "password")).toBeUndefined();
	expect(classifyPlaceholder("YourPassword2024", "password")).toBeDefined();
});

test("of hardly any random text it is said that somebody has to fill it in", () => {
	const alphabet = fc.constantFrom(
		..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
	);
	const random = fc.string({ unit: alphabet, minLength: 24, maxLength: 40 });
	const sample = fc.sample(random, { numRuns: 2000, seed: 1 });
	const diverse = sample.filter((text) => new Set(text).size > 12);
	const wrong = diverse.filter(
		(text) => classifyPlaceholder(text) !== undefined,
	);
	expect(wrong).toEqual([]);
});

test("any text can be asked about, and soon", () => {
	const text = fc.string({ unit: "binary", maxLength: 410 });
	fc.assert(fc.property(text, (value) => void classifyPlaceholder(value)));
	for (const part of ["a", "your", "-_", "aB1", "x.", "<", "é "])
		classifyPlaceholder(part.repeat(500).slice(0, 400));
});
