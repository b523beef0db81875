import type { ReferenceField } from "../clients.ts";
import { type Document, partLocator } from "../document.ts";
import { isExample } from "../project/example-files.ts";
import { readerOf } from "../project/project.ts";
import type { ServerDeclaration } from "../project/servers.ts";
import { variableName } from "../project/variable-names.ts";
import { writeReference } from "../references/write.ts";
import { defineRule, type Problem } from "../rule.ts";
import { classifyName } from "../secrets/credential-names.ts";
import {
	findUnfilledPart,
	type UnfilledPart,
} from "../secrets/unfilled-values.ts";
import {
	effectiveProperties,
	type Property,
	type StringNode,
	valueAt,
} from "../syntax/tree.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "warning",
	summary: "A placeholder was never filled in.",
	rationale: `
A page shows \`<YOUR_TOKEN>\` where the reader's own value belongs. Left as it is, the client passes it on as it stands: the server answers with 401, or cannot find the folder \`/path/to/project\`, and
nothing says why. Put the value in; a credential does not belong in the file, so write a reference to a variable in its place, in the spelling of the client that reads the file: \`\${NAME}\` for Claude Code. In a file that is there to be copied (\`*.example\`, \`examples/\`,
\`templates/\`) a placeholder is where it should be, and is only an info.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "github": { "command": "github-mcp-server", "env": { "GITHUB_TOKEN": "<YOUR_TOKEN>" } } } }',
			good: '{ "mcpServers": { "github": { "command": "github-mcp-server", "env": { "GITHUB_TOKEN": "${GITHUB_TOKEN}" } } } }',
		},
	],

	needs: [
		{ suspicion: true },
		{
			words: [
				..."< YOUR your INSERT REPLACE ENTER CHANGE FILL CHANGE_ change replace".split(
					" ",
				),
				...[
					"path/to",
					"path\\\\to",
					"sername",
					"TODO",
					"TBD",
					"FIXME",
					"...",
					"…",
					"xxx",
					"XXX",
				],
			],
		},
	],

	*check({ declaredServers, documents }) {
		for (const server of declaredServers) {
			for (const field of fieldsOf(server)) {
				const problem = describe(field, server.document, server.name);
				if (problem) yield problem;
			}
		}
		for (const document of documents) {
			if (document.kind.schema !== "claude-settings") continue;
			for (const { key, value } of effectiveProperties(
				valueAt(document.root, "env"),
			)) {
				if (value.type !== "string") continue;
				const field = { name: key.value, node: value, canRefer: false };
				const problem = describe(field, document);
				if (problem) yield problem;
			}
		}
	},
});

/** A value that somebody may have left as a page had it. */
interface Field {
	/** What it is the value of: a variable, header or flag; empty for what has no name. */
	readonly name: string;
	readonly node: StringNode;
	/** Where the value begins in the text of the node, in UTF-16 units: behind `--flag=`, for instance. */
	readonly at?: number;
	/** What of a server it is, where that is known. */
	readonly field?: ReferenceField;
	/** The client puts the value of a variable in place of a reference. */
	readonly canRefer: boolean;
	/** No client reads a credential there. */
	readonly isUnread?: boolean;
}

function fieldsOf(server: ServerDeclaration): Field[] {
	const { command, args, env, url, headers } = server;
	const named = [
		...env.flatMap((each) => namedField(each, "env")),
		...headers.flatMap((each) => namedField(each, "headers")),
	];
	const plain = [command, url].flatMap((node) =>
		node ? [{ name: "", node, canRefer: true }] : [],
	);
	return [
		...plain,
		...argumentFields(args),
		...named,
		...misplacedCredentials(server),
	];
}

/** What is called a credential and stands beside the fields of a server. */
function misplacedCredentials({ node }: ServerDeclaration): Field[] {
	return effectiveProperties(node).flatMap(({ key, value }) => {
		const sort = classifyName(key.value);
		const isCredential = sort !== undefined && sort !== "unclear";
		return isCredential && value.type === "string"
			? [{ name: key.value, node: value, canRefer: false, isUnread: true }]
			: [];
	});
}

function namedField({ key, value }: Property, field: ReferenceField): Field[] {
	return value.type === "string"
		? [{ name: key.value, node: value, field, canRefer: true }]
		: [];
}

/** The text of a shell's script is left alone: there, `<file>` is a redirection. */
function argumentFields(args: readonly StringNode[]): Field[] {
	return args.flatMap((node, index) => {
		const before = args[index - 1]?.value ?? "";
		if (/^(?:-\w{0,3}c|\/c|-Command)$/i.test(before)) return [];
		const attached = /^(-{0,2}[A-Za-z_][\w-]*)=/.exec(node.value);
		if (attached?.[1] !== undefined) {
			const at = attached[0].length;
			return [{ name: attached[1], node, at, canRefer: true }];
		}
		const name = /^--?[A-Za-z][\w-]*$/.test(before) ? before : "";
		return [{ name, node, canRefer: true }];
	});
}

function describe(
	field: Field,
	document: Document,
	serverName = "",
): Problem | undefined {
	const { name, node, at = 0 } = field;
	const value = node.value.slice(at);
	const part = findUnfilledPart(value, name);
	if (!part) return undefined;
	const text = value.slice(part.start, part.end);
	const place = name === "" ? "" : ` in ${quote(name)}`;
	const owner = serverName === "" ? "Settings" : `Server ${quote(serverName)}`;
	const location = partLocator(document, node)(text, at + part.start);
	const subject = `${owner}: ${quote(text)}${place} is a placeholder`;
	if (isExample(document)) {
		return {
			location,
			message: `${subject}; whoever ${document.isOnPage ? "follows this page" : "copies this file"} has to fill it in.`,
			severity: "info",
			isCertain: true,
		};
	}
	return {
		location,
		message: `${subject} that nobody filled in; ${remedy(part, field, serverName, document)}.`,
	};
}

function remedy(
	{ sort, start, end }: UnfilledPart,
	{ name, node, at = 0, field, canRefer, isUnread }: Field,
	server: string,
	document: Document,
): string {
	if (sort === "path") return "put the path in";
	if (isUnread) {
		return `put the credential where ${readerOf(document)} reads it`;
	}
	const text = node.value.slice(at + start, at + end);
	const [scheme = ""] = /^(?:Basic|Bearer|Token) +(?=\S)/i.exec(text) ?? [];
	const syntax = document.readers[0]?.references;
	const byName = field && syntax?.byName?.[field];
	if (sort !== "value" && byName) return `take it out, and ${byName}`;
	if (sort === "value" || !syntax || syntax.fields.length === 0) {
		return "put the value in";
	}
	const client = readerOf(document);
	if (!canRefer) {
		return `remove it, and set the variable in the shell that starts ${client}`;
	}
	const variable = variableName(name, server);
	const reference = `${scheme}${writeReference(syntax, variable)}`;
	return `write ${scheme === "" ? reference : quote(reference)}, and set ${variable} before ${client} starts`;
}
