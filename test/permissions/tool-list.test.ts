import fc from "fast-check";
import { expect, test } from "vitest";
import { splitToolList } from "../../src/permissions/tool-list.ts";
import { createProjects } from "../../src/project/project.ts";
import { parseFiles } from "../lint-text.ts";

test.each([
	["Read, Grep", ["Read", "Grep"]],
	["Read Grep Bash", ["Read", "Grep", "Bash"]],
	[",Read,,Bash,", ["Read", "Bash"]],
	["  Read  ", ["Read"]],
	["Bash(git add, git commit), Read", ["Bash(git add, git commit)", "Read"]],
	["Bash(git:*) Read", ["Bash(git:*)", "Read"]],
	["Bash (git *), Read", ["Bash", "(git *)", "Read"]],
	["Bash((a) b), Read", ["Bash((a)", "b)", "Read"]],
	["Bash(a) Read) Edit", ["Bash(a)", "Read)", "Edit"]],
	["Bash(a Read", ["Bash(a Read"]],
	["Bash(a)Read", ["Bash(a)Read"]],
	["Bash(\\) x) Read", ["Bash(\\)", "x)", "Read"]],
	["Read\tBash", ["Read\tBash"]],
	["Read\nBash", ["Read\nBash"]],
	["Read,\n  Bash\n", ["Read", "Bash"]],
	["Read\u00a0Bash", ["Read\u00a0Bash"]],
	["Read，Bash", ["Read，Bash"]],
	["mcp__my server__ping", ["mcp__my", "server__ping"]],
	["", []],
	[" , ", []],
])("%j is taken apart as the client does", (text, entries) => {
	expect(splitToolList(text)).toEqual(entries);
});

/** Every entry of an agent's lists, and what stands at its place. */
function entriesOf(yaml: string, file = ".claude/agents/a.md") {
	const text = `---\nname: a\n${yaml}\n---\n`;
	const [project] = createProjects(parseFiles({ [file]: text }));
	return (project?.toolLists ?? []).flatMap(({ effect, entries }) =>
		entries.map(({ text: entry, tool, content, location }) => ({
			effect,
			entry,
			tool,
			content,
			place: text.slice(location.start, location.end),
		})),
	);
}

test.each([
	["tools: Read, Read", ["Read", "Read"]],
	['tools: "Read, Grep"', ["Read", "Grep"]],
	["tools: [Read, 'Bash(a, b)']", ["Read", "Bash(a, b)"]],
	["tools:\n  - Read, Grep\n  - Bash", ["Read", "Grep", "Bash"]],
	["tools: >\n  Read,\n  Bash", ["Read", "Bash"]],
	["tools: |\n  Read, Bash(a)", ["Read", "Bash(a)"]],
	["tools: Read,\n  Bash", ["Read", "Bash"]],
	["description: a: b\ntools: Read, Bash(a: b)", ["Read", "Bash(a: b)"]],
	["tools: [Read, 3, null, [Edit], { Write: 1 }]", ["Read"]],
	["tools: { Read: true }", []],
	["tools:", []],
])("the entries of %j are at their places", (yaml, places) => {
	expect(entriesOf(yaml).map(({ place }) => place)).toEqual(places);
});

test("an entry that is written with escapes is at the place of its value", () => {
	expect(entriesOf('tools: "Re\\x61d, Grep"')).toMatchObject([
		{ entry: "Read", place: '"Re\\x61d, Grep"' },
		{ entry: "Grep", place: '"Re\\x61d, Grep"' },
	]);
});

test("entries are taken apart, and know what their list does", () => {
	const yaml = "tools: Bash(git *), Read()\ndisallowedTools: mcp__docs__x";
	expect(entriesOf(yaml)).toMatchObject([
		{ effect: "agent-grant", tool: "Bash", content: "git *" },
		{ effect: "agent-grant", tool: "Read", content: "" },
		{ effect: "agent-removal", tool: "mcp__docs__x", content: undefined },
	]);
	const lists =
		"allowed-tools: Bash(git *)\ndisallowed-tools: Edit\ndisallowedTools: Write\ntools: Read";
	for (const file of [".claude/skills/a/SKILL.md", ".claude/commands/b/c.md"]) {
		expect(entriesOf(lists, file)).toMatchObject([
			{ effect: "skill-grant", entry: "Bash(git *)" },
			{ effect: "skill-removal", entry: "Edit" },
			{ effect: "skill-removal", entry: "Write" },
		]);
	}
});

test("entries lie in their value, one behind the other", () => {
	const pieces = fc.constantFrom(
		...["Read", "Bash(", ")", ",", " ", "a", '\\"', "\\n", "\\x41", "(", "🚀"],
	);
	fc.assert(
		fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
			const text = `---\ntools: "${parts.join("")}"\n---\n`;
			const [document] = parseFiles({ ".claude/agents/a.md": text });
			if (!document) throw new Error("no document");
			const [project] = createProjects([document]);
			const [list] = project?.toolLists ?? [];
			for (const { location } of list?.entries ?? []) {
				expect(location.start).toBeGreaterThanOrEqual(list?.value.start ?? 0);
				expect(location.end).toBeLessThanOrEqual(list?.value.end ?? 0);
			}
		}),
	);
});
