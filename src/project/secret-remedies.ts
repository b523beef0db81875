import type { ReferenceSyntax } from "../clients.ts";
import type { Document } from "../document.ts";
import { type Edit, replace } from "../edit.ts";
import type { Location } from "../location.ts";
import { isWithheld } from "../references/withheld-names.ts";
import { writeReference } from "../references/write.ts";
import type { Fix } from "../rule.ts";
import type { Credential } from "../secrets/credential.ts";
import { readerOf } from "./project.ts";
import { type ServerText, serverTexts } from "./server-texts.ts";
import type { ServerDeclaration } from "./servers.ts";
import { variableName } from "./variable-names.ts";

/** What to do about a credential that is written out. */
export interface SecretRemedy {
	/** A clause: `write ${NAME} in its place, and set NAME before Claude Code starts`. */
	readonly advice: string;
	/** Present where the client puts the value of a variable in its place. */
	readonly fix?: Fix;
}

/** The variables that were proposed, each with the one credential that it is for. */
export type VariableNames = Map<string, string>;

/**
 * What to put in the place of a credential, which depends on who reads the place.
 * @param taken what was proposed before: no variable can hold two values
 */
export function secretRemedy(
	credential: Credential,
	document: Document,
	servers: readonly ServerDeclaration[],
	taken: VariableNames,
): SecretRemedy {
	// in TOML, what stands between two parts of a server can be of another one
	const around = servers.filter(
		(each) => each.document === document && holds(each.node, credential),
	);
	if (document.secretForm !== undefined) {
		const [server] = around;
		const wanted = variableName(
			credential.name ?? keyOf(credential),
			server?.name ?? "",
		);
		const name = nameFor(credential, wanted, taken);
		const form = document.secretForm.replace("NAME", () => name);
		return {
			advice: `write ${form} in its place, and add ${name} to the secrets of the repository`,
		};
	}
	for (const server of around) {
		const text = serverTexts(server).find(({ node }) =>
			holds(node, credential),
		);
		const byName = text && server.client.references?.byName?.[text.field];
		if (byName) return { advice: `take it out of the file, and ${byName}` };
		if (!text?.isReplaced) continue;
		const remedy = referenceRemedy(credential, server, text, taken);
		if (remedy) return remedy;
	}
	return {
		advice:
			around[0]?.client.references?.fields.length === 0
				? `take it out of the file, and have ${readerOf(document)} start a script that sets it`
				: otherAdvice(credential, document),
	};
}

function holds(
	node: { readonly start: number; readonly end: number },
	{ location }: Credential,
): boolean {
	return node.start <= location.start && location.end <= node.end;
}

function referenceRemedy(
	credential: Credential,
	server: ServerDeclaration,
	text: ServerText,
	taken: VariableNames,
): SecretRemedy | undefined {
	const { document, client } = server;
	const [clientId] = document.kind.clients;
	const syntax = client.references;
	if (!syntax || !clientId) return undefined;
	const isRemote = text.field === "url" || text.field === "headers";
	const isFree = (name: string) =>
		!isWithheld(clientId, name, isRemote ? "remote" : "program");
	const replacement =
		(syntax.replaced.includes("braces")
			? withoutDefault(credential, document, isFree)
			: undefined) ?? asReference(credential, server, syntax, isFree, taken);
	if (!replacement) return undefined;
	const { edit, name, written } = replacement;
	const reader = readerOf(document);
	const advice = `write ${written} in its place, and set ${name} before ${reader} starts`;
	const title = `Write ${written}; then export ${name}=… before ${reader} starts`;
	const isExact = /^[^"']/.test(
		document.text.slice(edit.start, edit.start + 1),
	);
	return isExact
		? { advice, fix: { title, edits: [edit], unsafe: true } }
		: { advice };
}

interface Replacement {
	readonly edit: Edit;
	/** Of the variable. */
	readonly name: string;
	/** The reference. */
	readonly written: string;
}

/** `${NAME:-credential}` becomes `${NAME}`. */
function withoutDefault(
	{ location }: Credential,
	{ text }: Document,
	isFree: (name: string) => boolean,
): Replacement | undefined {
	const before = text.slice(Math.max(0, location.start - 100), location.start);
	const [, name] = /\$\{([A-Za-z_]\w*):-$/.exec(before) ?? [];
	if (name === undefined || text[location.end] !== "}" || !isFree(name)) {
		return undefined;
	}
	const edit = replace({ ...location, start: location.start - 2 }, "");
	return { edit, name, written: `\${${name}}` };
}

function asReference(
	credential: Credential,
	server: ServerDeclaration,
	syntax: ReferenceSyntax,
	isFree: (name: string) => boolean,
	taken: VariableNames,
): Replacement | undefined {
	const place = wholeAddress(credential, server.document);
	const wanted = variableName(
		place === credential.location
			? (credential.name ?? keyOf(credential))
			: "url",
		server.name,
	);
	const free = isFree(wanted) ? wanted : `MY_${wanted}`;
	const name = nameFor(credential, free, taken);
	const written = writeReference(syntax, name);
	if (written === undefined || !isFree(name)) return undefined;
	return { edit: replace(place, written), name, written };
}

/** Where a credential begins in the middle of a host, because only host and path together give it away: that place from the beginning of the address. */
function wholeAddress({ location }: Credential, { text }: Document): Location {
	const before = text.slice(Math.max(0, location.start - 100), location.start);
	const [address] = /[a-z]{2,8}:\/\/[\w.-]*$/i.exec(before) ?? [];
	const isHost = text.slice(location.start, location.end).includes("/");
	return address !== undefined && isHost
		? { ...location, start: location.start - address.length }
		: location;
}

/** The name, or the next one where another credential has it. */
function nameFor(
	{ value }: Credential,
	wanted: string,
	taken: VariableNames,
): string {
	for (let count = 1; ; count++) {
		const name = count === 1 ? wanted : `${wanted}_${count}`;
		const holder = taken.get(name) ?? value;
		taken.set(name, holder);
		if (holder === value) return name;
	}
}

/** The key that a value stands under, where its form alone gave it away. */
function keyOf({ location: { pointer } }: Credential): string {
	const key = pointer.slice(pointer.lastIndexOf("/") + 1);
	return /^\d+$|^(?:url|command)$/.test(key) ? "token" : key;
}

/** What to do where a reference would be taken literally, or by another program. */
function otherAdvice(
	{ location: { pointer } }: Credential,
	document: Document,
): string {
	const reader = readerOf(document);
	if (document.kind.schema === "claude-settings" && /^\/env\//.test(pointer)) {
		return `take it out, and set the variable in the shell that starts ${reader}`;
	}
	if (/^\/permissions\//.test(pointer)) {
		return "take it out of the rule, and have the command read it from a variable";
	}
	if (/\/hooks\/|Helper$|Refresh$|Export$|\/statusLine\//.test(pointer)) {
		return "have the command read it from a variable or a keychain";
	}
	return "take it out of the file";
}
