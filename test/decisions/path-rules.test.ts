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
		["/src/**", ["/repo/app", "/src"]],
		["src/a.ts", ["/repo/app", "src/a.ts"]],
		["./a.ts", ["/repo/app", "a.ts"]],
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
			allow: ["/repo/app"],
			deny: ["/repo/app", "/repo/other"],
		});
	});
});

test.each([
	["Read(.env)", "/repo/app/.env"],
	["Read(.env)", "/repo/app/deep/down/.env"],
	["Read(./.env)", "/repo/app/deep/.env"],
	["Read(.ENV)", "/repo/app/.env"],
	["Read(/.env)", "/repo/app/.env"],
	["Read(src/**)", "/repo/app/lib/src/a"],
	["Read(src/*)", "/repo/app/src/deep/a"],
	["Read(src)", "/repo/app/src/a"],
	["Read(#a)", "/repo/app/#a"],
	["Read(s?c/[ab].ts)", "/repo/app/src/a.ts"],
	["Read(//etc/**)", "/etc/hosts"],
	["Read(~/.ssh/**)", "/home/ann/.ssh/id"],
])("%s covers %s", (rule, path) => {
	expect(denied(path, [rule])).toBe(rule);
});

test.each([
	["Read(/.env)", "/repo/app/deep/.env"],
	["Read(src/*.ts)", "/repo/app/src/deep/a.ts"],
	["Read(src/a.ts)", "/repo/app/lib/src/a.ts"],
	["Read({a,b}.ts)", "/repo/app/a.ts"],
	["Read(.env)", "/home/ann/.env"],
	["Read(**)", "/repo/other/a"],
	["Read(../other/**)", "/repo/other/a"],
	["Read(/repo/app/a)", "/repo/app/a"],
	["Read($HOME/**)", "/home/ann/a"],
	["Read(~)", "/home/ann/a"],
	["Read(!a)", "/repo/app/a"],
	["Read(.)", "/repo/app/a"],
	["Edit(a)", "/repo/app/a"],
])("%s does not cover %s", (rule, path) => {
	expect(denied(path, [rule])).toBeUndefined();
});

test("an allow rule for a folder does not cover folders of that name elsewhere", () => {
	const session = sessionWith({ allow: ["Edit(src/**)"] });
	const find = (path: string) => findPathRule(path, "Edit", "allow", session);
	expect(find("/repo/app/src/a")).toBeDefined();
	expect(find("/repo/app/lib/src/a")).toBeUndefined();
});

test("a later pattern with an exclamation mark frees a path again", () => {
	const rules = ["Read(*.env)", "Read(!a.env)"];
	expect(denied("/repo/app/b.env", rules)).toBe("Read(*.env)");
	expect(denied("/repo/app/a.env", rules)).toBeUndefined();
	expect(denied("/repo/app/a.env", rules.toReversed())).toBe("Read(*.env)");
});
