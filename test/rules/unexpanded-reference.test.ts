import { expect, test } from "vitest";
import { lintFiles } from "../lint-text.ts";
import { testRule } from "../test-rule.ts";

const server = (fields: string) => `{ "mcpServers": { "a": { ${fields} } } }`;
const header = (value: string) =>
	server(
		`"type": "http", "url": "https://a.example.com/mcp", "headers": { "Authorization": "${value}" }`,
	);
const url = (value: string) => server(`"type": "http", "url": "${value}"`);
const args = (...values: string[]) =>
	server(`"command": "docs-server", "args": [${values.join(", ")}]`);
const run = (command: string, ...values: string[]) =>
	server(`"command": "${command}", "args": [${values.join(", ")}]`);
const env = (key: string, value: string) =>
	server(`"command": "docs-server", "env": { "${key}": "${value}" }`);

testRule("unexpanded-reference", ".mcp.json", {
	valid: [
		// what the client replaces
		header("Bearer ${TOKEN}"),
		header("Bearer ${TOKEN:-none}"),
		url("https://${HOST:-a.example.com}/mcp"),
		env("A", "${B}"),
		args('"${A}/b"'),
		server('"command": "${HOME}/bin/docs-server"'),
		// dollars, percents and braces with nothing behind them
		header("Bearer pa$$word"),
		header("Bearer abc$DEF"),
		url("https://a.example.com/?$filter=b&$top=5"),
		url("https://a.example.com/%E2%80%99/%20A%20"),
		url("https://a.example.com/{id}"),
		args('"^a+$"', '"$100"', '"$ref"', '"$.store.book"', '"US$EUR"'),
		args('"100%"', '"%Y-%m-%d"', '"%s of %d"', '"app-%DATE%.log"'),
		args('"{{name}}"', '"{{#each items}}"', '"A {{NAME}} B"'),
		args('"a `code` b"', '"$(Configuration)"', '"$(SRC)/a"'),
		args('"os.environ/TOKEN"', '"env:TOKEN"', '"TOKEN"'),
		args('"\\\\$HOME/a"', '"$$HOME/a"'),
		args(
			'"~/data"',
			'"${title}-${page}.md"',
			'"{\\"$MATCH\\": 1}"'.replace("$MATCH", "$match"),
		),
		env("PASSWORD", "x$Y9"),
		env("DATA", "~/data"),
		// code has references of its own
		run("sh", '"-c"', '"exec $HOME/a --b ${C%/} $(pwd)"'),
		run("/bin/bash", '"-lc"', '"source ~/.env && a --token $TOKEN"'),
		run("cmd", '"/c"', '"npx"', '"a"', '"%APPDATA%\\\\b"'),
		run("powershell", '"-Command"', '"a $env:TOKEN ${env:B}"'),
		run("docker", '"run"', '"image"', '"sh"', '"-c"', '"a $TOKEN"'),
		run("ssh", '"host"', '"a $HOME/b"'),
		run("awk", '"{ print $NF }"'),
		run("node", '"-e"', '"console.log(`${B}`)"'),
		server(
			'"type": "http", "url": "https://a.example.com/mcp", "headersHelper": "$HOME/bin/headers ${B:?} $(pwd) ~/c"',
		),
		// values that another program reads as code, or as a pattern
		env("GIT_SSH_COMMAND", "ssh -i $HOME/.ssh/key"),
		env("SYSTEM_PROMPT", "Say {{NAME}} and $NAME"),
		env("BASH_ENV", "$HOME/.env"),
		env("OUTPUT_TEMPLATE", "{{TITLE}}"),
		// fields that its transport does not use
		server('"command": "a", "headers": { "A": "$B" }'),
		server(
			'"type": "http", "url": "https://a.example.com", "env": { "A": "$B" }',
		),
		// an entry that is dropped has worse problems
		server('"url": "https://a.example.com/$B"'),
	],
	invalid: [
		header("Bearer «$TOKEN»"),
		header("«$token»"),
		header("Bearer «$token»"),
		header("Bearer «%TOKEN%»"),
		header("Bearer «$<TOKEN>»"),
		header("Bearer «$env:TOKEN»"),
		header("Bearer «${env:TOKEN}»"),
		header("Bearer «${input:token}»"),
		header("Bearer «{env:TOKEN}»"),
		header("Bearer «{{TOKEN}}»"),
		header("Bearer «${{ secrets.TOKEN }}»"),
		header("Bearer «${TOKEN-none}»"),
		header("Bearer «${TOKEN:=none}»"),
		header("Bearer «${TOKEN:?unset}»"),
		header("Bearer «${TOKEN:+b}»"),
		header("Bearer «${TOKEN:0:8}»"),
		header("Bearer «${process.env.TOKEN}»"),
		header("Bearer «$(gh auth token)»"),
		header("«`cat token`»"),
		header("Bearer «${MY-TOKEN}»"),
		header("Bearer «${my.token}»"),
		header("Bearer «${ TOKEN }»"),
		header("Bearer «${1TOKEN}»"),
		header("Bearer «${}»"),
		header("Bearer «${TOKEN»"),
		url("«$DOCS_URL»"),
		url("https://«$HOST»/mcp?key=«%API_KEY%»"),
		url("https://«{{HOST}}»/mcp"),
		url("https://a.example.com/?token=«$TOKEN»"),
		args('"«$HOME»/data"', '"--token=«$TOKEN»"', '"«$(pwd)»/b"'),
		args('"«%USERPROFILE%»\\\\data"', '"--token=«{{TOKEN}}»"', '"«%TOKEN%»"'),
		args('"«${env:HOME}»"', '"«${input:a}»"', '"«{env:A}»"', '"«$env:A»"'),
		args('"{\\"Authorization\\": \\"Bearer «$TOKEN»\\"}"'),
		run(
			"docker",
			'"run"',
			'"-e"',
			'"TOKEN=«$TOKEN»"',
			'"-v"',
			'"«$(pwd)»:/work"',
		),
		run("node", '"«$HOME»/server.js"'),
		env("TOKEN", "«$TOKEN»"),
		env("PATH", "«$HOME»/bin:«$PATH»"),
		server('"command": "«$HOME»/bin/docs-server"'),
		server('"command": "«~»/bin/docs-server"'),
		server('"command": "«%APPDATA%»\\\\npm\\\\docs-server.cmd"'),
		server('"command": "docs-server", "env": { "«${A}»": "b" }'),
		server(
			'"type": "http", "url": "https://a.example.com/", "headers": { "«${A}»": "b" }',
		),
		server(
			'"type": "http", "url": "https://a.example.com/", "oauth": { "clientId": "«${A}»" }',
		),
		'{ "mcpServers": { "«${A}»": { "command": "docs-server" } } }',
	],
});

