import { documentIndex } from "../embedded/document-index.ts";
import {
	secretRemedy,
	type VariableNames,
} from "../project/secret-remedies.ts";
import type { Tracking } from "../project/surroundings.ts";
import { defineRule, type Severity } from "../rule.ts";
import type { Credential } from "../secrets/credential.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "exposed",
	severity: "error",
	summary: "A credential is written out in a file.",
	rationale: `
Everyone who has the file has the credential: the people and programs with access to the repository, its forks, copies and backups, and whatever model reads it. Git keeps every version, so removing it later does not
take it back: revoke it where it was issued, and put a reference in its place. In \`.mcp.json\` that is \`\${NAME}\`, which Claude Code replaces by the environment variable when it starts the server; the message has the spelling of the client that reads the file.

A credential is recognised by the form that its issuer gives it (some with a checksum), or by a name that says so with a value that looks random. It is found in variables, headers, addresses, arguments, shell
commands, permission rules, JSON inside a text, defaults of references, and comments. References, placeholders, identifiers and keys that are public by design are not reported. What cannot be said for certain, and what
opens something on this machine only, is a warning; so is a credential in a file that git does not keep. Nothing is tried out, and no credential is ever printed.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "type": "http", "url": "https://docs.example.com/mcp", "headers": { "Authorization": "Bearer q7Zk2mVx9TbLw4RdYc8HnJ5sPf3GtAe6" } } } }',
			good: '{ "mcpServers": { "docs": { "type": "http", "url": "https://docs.example.com/mcp", "headers": { "Authorization": "Bearer ${DOCS_TOKEN}" } } } }',
			fix: "unsafe",
		},
	],

	needs: [{ suspicion: true }],

	*check({ documents, declaredServers, surroundings }) {
		const taken: VariableNames = new Map();
		const documentOf = documentIndex(documents);
		for (const document of documents) {
			// what stands in its documents is said of these
			if (document.kind.embedded) continue;
			const tracking = surroundings.tracking.get(document.file);
			const found = surroundings.credentials.get(document.file) ?? [];
			for (const credential of found) {
				if (documentOf(credential.location) !== document) continue;
				const { advice, fix } = secretRemedy(
					credential,
					document,
					declaredServers,
					taken,
				);
				yield {
					location: credential.location,
					severity: severityOf(credential, tracking),
					message: `${finding(credential)}${where(tracking)}. ${capitalised(steps(advice, credential, tracking))}.`,
					...(fix && { fix }),
				};
			}
		}
	},
});

/** What git keeps is known to others already; what is in doubt, or kept from others, is milder. */
function severityOf(
	{ confidence }: Credential,
	tracking: Tracking | undefined,
): Severity {
	const isShared = tracking === undefined || tracking === "tracked";
	return confidence === "doubtful" || !isShared ? "warning" : "error";
}

/** Names that say no more than the title. */
const GENERAL_NAME = /^(?:password|user|path|token)$/;

/** What stands there, as the start of a sentence. */
function finding({ title, name, confidence, isLocal }: Credential): string {
	const isNamed = name !== undefined && !GENERAL_NAME.test(name);
	const what = isNamed ? `${title} (${quote(name)})` : title;
	if (isLocal)
		return `${capitalised(what)} for this machine is written into the file`;
	return confidence === "doubtful"
		? `What looks like ${what} is written into the file`
		: `${capitalised(what)} is written into the file`;
}

function where(tracking: Tracking | undefined): string {
	switch (tracking) {
		case "tracked":
			return ", and git's history keeps it";
		case "ignored":
			return ", which git ignores";
		case "untracked":
			return ", which git does not keep yet";
		case undefined:
			return "";
	}
}

/** What to do. What others may have read cannot be taken back. */
function steps(
	advice: string,
	{ isLocal }: Credential,
	tracking: Tracking | undefined,
): string {
	const isShared = tracking === undefined || tracking === "tracked";
	if (!isShared || isLocal) return advice;
	return `revoke it, ${advice.includes(", and ") ? "" : "and "}${advice}`;
}

function capitalised(text: string): string {
	return text.slice(0, 1).toUpperCase() + text.slice(1);
}
