import { describe, expect, test } from "vitest";
import {
	matchesMcpTool,
	parseMcpName,
} from "../../src/permissions/mcp-names.ts";

test("a name is taken apart at the first two underscores after the prefix", () => {
	expect(parseMcpName("mcp__git__get")).toEqual({ server: "git", tool: "get" });
	expect(parseMcpName("mcp__a__b__c")).toEqual({ server: "a", tool: "b__c" });
	expect(parseMcpName("mcp__git")).toEqual({ server: "git", tool: undefined });
	expect(parseMcpName("mcp__git__")).toEqual({ server: "git", tool: "" });
	expect(parseMcpName("mcp_git")).toBeUndefined();
	expect(parseMcpName("MCP__git")).toBeUndefined();
});

const ping = { name: "mcp__a__ping", server: "a" };
const nested = { name: "mcp__a__b__ping", server: "a__b" };
const trailing = { name: "mcp__trail___ping", server: "trail_" };

describe("a deny rule", () => {
	test.each([
		["mcp__a", ping],
		["mcp__a__ping", ping],
		["mcp__a__*", ping],
		["*__ping", ping],
		["mcp__*", nested],
		// the part before the first underscores is a server as well
		["mcp__a", nested],
		["mcp__a__b", nested],
		["mcp__trail", trailing],
		["mcp__trail_", trailing],
	])("%s is about %o", (rule, tool) => {
		expect(matchesMcpTool(rule, "deny", tool)).toBe(true);
		expect(matchesMcpTool(rule, "ask", tool)).toBe(true);
	});

	test.each([
		["mcp__A", ping],
		["mcp__", ping],
		["mcp__a__p", ping],
		["mcp__a__p?ng", ping],
		["mcp__a__b__p", nested],
		["a", ping],
	])("%s is not about %o", (rule, tool) => {
		expect(matchesMcpTool(rule, "deny", tool)).toBe(false);
	});
});

describe("an allow rule", () => {
	test.each([
		["mcp__a", ping],
		["mcp__a__*", ping],
		["mcp__a__p*", ping],
		["mcp__a__b__*", nested],
		["mcp__a__b__ping", nested],
		["mcp__trail___*", trailing],
	])("%s covers %o", (rule, tool) => {
		expect(matchesMcpTool(rule, "allow", tool)).toBe(true);
	});

	test.each([
		["mcp__a", nested],
		["mcp__a__*", nested],
		["mcp__a__b", nested],
		["mcp__trail_", trailing],
		["mcp__trail__*", trailing],
		["mcp__*", ping],
		["*", ping],
	])("%s does not cover %o", (rule, tool) => {
		expect(matchesMcpTool(rule, "allow", tool)).toBe(false);
	});
});
