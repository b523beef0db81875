import { describe, expect, test } from "vitest";
import {
	entropy,
	isRecoveryPhrase,
	opacityOfPassword,
	opacityOfToken,
} from "../../src/secrets/opaque-values.ts";
import { hex, token, uuid } from "./samples.ts";

describe("a token", () => {
	test.each([token(), token(16), hex(32), uuid, token(12), `a-${token(20)}`])(
		"can be %s",
		(text) => {
			expect(opacityOfToken(text)).toBe("opaque");
		},
	);

	test.each([token(8), token(11), "7316428590461735"])("may be %s", (text) => {
		expect(opacityOfToken(text)).toBe("doubtful");
	});

	test.each([
		...["", "a", token(7), "abcdefgh", "true", "production", "128000", "30s"],
		...["1.2.3", "^1.2.3-beta.4", "2024-01-01T12:00:00Z", "10mb", "0123456789"],
		...["/usr/local/bin/a1", "~/a/b2", "./a1/b2", "C:\\a1", "src/index2.ts"],
		...["key1.pem", "https://a1.example.com/b2", "ada1@example.com"],
		...["docs1.example.com:8080", "127.0.0.1:8080", "arn:aws:iam::123:role/a"],
		...["X-Api-Key", "Content-Type", "GITHUB_TOKEN_2", "@scope/package@1.2.3"],
		...["claude-sonnet-4-5", "prod-cluster-2", "us-east-1", "sha256:abc123"],
		...["RS256", "aes-256-gcm", "ctrl+shift+1", "one,two,three4"],
		...["[a-z0-9]{32}", "(?:a|b)12345678", "{a1b2c3d4e5}", "two words 1234"],
		...["SomeNiceClassNameHere", "k1\u00e9".repeat(5)],
	])("is not %s", (text) => {
		expect(opacityOfToken(text)).toBeUndefined();
	});
});

describe("a password", () => {
	test.each(["Willow2024!", "correct-horse", "p4ss!", "S0nne&Mond", token()])(
		"can be %s",
		(text) => {
			expect(opacityOfPassword(text)).toBe("opaque");
		},
	);

	test.each(["sunflower", "Willow", "correct horse battery staple"])(
		"may be %s",
		(text) => {
			expect(opacityOfPassword(text)).toBe("doubtful");
		},
	);

	test.each([
		...["", "abcd", "true", "1234", "1.2.3", "/run/secrets/a", "~/a/b"],
		...["https://a", "willow", "two words", "C:\\a", "a".repeat(257)],
	])("is not %s", (text) => {
		expect(opacityOfPassword(text)).toBeUndefined();
	});
});

test("a recovery phrase has as many words as the standard says", () => {
	const words =
		"abandon ability able about above absent absorb abstract absurd abuse access accident account".split(
			" ",
		);
	expect(isRecoveryPhrase(words.slice(0, 12).join(" "))).toBe(true);
	expect(isRecoveryPhrase(words.join(" "))).toBe(false);
	expect(isRecoveryPhrase(Array(12).fill("word").join(" "))).toBe(false);
	expect(isRecoveryPhrase("")).toBe(false);
});

test("entropy is counted in bits for each character", () => {
	expect(entropy("")).toBe(0);
	expect(entropy("aaaa")).toBe(0);
	expect(entropy("abab")).toBe(1);
	expect(entropy("abcdefgh")).toBe(3);
});
