import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findAddressParts } from "../../src/secrets/address-parts.ts";
import { hex, token, uuid } from "./samples.ts";

const key = token();

const found = (text: string) =>
	findAddressParts(text).map(({ name, sort, start, end, isLocal }) =>
		[name, sort, text.slice(start, end), ...(isLocal ? ["local"] : [])].join(
			" ",
		),
	);

describe("the parts of an address", () => {
	test.each([
		["https://ada:pass@a.example.com/b", ["password password pass"]],
		["https://ada:p@ss@a.example.com/b", ["password password p@ss"]],
		["https://ada:pa/s?s@a.example.com/b", ["password password pa/s?s"]],
		["https://:pass@a.example.com", ["password password pass"]],
		[`https://${key}@a.example.com`, [`token unclear ${key}`]],
		[`https://${key}:@a.example.com`, [`token unclear ${key}`]],
		["postgres://ada:pass@localhost:5432/b", ["password password pass local"]],
		["redis://:pass@cache:6379", ["password password pass local"]],
		["redis://:pass@[::1]:6379", ["password password pass local"]],
		["https://a.example.com/?token=b1", ["token token b1"]],
		["https://a.example.com?a=b&api_key=c#d", ["api_key token c"]],
		["https://a.example.com/#access_token=b", ["access_token token b"]],
		["https://a.example.com/?code=b", ["code unclear b"]],
		["https://a.example.com/?sig=b&se=c", ["sig token b"]],
		["jdbc:sqlserver://a.example.com;password=b", ["password password b"]],
		[`https://a.example.com/token/${key}/b`, [`token unclear ${key}`]],
		[`https://mcp.serpapi.com/${hex(64)}/mcp`, [`token token ${hex(64)}`]],
		[`https://mcp.pipedream.net/${uuid}/a`, [`token unclear ${uuid}`]],
		[
			"see (https://ada:pass@a.example.com), or 'https://b:word@c.example.com'",
			["password password pass", "password password word"],
		],
		["${A:-https://ada:pass@a.example.com}/b", ["password password pass"]],
	])("%s", (text, parts) => {
		expect(found(text)).toEqual(parts);
	});

	test.each([
		"",
		"://",
		"a://",
		"https://a.example.com",
		"https://ada@a.example.com",
		"https://ada:@a.example.com",
		"https://ada:ADA@a.example.com",
		"https://a.example.com/?sig=b",
		"https://a.example.com/?token=",
		"https://a.example.com/?page_token=b",
		`https://a.example.com/documents/${uuid}`,
		`https://mcp.zapier.com/api/mcp/s/${uuid}/mcp`,
		"https://a.example.com:8080/b@c",
	])("are none in %s", (text) => {
		expect(found(text)).toEqual([]);
	});
});

test("lie in the text, whatever it is", () => {
	const part = fc.oneof(
		fc.constantFrom(
			..."https:// @ : / ? # & = ; token key password a.example.com ' \" } ${A:-".split(
				" ",
			),
		),
		fc.string({ unit: "binary", maxLength: 5 }),
	);
	fc.assert(
		fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
			const text = parts.join("");
			for (const { start, end } of findAddressParts(text)) {
				expect(start).toBeGreaterThanOrEqual(0);
				expect(end).toBeGreaterThan(start);
				expect(end).toBeLessThanOrEqual(text.length);
			}
		}),
	);
});

const partsOf = (text: string) =>
	findAddressParts(text).map(({ start, end }) => text.slice(start, end));

test("an address inside another one is looked at", () => {
	const inner = "https://app:k3Q7xPw9@db.acme.io/app";
	expect(partsOf(`https://acme.io/?next=${inner}`)).toEqual(["k3Q7xPw9"]);
});

test.each(["://", "a://b:", "a://b:c@"])(
	"a long text of %s takes little time",
	(part) => {
		const start = performance.now();
		findAddressParts(part.repeat(500_000));
		expect(performance.now() - start).toBeLessThan(5000);
	},
);

test("what stands behind a text with very many addresses is found", () => {
	const many = "a://".repeat(10_000);
	expect(partsOf(`${many} https://app:k3Q7xPw9@db.acme.io`)).toEqual([
		"k3Q7xPw9",
	]);
});
