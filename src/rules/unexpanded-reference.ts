import {
	type Client,
	isReplaced,
	type ReferenceField,
	type ReferenceSyntax,
} from "../clients.ts";
import { type Document, partLocator } from "../document.ts";
import { replace } from "../edit.ts";
import type { Location } from "../location.ts";
import { readerOf } from "../project/project.ts";
import {
	replacesItself,
	type ServerText,
	serverTexts,
} from "../project/server-texts.ts";
import type { ServerDeclaration } from "../project/servers.ts";
import { isMeant } from "../references/intention.ts";
import { referenceNeeds } from "../references/needs.ts";
import {
	otherNameAdvice,
	type Remedy,
	remedyFor,
} from "../references/remedies.ts";
import { type Reference, scanReferences } from "../references/scan.ts";
import { isWithheld } from "../references/withheld-names.ts";
import { defineRule, type Fix, type Problem } from "../rule.ts";
import {
	descendants,
	effectiveProperties,
	property,
	type StringNode,
} from "../syntax/tree.ts";
import { quote } from "../wording.ts";

/** Longer values are not judged: nobody wrote them by hand. */
const LONGEST = 8192;

/** In these nothing can be meant as it stands: there is no such program, no such address, and no such credential. */
const STRICT: readonly ReferenceField[] = [
	"command",
	"url",
	"headers",
	"oauth",
];

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary:
		"A reference to an environment variable is not replaced by its value.",
	rationale: `
Claude Code replaces \`\${NAME}\` and \`\${NAME:-default}\` in \`command\`, \`args\`, \`env\`, \`url\` and \`headers\` of a server, and nothing else, nowhere else. Every program that reads MCP
configuration has a syntax of its own: \`$NAME\` is a shell's and Gemini CLI's, \`\${env:NAME}\` is that of VS Code, Cursor, Windsurf, Cline and Roo Code, \`\${input:id}\` of VS Code alone, \`{env:NAME}\` is opencode's, \`%NAME%\` belongs to
Windows, and Claude Desktop and Codex CLI replace nothing; Codex CLI takes names of variables in \`env_vars\` and \`env_http_headers\`. What is not its own a client leaves as it is. Claude Code leaves
them as they are and says nothing: the request goes out with the header \`Bearer $NAME\` and comes back with 401. There are no commands (\`$(…)\`) and no other operators of shells either.
Names, \`oauth\`, and \`env\` in settings are taken literally altogether; so is
the server that an agent brings along, but for its headers. What a shell reads (\`sh -c\`, \`headersHelper\`, hooks) has the shell's rules, and is not reported.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "type": "http", "url": "https://docs.example.com/mcp", "headers": { "Authorization": "Bearer $DOCS_TOKEN" } } } }',
			good: '{ "mcpServers": { "docs": { "type": "http", "url": "https://docs.example.com/mcp", "headers": { "Authorization": "Bearer ${DOCS_TOKEN}" } } } }',
			fix: "safe",
		},
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "command": "docs-server", "env": { "DOCS_TOKEN": "{{DOCS_TOKEN}}" } } } }',
			good: '{ "mcpServers": { "docs": { "command": "docs-server", "env": { "DOCS_TOKEN": "${DOCS_TOKEN}" } } } }',
			fix: "unsafe",
		},
		{
			file: ".claude/settings.json",
			bad: '{ "env": { "DATA_FOLDER": "${HOME}/data" } }',
			good: '{ "env": { "DATA_FOLDER": "/srv/data" } }',
		},
	],
	needs: referenceNeeds,

	*check({ declaredServers, documents }) {
		for (const server of declaredServers) {
			const { references } = server.client;
			if (!references) continue;
			for (const text of serverTexts(server)) {
				yield* serverProblems(text, references, server);
			}
		}
		for (const document of documents) yield* settingsProblems(document);
	},
});

function* serverProblems(
	{ field, node, key, isCode, isReplaced: isSearched }: ServerText,
	syntax: ReferenceSyntax,
	server: ServerDeclaration,
): Generator<Problem> {
	const { document, name, client } = server;
	if (isCode) return;
	const isStrict = STRICT.includes(field);
	const isOfAgent =
		document.kind.privateServers === true && syntax.fields.includes(field);
	const place = { text: node.value, isStrict, ...(key && { key }) };
	const locate = partLocator(document, node);
	let reported = 0;
	for (const reference of scanReferences(node.value)) {
		const { text, start, end } = reference;
		if (isSearched && isReplaced(reference, syntax)) continue;
		// what stands in a command is said of the command
		if (start < reported || !isMeant(reference, place)) continue;
		if (field === "args" && isForProgram(reference, server)) continue;
		reported = end;
		const location = locate(text, start);
		const remedy = remedyIn(document, reference, syntax, field);
		const severity = isStrict && !remedy.isDoubtful ? "error" : "warning";
		if (!isSearched) {
			yield {
				location,
				message: `Server ${quote(name)}: ${readerOf(document)} replaces nothing in ${placeIn(client, field)}${isOfAgent ? " of an agent's server" : ""}, so ${quote(text)} stays as it is; ${syntax.byName?.[field] ?? literalAdvice(field, isOfAgent)}.`,
				severity,
			};
			continue;
		}
		const fix = fixFor(reference, remedy, location, document);
		yield {
			location,
			message: `Server ${quote(name)}: ${readerOf(document)} does not replace ${quote(text)} in ${placeOf(field, key)}, ${OUTCOMES[field]}; ${remedy.advice}.`,
			severity,
			...(fix && { fix }),
		};
	}
}

/** Whether the program itself puts a value there: one that looks for what its client leaves, or one that is given the variable, where no client would look for references. */
function isForProgram(
	{ name, spelling }: Reference,
	server: ServerDeclaration,
): boolean {
	const { client, env } = server;
	if (spelling === "braces" && replacesItself(server)) return true;
	if (client.references?.fields.length !== 0) return false;
	return env.some(({ key }) => key.value === name);
}

function literalAdvice(field: ReferenceField, isOfAgent: boolean): string {
	if (isOfAgent) return "declare the server in .mcp.json, and name it here";
	return `write ${field === "oauth" || OUTCOMES[field] ? "the value" : "the name"} itself`;
}

/** What a client calls a field, as messages write it. */
function placeIn({ fields }: Client, field: ReferenceField): string {
	const names: Readonly<Partial<Record<ReferenceField, string>>> = {
		args: fields.args,
		env: fields.env,
		headers: fields.headers,
	};
	const name = names[field];
	return name === undefined ? PLACES[field] : `"${name}"`;
}

/** What messages call the fields. */
const PLACES: Readonly<Record<ReferenceField, string>> = {
	command: '"command"',
	args: '"args"',
	env: '"env"',
	url: '"url"',
	headers: '"headers"',
	headersHelper: '"headersHelper"',
	oauth: '"oauth"',
	name: "the name of a server",
	"env-name": "the name of a variable",
	"header-name": "the name of a header",
	"settings-env": '"env" of settings',
};

function placeOf(field: ReferenceField, key: string | undefined): string {
	if (key === undefined) return PLACES[field];
	return `${field === "headers" ? "header" : "variable"} ${quote(key)}`;
}

/** What comes of a text that is left as it is. */
const OUTCOMES: Readonly<Partial<Record<ReferenceField, string>>> = {
	command: "and finds no program of that name",
	args: "and the program gets it as it stands",
	env: "and the program gets it as it stands",
	url: "and sends it as it stands",
	headers: "and sends it as it stands",
};

/** A variable that the client would withhold needs another name first. */
function remedyIn(
	{ kind }: Document,
	reference: Reference,
	syntax: ReferenceSyntax,
	field: ReferenceField,
): Remedy {
	const remedy = remedyFor(reference, syntax, field);
	const [client] = kind.clients;
	const { name } = reference;
	const from = field === "url" || field === "headers" ? "remote" : "program";
	const isUseless =
		remedy.text !== undefined &&
		name !== undefined &&
		client !== undefined &&
		isWithheld(client, name, from);
	return isUseless
		? {
				advice: `${remedy.text} would be empty there; ${otherNameAdvice(name, syntax)}`,
			}
		: remedy;
}

/** Nothing where the place is not exactly known because of escapes. */
function fixFor(
	{ text, spelling }: Reference,
	{ text: replacement, isDoubtful }: Remedy,
	location: Location,
	document: Document,
): Fix | undefined {
	const written = document.text.slice(location.start, location.end);
	if (replacement === undefined || written !== text) return undefined;
	// the slash behind it stays
	const title = `Write ${replacement}${spelling === "tilde" ? "/" : ""}`;
	return {
		title,
		edits: [replace(location, replacement)],
		...(isDoubtful && { unsafe: true }),
	};
}

/** Variables of the settings, which are taken literally where the client does not say otherwise. */
function* settingsProblems(document: Document): Generator<Problem> {
	const { kind, readers, root } = document;
	const syntax = readers[0]?.references;
	if (kind.schema !== "claude-settings" || !root || !syntax) return;
	if (syntax.fields.includes("settings-env")) return;
	const variables = effectiveProperties(property(root, "env")?.value);
	if (variables.length === 0) return;
	const used = namesInCommands(document);
	for (const { key, value } of variables) {
		if (value.type !== "string" || value.isFilledIn) continue;
		if (value.value.length > LONGEST) continue;
		const found = settingsReference(key, value, used);
		if (!found) continue;
		yield {
			location: partLocator(document, value)(found.text, found.start),
			message: `Variable ${quote(key.value)}: ${readerOf(document)} replaces nothing in ${PLACES["settings-env"]}, so ${quote(found.text)} stays as it is; write the value itself, or set the variable in the shell that starts the session.`,
		};
	}
}

/** The first reference in a value that is meant as one. A shell does not look at what a variable holds, but many programs know the tilde. */
function settingsReference(
	key: StringNode,
	value: StringNode,
	used: ReadonlySet<string>,
): Reference | undefined {
	const place = { text: value.value, isStrict: false, key: key.value };
	return scanReferences(value.value).find((reference) =>
		reference.spelling === "tilde"
			? used.has(key.value)
			: isMeant(reference, place),
	);
}

/** The variables that commands of the settings use. */
function namesInCommands({ root }: Document): ReadonlySet<string> {
	const names = effectiveProperties(root)
		.filter(({ key }) => key.value !== "env" && key.value !== "permissions")
		.flatMap(({ value }) => [...descendants(value)])
		.flatMap((node) =>
			node.type === "string"
				? // ${NAME/#~/$HOME} puts the home folder there
					[...node.value.matchAll(/\$\{?([A-Za-z_]\w*)(?!\w|\/#)/g)]
				: [],
		);
	return new Set(names.map(([, name = ""]) => name));
}
