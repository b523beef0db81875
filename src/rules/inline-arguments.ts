import { programName } from "../project/packages.ts";
import { defineRule } from "../rule.ts";
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
		},
	],

	*check({ servers }) {
		for (const { name, command, transport } of servers) {
			if (!command || transport !== "stdio") continue;
			const [program, ...rest] = words(command.value);
			if (!program || rest.length === 0 || !isProgram(program, rest)) continue;
			yield {
				location: command,
				message: `Server ${quote(name)}: ${quote(command.value)} is taken for the name of one program; write ${quote(program)} and put the rest into "args".`,
			};
		}
	},
});

/** Split at white space, references kept whole. */
function words(command: string): string[] {
	return command.trim().match(/(?:\$\{[^}]*\}|\S)+/g) ?? [];
}

/** Whether the first word is a program by itself, rather than the start of a path with spaces. */
function isProgram(program: string, rest: readonly string[]): boolean {
	if (RUNNERS.includes(programName(program))) return true;
	if (rest.some((word) => word.startsWith("-"))) return true;
	return (
		!/[\\/]/.test(program) && !rest.some((word) => /^[^-].*\.exe$/i.test(word))
	);
}
