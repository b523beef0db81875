import { expect, test } from "vitest";
import {
	findInArguments,
	findInScript,
	type Shell,
} from "../../../src/embedded/commands/claude-commands.ts";
import { writtenText } from "../../../src/embedded/inner-text.ts";
import { plainValue } from "../../../src/syntax/tree.ts";

const holder = () => {
	let session = 0;
	return { file: "a.sh", nextSession: () => session++ };
};
const whole = (text: string) =>
	writtenText(text, { start: 0, end: text.length });

/** What the commands of a script stand for. */
function found(text: string, shell: Shell = "posix") {
	return findInScript(whole(text), shell, holder()).map(
		({ kind, tree: { root, remains } }) => {
			const node = root ?? remains;
			return [kind.id, node && plainValue(node)];
		},
	);
}

const http = (url = "https://docs.example.com/mcp") => [
	"claude-add-command",
	{ mcpServers: { docs: { type: "http", url } } },
];
const added = (server: object, name = "docs") => [
	"claude-add-command",
	{ mcpServers: { [name]: server } },
];
const allowed = (...allow: string[]) => [
	"claude-arguments",
	{ permissions: { allow } },
];

const ADD = "claude mcp add -t http docs https://docs.example.com/mcp";

test.each([
	["as it is", ADD],
	["behind a prompt", `$ ${ADD}`],
	["behind a longer prompt", `me@host:~/project$ ${ADD}`],
	["behind the prompt of zsh", `% ${ADD}`],
	["in a quotation", `> ${ADD}`],
	["with a comment", `# first\n${ADD} # adds it`],
	["on several lines", ADD.replaceAll(" -", " \\\n  -")],
	["on several lines of Windows", `${ADD.replaceAll(" -", " \\\r\n  -")}\r\n`],
	["behind other commands", `cd docs && make; ${ADD}`],
	["in a condition", `if true; then\n  ${ADD}\nfi`],
	["in a substitution", `echo "$(${ADD})"`],
	["with variables", `MODE=fast ${ADD}`],
	["by sudo", `sudo -E ${ADD}`],
	["by env", `env -u A MODE=fast ${ADD}`],
	["by npx", ADD.replace("claude", "npx -y @anthropic-ai/claude-code@latest")],
	[
		"by npx with a package",
		ADD.replace("claude", "npx -p @anthropic-ai/claude-code claude"),
	],
	["by pnpm", ADD.replace("claude", "pnpm dlx @anthropic-ai/claude-code")],
	["by its path", ADD.replace("claude", "~/.claude/local/claude")],
	[
		"by a path in a variable",
		ADD.replace("claude", '"$HOME"/.local/bin/claude'),
	],
	[
		"with options of its own",
		ADD.replace("claude", "claude --debug-file a --verbose"),
	],
	[
		"in quotes",
		`claude "mcp" 'add' -t"http" docs 'https://'"docs.example.com"/mcp`,
	],
	["after what is no script", `It's added so:\n${ADD}`],
	["before what is no script", `${ADD}\nIt's added now.`],
])("a command is found %s", (_where, text) => {
	expect(found(text)).toEqual([http()]);
});

test.each([
	["another program", "clauded mcp add docs -- a"],
	["an argument", "echo claude mcp add docs -- a"],
	["a package of another name", "npx other claude mcp add docs -- a"],
	["a text", "echo 'claude mcp add my docs'"],
	["a file that is written", "cat > a.sh <<'EOF'\nclaude mcp add my docs\nEOF"],
	["a comment", "# claude mcp add my docs"],
	["a mention", "claude mcp add"],
	["help", "claude mcp add --help"],
	["other commands", "claude mcp list; claude mcp remove docs; claude doctor"],
	["a session without arguments", "claude; claude 'mend it'; claude -c"],
	["an outline", "claude mcp add [options] <name> <commandOrUrl> [args...]"],
	["a name to be filled in", "claude mcp add <name> -- docs-server"],
	["a name in a variable", 'claude mcp add "$NAME" -- docs-server'],
	["words in a variable", "claude mcp add $ARGS"],
	["JSON in a variable", 'claude mcp add-json docs "$(cat docs.json)"'],
	["JSON left out", "claude mcp add-json docs '{...}'"],
	["the standard input", "claude mcp add-json docs -"],
	["tools in a variable", 'claude --allowedTools "$TOOLS"'],
	["a file of settings", "claude --settings docs.json"],
	["servers in a variable", 'claude --mcp-config "$SERVERS" "{}$A"'],
])("nothing is said of %s", (_what, text) => {
	expect(found(text)).toEqual([]);
});

test.each([
	[
		"claude mcp add docs -- npx -y docs-server",
		{ command: "npx", args: ["-y", "docs-server"] },
	],
	[
		"claude mcp add docs -e A='b c' -e D=\"e\" -- a",
		{ command: "a", env: { A: "b c", D: "e" } },
	],
	[
		'claude mcp add docs -- a "say \\"hi\\"" it\\\'s $\'a\\tb\'',
		{ command: "a", args: ['say "hi"', "it's", "a\tb"] },
	],
	[
		"claude mcp add -t sse docs https://a -H 'A:  b '",
		{ type: "sse", url: "https://a", headers: { A: "b" } },
	],
	[
		"claude mcp add -t http docs https://a --client-id b --callback-port 80",
		{
			type: "http",
			url: "https://a",
			oauth: { clientId: "b", callbackPort: 80 },
		},
	],
	['claude mcp add-json docs \'{"command":"a"}\'', { command: "a" }],
	['claude mcp add-json docs "{\\"command\\":\\"a\\"}"', { command: "a" }],
	[
		"claude mcp add docs -- a --key <YOUR KEY>",
		{ command: "a", args: ["--key", "<YOUR KEY>"] },
	],
	[
		"claude mcp add docs -- a ${{ github.sha }}",
		{ command: "a", args: ["${{ github.sha }}"] },
	],
])("%s stands for a server", (text, server) => {
	expect(found(text)).toEqual([added(server)]);
});