testRule("unexpanded-reference", ".claude/settings.json", {
	valid: [
		'{ "env": { "A": "/srv/data", "B": "costs $5", "C": "50%", "D": 5, "E": "{}" } }',
		'{ "env": { "A": "~/data" } }',
		'{ "env": { "A": "~/data" }, "statusLine": { "type": "command", "command": "cat ${A/#~/$HOME}/b $AB" } }',
		'{ "env": { "GIT_EDITOR": "$HOME/bin/editor", "PROMPT_COMMAND": "echo $PWD" } }',
		'{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "$CLAUDE_PROJECT_DIR/a ${B}" }] }] } }',
		'{ "permissions": { "allow": ["Bash(echo $A)"] }, "env": { "B": "1" } }',
	],
	invalid: [
		'{ "env": { "A": "«${HOME}»/data" } }',
		'{ "env": { "A": "«${HOME:-/root}»/data" } }',
		'{ "env": { "A": "«$HOME»/data" } }',
		'{ "env": { "A": "«%APPDATA%»\\\\a" } }',
		'{ "env": { "A": "«$(pwd)»" } }',
		'{ "env": { "PATH": "«$HOME»/bin:$PATH" } }',
		'{ "env": { "A_DIR": "«~»/.claude" }, "statusLine": { "type": "command", "command": "${A_DIR}/a.sh" } }',
	],
});

