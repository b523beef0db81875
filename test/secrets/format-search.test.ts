import { describe, expect, test } from "vitest";
import { credentialFormats } from "../../src/secrets/credential-formats.ts";
import { findFormats } from "../../src/secrets/format-search.ts";

// Every token is put together here, so that no scanner takes this file for a leak.
const hex = (length: number) => "0f1e2d3c4b5a6978".repeat(20).slice(0, length);
const letters = (length: number) =>
	"kV7xQm2ZtB9wLc4RfYp8".repeat(60).slice(0, length);

const found = (text: string, near?: string) =>
	findFormats(text, near).map(({ format, start, end }) => [
		format.id,
		text.slice(start, end),
	]);

describe("what is found", () => {
	test("are all of them, from left to right", () => {
		const [github, google] = [`ghp_${letters(36)}`, `AIza${letters(35)}`];
		expect(found(`${google} and ${github}, ${google}`)).toEqual([
			["google-api-key", google],
			["github-pat", github],
			["google-api-key", google],
		]);
	});

	test("says whether the checksum is right", () => {
		const body = "_qkJaB6MffYVzZXWqmcoF49yrUxP3wf";
		const checksums = [
			`npm${body}0LsakP`,
			`npm${body}0LsakQ`,
			`AIza${letters(35)}`,
		].map((text) => findFormats(text)[0]?.checksum);
		expect(checksums).toEqual(["valid", "invalid", undefined]);
	});

	test.each([
		["", "nothing"],
		["a", "one character"],
		["ghp_", "only a mark"],
		["g".repeat(2), "what begins like a mark"],
		[`ghp_${letters(35)}`, "what is too short"],
		[`ghp_${letters(37)}`, "what is too long"],
		[`ghp_${letters(20)}-${letters(15)}`, "what has other characters"],
		[`GHP_${letters(36)}`, "what is written in other letters"],
		[`xghp_${letters(36)}`, "what goes on before it"],
		[`a-ghp_${letters(36)}`, "what hangs together before it"],
		[`ghp_${letters(36)}_a`, "what goes on after it"],
	])("is nothing in %j (%s)", (text) => {
		expect(found(text)).toEqual([]);
	});

	test("is counted in UTF-16 units", () => {
		const token = `ghp_${letters(36)}`;
		const text = `🦊 ключ "${token}" 🦊`;
		expect(found(text)).toEqual([["github-pat", token]]);
	});

	test("may stand in the middle of other writing", () => {
		const token = `ghp_${letters(36)}`;
		expect(found(`鍵${token}です`)).toEqual([["github-pat", token]]);
	});
});

describe("of two formats that claim a text", () => {
	test("the longer one is it", () => {
		expect(found(`glpat-${letters(27)}.01.${"0u1234567"}`)).toMatchObject([
			["gitlab-routable-pat", expect.anything()],
		]);
		expect(found(`fm2_${letters(120)},fo1_${letters(50)}`)).toHaveLength(1);
	});

	test("the public one is it", () => {
		const text = `pk_live_${letters(24)}`;
		expect(found(text)).toEqual([["stripe-publishable-key", text]]);
	});

	test("the one that is spoken of is it", () => {
		const text = `sk-${hex(32)}`;
		expect(found(text)).toEqual([["sk-hex-key", text]]);
		expect(found(text, "deepseek_api_key")).toEqual([["deepseek-key", text]]);
		const clerk = `sk_live_${letters(42)}`;
		expect(found(clerk)).toEqual([["sk-live-key", clerk]]);
		expect(found(clerk, "clerk_secret_key")).toEqual([["clerk-key", clerk]]);
	});
});

