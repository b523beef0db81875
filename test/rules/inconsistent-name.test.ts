import { testRule } from "../test-rule.ts";

const block = (file: string, text: string) =>
	`\`${file}\`:\n\n\`\`\`json\n${text}\n\`\`\`\n\n`;
const servers = (...names: readonly string[]) =>
	names
		.map((name) =>
			block(".mcp.json", `{ "mcpServers": { "${name}": { "command": "a" } } }`),
		)
		.join("");
const settings = (rules: string) =>
	block(".claude/settings.json", `{ "permissions": ${rules} }`);

testRule("inconsistent-name", "README.md", {
	valid: [
		servers("docs") + settings('{ "allow": ["mcp__docs__*"] }'),
		servers("docs", "docs") + settings('{ "allow": ["mcp__docs__*"] }'),
		// each is another server
		servers("docs", "docs-archive") + settings('{ "deny": ["mcp__docs__*"] }'),
		servers("docs", "Docs MCP") +
			settings('{ "allow": ["mcp__docs__a", "mcp__Docs_MCP__a"] }'),
		servers("docs", "Docs MCP") +
			settings('{ "allow": ["mcp__docs__*"] }') +
			settings('{ "allow": ["mcp__Docs_MCP__*"] }'),
		servers("docs", "Docs MCP") + settings('{ "allow": ["mcp__wiki__*"] }'),
	],
	invalid: [
		servers("docs", "Docs MCP") + settings('{ "allow": [«"mcp__docs__*"»] }'),
		servers("docs-mcp", "docs") + settings('{ "deny": [«"mcp__docs"»] }'),
		servers("docs", "Docs") + settings('{ "ask": ["Bash", «"mcp__Docs__a"»] }'),
	],
});
