import { fixWith, replaceString } from "../edit.ts";
import { programName } from "../project/packages.ts";
import { readerOf } from "../project/project.ts";
import type { ServerDeclaration } from "../project/servers.ts";
import { defineRule, type Problem } from "../rule.ts";
import type { StringNode } from "../syntax/tree.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "error",
	summary:
		"A server of a plugin is started by a path that counts from the folder of the session.",
	rationale: `
The program of a plugin's server runs in the folder of the session, not in that of the plugin. \`./server.sh\`, or \`node dist/server.js\`, is looked for in the project of whoever uses the plugin, and is not there, so the server does not start.
\`\${CLAUDE_PLUGIN_ROOT}\` is the folder of the plugin; \`\${CLAUDE_PROJECT_DIR}\` is that of the project, for a path that is meant to count from there.`,
	examples: [
		{
			file: ".claude-plugin/plugin.json",
			bad: '{ "name": "review", "mcpServers": { "docs": { "command": "./bin/docs-server" } } }',
			good: '{ "name": "review", "mcpServers": { "docs": { "command": "${CLAUDE_PLUGIN_ROOT}/bin/docs-server" } } }',
			fix: "unsafe",
		},
		{
			file: ".claude-plugin/plugin.json",
			bad: '{ "name": "review", "mcpServers": { "docs": { "command": "node", "args": ["dist/server.js"] } } }',
			good: '{ "name": "review", "mcpServers": { "docs": { "command": "node", "args": ["${CLAUDE_PLUGIN_ROOT}/dist/server.js"] } } }',
			fix: "unsafe",
		},
	],
	needs: [{ schema: "claude-plugin" }, { schema: "claude-marketplace" }],

	*check({ declaredServers }) {
		for (const server of declaredServers) {
			const { document, transport } = server;
			if (!document.kind.isOfPlugin || transport !== "stdio") continue;
			const node = relativePath(server);
			if (node) yield describe(server, node);
		}
	},
});

function describe(
	{ name, document }: ServerDeclaration,
	node: StringNode,
): Problem {
	const inner = node.value.replace(/^(?:\.\/)+/, "");
	const right = `\${CLAUDE_PLUGIN_ROOT}/${inner}`;
	const isInside = !inner.split("/").includes("..");
	return {
		location: node,
		message: `Server ${quote(name)}: ${readerOf(document)} starts it in the folder of the session, where ${quote(node.value)} is not; ${isInside ? `write ${quote(right)}.` : "put the program into the plugin, and name it with ${CLAUDE_PLUGIN_ROOT}."}`,
		...(isInside &&
			fixWith(`Write ${quote(right)}`, [replaceString(document, node, right)], {
				unsafe: true,
			})),
	};
}

/** The path by which a server is started, if it counts from where the session is: the program, or the script of an interpreter. */
function relativePath({
	command,
	args,
}: ServerDeclaration): StringNode | undefined {
	if (!command) return undefined;
	if (command.value.includes("/")) {
		return isRelative(command.value) ? command : undefined;
	}
	const program = programName(command.value);
	const [, extension] =
		INTERPRETERS.find(([pattern]) => pattern.test(program)) ?? [];
	if (!extension) return undefined;
	// an option can take what follows it
	const first = args.find(({ value }) => !/^(?:run|-y|-u|-S)$/.test(value));
	return first && isRelative(first.value) && extension.test(first.value)
		? first
		: undefined;
}

/** Interpreters, and how the scripts end that they are given. */
const INTERPRETERS: readonly (readonly [RegExp, RegExp])[] = [
	[/^(?:node|bun|deno|tsx|ts-node)$/, /\.[cm]?[jt]s$/],
	[/^(?:python[\d.]*|uv)$/, /\.py$/],
	[/^(?:ba|z|k|da)?sh$/, /\.(?:ba|z)?sh$/],
	[/^(?:ruby|perl|php)$/, /\.(?:rb|pl|php)$/],
];

/** Whether a path counts from a folder, and none that somebody names in it. */
function isRelative(path: string): boolean {
	return !/^[/~$%\\-]|^[A-Za-z]:|[$\s{]|:\/\//.test(path) && path !== "";
}
