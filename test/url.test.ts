import { expect, test } from "vitest";
import { parseUrl } from "../src/url.ts";

test("an address is taken apart, and another text is none", () => {
	expect(parseUrl("https://a.example.com:8080/b")?.port).toBe("8080");
	expect(parseUrl("a.example.com")).toBeUndefined();
	expect(parseUrl("")).toBeUndefined();
});

test("a host with other letters is one however often it is asked about", () => {
	for (let count = 0; count < 50_000; count++) {
		if (!parseUrl("https://münchen.de/"))
			throw new Error(`not the ${count}th time`);
	}
});
