import { expect, test } from "vitest";
import { matchesHost } from "../../src/decisions/domains.ts";

const hosts = [
	"example.com",
	"sub.example.com",
	"a.b.example.com",
	"badexample.com",
	"example.org",
	"localhost",
] as const;

test.each<[string, (typeof hosts)[number][]]>([
	["domain:example.com", ["example.com"]],
	["domain:EXAMPLE.com.", ["example.com"]],
	["domain:*.example.com", ["sub.example.com", "a.b.example.com"]],
	["domain:*example.com", ["example.com", "badexample.com"]],
	["domain:**.example.com", ["sub.example.com"]],
	["domain:*.*.example.com", ["a.b.example.com"]],
	["domain:*.b.example.com", ["a.b.example.com"]],
	["domain:example.*", ["example.com", "example.org"]],
	["domain:ex*.com", ["example.com"]],
	["domain:*o*", ["localhost"]],
	["domain:*", [...hosts]],
	["*", [...hosts]],
	["domain:com", []],
	["domain:*.", []],
	["domain:", []],
	["domain: example.com", []],
	["Domain:example.com", []],
	["example.com", []],
	["https://example.com", []],
	["domain:https://example.com", []],
	["domain:example.com/x", []],
	["domain:{example,sub}.com", []],
])("%s covers %j", (content, covered) => {
	expect(hosts.filter((host) => matchesHost(content, host))).toEqual(covered);
});

test("an address of numbers is taken label by label", () => {
	expect(matchesHost("domain:10.*.*.*", "10.1.2.3")).toBe(true);
	expect(matchesHost("domain:10.*", "10.1.2.3")).toBe(false);
	expect(matchesHost("domain:[::1]", "[::1]")).toBe(true);
});
