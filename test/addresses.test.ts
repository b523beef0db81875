import { expect, test } from "vitest";
import { parseAddress } from "../src/addresses.ts";

test("an address is taken apart, and another text is none", () => {
	expect(parseAddress("https://a.example.com:8080/b")?.port).toBe("8080");
	expect(parseAddress("a.example.com")).toBeUndefined();
	expect(parseAddress("")).toBeUndefined();
});

test("a host with other letters is one however often it is asked about", () => {
	for (let count = 0; count < 50_000; count++) {
		if (!parseAddress("https://münchen.de/"))
			throw new Error(`not the ${count}th time`);
	}
});