describe("what is no credential, or one against all appearances", () => {
	test.each([
		["clickup-token", `pk_12345678_${"A1B2C3D4".repeat(4)}`],
		["klaviyo-key", `pk_${hex(34)}`],
		["posthog-project-key", `phc_${letters(43)}`],
		["posthog-key", `phx_${letters(43)}`],
		["twilio-key-id", `SK${hex(32)}`],
		["twilio-account-id", `AC${hex(32)}`],
		["aws-access-key-id", `AKIA${"Q2W3E4R5T6Y7A2S3"}`],
		["aws-identifier", `AROA${"Q2W3E4R5T6Y7A2S3D"}`],
		["stripe-identifier", `price_1${letters(23)}`],
		["mapbox-public-token", `pk.eyJ${letters(60)}.${letters(22)}`],
		["mapbox-secret-token", `sk.eyJ${letters(60)}.${letters(22)}`],
		["sentry-dsn", `https://${hex(32)}@o1.ingest.sentry.io/450`],
		["google-api-key", `AIza${letters(35)}`],
	])("is %s", (id, text) => {
		expect(found(text)).toEqual([[id, text]]);
	});

	test("are ids of Airtable, where Airtable is spoken of", () => {
		const text = `app${letters(14)}`;
		expect(found(text)).toEqual([]);
		expect(found(text, "airtable_base")).toEqual([
			["airtable-identifier", text],
		]);
	});
});

describe("the largest file is searched in no time", () => {
	const size = 2 * 1024 * 1024;
	const markers = [
		...new Set(credentialFormats.flatMap((format) => format.markers)),
	];
	const filled = (part: string) => part.repeat(Math.ceil(size / part.length));
	const everything = credentialFormats
		.flatMap(({ near }) => near ?? [])
		.join(" ")
		.replaceAll("|", " ");
	const texts: Readonly<Record<string, string>> = {
		"all markers": filled(markers.join(" ")),
		"all markers in one word": filled(markers.join("")),
		"markers of JSON Web Tokens": filled("eyJ"),
		"parts of JSON Web Tokens": filled(`eyJ${letters(12)}.`),
		"defaults that go on": filled(":-eyJhbGciOiJIUzI1NiJ9.eyJ"),
		"escapes before markers": filled("%20eyJabcdefghijkl.eyJabcdefghijk"),
		"private keys without a key": filled("-----BEGIN PRIVATE KEY-----"),
		"private keys of white space": filled(
			`-----BEGIN PRIVATE KEY-----${" ".repeat(200)}`,
		),
		addresses: filled("https://"),
		"addresses with a key": filled(`https://${hex(32)}@`),
		"digits and colons": filled("1234567890:AA"),
		digits: filled("0"),
		"hexadecimal digits": filled("0123456789abcdef"),
		"one letter": filled("a"),
		dots: filled("."),
		dashes: filled("-"),
		Base64: filled(letters(76)),
		"Base64 with marks": filled("+AStACDb+ABaAPIMAzFuAzSeJQQJ9"),
		"percent signs": filled("%2"),
		tokens: filled(`ghp_${letters(36)} `),
		"tokens with a checksum": filled(`npm_${letters(36)},`),
		"long tokens": filled(`pypi-AgEIcHlwaS5vcmc${letters(900)} `),
		"tokens that are too long": filled(`pypi-AgEIcHlwaS5vcmc${letters(1100)} `),
		"real JSON Web Tokens": filled(
			`eyJhbGciOiJIUzI1NiJ9.eyJ${letters(400)}.${letters(43)} `,
		),
	};

	/** What the processor needs for it, in seconds: others may use it at the same time. */
	function seconds(action: () => void): number {
		const before = process.cpuUsage();
		action();
		return process.cpuUsage(before).user / 1e6;
	}

	test.each(Object.entries(texts))("%s", (_name, text) => {
		expect(seconds(() => findFormats(text))).toBeLessThan(1);
	});

	test.each(["all markers", "digits and colons", "Base64", "dots"])(
		"%s, where every format is spoken of",
		(name) => {
			const text = texts[name] ?? "";
			expect(seconds(() => findFormats(text, everything))).toBeLessThan(3);
		},
	);

	test("a near text of the same size", () => {
		const text = filled(`sk-${hex(32)} `);
		const near = filled("deepsee dashscop clerx ");
		expect(seconds(() => findFormats(text, near))).toBeLessThan(1);
	});
});