testRule("unexpanded-reference", ".claude/agents/a.md", {
	valid: [
		"---\nname: a\ndescription: b\nmcpServers:\n  - c:\n      type: http\n      url: https://a.example.com/\n      headers:\n        A: ${B}\n---\n",
		"---\nname: a\ndescription: b\nmcpServers:\n  - c:\n      command: sh\n      args: [-c, 'a ${B}']\n---\n",
		"---\nname: a\ndescription: costs $PRICE\n---\nUse $HOME and ${env:B}.\n",
	],
	invalid: [
		"---\nname: a\ndescription: b\nmcpServers:\n  - c:\n      command: d\n      args: ['«${B}»']\n      env:\n        B: «${B:-c}»\n---\n",
		"---\nname: a\ndescription: b\nmcpServers:\n  - c:\n      type: http\n      url: https://«${HOST}»/\n      headers:\n        A: «$B»\n---\n",
	],
});

const first = (text: string, file = ".mcp.json") =>
	lintFiles({ [file]: text }).find(
		({ rule }) => rule === "unexpanded-reference",
	);

test.each([
	[
		header("Bearer $DOCS_TOKEN"),
		'Server "a": Claude Code does not replace "$DOCS_TOKEN" in header "Authorization", and sends it as it stands; write ${DOCS_TOKEN}.',
	],
	[
		header("${input:docs-token}"),
		'Server "a": Claude Code does not replace "${input:docs-token}" in header "Authorization", and sends it as it stands; it asks for no inputs; put the value into a variable, and write ${DOCS_TOKEN}.',
	],
	[
		header("${file:docs-token}"),
		'Server "a": Claude Code does not replace "${file:docs-token}" in header "Authorization", and sends it as it stands; it reads no files there; put the value into a variable, and write ${DOCS_TOKEN}.',
	],
	[
		header("$SONAR_TOKEN"),
		'Server "a": Claude Code does not replace "$SONAR_TOKEN" in header "Authorization", and sends it as it stands; ${SONAR_TOKEN} would be empty there; set it under another name, as with export MY_SONAR_TOKEN="$SONAR_TOKEN", and write ${MY_SONAR_TOKEN}.',
	],
	[
		header("$(gh auth token)"),
		'Server "a": Claude Code does not replace "$(gh auth token)" in header "Authorization", and sends it as it stands; it runs no command there; "headersHelper" does.',
	],
	[
		header("${DOCS:?unset}"),
		'Server "a": Claude Code does not replace "${DOCS:?unset}" in header "Authorization", and sends it as it stands; it knows only ${DOCS} and ${DOCS:-default}.',
	],
	[
		header("${DOCS-TOKEN}"),
		'Server "a": Claude Code does not replace "${DOCS-TOKEN}" in header "Authorization", and sends it as it stands; a variable cannot have - in its name; write ${DOCS_TOKEN}.',
	],
	[
		server('"command": "$HOME/a"'),
		'Server "a": Claude Code does not replace "$HOME" in "command", and finds no program of that name; write ${HOME}.',
	],
	[
		env("TOKEN", "$TOKEN"),
		'Server "a": Claude Code does not replace "$TOKEN" in variable "TOKEN", and the program gets it as it stands; write ${TOKEN}.',
	],
	[
		server('"command": "a", "env": { "${A}": "b" }'),
		'Server "a": Claude Code replaces nothing in the name of a variable, so "${A}" stays as it is; write the name itself.',
	],
])("%s is explained", (text, message) => {
	expect(first(text)?.message).toBe(message);
});

