import { expect, test } from "vitest";
import { findAddressParts } from "../../src/secrets/address-parts.ts";

function partsOf(text: string): string[] {
	return findAddressParts(text).map(({ start, end }) => text.slice(start, end));
}

test.each([
	"http://localhost:5173/@fs/home/me/app",
	"https://localhost:8080/@scope/pkg",
])("a port is no password: %s", (address) => {
	expect(partsOf(address)).toEqual([]);
});

test("a password can hold the signs of a path", () => {
	expect(partsOf("postgres://app:k3/Q7?x@db.acme.io/app")).toEqual(["k3/Q7?x"]);
});