test("PowerShell has quotes, variables and continued lines of its own", () => {
	expect(
		found(
			"PS C:\\docs> claude mcp add docs `\n  -e \"A=say `\"hi`\"\" -e 'B=it''s' -- docs-server.exe # comment\nclaude mcp add b -- b; & claude mcp add c -- c",
			"powershell",
		),
	).toEqual([
		added({ command: "docs-server.exe", env: { A: 'say "hi"', B: "it's" } }),
		added({ command: "b" }, "b"),
		added({ command: "c" }, "c"),
	]);
});

test("PowerShell's expressions are read over", () => {
	const text =
		"if ($a) { claude mcp add b -- b }\nclaude mcp add (Get-Name) -- c\nclaude mcp add $name -- d";
	expect(found(text, "powershell")).toEqual([added({ command: "b" }, "b")]);
});

test.each([
	["claude --allowedTools Bash Edit -p hi", ["Bash", "Edit"]],
	['claude --allowed-tools "Bash(a, b), Edit"', ["Bash(a, b)", "Edit"]],
	[
		"claude --allowedTools 'Bash(git log:*) Edit' --allowedTools=Read",
		["Bash(git log:*)", "Edit", "Read"],
	],
	["claude --allowedTools 'Bash() mcp__docs__a(*)'", ["Bash", "mcp__docs__a"]],
	['claude --allowedTools "Bash,\n  Edit"', ["Bash", "Edit"]],
	['claude --allowedTools Edit "$TOOLS" "Read(<path>)"', ["Edit"]],
])("%s allows tools", (text, rules) => {
	expect(found(text)).toEqual([allowed(...rules)]);
});

test("servers and settings in arguments are documents of the same session", () => {
	const text = `claude --mcp-config '{"mcpServers":{}}' a.json --settings '{}' --disallowedTools Bash`;
	expect(found(text)).toEqual([
		[
			"claude-arguments",
			{ permissions: { deny: ["Bash"] }, mcpConfig: ["a.json"] },
		],
		["claude-mcp-argument", { mcpServers: {} }],
		["claude-settings-argument", {}],
	]);
	const sessions = findInScript(whole(text), "posix", holder());
	expect(sessions.map(({ session }) => session)).toEqual([0, 0, 0]);
});

test("what a shell puts into a text is marked, and what it does not is not", () => {
	const header = (text: string) => {
		const [source] = findInScript(whole(text), "posix", holder());
		return JSON.stringify(source?.tree.root).includes('"isFilledIn":true');
	};
	const add = (value: string) => `${ADD} -H ${value}`;
	expect(header(add('"A: $B"'))).toBe(true);
	expect(header(add("A:${B}"))).toBe(true);
	expect(header(add("'A: '\"$B\""))).toBe(true);
	expect(header(add("'A: $B'"))).toBe(false);
	expect(header(add('"A: \\$B"'))).toBe(false);
	expect(header('claude mcp add-json docs "{\\"command\\":\\"$B\\"}"')).toBe(
		true,
	);
});

/** What is said of arguments of the action: the stretch, and the start of the message. */
function said(text: string) {
	return findInArguments(whole(text), 0, holder()).flatMap(({ tree }) =>
		tree.errors.map(({ location, message }) => [
			text.slice(location.start, location.end),
			message,
		]),
	);
}

test("the arguments of the action are split in its own way", () => {
	const text =
		"# tools\n--allowedTools Bash(git:*) 'Edit,Read' \"mcp__docs__a\"\n  # more\n--max-turns 5 \\\n--allowed-tools Glob # the end";
	const [source] = findInArguments(whole(text), 3, holder());
	const root = source?.tree.root;
	expect(source?.session).toBe(3);
	expect(source?.tree.errors).toEqual([]);
	expect(root && plainValue(root)).toEqual({
		permissions: {
			allow: ["Bash(git:*)", "Edit", "Read", "mcp__docs__a", "Glob"],
		},
	});
});

test.each([
	["--allowedTools Bash # rest\n--disallowedTools Edit", "#"],
	["--model a#b", "#"],
	["--model $MODEL", "$MODEL"],
	['--append-system-prompt "in ${FOLDER}"', "${FOLDER}"],
	['--allowedTools \\\n"Bash"', "--allowedTools"],
	["--allowedTools Bash(git log:*),Edit", "Bash(git"],
	["--allowedTools Edit,Bash(gh pr view:*),Bash(gh api:*),Read", "Bash(gh"],
	['--allowedTools "Bash\nEdit"', "Bash\nEdit"],
	["--allowed_tools Edit", "--allowed_tools"],
])("what the action loses of %j is said", (text, place) => {
	expect(said(text).map(([at]) => at)).toEqual([place]);
});

test.each([
	"--model a \\\n--allowedTools 'Bash(git log:*)'",
	"--allowedTools ${{ inputs.tools }} --model '$MODEL'",
	"# a\n--max-turns 5\n # b\n",
	"--max-turns 5 # five",
	"",
])("%j is as it looks", (text) => {
	expect(said(text)).toEqual([]);
});
