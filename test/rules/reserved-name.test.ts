import { testRule } from "../test-rule.ts";

/** A file with a server of this name. */
const named = (name: string) =>
	`{ "mcpServers": { ${name}: { "command": "docs-server" } } }`;

testRule("reserved-name", ".mcp.json", {
	valid: [
		named('"Workspace"'),
		named('"workspaces"'),
		named('"my-workspace"'),
		named('"claude_in_chrome"'),
		named('"claude preview"'),
		named('"ide"'),
		named('"vscode"'),
		named('"computer_use"'),
	],
	invalid: [
		named('«"workspace"»'),
		named('«"claude-in-chrome"»'),
		named('«"computer-use"»'),
		named('«"Claude Preview"»'),
		named('«"Claude_Preview"»'),
		named('«"Claude.Browser"»'),
		named('«"__proto__"»'),
	],
});
