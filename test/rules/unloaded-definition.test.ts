import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const AGENT = ".claude/agents/review/a.md";

testRule("unloaded-definition", AGENT, {
	valid: [
		"---\nname: a\ndescription: b\n---\n",
		"---\nname: My Reviewer 😀\ndescription: b\n---\n",
		'---\nname: "  "\ndescription: "  "\n---\n',
		"---\nname: a/b\ndescription: 'a: b'\n---\n",
		"---\nname: yes\ndescription: a: b\n---\n",
		"---\nname: a\nname: b\ndescription: |\n  c\n---\n",
		// a page for people
		"---\ntitle: Our agents\nlayout: page\n---\n# Our agents\n",
		"---\nText between two lines.\n---\n",
		"",
		// said of the syntax, and of the fences
		'---\nname: a\ndescription: "b" c\n---\n',
		"\n---\nname: a\ndescription: b\n---\n",
	],
	invalid: [
		"---\n«d»escription: a\n---\n",
		"---\n«n»ame: a\n---\n",
		"---\n«t»ools: Read\n---\nText.\n",
		"---\nname:«»\ndescription: b\n---\n",
		'---\nname: «""»\ndescription: b\n---\n',
		"---\nname: «123»\ndescription: b\n---\n",
		"---\nname: «true»\ndescription: b\n---\n",
		"---\nname: «[a]»\ndescription: b\n---\n",
		"---\nname: «-a»\ndescription: b\n---\n",
		'---\nname: «"a:b"»\ndescription: b\n---\n',
		"---\nname: a\ndescription: «»# b\n---\n",
		'---\nname: a\ndescription: «""»\n---\n',
		"---\nname: a\ndescription: «42»\n---\n",
		"---\nname: a\ndescription: «[b, c]»\n---\n",
		"---\nname: a\ndescription: «{ b: c }»\n---\n",
		"---\n«- name: a\n- description: b»\n---\n",
		"---\n«D»escription: a\nmodel: opus\n---\n",
		"«# Reviewer»\n\nYou review.\n",
	],
});

testRule("unloaded-definition", ".claude/skills/a/SKILL.md", {
	valid: [
		"# A skill\n",
		"---\nallowed-tools: Read\n---\n",
		"---\nname: 1\ndescription: 2\n---\n",
		"",
	],
	invalid: ["---\n«- description: a»\n---\n"],
});

function said(file: string, text: string) {
	return lintFiles({ [file]: text })
		.filter(({ rule }) => rule === "unloaded-definition")
		.map(({ severity, message }) => [severity, message]);
}

test("what keeps the agent from being loaded is said", () => {
	const of = (yaml: string) => said(AGENT, `---\n${yaml}\n---\n`);
	expect(of("tools: Read")).toEqual([
		[
			"error",
			'Claude Code does not load this agent: "name" and "description" are missing from the front matter.',
		],
	]);
	expect(of("name: a")).toEqual([
		[
			"error",
			'Claude Code does not load this agent: "description" is missing from the front matter.',
		],
	]);
	expect(of("name: -a\ndescription: b")).toEqual([
		[
			"error",
			'Claude Code does not load this agent: the name "-a" starts with "-".',
		],
	]);
	expect(of("name: a:b\ndescription: b")).toEqual([
		[
			"error",
			'Claude Code does not load this agent: there is a ":" in the name "a:b".',
		],
	]);
	expect(of("name: 3\ndescription: b")).toEqual([
		[
			"error",
			'Claude Code does not load this agent: "name" must be a string, not the number 3.',
		],
	]);
});

test("a file without front matter is mentioned, a readme is not", () => {
	expect(said(AGENT, "You review.\n")).toEqual([
		[
			"info",
			'Claude Code loads no agent from this file; for one write "name" and "description" into a front matter.',
		],
	]);
	expect(said(".claude/agents/README.md", "# Our agents\n")).toEqual([]);
});
