import { expect, test } from "vitest";
import type { Surroundings } from "../../src/project/surroundings.ts";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const server = (fields: string) => `{ "mcpServers": { "a": { ${fields} } } }`;
const args = (value: string, rest = "") =>
	server(`"command": "node", "args": ["${value}"]${rest}`);
const helper = (command: string) =>
	server(
		`"type": "http", "url": "https://a.example.com/", "headersHelper": "${command}"`,
	);

testRule("unset-reference", ".mcp.json", {
	valid: [
		args("${CLAUDE_PROJECT_DIR:-.}/server.js"),
		args("${CLAUDE_PROJECT_DIR:-/srv}/server.js"),
		args("${HOME}/server.js"),
		args("${PWD}/server.js"),
		// whether this is a plugin's file is not known here
		args("${CLAUDE_PLUGIN_ROOT}/server.js"),
		args("${user_config.folder}"),
		args("${CLAUDE_PROJECT_DIR}/${CLAUDE_PLUGIN_ROOT}"),
		helper('node \\"${CLAUDE_PLUGIN_ROOT}/headers.mjs\\"'),
		// a shell has the variables of the program
		server(
			'"command": "sh", "args": ["-c", "cd ${CLAUDE_PROJECT_DIR} && a ${B}"], "env": { "B": "c" }',
		),
		// the same variable, passed on
		args("${A}", ', "env": { "A": "${A}" }'),
		args("${A}", ', "env": { "A": "${A:-b}" }'),
		args("${A:-b}", ', "env": { "A": "c" }'),
		args("${B}", ', "env": { "A": "c" }'),
		// it replaces them itself
		server(
			'"command": "npx", "args": ["-y", "mcp-remote@0.1.30", "https://a.example.com/", "--header", "A:${B}"], "env": { "B": "c" }',
		),
		helper("bin/headers.sh"),
		helper("CLAUDE_PROJECT_DIR=.; $CLAUDE_PROJECT_DIR/a"),
		helper("${CLAUDE_PROJECT_DIR:-.}/a"),
	],
	invalid: [
		args("«${CLAUDE_PROJECT_DIR}»/server.js"),
		args("«${workspaceFolder}»/server.js"),
		args("«${userHome}»/server.js"),
		server('"command": "«${CLAUDE_PROJECT_DIR}»/server"'),
		server('"command": "a", "env": { "B": "«${workspaceFolderBasename}»" }'),
		args("«${A}»", ', "env": { "A": "b" }'),
		server('"command": "node", "env": { "A": "b", "C": "«${A}»" }'),
		helper("«$CLAUDE_PROJECT_DIR»/headers.sh"),
		helper("«${CLAUDE_PROJECT_DIR}»/headers.sh"),
	],
});

testRule("unset-reference", "managed-mcp.json", {
	valid: [args("${CLAUDE_PROJECT_DIR:-.}/server.js")],
	invalid: [
		args("«${CLAUDE_PLUGIN_ROOT}»/server.js"),
		args("«${user_config.folder}»"),
	],
});

/** What is said of a file, with what is known of its surroundings. */
const messages = (text: string, surroundings: Partial<Surroundings> = {}) =>
	lintFiles({ ".mcp.json": text }, {}, surroundings)
		.filter(({ rule }) => rule === "unset-reference")
		.map(({ message }) => message);

test("in a plugin its variables are set", () => {
	const inside = { repository: "", pluginFiles: [".mcp.json"] };
	for (const name of [
		"CLAUDE_PROJECT_DIR",
		"CLAUDE_PLUGIN_ROOT",
		"CLAUDE_PLUGIN_DATA",
		"user_config.folder",
	]) {
		expect(messages(args(`\${${name}}/a`), inside)).toEqual([]);
	}
	expect(messages(args("${workspaceFolder}/a"), inside)).toHaveLength(1);
});

test("in a repository without plugins they are not", () => {
	const outside = { repository: "", pluginFiles: [] };
	expect(messages(args("${CLAUDE_PLUGIN_ROOT}/a"), outside)).toEqual([
		'Server "a": Claude Code has no variable CLAUDE_PLUGIN_ROOT when it reads the file of a server outside of plugins, so it stays as it is; write the value itself.',
	]);
	expect(messages(args("${user_config.folder}"), outside)).toEqual([
		'Server "a": Claude Code has no options of a user outside of plugins, so the reference stays as it is; use an environment variable.',
	]);
});

test("says what does the same", () => {
	expect(messages(args("${CLAUDE_PROJECT_DIR}/a"))).toEqual([
		'Server "a": Claude Code has no variable CLAUDE_PROJECT_DIR when it reads the file, so it stays as it is; write ${CLAUDE_PROJECT_DIR:-.}.',
	]);
	expect(messages(args("${A}", ', "env": { "A": "b" }'))).toEqual([
		'Server "a": Claude Code looks for the variable A in its own environment, not in "env" of the server, so "${A}" stays as it is; write the value itself, or set A in the shell that starts the session.',
	]);
	expect(messages(helper("$CLAUDE_PROJECT_DIR/a"))).toEqual([
		'Server "a": Claude Code does not set CLAUDE_PROJECT_DIR for the command in "headersHelper", so "$CLAUDE_PROJECT_DIR" is empty; it runs in the folder of the session, write a path that starts there.',
	]);
});

test("the fix gives the default", () => {
	const text = args("${CLAUDE_PROJECT_DIR}/a");
	const [diagnostic] = lintFiles({ ".mcp.json": text });
	expect(diagnostic?.fix).toEqual({
		title: "Write ${CLAUDE_PROJECT_DIR:-.}",
		edits: [
			{
				file: ".mcp.json",
				start: text.indexOf("${"),
				end: text.indexOf("}/") + 1,
				text: "${CLAUDE_PROJECT_DIR:-.}",
			},
		],
	});
});
