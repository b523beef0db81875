import { expect, test } from "vitest";
import { foundInServer, foundInVariable } from "./found-values.ts";

const token = "nZvvlQiUehzoJ1bDFVzR9vEagRk6Fjtfp1eJkUrJ";

function foundInHeader(name: string, value: string): string[] {
	const url = "https://mcp.acme.io";
	return foundInServer({ type: "http", url, headers: { [name]: value } });
}

test.each(["Discogs token=", "Token token=", "GoogleLogin auth=", "Bearer "])(
	"the credential behind the scheme %s is found alone",
	(scheme) => {
		expect(foundInHeader("Authorization", scheme + token)).toEqual([token]);
	},
);

test("the value of a cookie can be written with percent signs", () => {
	const id = "s%3Ai6g4NP50EQdxet235C1Lx9wqU0CPaZV3";
	expect(foundInHeader("Cookie", `theme=dark; connect.sid=${id}`)).toEqual([
		id,
	]);
});

test("a recovery phrase may hold words that placeholders have too", () => {
	const phrase =
		"window above account abandon advice absurd access alarm ahead aerobic stove action";
	expect(foundInVariable("WALLET_MNEMONIC", phrase)).toEqual([phrase]);
});

test("a text about a recovery phrase is none", () => {
	const text =
		"enter your twelve words here with one space between them and nothing";
	expect(foundInVariable("WALLET_MNEMONIC", text)).toEqual([]);
});

test("very many names of headers one behind the other are no trouble", () => {
	const value = "x-api-key: ".repeat(100_000);
	expect(foundInVariable("API_TOKEN", value)).toEqual([]);
});

test("the password of Neo4j stands behind a slash", () => {
	expect(foundInVariable("NEO4J_AUTH", "neo4j/ilKckU_YXmvq")).toEqual([
		"ilKckU_YXmvq",
	]);
});
