import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitCommands } from "../../src/secrets/shell-words.ts";
import { excerptOf } from "./samples.ts";

const split = (script: string) =>
	splitCommands(excerptOf(script)).map((words) =>
		words.map(({ text }) => text),
	);

describe("a script", () => {
	test.each([
		["a b  c", [["a", "b", "c"]]],
		["a; b && c | d & e", [["a"], ["b"], ["c"], ["d"], ["e"]]],
		["a\nb", [["a"], ["b"]]],
		["(a)", [["a"]]],
		["a > b", [["a"], ["b"]]],
		["a 'b c' \"d; e\"", [["a", "b c", "d; e"]]],
		[String.raw`a "b \" c"`, [["a", String.raw`b \" c`]]],
		[String.raw`a\ b c`, [[String.raw`a\ b`, "c"]]],
		["a='b c'", [["a='b c'"]]],
		["don't stop", [["don't", "stop"]]],
		['a "b c', [["a", "b", "c"]]],
		["a ${B:-c d} e", [["a", "${B:-c d}", "e"]]],
		["a ${B", [["a", "${B"]]],
		["curl https://a/?b=c&d=e -x", [["curl", "https://a/?b=c&d=e", "-x"]]],
		["a --token <your token> b", [["a", "--token", "<your", "token>", "b"]]],
		["", []],
		[" ;; ", []],
	])("%j", (script, commands) => {
		expect(split(script)).toEqual(commands);
	});
});

test("every word stands where it says", () => {
	const part = fc.oneof(
		fc.constantFrom(..."a ' \" \\ ; | & \n ${ } < > ( ) ?b=".split(" "), " "),
		fc.string({ unit: "binary", maxLength: 3 }),
	);
	fc.assert(
		fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
			const script = parts.join("");
			let position = 0;
			for (const word of splitCommands(excerptOf(script)).flat()) {
				const { start, end } = word.locate(0, word.text.length);
				expect(script.slice(start, end)).toBe(word.text);
				expect(start).toBeGreaterThanOrEqual(position);
				position = end;
			}
		}),
	);
});