test("an agent's server is told where references are replaced", () => {
	const text =
		"---\nname: a\ndescription: b\nmcpServers:\n  - c:\n      command: d\n      args: ['${B}']\n---\n";
	expect(first(text, ".claude/agents/a.md")?.message).toBe(
		'Server "c": Claude Code replaces nothing in "args" of an agent\'s server, so "${B}" stays as it is; declare the server in .mcp.json, and name it here.',
	);
});

test("what is sent as it stands is an error, what a program may understand a warning", () => {
	expect(first(header("$A_B"))?.severity).toBe("error");
	expect(first(url("https://$A_B/"))?.severity).toBe("error");
	expect(first(server('"command": "$A_B"'))?.severity).toBe("error");
	expect(first(header("{{A_B}}"))?.severity).toBe("warning");
	expect(first(args('"$A_B"'))?.severity).toBe("warning");
	expect(first(env("A", "$A_B"))?.severity).toBe("warning");
});

/** The text with the first fix in it. */
function fixed(text: string): string | undefined {
	const [edit] = first(text)?.fix?.edits ?? [];
	return edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

test.each([
	["Bearer $TOKEN", "Bearer ${TOKEN}"],
	["Bearer ${env:TOKEN}", "Bearer ${TOKEN}"],
	["%TOKEN%", "${TOKEN}"],
	["$env:TOKEN", "${TOKEN}"],
	["{env:TOKEN}", "${TOKEN}"],
	["{{TOKEN}}", "${TOKEN}"],
	["$<TOKEN>", "${TOKEN}"],
	["${{ secrets.TOKEN }}", "${TOKEN}"],
	["${process.env.TOKEN}", "${TOKEN}"],
	["${ TOKEN }", "${TOKEN}"],
	["${TOKEN", "${TOKEN}"],
	["${TOKEN-none}", "${TOKEN:-none}"],
	["${TOKEN:=none}", "${TOKEN:-none}"],
	["${env:CONTEXT7_KEY:-NAME}", "${CONTEXT7_KEY:-NAME}"],
	["$(pwd)", "${PWD}"],
	["${input:token}", undefined],
	["$(cat token)", undefined],
	["${TOKEN:?unset}", undefined],
	["${MY-TOKEN}", undefined],
	["${}", undefined],
	["$SONAR_TOKEN", undefined],
	["\\u0024TOKEN", undefined],
])("%s becomes %s", (value, expected) => {
	expect(fixed(header(value))).toBe(expected && header(expected));
});

test("a tilde becomes the home folder", () => {
	expect(fixed(server('"command": "~/bin/a"'))).toBe(
		server('"command": "${HOME}/bin/a"'),
	);
});

test("a fix of what a template may fill in is for those who ask for it", () => {
	expect(first(header("{{TOKEN}}"))?.fix?.unsafe).toBe(true);
	expect(first(header("$TOKEN"))?.fix).not.toHaveProperty("unsafe");
});

test("says one thing of an address that is no address because of a reference", () => {
	const rules = lintFiles({ ".mcp.json": url("$DOCS_URL") });
	expect(rules.map(({ rule }) => rule)).toEqual(["unexpanded-reference"]);
});

test("says one thing of a command in a command", () => {
	const rules = lintFiles({
		".mcp.json": server('"command": "$(which docs-server)"'),
	});
	expect(rules.map(({ rule }) => rule)).toEqual(["unexpanded-reference"]);
});

test("a shell has put the home folder in before the client gets a command", () => {
	const said = (command: string) =>
		lintFiles({ "README.md": `\`\`\`sh\n${command}\n\`\`\`\n` })
			.filter(({ rule }) => rule === "unexpanded-reference")
			.map(({ message }) => message);
	expect(said("claude mcp add docs -- ~/bin/docs ~/notes")).toEqual([]);
	expect(said("claude mcp add docs -- '~/bin/docs'")).toEqual([
		expect.stringContaining('"~" in "command"'),
	]);
});
