import { expect, test } from "vitest";
import { defaultConfig } from "../src/config.ts";
import { rules } from "../src/generated/rules.ts";
import { lint, maskFor } from "../src/lint.ts";
import { readMarketplaces, readPlugins } from "../src/project/plugins.ts";
import { reportText } from "../src/reporters/text.ts";
import { credentialsOf, parseFiles } from "./lint-text.ts";

/** How long any file that the client would read may take, on a slow machine. */
const SECONDS = 60;

const MEGABYTE = 1024 * 1024;

/** As many copies of a part as fill a file of the size that the client still reads. */
function fill(part: (index: number) => string, separator = ","): string {
	const parts: string[] = [];
	for (let length = 0; length < 1.9 * MEGABYTE; ) {
		const next = part(parts.length);
		parts.push(next);
		length += next.length + separator.length;
	}
	return parts.join(separator);
}

const server = (body: string) => `{ "mcpServers": { "a": ${body} } }`;
const repeated = (text: string, size = 1.9 * MEGABYTE) =>
	text.repeat(Math.ceil(size / text.length));

const FENCE = "```";

/** A workflow with some steps; one that is longer is not read. */
const workflow = (steps: string) =>
	`jobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${steps.slice(0, 490_000).replace(/\n +- uses:[^-]*$/, "")}\n`;

