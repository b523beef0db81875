import { testRule } from "../test-rule.ts";

const server = (timeout: string) =>
	`{ "mcpServers": { "docs": { "command": "docs-server", "timeout": ${timeout} } } }`;

testRule("short-timeout", ".mcp.json", {
	valid: [
		server("1000"),
		server("30000"),
		// these are no timeouts at all, and the client drops the server
		server("0"),
		server("-5"),
		server("1.5"),
		server('"30"'),
	],
	invalid: [server("«30»"), server("«999»"), server("«1»")],
});
