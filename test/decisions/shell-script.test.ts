import { describe, expect, test } from "vitest";
import { readShellScript } from "../../src/decisions/shell-script.ts";

describe("what a script is made of", () => {
	test.each([
		"npm test",
		"a && b || c; d | e",
		"a\nb",
		"! a",
		"if a; then b; else c; fi",
		"while a; do b; done",
		"for x in a b; do c; done",
		"for x in $(ls); do c; done",
		"[ -f a ] && [[ -f b ]]",
		"a # b",
		"a *.ts ?.md",
		"a 'b $C' \"d\" \\;",
		"a > b 2>&1 < c",
		"a $HOME/b",
		'a "in $PWD"',
		"A=1 b",
		"A=$(b)",
		"a $((1+1))",
		"a <<'E'\n$B\nE",
		"a <<< b",
		"",
	])("%j is plain", (source) => {
		expect(readShellScript(source).form).toBe("plain");
	});

	test.each([
		"a $B",
		'a "$B"',
		"a $(b)",
		"a `b`",
		"a <(b)",
		"a ${B}",
		"a $'b'",
		"a {b,c}",
		"(a)",
		"{ a; }",
		"a &",
		"a() { b; }",
		"case a in a) b;; esac",
		"for ((i=0;i<3;i++)); do a; done",
		"a <<E\nb\nE",
		"A=1 B=2",
		"a > $B",
		"a 2>&-",
		"a\u00a0b",
		"a b\\ c",
		"a \\",
	])("%j is complex", (source) => {
		expect(readShellScript(source).form).toBe("complex");
	});

	test.each(["a $(b", "if a; then b", 'a "b', "a (b"])(
		"%j is broken",
		(source) => {
			expect(readShellScript(source).form).toBe("broken");
		},
	);
});

/** The commands of a script, each as its words without quotes. */
function commandsOf(source: string): string[] {
	return readShellScript(source).commands.map(({ words }) =>
		words.map(({ value }) => value).join(" "),
	);
}

test("every command is found, wherever it stands", () => {
	expect(commandsOf("a && (b; { c; }) | d")).toEqual(["a", "b", "c", "d"]);
	expect(commandsOf('a "$(b `c`)"')).toEqual(["a $(b `c`)", "b `c`", "c"]);
	expect(commandsOf("f() { a; }; for x in $(b); do c; done")).toEqual([
		"a",
		"b",
		"c",
	]);
});

test("quotes are taken away from words, and kept in the text", () => {
	const [command] = readShellScript("r''m \"a b\" 'c' \\d # e").commands;
	expect(command?.words.map(({ value }) => value)).toEqual([
		...["rm", "a b", "c", "d"],
	]);
	expect(command?.text).toBe("r''m \"a b\" 'c' \\d");
});

test("variables and redirections are no words", () => {
	const [command] = readShellScript(
		"A=1 B='x y' npm test > out 2>&1 < in",
	).commands;
	expect(command?.text).toBe("npm test");
	expect(command?.variables).toEqual([
		{ name: "A", value: "1" },
		{ name: "B", value: "'x y'" },
	]);
	expect(command?.redirections).toEqual([
		{ access: "write", file: "out" },
		{ access: "read", file: "in" },
	]);
});

test("a redirection to nowhere is none", () => {
	const [command] = readShellScript("a > /dev/null 2>&1").commands;
	expect(command?.redirections).toEqual([]);
});

test("commands in the background are noticed, joined ones are not", () => {
	expect(readShellScript("a & b").hasBackground).toBe(true);
	expect(readShellScript("a && b").hasBackground).toBe(false);
});
