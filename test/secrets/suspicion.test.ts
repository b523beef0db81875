import { describe, expect, test } from "vitest";
import { findCredentials } from "../../src/secrets/credentials.ts";
import {
	mayHoldCredential,
	namesCredential,
} from "../../src/secrets/suspicion.ts";
import { parseFiles } from "../lint-text.ts";
import { hardFiles, ordinaryFiles } from "./labelled/labelled-files.ts";
import { token } from "./samples.ts";

describe("what cannot hold a credential", () => {
	test.each([
		"",
		'{ "mcpServers": { "docs": { "command": "docs-mcp", "args": ["--verbose"] } } }',
		'{ "mcpServers": { "docs": { "type": "http", "url": "https://docs.example.com/mcp" } } }',
		'{ "env": { "API_KEY": "${API_KEY}" } }',
		'{ "headers": { "Authorization": "Bearer ${TOKEN}" } }',
		'{ "permissions": { "allow": ["Bash(npm run test:*)", "Read(./src/**)"] } }',
		'{ "env": { "CONFIG_PATH": "/srv/a" } }',
		"the-longest-word-without-a-digit",
		"1234567890123456",
	])("%s", (text) => {
		expect(mayHoldCredential(text)).toBe(false);
	});
});

describe("what can", () => {
	test.each([
		'{ "env": { "API_KEY": "x" } }',
		'{ "env": { "DB_PW": "x" } }',
		'{ "env": { "PAT_PROD": "x" } }',
		'{ "env": { "githubPat": "x" } }',
		'{ "env": { "A": "${API_KEY:-x}" } }',
		'{ "env": { "API_KEY": "${A}x" } }',
		'{ "url": "https://a:b@example.com" }',
		'{ "args": ["-u", "a:b"] }',
		'{ "args": ["--user", "a:b"] }',
		`{ "a": "${token(16)}" }`,
		String.raw`{ "\u0041PI_\u004bEY": "x" }`,
	])("%s", (text) => {
		expect(mayHoldCredential(text)).toBe(true);
	});
});

test("an address with a user names a credential, another one does not", () => {
	expect(namesCredential("https://a@example.com")).toBe(true);
	expect(namesCredential("https://example.com/a/b")).toBe(false);
});

test("no file in which something is found is passed over", () => {
	for (const { file, text } of [
		...ordinaryFiles(3, 400),
		...hardFiles(3, 400),
	]) {
		if (mayHoldCredential(text)) continue;
		const found = parseFiles({ [file]: text }).flatMap(findCredentials);
		expect(found, text).toEqual([]);
	}
});
