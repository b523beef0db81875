import { lookupWord, type ReferenceSyntax } from "../clients.ts";
import { type Document, partLocator } from "../document.ts";
import { replace } from "../edit.ts";
import { assignedVariables } from "../project/hook-variables.ts";
import { pluginOf } from "../project/plugin-of.ts";
import { readerOf } from "../project/project.ts";
import {
	replacesItself,
	type ServerText,
	serverTexts,
} from "../project/server-texts.ts";
import type { ServerDeclaration } from "../project/servers.ts";
import type { Surroundings } from "../project/surroundings.ts";
import { referenceNeeds } from "../references/needs.ts";
import { type Reference, scanReferences } from "../references/scan.ts";
import { defineRule, type Fix, type Problem } from "../rule.ts";
import { itemsOf, property } from "../syntax/tree.ts";
import { nearest, quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "error",
	summary: "A reference names a variable that the client does not have.",
	rationale: `
References are looked up in the environment of Claude Code itself. \`CLAUDE_PROJECT_DIR\` is not in it: only the programs that Claude Code starts have it. \`\${CLAUDE_PROJECT_DIR}/server.js\` stays as it is, and no
such file is found; write \`\${CLAUDE_PROJECT_DIR:-.}/server.js\`. \`CLAUDE_PLUGIN_ROOT\` and \`CLAUDE_PLUGIN_DATA\` are known in plugins alone, \`workspaceFolder\` and \`userHome\` in
editors. An \`\${input:id}\` of VS Code needs an item with that id under \`"inputs"\` of the same file. Nor is the \`env\` of the same server looked at: it is for the program, not for the references in its \`args\`.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "command": "node", "args": ["${CLAUDE_PROJECT_DIR}/docs-server.js"] } } }',
			good: '{ "mcpServers": { "docs": { "command": "node", "args": ["${CLAUDE_PROJECT_DIR:-.}/docs-server.js"] } } }',
			fix: "safe",
		},
		{
			file: ".vscode/mcp.json",
			bad: '{ "servers": { "docs": { "type": "stdio", "command": "docs-server", "env": { "DOCS_TOKEN": "${input:docs-token}" } } } }',
			good: '{ "servers": { "docs": { "type": "stdio", "command": "docs-server", "env": { "DOCS_TOKEN": "${input:docs-token}" } } }, "inputs": [{ "type": "promptString", "id": "docs-token", "description": "Token of the docs", "password": true }] }',
		},
	],
	needs: referenceNeeds,

	*check({ declaredServers, surroundings }) {
		// looking through a document takes as long as it is, and it can have many servers
		const known = new Map<Document, Context["names"]>();
		for (const server of declaredServers) {
			const { document, client } = server;
			const { references } = client;
			if (!references) continue;
			const names =
				known.get(document) ?? unsetNames(document, references, surroundings);
			known.set(document, names);
			const own = ownVariables(server);
			for (const text of serverTexts(server)) {
				yield* textProblems(text, {
					server,
					references,
					names,
					own,
					options: pluginOf(document, surroundings.plugins)?.options,
				});
			}
		}
	},
});

interface Context {
	readonly server: ServerDeclaration;
	readonly references: ReferenceSyntax;
	/** What to say of a name that is no variable, and what to write for it. */
	readonly names: ReadonlyMap<string, Finding>;
	/** The options that the plugin asks its user for; absent outside of plugins, and where it cannot be known. */
	readonly options: ReadonlySet<string> | undefined;
	/** The variables that the server gives its program, and not from outside. */
	readonly own: ReadonlySet<string>;
}

/** A clause that says what is wrong, and what means the same. */
interface Finding {
	readonly message: string;
	readonly text?: string;
	/** Somebody can have set the variable all the same. */
	readonly isDoubtful?: true;
}

function* textProblems(text: ServerText, context: Context): Generator<Problem> {
	const { document, name } = context.server;
	const { value } = text.node;
	const isHelper = text.field === "headersHelper";
	const assigned = isHelper ? assignedVariables(value) : undefined;
	const locate = partLocator(document, text.node);
	for (const reference of scanReferences(value)) {
		const finding = assigned
			? (optionFinding(reference, text, context) ??
				helperFinding(reference, assigned, context))
			: (optionFinding(reference, text, context) ??
				namedFinding(reference, text, context) ??
				lookupFinding(reference, text, context) ??
				ownFinding(reference, text, context));
		if (!finding) continue;
		const location = locate(reference.text, reference.start);
		const written = document.text.slice(location.start, location.end);
		const fix: Fix | undefined =
			finding.text !== undefined && written === reference.text
				? {
						title: `Write ${finding.text}`,
						edits: [replace(location, finding.text)],
					}
				: undefined;
		yield {
			location,
			message: `Server ${quote(name)}: ${finding.message}.`,
			...(finding.isDoubtful && { severity: "warning" }),
			...(fix && { fix }),
		};
	}
}

/** A name that only other programs know, or this client elsewhere. What a shell reads has the variables of the program. */
function namedFinding(
	{ spelling, name = "", operator }: Reference,
	{ isReplaced, isCode }: ServerText,
	{ references, names }: Context,
): Finding | undefined {
	if (isCode || !isReplaced) return undefined;
	if (spelling === "option") return names.get(OPTION);
	if (!references.replaced.includes(spelling) || operator !== undefined) {
		return undefined;
	}
	return names.get(name);
}

/** A lookup of something that the file itself has to declare, and does not. */
function lookupFinding(
	{ spelling, text }: Reference,
	{ isReplaced }: ServerText,
	{ references: { lookups }, server: { document } }: Context,
): Finding | undefined {
	if (spelling !== "lookup" || !isReplaced) return undefined;
	const word = lookupWord(text);
	const key = Object.hasOwn(lookups, word) ? lookups[word] : undefined;
	const [, id] = /^\$\{\w+:([^}:]+)/.exec(text) ?? [];
	if (key === undefined || id === undefined) return undefined;
	const list = property(document.root, key)?.value;
	const isDeclared = itemsOf(list).some((item) => {
		const own = property(item, "id")?.value;
		return own?.type === "string" && own.value === id;
	});
	if (isDeclared) return undefined;
	return {
		message: `"${key}" of this file has no item with the id ${quote(id)}, so ${readerOf(document)} cannot ask for ${quote(text)}; add one, as in { "type": "promptString", "id": ${quote(id)}, "password": true }`,
	};
}

/** The key in the map of names for every `${user_config.…}`. */
const OPTION = "user_config";

function helperFinding(
	{ spelling, name = "", operator, text }: Reference,
	assigned: ReadonlySet<string>,
	{ names, server }: Context,
): Finding | undefined {
	const isShell = spelling === "dollar" || spelling === "braces";
	if (!isShell || operator !== undefined) return undefined;
	if (!names.has(name) || assigned.has(name)) return undefined;
	return {
		message: `${readerOf(server.document)} does not set ${name} for the command in "headersHelper", so ${quote(text)} is empty; it runs in the folder of the session, write a path that starts there`,
	};
}

/** A variable that the same server gives its program: the client looks for it in its own environment. */
function ownFinding(
	{ spelling, name = "", operator, text }: Reference,
	{ key, isCode, isReplaced }: ServerText,
	{ references, own, server }: Context,
): Finding | undefined {
	if (isCode || key === name || !own.has(name) || operator) return undefined;
	if (!isReplaced || !references.replaced.includes(spelling)) return undefined;
	return {
		message: `${readerOf(server.document)} looks for the variable ${name} in its own environment, not in "env" of the server, so ${quote(text)} stays as it is; write the value itself, or set ${name} in the shell that starts the session`,
		isDoubtful: true,
	};
}

function ownVariables(server: ServerDeclaration): ReadonlySet<string> {
	const { env } = server;
	if (replacesItself(server)) return new Set();
	return new Set(
		env
			.filter(
				({ key, value }) =>
					value.type === "string" && !value.value.includes(`\${${key.value}`),
			)
			.map(({ key }) => key.value),
	);
}

/** The names that are no variables in a document, with what to say of each. */
function unsetNames(
	document: Document,
	{ unsetNames: replacements, pluginNames }: ReferenceSyntax,
	surroundings: Surroundings,
): ReadonlyMap<string, Finding> {
	const reader = readerOf(document);
	const only = pluginNames.filter((name) => replacements[name] === undefined);
	if (document.kind.isOfPlugin) return pluginNamesOf(document, replacements);
	const place = pluginPlace(document, [...only, OPTION], surroundings);
	const found = new Map<string, Finding>();
	for (const [name, text] of Object.entries(replacements)) {
		const isOfPlugins = pluginNames.includes(name);
		if (isOfPlugins && (place === "inside" || place === "unknown")) continue;
		const remedy =
			text === undefined ? "write the value itself" : `write ${text}`;
		const message = `${reader} has no variable ${name} when it reads the file${isOfPlugins && text === undefined ? " of a server outside of plugins" : ""}, so it stays as it is; ${remedy}`;
		found.set(name, { message, ...(text !== undefined && { text }) });
	}
	if (place === "outside") {
		found.set(OPTION, {
			message: `${reader} has no options of a user outside of plugins, so the reference stays as it is; use an environment variable`,
		});
	}
	return found;
}

/** In a plugin all of its own names are known; those of editors are not. */
function pluginNamesOf(
	document: Document,
	replacements: ReferenceSyntax["unsetNames"],
): ReadonlyMap<string, Finding> {
	return new Map(
		Object.entries(replacements).map(([name, text]) => [
			name,
			{
				message: `${readerOf(document)} has no variable ${name} when it reads the file, so it stays as it is; ${text === undefined ? "write the value itself" : `write ${text}`}`,
				...(text !== undefined && { text }),
			},
		]),
	);
}

/** An option of a user that the plugin does not declare, or that stands where the client puts none in. */
function optionFinding(
	{ spelling, text }: Reference,
	{ field, isCode, isReplaced }: ServerText,
	{ options, server: { document } }: Context,
): Finding | undefined {
	if (spelling !== "option" || options === undefined) return undefined;
	const reader = readerOf(document);
	if (field === "headersHelper") {
		return {
			message: `${reader} puts no option of a user into "headersHelper", and does not load the server; read the value in the program that it runs`,
		};
	}
	if (isCode && !isReplaced) return undefined;
	const [, key = ""] = /^\$\{user_config\.([^}]*)\}$/.exec(text) ?? [];
	if (options.has(key)) return undefined;
	const meant = nearest(key, [...options]);
	return {
		message: `"userConfig" of the plugin declares no option ${quote(key)}, so ${reader} has no value for ${quote(text)}; ${meant === undefined ? "declare it there, or use an environment variable" : `write ${quote(`\${user_config.${meant}}`)}`}`,
	};
}

/**
 * Whether a document is a plugin's server file. The same name is used for it in a project, and only a manifest near it tells them apart.
 * @param only what is known in plugins alone: who writes it means a plugin
 */
function pluginPlace(
	{ file, kind, text }: Document,
	only: readonly string[],
	{ pluginFiles, repository }: Surroundings,
): "inside" | "outside" | "unknown" {
	if (kind.schema !== "claude-mcp" || kind.scope !== "project") {
		return "outside";
	}
	if (pluginFiles.includes(file)) return "inside";
	if (repository !== undefined) return "outside";
	return only.some((name) => text.includes(name)) ? "unknown" : "outside";
}
