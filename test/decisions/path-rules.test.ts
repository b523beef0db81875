import { describe, expect, test } from "vitest";
import {
	anchorPatterns,
	findPathRule,
} from "../../src/decisions/path-rules.ts";
import { sessionWith } from "./session-with.ts";

/** The text of the deny rule about reading that covers a path. */
function denied(path: string, deny: readonly string[]): string | undefined {
	return findPathRule(path, "Read", "deny", sessionWith({ deny }))?.text;
}

describe("a pattern counts from", () => {
	test.each([
		["//etc/hosts", ["/", "/etc/hosts"]],
		["~/.ssh/**", ["/home/ann", "/.ssh"]],
		["/src/**", ["/work/app", "/src"]],
		["src/a.ts", ["/work/app", "src/a.ts"]],
		["./a.ts", ["/work/app", "a.ts"]],
	])("%s", (content, [folder, pattern]) => {
		const session = sessionWith({ deny: [`Read(${content})`] });
		const [rule] = session.rules;
		expect(rule && anchorPatterns(rule, session)).toEqual([
			{ folder, pattern },
		]);
	});

	test("additional folders as well, if it denies", () => {
		const session = sessionWith({
			...{ deny: ["Read(.env)"], allow: ["Read(.env)"] },
			additionalDirectories: ["../other"],
		});
		const folders = session.rules.map((rule) => [
			rule.behavior,
			anchorPatterns(rule, session).map(({ folder }) => folder),
		]);
		expect(Object.fromEntries(folders)).toEqual({
			allow: ["/work/app"],
			deny: ["/work/app", "/work/other"],
		});
	});
});

test.each([
	["Read(.env)", "/work/app/.env"],
	["Read(.env)", "/work/app/deep/down/.env"],
	["Read(./.env)", "/work/app/deep/.env"],
	["Read(.ENV)", "/work/app/.env"],
	["Read(/.env)", "/work/app/.env"],
	["Read(src/**)", "/work/app/lib/src/a"],
	["Read(src/*)", "/work/app/src/deep/a"],
	["Read(src)", "/work/app/src/a"],
	["Read(#a)", "/work/app/#a"],
	["Read(s?c/[ab].ts)", "/work/app/src/a.ts"],
	["Read(//etc/**)", "/etc/hosts"],
	["Read(~/.ssh/**)", "/home/ann/.ssh/id"],
])("%s covers %s", (rule, path) => {
	expect(denied(path, [rule])).toBe(rule);
});

test.each([
	["Read(/.env)", "/work/app/deep/.env"],
	["Read(src/*.ts)", "/work/app/src/deep/a.ts"],
	["Read(src/a.ts)", "/work/app/lib/src/a.ts"],
	["Read({a,b}.ts)", "/work/app/a.ts"],
	["Read(.env)", "/home/ann/.env"],
	["Read(**)", "/work/other/a"],
	["Read(../other/**)", "/work/other/a"],
	["Read(/work/app/a)", "/work/app/a"],
	["Read($HOME/**)", "/home/ann/a"],
	["Read(~)", "/home/ann/a"],
	["Read(!a)", "/work/app/a"],
	["Read(.)", "/work/app/a"],
	["Edit(a)", "/work/app/a"],
])("%s does not cover %s", (rule, path) => {
	expect(denied(path, [rule])).toBeUndefined();
});

test("an allow rule for a folder does not cover folders of that name elsewhere", () => {
	const session = sessionWith({ allow: ["Edit(src/**)"] });
	const find = (path: string) => findPathRule(path, "Edit", "allow", session);
	expect(find("/work/app/src/a")).toBeDefined();
	expect(find("/work/app/lib/src/a")).toBeUndefined();
});

test("a later pattern with an exclamation mark frees a path again", () => {
	const rules = ["Read(*.env)", "Read(!a.env)"];
	expect(denied("/work/app/b.env", rules)).toBe("Read(*.env)");
	expect(denied("/work/app/a.env", rules)).toBeUndefined();
	expect(denied("/work/app/a.env", rules.toReversed())).toBe("Read(*.env)");
});
