import { crc32 } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	decodeJwt,
	hasValidChecksum,
	isPublicJwt,
} from "../../src/secrets/checksums.ts";

// Every token is put together here, so that no scanner takes this file for a leak.

/** Published as dummies: secretlint's issue 200, a test of TruffleHog's decoders, the documentation of Grafana's token generator. */
const published = {
	npm: ["npm", "_qkJaB6MffYVzZXWqmcoF49yrUxP3wf", "0LsakP"].join(""),
	github: ["ghp", "_IwdMx9WFWRRfMhTYiaVjZ78Jfuamvn", "0YWRM0"].join(""),
	grafana: ["glsa", "_HOruNAb7SOiCdshU9algkrq7FDsNSLAa", "_54e2f8be"].join(""),
};

const encode = (value: unknown) =>
	Buffer.from(
		typeof value === "string" ? value : JSON.stringify(value),
	).toString("base64url");
const jwt = (header: unknown, payload: unknown) =>
	`${encode(header)}.${encode(payload)}.${"c2lnbmF0dXJl"}`;

const alphanumeric = fc.stringMatching(/^[A-Za-z0-9]{30}$/);

describe("the CRC-32 of GitHub and npm", () => {
	test.each([published.npm, published.github])("is right in %s", (token) => {
		expect(hasValidChecksum("crc32-base62", token)).toBe(true);
		const changed = token.replace(/_./, "_0");
		expect(hasValidChecksum("crc32-base62", changed)).toBe(false);
	});

	test("is right by chance in nothing", () => {
		fc.assert(
			fc.property(alphanumeric, (body) => {
				expect(hasValidChecksum("crc32-base62", `ghp_${body}zzzzzz`)).toBe(
					false,
				);
			}),
		);
	});

	test.each(["", "_", "ghp_", "ghp_12345", "ghp"])("is not in %j", (text) => {
		expect(hasValidChecksum("crc32-base62", text)).toBe(false);
	});
});

describe("the CRC-32 of GitLab", () => {
	const checksum = (text: string) => crc32(text).toString(36).padStart(7, "0");

	test.runIf(crc32)("is right where it was computed", () => {
		fc.assert(
			fc.property(alphanumeric, fc.constantFrom("", "01."), (body, version) => {
				const text = `glpat-${body}.${version}0u`;
				const token = text + checksum(text);
				expect(hasValidChecksum("crc32-base36", token)).toBe(true);
				expect(hasValidChecksum("crc32-base36", `x${token}`)).toBe(false);
			}),
		);
	});

	test.each(["", "glpat-", "1234567"])("is not in %j", (text) => {
		expect(hasValidChecksum("crc32-base36", text)).toBe(false);
	});
});

describe("the CRC-32 of Grafana", () => {
	test("is right in the published token", () => {
		const id = "crc32-hex-little-endian";
		expect(hasValidChecksum(id, published.grafana)).toBe(true);
		expect(hasValidChecksum(id, published.grafana.toUpperCase())).toBe(false);
		expect(hasValidChecksum(id, published.grafana.replace("_H", "_h"))).toBe(
			false,
		);
		expect(hasValidChecksum(id, "")).toBe(false);
	});
});

describe("a JSON Web Token", () => {
	const header = { alg: "HS256", typ: "JWT" };

	test("is taken apart", () => {
		const payload = { sub: "1", name: "Zoë 🦊" };
		expect(decodeJwt(jwt(header, payload))).toEqual({ header, payload });
		expect(hasValidChecksum("jwt", jwt(header, payload))).toBe(true);
	});

	test.each([
		["a payload that is no object", jwt(header, [1])],
		["a payload that is no JSON", jwt(header, "{")],
	])("may have %s", (_name, token) => {
		expect(decodeJwt(token)).toEqual({ header, payload: {} });
	});

	test.each([
		["nothing", ""],
		["one part", encode(header)],
		["two parts", `${encode(header)}.${encode({})}`],
		["four parts", `${jwt(header, {})}.a`],
		["a header without an algorithm", jwt({ typ: "JWT" }, {})],
		["a header that is no object", jwt([], {})],
		["a header that is null", jwt(null, {})],
		["no Base64", "eyJ!.eyJ!.a"],
		["a header that is cut off", `eyJhbGciOiJIUzI1.${encode({})}.a`],
		["more than fits into a header", jwt(header, { a: "b".repeat(16_384) })],
	])("is not %s", (_name, text) => {
		expect(decodeJwt(text)).toBeUndefined();
		expect(hasValidChecksum("jwt", text)).toBe(false);
	});

	test("opens nothing if it is made for everyone, or a sample", () => {
		const isPublic = (payload: unknown) => {
			const decoded = decodeJwt(jwt(header, payload));
			return decoded && isPublicJwt(decoded);
		};
		expect(isPublic({ role: "anon", iss: "supabase" })).toBe(true);
		expect(isPublic({ role: "service_role", iss: "supabase-demo" })).toBe(true);
		expect(isPublic({ sub: "1234567890", name: "John Doe" })).toBe(true);
		expect(isPublic({ role: "service_role", iss: "supabase" })).toBe(false);
		expect(isPublic({})).toBe(false);
	});
});

test("nothing that is asked about makes it throw", () => {
	const text = fc.string({ unit: "binary", maxLength: 60 });
	fc.assert(
		fc.property(text, (token) => {
			for (const id of [
				"crc32-base62",
				"crc32-base36",
				"crc32-hex-little-endian",
				"jwt",
			] as const)
				expect(hasValidChecksum(id, token)).toBe(false);
		}),
	);
});
