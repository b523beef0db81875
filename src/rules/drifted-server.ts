import { isReplaced } from "../clients.ts";
import type { Location } from "../location.ts";
import { isExample } from "../project/example-files.ts";
import { placeOfHost } from "../project/hosts.ts";
import { findRunPackage, packageVersion } from "../project/packages.ts";
import type { ServerDeclaration } from "../project/servers.ts";
import type { Surroundings } from "../project/surroundings.ts";
import { scanReferences } from "../references/scan.ts";
import { defineRule, type Problem } from "../rule.ts";
import type { Node, Property } from "../syntax/tree.ts";
import { parseUrl } from "../url.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "risky",
	severity: "info",
	summary: "The files of two clients declare one server differently.",
	rationale: `
Each client has a file of its own, so the same server is written down once for each of them, and whoever changes one forgets the other: half of the team goes on using the old address or version. Servers of one
name in the files of different clients are compared by what they are, not by how they are written: the host and path of the address, the version of the same package, and whether a credential is written out where the
other file has a reference. How a transport is spelled, the order of arguments, local folders and the names of variables are each client's own affair.`,
	examples: [
		{
			file: ".cursor/mcp.json",
			beside: {
				".mcp.json":
					'{ "mcpServers": { "docs": { "type": "http", "url": "https://docs.example.com/mcp" } } }',
			},
			bad: '{ "mcpServers": { "docs": { "url": "https://old-docs.example.com/mcp" } } }',
			good: '{ "mcpServers": { "docs": { "url": "https://docs.example.com/mcp" } } }',
		},
		{
			file: ".vscode/mcp.json",
			beside: {
				".mcp.json":
					'{ "mcpServers": { "docs": { "command": "npx", "args": ["-y", "docs-server@2.0.1"] } } }',
			},
			bad: '{ "servers": { "docs": { "type": "stdio", "command": "npx", "args": ["-y", "docs-server@1.4.2"] } } }',
			good: '{ "servers": { "docs": { "type": "stdio", "command": "npx", "args": ["-y", "docs-server@2.0.1"] } } }',
		},
	],
	needs: [{ otherClient: true, servers: true }],

	*check({ declaredServers, surroundings }) {
		const first = new Map<string, ServerDeclaration>();
		for (const server of inOrder(declaredServers)) {
			const known = first.get(server.name);
			if (!known) first.set(server.name, server);
			if (!known || known.client === server.client) continue;
			const problem =
				addressDrift(known, server) ??
				versionDrift(known, server) ??
				credentialDrift(server, known, surroundings) ??
				credentialDrift(known, server, surroundings);
			if (problem) yield problem;
		}
	},
});

/** Those that a project really has: the file of our sessions first, the others by name. What is there to be copied is nobody's yet. */
function inOrder(servers: readonly ServerDeclaration[]): ServerDeclaration[] {
	return servers
		.filter(({ isPrivate, document }) => !isPrivate && !isExample(document))
		.sort(
			(a, b) =>
				Number(b.client.hasSessions) - Number(a.client.hasSessions) ||
				(a.document.file < b.document.file ? -1 : 1),
		);
}

/** Another host or path. */
function addressDrift(
	known: ServerDeclaration,
	{ name, url }: ServerDeclaration,
): Problem | undefined {
	if (!known.url || !url) return undefined;
	const [there, here] = [comparable(known.url.value), comparable(url.value)];
	if (there === undefined || here === undefined || there === here) {
		return undefined;
	}
	return {
		location: url,
		message: `Server ${quote(name)} has the address ${quote(url.value)} here and ${quote(known.url.value)} in ${known.document.file}; write the one that holds in both files, or give one of them another name.`,
		related: [{ location: known.url, message: "the other address" }],
	};
}

/** What two addresses of one server have in common, whatever the transport and the account; nothing for one that is not complete. */
function comparable(address: string): string | undefined {
	if (/[${}<>]|%[A-Z_]+%/.test(address)) return undefined;
	const url = parseUrl(address.trim());
	if (!url || !/^(?:https?|wss?):$/.test(url.protocol)) return undefined;
	const host =
		placeOfHost(url.hostname) === "this machine"
			? `localhost:${url.port}`
			: url.host;
	// servers that speak both transports have an end for each
	const path = url.pathname
		.replace(/\/+$/, "")
		.replace(/\/(?:mcp|sse|http|ws|streamable-?http)$/, "");
	return host + path;
}

/** Another exact version of the same package. */
function versionDrift(
	known: ServerDeclaration,
	server: ServerDeclaration,
): Problem | undefined {
	const [there, here] = [known, server].map(({ command, args, transport }) =>
		transport === "stdio" ? findRunPackage(command, args) : undefined,
	);
	if (!there || !here || there.registry !== here.registry) return undefined;
	const [thatOne, thisOne] = [packageVersion(there), packageVersion(here)];
	if (!thatOne || !thisOne || thatOne.name !== thisOne.name) return undefined;
	if (thatOne.version === thisOne.version) return undefined;
	return {
		location: here.node,
		message: `Server ${quote(server.name)} runs ${quote(here.spec)} here and ${quote(there.spec)} in ${known.document.file}; write the same version in both files.`,
		related: [{ location: there.node, message: "the other version" }],
	};
}

/** A credential that is written out under a name under which the other file has a reference. */
function credentialDrift(
	literal: ServerDeclaration,
	other: ServerDeclaration,
	{ credentials }: Surroundings,
): Problem | undefined {
	const { references } = other.client;
	const found = credentials.get(literal.document.file) ?? [];
	if (!references || found.length === 0) return undefined;
	for (const own of valuesOf(literal)) {
		const credential = found.find(({ location }) => holds(own.value, location));
		if (!credential) continue;
		const same = valuesOf(other).find(
			({ key }) => key.value.toLowerCase() === own.key.value.toLowerCase(),
		);
		const isReferred =
			same?.value.type === "string" &&
			scanReferences(same.value.value).some((each) =>
				isReplaced(each, references),
			);
		if (!same || !isReferred) continue;
		return {
			location: credential.location,
			message: `Server ${quote(literal.name)}: ${quote(own.key.value)} is written out here and is a reference in ${other.document.file}; write a reference in both files.`,
			related: [{ location: same.value, message: "the reference" }],
		};
	}
	return undefined;
}

function valuesOf({ env, headers }: ServerDeclaration): readonly Property[] {
	return [...env, ...headers];
}

function holds(node: Node, { start, end }: Location): boolean {
	return node.start <= start && end <= node.end;
}
