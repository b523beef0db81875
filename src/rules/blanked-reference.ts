import { partLocator } from "../document.ts";
import { assignedVariables } from "../project/hook-variables.ts";
import { readerOf } from "../project/project.ts";
import { type ServerText, serverTexts } from "../project/server-texts.ts";
import type { ServerDeclaration } from "../project/servers.ts";
import { referenceNeeds } from "../references/needs.ts";
import { otherNameAdvice } from "../references/remedies.ts";
import { type Reference, scanReferences } from "../references/scan.ts";
import { isWithheld, type WithheldFrom } from "../references/withheld-names.ts";
import { defineRule, type Problem } from "../rule.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "inert",
	severity: "error",
	summary: "A variable is empty where the client keeps it from a server.",
	rationale: `
Some 180 names stand for credentials that belong to the client, a build or a package registry: \`ANTHROPIC_API_KEY\`, \`AWS_SECRET_ACCESS_KEY\`, \`NPM_TOKEN\`, \`SONAR_TOKEN\`, \`VAULT_TOKEN\`, \`SLACK_WEBHOOK_URL\` and
others, and all of \`OTEL_…\`. Claude Code never sends them to a remote server: in \`url\` and \`headers\` they are an empty text, whether or not they are set, in upper or lower case, and even with a default. Nothing is
said about it outside of the debug log; what is seen is a 401. The same value under another name is sent: \`export MY_SONAR_TOKEN="$SONAR_TOKEN"\`, and then \`\${MY_SONAR_TOKEN}\`. A program on the same machine
gets most of them, but for the client's own and \`OTEL_…\`. And the command behind \`headersHelper\` of a project's server runs without all variables whose names speak of a credential.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "sonar": { "type": "http", "url": "https://sonar.example.com/mcp", "headers": { "Authorization": "Bearer ${SONAR_TOKEN}" } } } }',
			good: '{ "mcpServers": { "sonar": { "type": "http", "url": "https://sonar.example.com/mcp", "headers": { "Authorization": "Bearer ${MY_SONAR_TOKEN}" } } } }',
		},
	],
	needs: referenceNeeds,

	*check({ servers }) {
		for (const server of servers) {
			for (const text of serverTexts(server)) yield* problems(text, server);
		}
	},
});

function* problems(
	text: ServerText,
	server: ServerDeclaration,
): Generator<Problem> {
	const from = withheldFrom(text, server);
	const [client] = server.document.kind.clients;
	if (!from || !client) return;
	const { value } = text.node;
	const given = from === "helper" ? givenVariables(value) : undefined;
	const locate = partLocator(server.document, text.node);
	for (const reference of scanReferences(value)) {
		const { name, start } = reference;
		if (name === undefined || given?.has(name)) continue;
		if (!isRead(reference, server, from)) continue;
		if (!isWithheld(client, name, from)) continue;
		yield {
			location: locate(reference.text, start),
			message: `Server ${quote(server.name)}: ${describe(name, from, server)}.`,
			severity: from === "program" ? "warning" : "error",
		};
	}
}

function describe(
	name: string,
	from: WithheldFrom,
	{ client, document }: ServerDeclaration,
): string {
	const reader = readerOf(document);
	const remedy = client.references
		? otherNameAdvice(name, client.references)
		: "use another name";
	if (from === "remote") {
		return `${reader} never sends the variable ${name} to a remote server, and puts an empty text in its place; ${remedy}`;
	}
	return from === "program"
		? `${reader} keeps the variable ${name} from programs, and puts an empty text in its place where it is set; ${remedy}`
		: `the command in "headersHelper" of a server from a repository runs without the variable ${name}, as without all that are called like credentials; read it from a file or a keychain there, or write it into "headers"`;
}

/** From what a variable in this text can be withheld; nothing where the client does not look. */
function withheldFrom(
	{ field, isReplaced }: ServerText,
	{ document }: ServerDeclaration,
): WithheldFrom | undefined {
	if (field === "headersHelper") {
		// that of a server of one's own has the whole environment
		return document.kind.scope === "project" ? "helper" : undefined;
	}
	if (!isReplaced) return undefined;
	return field === "url" || field === "headers" ? "remote" : "program";
}

/** Whether the client, or the shell behind a helper, would put the value there. */
function isRead(
	{ spelling, operator }: Reference,
	{ client }: ServerDeclaration,
	from: WithheldFrom,
): boolean {
	if (from !== "helper") {
		return client.references?.replaced.includes(spelling) === true;
	}
	const isShell = spelling === "dollar" || spelling === "braces";
	return isShell && operator === undefined;
}

/** The variables that a command sets for itself; all, where it loads them from elsewhere. */
function givenVariables(command: string): Pick<Set<string>, "has"> {
	const isLoading =
		/(?:^|[\s;&|(])(?:source|\.|eval|set\s+-a)\s|\b(?:direnv|dotenvx?|op\s+run|doppler|infisical)\b/.test(
			command,
		);
	return isLoading ? { has: () => true } : assignedVariables(command);
}
