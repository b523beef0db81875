import { expect, test } from "vitest";
import { createClient } from "../../src/github/client.ts";

const address = "https://api.example.com";

test.each([
	["", "there is no token"],
	[" \n", "there is no token"],
	["abc\ndef", "the token has characters that no token has"],
	["abc\u00e4", "the token has characters that no token has"],
])("%j is no token", async (token, reason) => {
	expect(await createClient({ token, address })).toEqual({ status: 0, reason });
});

test("white space around a token does not matter", async () => {
	expect(await createClient({ token: "ghs_x\n", address })).toMatchObject({
		isOfApp: true,
	});
	expect(await createClient({ token: "ghp_x", address })).toMatchObject({
		isOfApp: false,
	});
});
