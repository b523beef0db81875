import { testRule } from "../test-rule.ts";

/** A package with one script. */
const script = (text: string) =>
	`{ "scripts": { "start": "${text.replaceAll('"', '\\"').replaceAll("\n", "\\n")}" } }`;

testRule("misread-command", "package.json", {
	valid: [
		script("claude mcp add docs -t http https://docs.example.com/mcp"),
		script("claude mcp add docs -t stdio https://docs.example.com/mcp"),
		script("claude mcp add docs -- ./bin/mcp"),
		script("claude mcp add docs -- npx mcp-remote https://docs.example.com"),
		script("claude --allowedTools 'Bash(git log:*) Edit, Read'"),
		script('claude --allowedTools "Bash(echo \\"a;b\\")" Edit'),
		script('claude --allowedTools "Edit,\n  Read"'),
		script("claude --tools Bash,Edit --allowedTools ''"),
		script("claude --tools default"),
	],
	invalid: [
		script("claude mcp add docs «https://docs.example.com/mcp»"),
		script("claude mcp add docs «localhost:3000/sse»"),
		script("claude --allowedTools 'Bash «(git:*)»'"),
		script('claude --allowedTools "«Edit\nRead»"'),
		script("claude --allowedTools '«\"Edit\"»'"),
		script("claude --disallowedTools '«[Edit]»'"),
		script("claude --allowedTools '«Edit;Read»'"),
		script("claude --tools «bash»,Edit"),
	],
});
