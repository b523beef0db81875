import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

/** A file with one server. */
const server = (fields: string) => `{ "mcpServers": { "a": { ${fields} } } }`;
const messages = (text: string, file = ".mcp.json") =>
	lintFiles({ [file]: text }).map(({ message }) => message);

testRule("unpinned-package", ".mcp.json", {
	valid: [
		server('"command": "npx", "args": ["-y", "docs-server@1.4.2"]'),
		server('"command": "npx", "args": ["-y", "@scope/docs@1.4.2-beta.1"]'),
		server(
			'"command": "uvx", "args": ["--python", "3.12", "docs-server==1.4.2"]',
		),
		server(
			'"command": "uvx", "args": ["--from", "git+https://github.com/a/docs@v0.1.4", "docs"]',
		),
		server(
			'"command": "docker", "args": ["run", "-i", "--rm", "-e", "TOKEN", "ghcr.io/a/docs:1.4"]',
		),
		server(
			'"command": "docker", "args": ["exec", "-i", "docs", "node", "server.js"]',
		),
		server('"command": "npx", "args": ["./tools/docs-server"]'),
		server(
			'"command": "uv", "args": ["--directory", "docs", "run", "server.py"]',
		),
		server('"command": "node", "args": ["docs-server"]'),
		server(
			'"command": "cmd", "args": ["/c", "npx", "-y", "docs-server@1.4.2"]',
		),
		server(
			'"command": "npx", "args": ["-y", "docs-server@${DOCS_VERSION:-1.4.2}"]',
		),
		server('"command": "npm", "args": ["run", "docs-server"]'),
	],
	invalid: [
		server('"command": "npx", "args": ["-y", «"docs-server"»]'),
		server(
			'"command": "npx", "args": ["-y", «"@scope/docs@latest"», "--port", "1"]',
		),
		server(
			'"command": "npx", "args": [«"--package=docs-server@^1.4.0"», "docs"]',
		),
		server('"command": "cmd", "args": ["/c", "npx", "-y", «"docs-server"»]'),
		server(
			'"command": "C:\\\\Program Files\\\\nodejs\\\\npx.cmd", "args": [«"docs-server"»]',
		),
		server('"command": "uvx", "args": [«"docs-server@latest"»]'),
		server(
			'"command": "uvx", "args": ["--from", «"git+https://github.com/a/docs"», "docs"]',
		),
		server(
			'"command": "docker", "args": ["run", "-i", "--rm", "-v", "/a:/b", «"localhost:5000/docs"», "x:1"]',
		),
		server('"command": "pnpm", "args": ["dlx", «"docs-server@1"»]'),
	],
});

test("asks for a tag or a digest of an image", () => {
	expect(
		messages(server('"command": "docker", "args": ["run", "-i", "mcp/time"]')),
	).toContainEqual(expect.stringContaining("a digest"));
});

test("a repository has tags and commits, and no versions", () => {
	const said = (fields: string) => messages(server(fields)).join();
	expect(
		said(
			'"command": "uvx", "args": ["--from", "git+https://github.com/a/docs", "docs"]',
		),
	).toContain("as in @v1.2.3");
	expect(said('"command": "npx", "args": ["-y", "github:a/docs"]')).toContain(
		"as in #v1.2.3",
	);
	expect(said('"command": "docker", "args": ["run", "a/docs"]')).toContain(
		"a tag other than latest",
	);
});
