import { expect, test } from "vitest";
import {
	fenceFor,
	markdownCode,
	markdownText,
} from "../../src/reporters/markdown-text.ts";

test.each([
	[
		"what is quoted becomes code",
		'Server "git": the transport "sse" is deprecated; use "http" if the server offers it.',
		"Server `git`: the transport `sse` is deprecated; use `http` if the server offers it.",
	],
	[
		"so does a word that could be more than a word",
		"it takes ${TOKEN} from ~/.claude/settings.json, with --permission-mode plan (or API_KEY).",
		"it takes `${TOKEN}` from `~/.claude/settings.json`, with --permission-mode plan (or `API_KEY`).",
	],
	[
		"nobody is mentioned, no issue and no commit",
		"ask @someone, org/team#12, #13, GH-14 or 1a2b3c4d5e6f7",
		"ask `@someone`, `org/team#12`, `#13`, `GH-14` or `1a2b3c4d5e6f7`",
	],
	[
		"nothing is a link, an image, HTML, a formula or an emoji",
		"https://a.example www.a.example ![x](y) <img/src=x> $x$ (:tada:) a@b.example",
		"`https://a.example` `www.a.example` `![x](y`) `<img/src=x>` `$x$` (`:tada`:) `a@b.example`",
	],
	["backticks end nothing", 'is "a`b``c"', "is ```a`b``c```"],
	["nor at the ends", 'is "`"', "is `` ` ``"],
	[
		"a bar divides no table",
		'"Bash(a | b)" matches a||b',
		"`Bash(a `&#124;` b)` matches `a`&#124;&#124;`b`",
	],
	["code beside code is one", 'write $"x"y: "a""b"', 'write `$"x"`y: `"a""b"`'],
	["an empty value stays", 'it is "" and "', 'it is "" and "'],
	[
		"lines become one",
		'a\n::error::b\r\n# c "d\n\ne"',
		"`a\ufffd::error::b\ufffd\ufffd#` c `d\ufffd\ufffde`",
	],
	["a line is no list", "- a", "\\- a"],
	["and no numbered one", "1. a", "1\\. a"],
])("%s", (_name, message, written) => {
	expect(markdownText(message)).toBe(written);
});

test("the path of a file is code, whatever it is called", () => {
	expect(markdownCode("a`|\n@b/.mcp.json")).toBe(
		"`` a` ``&#124;`\ufffd@b/.mcp.json`",
	);
	expect(markdownCode("")).toBe("");
});

test("a fence is longer than any inside", () => {
	expect(fenceFor("a ```` b", 3)).toBe("`````");
	expect(fenceFor("a", 3)).toBe("```");
});
