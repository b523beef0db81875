import { type Document, partLocator } from "../document.ts";
import { readerOf } from "../project/project.ts";
import { defineRule } from "../rule.ts";
import { type StringNode, valueAt } from "../syntax/tree.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary:
		"A step of a workflow names a file with servers, and the action leaves it out.",
	rationale: `
\`claude-code-action\` gives its own servers to Claude Code as JSON, and of several \`--mcp-config\` keeps only what is written as JSON: a file that \`claude_args\` names is forgotten without a word, and its servers
are missing. It has servers of its own wherever somebody calls it (there is no \`prompt\`, or \`track_progress\` is on), where it signs commits, and where a tool of \`mcp__github\` or \`mcp__github_comment\` is allowed. The
\`.mcp.json\` of the repository is read in any case.`,
	examples: [
		{
			file: ".github/workflows/claude.yml",
			bad: `jobs:
  claude:
    steps:
      - uses: anthropics/claude-code-action@v1
        with:
          claude_args: --mcp-config .github/servers.json
`,
			good: `jobs:
  claude:
    steps:
      - uses: anthropics/claude-code-action@v1
        with:
          claude_args: |
            --mcp-config '{ "mcpServers": { "docs": { "command": "docs-server" } } }'
`,
		},
	],
	needs: [{ schema: "github-claude-action" }],

	*check({ documents }) {
		for (const document of documents) {
			const args = inputOf(document, "claude_args");
			if (!document.kind.dropsServerFiles || !args) continue;
			const named = namedFile(args.value);
			if (!named || !hasServersOfItsOwn(document, args)) continue;
			yield {
				location: partLocator(document, args)(named.path, named.at),
				message: `${readerOf(document)} adds servers of its own to this step, and then leaves out the file ${quote(named.path)}; write the servers as JSON in single quotes, or in .mcp.json.`,
			};
		}
	},
});

function inputOf({ root }: Document, name: string): StringNode | undefined {
	const value = valueAt(root, "with", name);
	return value?.type === "string" ? value : undefined;
}

/** A file that is named, unless it is one that is read in any case. Lines that start with "#" are comments. */
function namedFile(args: string): { path: string; at: number } | undefined {
	const text = args.replace(/^[ \t]*#.*$/gm, (line) => " ".repeat(line.length));
	const found = /(--mcp-config\s+["']?)([\w./~-]+\.json)(?=["'\s]|$)/.exec(
		text,
	);
	const [, before = "", path = ""] = found ?? [];
	if (!found || /^(?:\.\/)?\.mcp\.json$/.test(path)) return undefined;
	return { path, at: found.index + before.length };
}

/** Whether the action gives servers to the session, whatever the event. */
function hasServersOfItsOwn(
	document: Document,
	{ value }: StringNode,
): boolean {
	const prompt = valueAt(document.root, "with", "prompt");
	const isCalled =
		prompt === undefined ||
		prompt.type === "null" ||
		(prompt.type === "string" && prompt.value.trim() === "");
	return (
		isCalled ||
		isOn(document, "track_progress") ||
		isOn(document, "use_commit_signing") ||
		(/\bmcp__github(?:_comment)?(?:__|(?![\w-]))/.test(value) &&
			!/--disallowed/i.test(value))
	);
}

function isOn({ root }: Document, name: string): boolean {
	const input = valueAt(root, "with", name);
	return (
		(input?.type === "boolean" && input.value) ||
		(input?.type === "string" && input.value === "true")
	);
}
