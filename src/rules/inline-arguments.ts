import type { Client } from "../clients.ts";
import {
	type Fix,
	fixWith,
	insertAfter,
	prependItems,
	replaceString,
} from "../edit.ts";
import { programName } from "../project/packages.ts";
import type { ServerDeclaration } from "../project/servers.ts";
import { defineRule } from "../rule.ts";
import { property, type StringNode } from "../syntax/tree.ts";
import { quote } from "../wording.ts";

/** Programs that are always given something to run. */
const RUNNERS: readonly string[] = [
	"node",
	"npx",
	"npm",
	"pnpm",
	"yarn",
	"bun",
	"bunx",
	"deno",
	"python",
	"python3",
	"uv",
	"uvx",
	"pipx",
	"docker",
	"podman",
	"bash",
	"sh",
	"zsh",
	"cmd",
	"powershell",
	"pwsh",
	"java",
	"dotnet",
	"go",
	"cargo",
	"ruby",
	"php",
	"env",
];

export default defineRule({
	effect: "inert",
	severity: "error",
	summary: "A command has its arguments inside, so no such program is found.",
	rationale: `
\`command\` is the name or path of one program; the client does not split it at spaces, and starts nothing called \`npx -y docs-server\`. The
arguments belong in \`args\`, one an item.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "command": "docs-server --port 8080" } } }',
			good: '{ "mcpServers": { "docs": { "command": "docs-server", "args": ["--port", "8080"] } } }',
			fix: "safe",
		},
	],

	*check({ declaredServers }) {
		for (const server of declaredServers) {
			const { name, command, transport, client } = server;
			if (!command || transport !== "stdio") continue;
			const advice = describeCommand(command.value.trim(), client);
			if (!advice) continue;
			yield {
				location: command,
				message: `Server ${quote(name)}: ${quote(command.value)} is taken for the name of one program; ${advice}.`,
				...splitCommand(server, command),
			};
		}
	},
});

/** The fix that writes each argument as an item of its own, where no quote, variable or sign of a shell leaves a doubt. */
function splitCommand(
	{ document, node, client: { fields } }: ServerDeclaration,
	command: StringNode,
): { readonly fix?: Fix } {
	const text = command.value.trim();
	const [program = "", ...rest] = text.split(/ +/);
	const isPlain = /^[\w@.:/=,+~ -]+$/.test(text);
	const isRunner = RUNNERS.includes(program);
	const hasOption = rest.some((each) => each.startsWith("-"));
	if (!isPlain || !(isRunner || hasOption) || program.includes("=")) return {};
	if (programOf(text, program, rest) !== program) return {};
	const field = property(node, fields.command);
	const args = property(node, fields.args)?.value;
	if (field?.value !== command || (args && args.type !== "array")) return {};
	const written = `[${rest.map((each) => JSON.stringify(each)).join(", ")}]`;
	return fixWith('Put the arguments into "args"', [
		replaceString(document, command, program),
		args
			? prependItems(document, args, rest)
			: insertAfter(document, field, "args", written),
	]);
}

/** What to write instead of a command that is more than a program; nothing for one that is right. */
function describeCommand(
	command: string,
	{ fields: { isCommandList } }: Client,
): string | undefined {
	// a backslash that JSON took for an escape
	if (/\p{Cc}/u.test(command)) {
		return 'it has a control character in it; write a backslash as "\\\\"';
	}
	if (/^(["']).*\1$/.test(command)) return "remove the quotes inside it";
	const [first, ...rest] = words(command);
	if (!first || rest.length === 0) return undefined;
	if (/\s(?:&&|\|\|?|;|>)\s/.test(command)) {
		return isCommandList
			? 'write "sh", "-c" and the line as three items'
			: 'write "sh" and the line as "args": ["-c", "…"]';
	}
	if (/^[A-Za-z_]\w*=/.test(first)) {
		return isCommandList
			? "take the variable out, and give each argument an item"
			: 'put the variable into "env", and the arguments into "args"';
	}
	const program = programOf(command, first, rest);
	return program === undefined || program === command
		? undefined
		: `write ${quote(program)} and ${isCommandList ? "give each argument an item" : 'put the rest into "args"'}`;
}

/** Split at white space, references and commands of a shell kept whole. */
function words(command: string): string[] {
	return command.match(/(?:\$\{[^}]{0,500}\}|\$\([^)]{0,500}\)|\S)+/g) ?? [];
}

/** The program that a command starts with; nothing where it may be a path with spaces. */
function programOf(
	command: string,
	first: string,
	rest: readonly string[],
): string | undefined {
	if (RUNNERS.includes(programName(first))) return first;
	const [executable] = /^.*?\.exe(?=\s|$)/i.exec(command) ?? [];
	if (executable) return executable;
	const [beforeFlag] = /^.*?(?=\s+--?[A-Za-z])/.exec(command) ?? [];
	if (/[\\/]/.test(first)) return beforeFlag;
	return rest.length > 0 ? first : undefined;
}
