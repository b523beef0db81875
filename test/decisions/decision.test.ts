import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "../../src/decisions/decision.ts";
import { modes } from "../../src/decisions/modes.ts";
import { outcomeOf, type Rules, sessionWith } from "./session-with.ts";

/** What commands are made of, and what is hard to read in them. */
const fragment = fc.constantFrom(
	...["npm", "test", "rm", "-rf", "ls", "git", "status", "cd", "src", "sudo"],
	...["xargs", "timeout", "5", "bash", "-c", "A=1", "$X", "/etc/hosts", "~"],
	...[" ", " ", " ", "&&", ";", "|", "&", "\n", ">", "<", "<<E", "#", "!"],
	...["(", ")", "{", "}", "'", '"', "`", "$(", "\\", "*", ":*", "[[", "if "],
	...["do ", "done", "\u0000", "\u00a0", "🚀", ".git", "../", "//"],
);
const line = fc
	.array(fragment, { maxLength: 16 })
	.map((parts) => parts.join(""));
const argument = fc.oneof(line, fc.string());
const tool = fc.constantFrom(
	...["Bash", "Read", "Edit", "Write", "WebFetch", "WebSearch", "Skill"],
	...["Agent", "Monitor", "NotebookEdit", "mcp__a__b", "mcp__a__b__c"],
	...["CronList", "constructor", "__proto__", "Frob"],
);
const call = fc.record({
	text: fc.constant(""),
	tool,
	argument: fc.option(argument, { nil: undefined }),
});
const rule = fc.oneof(
	fc.tuple(tool, argument).map(([name, content]) => `${name}(${content})`),
	tool,
	fc.constantFrom("*", "mcp__*", "mcp__a", "Bash(*)", "Read(**)", "Web*"),
);
const list = fc.array(rule, { maxLength: 4 });
const rules = fc.record({ allow: list, ask: list, deny: list });

test("any call under any rules has an outcome in every mode", () => {
	fc.assert(
		fc.property(call, rules, (each, given) => {
			const { outcome } = decide(each, sessionWith(given));
			expect(Object.keys(outcome)).toEqual([...modes]);
			for (const mode of modes)
				expect(["allow", "ask", "deny", "unknown"]).toContain(outcome[mode]);
		}),
		{ numRuns: 300 },
	);
});

test("one more deny rule never allows what was asked about or denied", () => {
	fc.assert(
		fc.property(call, rules, rule, (each, given, added) => {
			// a pattern with an exclamation mark is there to free
			fc.pre(!added.includes("(!"));
			const before = decide(each, sessionWith(given)).outcome;
			const deny = [...given.deny, added];
			const after = decide(each, sessionWith({ ...given, deny })).outcome;
			for (const mode of modes)
				if (before[mode] === "ask" || before[mode] === "deny")
					expect(after[mode], mode).not.toBe("allow");
		}),
		{ numRuns: 300 },
	);
});

test("a call that is denied without allow rules is denied with them", () => {
	fc.assert(
		fc.property(call, rules, (each, given) => {
			const alone = decide(each, sessionWith({ deny: given.deny })).outcome;
			const all = decide(each, sessionWith(given)).outcome;
			if (alone.bypassPermissions === "deny")
				for (const mode of modes) expect(all[mode], mode).toBe("deny");
		}),
		{ numRuns: 300 },
	);
});

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const plainCommand = fc
	.array(word, { minLength: 1, maxLength: 4 })
	.map((words) => words.join(" "))
	.filter(
		(text) =>
			// words of the language, and programs that are asked about whatever is allowed
			!/^(?:if|then|else|elif|fi|do|done|case|esac|while|until|for|in|select|function|coproc|cd|rm|rmdir)\b/.test(
				text,
			),
	);

test("a plain command is allowed by a rule with its text, and denied by one", () => {
	fc.assert(
		fc.property(plainCommand, (command) => {
			const own = `Bash(${command})`;
			expect(outcomeOf(own, { allow: [own] })).toBe("allow");
			expect(outcomeOf(own, { deny: [own], allow: [own] })).toBe("deny");
			expect(outcomeOf(own, { ask: [own], allow: [own] })).toBe("ask");
		}),
	);
});

describe("hostile input is answered in bounded time", () => {
	const many = (text: string, count: number) => text.repeat(count);
	const hostile: Record<string, [string, Rules]> = {
		"wildcards without end": [
			`Bash(${many("a", 9_000)})`,
			{ allow: [`Bash(${many("*a", 2_000)}b)`], deny: ["Bash(*a*a*a*a*b)"] },
		],
		"wildcards in a host": [
			`WebFetch(https://${many("a.", 100)}com/)`,
			{ allow: [`WebFetch(domain:${many("*a", 1_000)})`] },
		],
		"wildcards in a path": [
			`Read(${many("a/", 2_000)}b)`,
			{ deny: [`Read(${many("**/a*", 12)})`, `Read(${many("*a", 24)}b)`] },
		],
		"parentheses in parentheses": [`Bash(${many("(", 5_000)})`, {}],
		"substitutions in substitutions": [
			`Bash(${many("$(", 2_000)}a${many(")", 2_000)})`,
			{ deny: ["Bash(rm:*)"] },
		],
		"backquotes and quotes": [`Bash(${many("`'\"", 3_000)})`, {}],
		"ten thousand characters": [
			`Bash(${many("npm a && ", 1_100)}npm b)`,
			{ allow: ["Bash(npm *)"], deny: ["Bash(* publish *)"] },
		],
		"wrappers in wrappers": [
			`Bash(${many("sudo ", 2_000)}rm x)`,
			{ deny: ["Bash(rm:*)"] },
		],
		backslashes: [
			`Bash(a ${many("\\", 9_001)})`,
			{ deny: [`Bash(${many("\\", 9_001)})`] },
		],
		"thousands of rules": [
			"Bash(npm run build && git status)",
			{
				allow: Array.from({ length: 5_000 }, (_, at) => `Bash(npm ${at}:*)`),
				deny: Array.from({ length: 5_000 }, (_, at) => `Read(a${at}/**)`),
			},
		],
	};
	test.each(Object.entries(hostile))("%s", (_name, [text, given]) => {
		const started = performance.now();
		expect(["allow", "ask", "deny", "unknown"]).toContain(
			outcomeOf(text, given),
		);
		expect(performance.now() - started).toBeLessThan(3_000);
	});
});
