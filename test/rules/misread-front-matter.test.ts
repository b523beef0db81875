import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const AGENT = ".claude/agents/a.md";

testRule("misread-front-matter", AGENT, {
	valid: [
		"---\nname: a\ndescription: b\n---\nText --- and more.\n",
		"---\nname: a\ndescription: b\n---",
		"---  \r\nname: a\r\ndescription: b\r\n---  \r\nText.\r\n",
		"---\nname: a\ndescription: b\n-----\nText.\n",
		"---\nname: a\ndescription: b\n  ---\nText.\n",
		"---\nname: a\ndescription: b -- c – d — e\n---\n",
		"# Our agents\n\n---\nname: of an agent\n",
		"Text.\n",
		"",
		"---\n---\n",
		"---\n\n# A rule, and a title\n",
	],
	invalid: [
		"---\nname: a\ndescription: b «---» c\ntools: Read\n---\nText.\n",
		"---\nname: a\n# «---»-- tools -----\ntools: Read\n---\nText.\n",
		"---\nname: a\ntools: Read«---»\n---\nText.\n",
		"\n«---»\nname: a\ndescription: b\n---\nText.\n",
		" «---»\nname: a\ndescription: b\n---\nText.\n",
		"<!-- generated -->\n«---»\nname: a\ndescription: b\n---\nText.\n",
		"```yaml\n«---»\nname: a\ndescription: b\n---\n```\n",
		"«---»\nname: a\ndescription: b\n\nText.\n",
	],
});

testRule("misread-front-matter", ".claude/skills/a/SKILL.md", {
	valid: ["# A skill\n\nText --- text.\n"],
	invalid: ["---\ndescription: a «---» b\nallowed-tools: Read\n---\nText.\n"],
});

testRule("misread-front-matter", ".claude/commands/a.md", {
	valid: ["Do it.\n\n---\n\nname: nothing\n"],
	invalid: ["\n«---»\ndescription: a\n---\nText.\n"],
});

test("where the front matter ends for the client is said", () => {
	const said = (text: string) =>
		lintFiles({ [AGENT]: text })
			.filter(({ rule }) => rule === "misread-front-matter")
			.map(({ message }) => message);
	expect(
		said("---\nname: a\ndescription: b --- c\ntools: Read\n---\n"),
	).toEqual([
		'Claude Code takes this "---" for the end of the front matter, and reads nothing of what comes after it; write it in another way.',
	]);
	expect(said("---\nname: a\ndescription: b\n")).toEqual([
		'The front matter has no end, so Claude Code reads nothing of it; write "---" on a line of its own after it.',
	]);
	expect(said("\n---\nname: a\ndescription: b\n---\n")).toEqual([
		'The front matter does not start in the first line, so Claude Code reads nothing of it; remove what stands before this "---".',
	]);
});
