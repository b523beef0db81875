import { defineRule } from "../rule.ts";
import { quote } from "../wording.ts";

/** Longer commands are not judged: nobody wrote them by hand. */
const LONGEST = 4000;

const DOWNLOAD = /\b(?:curl|wget)\b/;

/** A shell without a script of its own, or an interpreter that reads its program from the standard input. */
const RUNS_INPUT =
	/^\s*(?:sudo\s+)?(?:[\w./-]*\/)?(?:(?:ba|z|da|k)?sh\b(?!\s+-c)|(?:python3?|node|perl|ruby)\s*(?:-\s|-?$|[)"']))/;

/** The other ways to run what a download prints. */
const RUNS_OUTPUT: readonly RegExp[] = [
	/\b(?:ba|z|da)?sh\s+(?:-c\s+)?["']?(?:<\(|\$\()\s*(?:curl|wget)\b/,
	/\beval\s+["']?\$\(\s*(?:curl|wget)\b/,
	/(?:^|[\s;&|])(?:source|\.)\s+<\(\s*(?:curl|wget)\b/,
	/^\s*["']?\$\(\s*(?:curl|wget)\b/,
];

const POWERSHELL_DOWNLOAD =
	/\b(?:iwr|irm|Invoke-WebRequest|Invoke-RestMethod)\b/i;
const POWERSHELL_RUNS = /^\s*(?:iex|Invoke-Expression)\b/i;

function runsDownload(command: string): boolean {
	if (command.length > LONGEST) return false;
	const unquoted = command.replace(/'[^']*'|"[^"]*"/g, "''");
	return (
		[command, unquoted].some(pipesDownload) ||
		RUNS_OUTPUT.some((run) => run.test(command))
	);
}

/** Whether a download comes before a shell in one pipeline. */
function pipesDownload(command: string): boolean {
	return command.split(/;|&&?|\|\||\n/).some((pipeline) => {
		const parts = pipeline.split("|");
		const isBefore = (from: RegExp, to: RegExp) => {
			const start = parts.findIndex((part) => from.test(part));
			return (
				start !== -1 && parts.slice(start + 1).some((part) => to.test(part))
			);
		};
		return (
			isBefore(DOWNLOAD, RUNS_INPUT) ||
			isBefore(POWERSHELL_DOWNLOAD, POWERSHELL_RUNS)
		);
	});
}

export default defineRule({
	effect: "risky",
	severity: "warning",
	summary: "A command downloads a script and runs it at once.",
	rationale: `
\`curl … | sh\` runs whatever the other side sends at that moment, with the rights of the user, each time the server or hook starts. Nobody
has seen the script, and nothing records what it was. Download it once, read it, and run the copy; or run a package of an exact version.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "command": "sh", "args": ["-c", "curl -s https://example.com/start | sh"] } } }',
			good: '{ "mcpServers": { "docs": { "command": "./scripts/docs-server" } } }',
		},
	],
	// without one of these nothing is downloaded, or nothing comes behind it
	needs: [{ words: ["curl", "wget", "|"] }],

	*check({ declaredServers, hooks }) {
		const hookCommands = hooks
			.flatMap(({ handlers }) => handlers)
			.flatMap(({ command, args = [] }) => [
				...(command ? [command] : []),
				...args,
			])
			.map((node) => ({ node, owner: "A hook" }));
		const commands = declaredServers.flatMap(({ name, command, args }) =>
			[command, ...args].flatMap((node) =>
				node ? [{ node, owner: `Server ${quote(name)}` }] : [],
			),
		);
		for (const { node, owner } of [...commands, ...hookCommands]) {
			if (!runsDownload(node.value)) continue;
			yield {
				location: node,
				message: `${owner} downloads a script and runs it unseen; keep a copy of the script in the repository and run that.`,
			};
		}
	},
});