const files: Readonly<Record<string, [string, string]>> = {
	"unknown keys": [
		".claude/settings.json",
		`{ ${fill((n) => `"permision${n}": 1`)} }`,
	],
	"unknown keys of a server": [
		".mcp.json",
		server(`{ "command": "a", ${fill((n) => `"k${n}": 1`)} }`),
	],
	"bad servers": [
		".mcp.json",
		`{ "mcpServers": { ${fill((n) => `"s${n}": { "url": "https://a" }`)} } }`,
	],
	"servers that run a package": [
		".mcp.json",
		`{ "mcpServers": { ${fill((n) => `"s${n}": { "command": "npx", "args": ["-y", "p${n}"], "disabled": true }`)} } }`,
	],
	"servers with one name": [
		".mcp.json",
		`{ "mcpServers": { ${fill(() => '"s": { "command": "a" }')} } }`,
	],
	"variables that are numbers": [
		".mcp.json",
		server(`{ "command": "a", "env": { ${fill((n) => `"V${n}": ${n}`)} } }`),
	],
	"arguments with white space": [
		".mcp.json",
		server(`{ "command": "a", "args": [${fill(() => '" a "')}] }`),
	],
	"references that are left as they are": [
		".mcp.json",
		server(
			`{ "command": "a", "args": [${fill((n) => `"$ABC${n} %DEF${n}% \\u0020"`)}] }`,
		),
	],
	"references that are never closed": [
		".mcp.json",
		server(
			`{ "command": "a", "args": [${fill(() => `"${"${A:-${".repeat(1000)}"`)}] }`,
		),
	],
	"helpers without their variables": [
		".mcp.json",
		`{ "mcpServers": { ${fill((n) => `"s${n}": { "type": "http", "url": "https://a", "headersHelper": "${"$A_TOKEN $CLAUDE_PROJECT_DIR ".repeat(200)}" }`)} } }`,
	],
	"variables of settings that refer to others": [
		".claude/settings.json",
		`{ "env": { ${fill((n) => `"A${n}": "~/$B${n}"`)} }, "statusLine": { "type": "command", "command": "${"$A1 ".repeat(1000)}" } }`,
	],
	"bad rules": [
		".claude/settings.json",
		`{ "permissions": { "allow": [${fill(() => '"bash"')}] } }`,
	],
	"matchers that engines take for ever over": [
		".claude/settings.json",
		`{ "hooks": { "PreToolUse": [${fill((n) => `{ "matcher": "${"a?".repeat(90)}${n}", "hooks": [{ "type": "command", "command": "a", "if": "Bash(a)" }] }`)}] } }`,
	],
	"matchers and conditions": [
		".claude/settings.json",
		`{ "hooks": { "PreToolUse": [${fill((n) => `{ "matcher": "bash${n}|Edit|Write", "hooks": [{ "type": "command", "command": "a/b.sh $TOOL_NAME", "if": "Edit(*.ts)", "timeout": 5000 }] }`)}] } }`,
	],
	"one matcher": [
		".claude/settings.json",
		`{ "hooks": { "PreToolUse": [{ "matcher": "${repeated("a|(")}", "hooks": [] }] } }`,
	],
	...Object.fromEntries(
		["{,", "A|", "a)|", " ", "(", "$A"].map((part) => [
			`one condition of ${part}`,
			[
				".claude/settings.json",
				`{ "hooks": { "PreToolUse": [{ "hooks": [{ "type": "command", "command": "a", "if": "Edit(${repeated(part)})" }] }] } }`,
			],
		]),
	),
	"one condition of many braces": [
		".claude/settings.json",
		`{ "hooks": { "PreToolUse": [{ "hooks": [{ "type": "command", "command": "a", "if": "Read({${repeated(",", 200_000)})" }] }] } }`,
	],
	"a matcher that repeats nothing for ever": [
		".claude/settings.json",
		'{ "hooks": { "PreToolUse": [{ "matcher": "(Bash|(){9999999999999})", "hooks": [] }] } }',
	],
	"rules that say the same": [
		".claude/settings.json",
		`{ "permissions": { "allow": [${fill(() => '"Bash(ls)"')}] } }`,
	],
	"rules that cover each other": [
		".claude/settings.json",
		`{ "permissions": { "allow": [${fill((n) => `"Bash(c${n}:*)", "Bash(c${n} *)"`)}] } }`,
	],
	"a path of many folders": [
		".claude/settings.json",
		`{ "permissions": { "deny": ["Read(${repeated("a/")})"] } }`,
	],
	"a rule of closing brackets": [
		".claude/settings.json",
		`{ "permissions": { "deny": ["Bash${repeated("]", 400_000)}x"] } }`,
	],
	"wildcards in names of tools": [
		".claude/settings.json",
		`{ "permissions": { "deny": [${fill((n) => `"${"T*".repeat(40)}${n}"`)}] } }`,
	],
	"variables that a command may set": [
		".claude/settings.json",
		`{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "${Array.from({ length: 4000 }, (_, n) => `for for for $TOOL_INPUT_${n}`).join(" ")}" }] }] } }`,
	],
	"bad hooks": [
		".claude/settings.json",
		`{ "hooks": { "Stop": [${fill(() => "{}")}] } }`,
	],
	"a pipe after each other": [
		".mcp.json",
		server(`{ "command": "sh", "args": ["-c", "${repeated("curl|")}"] }`),
	],
	"many short pipes": [
		".mcp.json",
		server(
			`{ "command": "sh", "args": [${fill(() => `"${"curl|".repeat(600)}"`)}] }`,
		),
	],
	"a command of spaces": [
		".mcp.json",
		server(`{ "command": "a${repeated(" ")}b" }`),
	],
	"a url of question marks": [
		".mcp.json",
		server(
			`{ "type": "http", "url": "http://a.example.com/${repeated("?")}" }`,
		),
	],
	"a url of references": [
		".mcp.json",
		server(`{ "type": "http", "url": "${repeated("${")}" }`),
	],
	"a type of words for secrets": [
		".mcp.json",
		server(`{ "type": "${repeated("TOKEN")}" }`),
	],
	"a rule of backslashes": [
		".claude/settings.json",
		`{ "permissions": { "deny": ["Bash(${repeated("\\\\")})"] } }`,
	],
	"a rule of parentheses": [
		".claude/settings.json",
		`{ "permissions": { "deny": ["${repeated("\\\\(")}"] } }`,
	],
	"a name of dots": [
		".mcp.json",
		`{ "mcpServers": { "${repeated(".")}": {} } }`,
	],
	"deep lists": [".mcp.json", `${"[".repeat(900)}${"]".repeat(900)}`],
	"open brackets": [".mcp.json", repeated("[")],
	"open strings": [".mcp.json", `{ "a": ${repeated('"')}`],
	comments: [".mcp.json", `{ ${repeated("/* a */")} }`],
	"front matter": [".claude/agents/a.md", `---\n${repeated("a: b\n")}---\n`],
	"entries of a list of tools": [
		".claude/agents/a.md",
		`---\nname: a\ndescription: b\ntools: ${repeated("bash, Bash(a), ", 90_000)}\n---\n`,
	],
	"entries with escapes": [
		".claude/agents/a.md",
		`---\nname: a\ndescription: b\ntools: "${repeated("\\x61 ", 90_000)}"\n---\n`,
	],
	"keys of a front matter": [
		".claude/skills/a/SKILL.md",
		`---\n${Array.from({ length: 9000 }, (_, n) => `allowed${n}: b`).join("\n")}\n---\n`,
	],
	"equal keys of a front matter": [
		".claude/skills/a/SKILL.md",
		`---\n${repeated("allowed-tools: bash\n", 90_000)}---\n`,
	],
	"front matter that has to be read twice": [
		".claude/agents/a.md",
		`---\n${repeated("a: [b: c\n", 90_000)}---\n`,
	],
	"lines of an agent without front matter": [
		".claude/agents/a.md",
		repeated("\n"),
	],
	"trailing commas": [".mcp.json", `[${fill(() => "[1,]")}]`],
	"examples on a page": [
		"README.md",
		fill(
			(n) =>
				`${FENCE}json\n{ "mcpServers": { "s${n}": { "comand": "npx", "url": "https://a b", "headers": { "X-Token": "q7Zk2mVx9TbLw4Rd${n}" } } } }\n${FENCE}`,
			"\n",
		),
	],
	"fences in fences": [
		"README.md",
		fill((n) => `${"`".repeat(3 + (n % 50))}json\n{ "mcpServers": {}`, "\n"),
	],
	"quotations in quotations": [
		"README.md",
		fill(() => `${"> ".repeat(5000)}{ "mcpServers": {} }`, "\n"),
	],
	"brackets on a page": [
		"README.md",
		`${FENCE}json\n"mcpServers":\n${repeated("{\n")}`,
	],
	"titles that are never closed": [
		"README.md",
		`"mcpServers": claude\n${repeated("<summary ")}`,
	],
	"commands on a page": [
		"README.md",
		fill(
			(n) => `${FENCE}bash\nclaude mcp add s${n} -- npx -y p${n}\n${FENCE}`,
			"\n",
		),
	],
	"commands in commands": [
		"README.md",
		fill(
			() => `${FENCE}bash\nclaude mcp add x ${"$(".repeat(40_000)}\n${FENCE}`,
			"\n",
		),
	],
	"lines that go on": ["README.md", `claude mcp add ${repeated("\\\n")}`],
	"scripts of a package": [
		"package.json",
		`{ "scripts": { ${fill((n) => `"s${n}": "claude mcp add s${n} -e \\"A=\\u0041\\" -- npx -y p${n}"`)} } }`,
	],
	"steps of a workflow": [
		".github/workflows/a.yml",
		workflow(
			fill(
				(n) =>
					`      - uses: anthropics/claude-code-action@v1\n        with:\n          settings: '{ "permissions": { "allow": ["bash", "Bash(${n}"] } }'`,
				"\n",
			),
		),
	],
	"an input with escapes": [
		".github/workflows/a.yml",
		workflow(
			`      - uses: anthropics/claude-code-action@v1\n        with:\n          settings: "{\\"permissions\\":{\\"allow\\":[${'\\"bash\\",'.repeat(40_000)}\\"a\\"]}}"`,
		),
	],
	"dotted keys": [
		".codex/config.toml",
		fill((n) => `mcp_servers.s${n}${".a".repeat(400)} = 1`, "\n"),
	],
	"tables in tables": [
		".codex/config.toml",
		`mcp_servers = ${repeated("{ a = ")}`,
	],
	"plugins of a marketplace": [
		".claude-plugin/marketplace.json",
		`{ "name": "m", "owner": { "name": "a" }, "plugins": [${fill((n) => `{ "name": "p${n}", "source": "./p${n}", "mcpServers": { "s": { "command": "a" } } }`)}] }`,
	],
};

test.each(Object.entries(files))(
	"%s: the largest file is read and reported in bounded time",
	(_name, [file, text]) => {
		const start = performance.now();
		const documents = parseFiles({ [file]: text });
		const surroundings = {
			credentials: credentialsOf(documents),
			plugins: readPlugins(documents),
			marketplaces: readMarketplaces(documents),
		};
		const diagnostics = lint(documents, rules, defaultConfig, { surroundings });
		const sources = new Map(documents.map((each) => [each.file, each]));
		const checked = new Set(sources.keys());
		reportText({
			...{ diagnostics, documents, checked, sources },
			...{ omitted: 0, colour: false, mask: maskFor(documents, surroundings) },
		});
		expect((performance.now() - start) / 1000).toBeLessThan(SECONDS);
	},
);

test("rules and approvals of servers that nothing declares are looked at in bounded time", () => {
	const servers = Array.from(
		{ length: 5000 },
		(_, n) => `"server-${n}": { "command": "a" }`,
	);
	const documents = parseFiles({
		".mcp.json": `{ "mcpServers": { ${servers.join(",")} } }`,
		".claude/settings.json": `{
			"permissions": { "deny": [${fill((n) => `"mcp__serber_${n}__x"`)
				.slice(0, 900_000)
				.replace(/,[^,]*$/, "")}] },
			"enabledMcpjsonServers": [${Array.from({ length: 20_000 }, (_, n) => `"serber${n}"`).join(",")}]
		}`,
	});
	const start = performance.now();
	expect(lint(documents, rules, defaultConfig).length).toBeGreaterThan(1000);
	expect((performance.now() - start) / 1000).toBeLessThan(SECONDS);
}, 120_000);
