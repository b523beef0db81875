import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

/** A file with one server. */
const server = (fields: string) => `{ "mcpServers": { "a": { ${fields} } } }`;
const messages = (text: string, file = ".mcp.json") =>
	lintFiles({ [file]: text }).map(({ message }) => message);

testRule("inline-arguments", ".mcp.json", {
	valid: [
		server('"command": "npx", "args": ["-y", "docs-server"]'),
		server('"command": "/Applications/My App.app/Contents/MacOS/my-app"'),
		server('"command": "C:\\\\Program Files\\\\nodejs\\\\node.exe"'),
		server('"command": "C:/Program Files/Docker/docker.exe", "args": ["run"]'),
		server('"command": "${HOME}/my tools/docs-server"'),
		server('"command": "./my server"'),
		server('"command": "${DOCS_SERVER:-docs server}"'),
		server('"command": " docs-server "'),
		server(
			'"type": "http", "url": "https://a.example.com", "command": "npx docs-server"',
		),
		server('"command": "My Server.exe"'),
	],
	invalid: [
		server('"command": «"npx -y docs-server"»'),
		server('"command": «"docs-server --port 8080"»'),
		server('"command": «"docs-server serve"», "args": []'),
		server('"command": «"/usr/bin/node server.js"»'),
		server('"command": «"uvx  mcp-server-fetch"»'),
		server('"command": «"cmd /c npx docs-server"»'),
		server('"command": «"./bin/docs-server --stdio"»'),
		server('"command": «"docker run -i --rm mcp/time"»'),
	],
});

test("says what the command is", () => {
	expect(messages(server('"command": "npx -y docs-server"'))).toContainEqual(
		expect.stringContaining('write "npx" and put the rest into "args"'),
	);
});
