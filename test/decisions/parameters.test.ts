import { expect, test } from "vitest";
import { findParameterRule } from "../../src/decisions/parameters.ts";
import { sessionWith } from "./session-with.ts";

const parameters = { model: "opus", prompt: "do it" };

function find(rule: string, list: "allow" | "ask" | "deny" = "deny") {
	const session = sessionWith({ [list]: [rule] });
	return findParameterRule("Agent", list, parameters, session)?.text;
}

test.each([
	"Agent(model:opus)",
	"Agent(model: opus)",
	"Agent(model:*)",
	"Agent(model:o*s)",
	"Agent(prompt:do it)",
])("%s matches", (rule) => {
	expect(find(rule, "deny")).toBe(rule);
	expect(find(rule, "ask")).toBe(rule);
});

test.each([
	"Agent(Model:opus)",
	"Agent(model:OPUS)",
	"Agent(model:op)",
	"Agent(effort:*)",
	"Agent(opus)",
	"Agent",
	"Skill(model:opus)",
])("%s does not", (rule) => {
	expect(find(rule)).toBeUndefined();
});

test("allow rules do not look at parameters", () => {
	expect(find("Agent(model:opus)", "allow")).toBeUndefined();
});
