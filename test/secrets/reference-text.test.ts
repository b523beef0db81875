import { describe, expect, test } from "vitest";
import {
	findFallbacks,
	holdsReference,
	isReference,
} from "../../src/secrets/reference-text.ts";
import { token } from "./samples.ts";

describe("a value is kept elsewhere", () => {
	test.each([
		..."${A} $API_KEY $api_key $env:A ${env:A} ${input:a} ${user_config.a} {env:A} {{A}} ${{secrets.A}} %A% $(pass) `pass` __A__ @API_KEY@ #{A} %(a)s".split(
			" ",
		),
		...["${A:-}", "Bearer ${A}", "Basic $API_KEY", "$(cat ~/.a)", "${A:-${B}}"],
		..."op://vault/item vault:secret/a keychain:a ssm:/a doppler://a os.environ/A process.env.A env.A secrets.A".split(
			" ",
		),
		..."arn:aws:secretsmanager:a COPILOT_MCP_API_KEY projects/1/secrets/a /run/secrets/a ~/.a @linear-api-key file:a ENC[a] !env".split(
			" ",
		),
	])("%s", (text) => {
		expect(isReference(text)).toBe(true);
	});
});

describe("a value stands there", () => {
	test.each([
		...["", "a", token(), `${token()}$A`, `\${A}${token()}`, "pa$$word1"],
		...["$2a$10$abcdefghijklmnopqrstuv", "100%", "a@b.example.com", "{a}"],
	])("%j", (text) => {
		expect(isReference(text)).toBe(false);
	});
});

test("a reference is seen wherever it stands", () => {
	expect(holdsReference("https://${HOST}/mcp")).toBe(true);
	expect(holdsReference("https://{HOST}/mcp")).toBe(false);
	// asked twice: the expression keeps no state
	expect(holdsReference("${A}")).toBe(true);
	expect(holdsReference("${A}")).toBe(true);
});

describe("a fallback", () => {
	const found = (text: string) =>
		findFallbacks(text).map(
			({ name, start, end }) => `${name}: ${text.slice(start, end)}`,
		);
	test.each([
		["${A:-b}", ["A: b"]],
		["${A-b} ${C:=d}", ["A: b", "C: d"]],
		["${env:A:-b}", ["A: b"]],
		["${A:-${B:-c}}", ["B: c"]],
		["${A:-}", []],
		["${A}", []],
		["${A:-b", []],
	])("in %s", (text, expected) => {
		expect(found(text)).toEqual(expected);
	});
});
