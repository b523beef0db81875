import type { Document } from "../document.ts";
import { defineRule } from "../rule.ts";
import {
	effectiveProperties,
	type StringNode,
	valueAt,
} from "../syntax/tree.ts";
import { quote } from "../wording.ts";

/** A download, and what follows on the same command line. */
const DOWNLOAD = String.raw`\b(?:curl|wget)\b[^;&\n]*`;

/** Ways to run what a download prints. An interpreter with a script of its own takes it as data. */
const RUNS: readonly RegExp[] = [
	new RegExp(
		String.raw`${DOWNLOAD}\|\s*(?:sudo\s+)?(?:\S*/)?(?:ba|z|da|k)?sh\b(?!\s+-c)`,
	),
	new RegExp(
		String.raw`${DOWNLOAD}\|\s*(?:sudo\s+)?(?:\S*/)?(?:python3?|node|perl|ruby)\s*(?:-\s|-?$|[;&|)"'])`,
	),
	/\b(?:ba|z|da)?sh\s+(?:-c\s+)?["']?(?:<\(|\$\()\s*(?:curl|wget)\b/,
	/\beval\s+["']?\$\(\s*(?:curl|wget)\b/,
	/(?:^|[\s;&|])(?:source|\.)\s+<\(\s*(?:curl|wget)\b/,
	/^\s*["']?\$\(\s*(?:curl|wget)\b/,
	/\b(?:iwr|irm|Invoke-WebRequest|Invoke-RestMethod)\b[^|;\n]*\|\s*(?:iex|Invoke-Expression)\b/i,
];

function runsDownload(command: string): boolean {
	const unquoted = command.replace(/'[^']*'|"[^"]*"/g, "''");
	return RUNS.some((run) => run.test(command) || run.test(unquoted));
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

	*check({ servers, documents }) {
		const hooks = documents.flatMap((document) =>
			hookCommands(document).map((node) => ({ node, owner: "A hook" })),
		);
		const commands = servers.flatMap(({ name, command, args }) =>
			[command, ...args].flatMap((node) =>
				node ? [{ node, owner: `Server ${quote(name)}` }] : [],
			),
		);
		for (const { node, owner } of [...commands, ...hooks]) {
			if (!runsDownload(node.value)) continue;
			yield {
				location: node,
				message: `${owner} downloads a script and runs it unseen; keep a copy of the script in the repository and run that.`,
			};
		}
	},
});

function hookCommands({ kind, root }: Document): StringNode[] {
	if (kind.schema !== "claude-settings") return [];
	return effectiveProperties(valueAt(root, "hooks")).flatMap(
		({ value: groups }) =>
			itemsOf(groups)
				.flatMap((group) => itemsOf(valueAt(group, "hooks")))
				.flatMap((handler) => valueAt(handler, "command") ?? [])
				.filter((command) => command.type === "string"),
	);
}

function itemsOf(node: ReturnType<typeof valueAt>) {
	return node?.type === "array" ? node.items : [];
}
