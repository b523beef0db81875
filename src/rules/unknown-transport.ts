import { meantTransport, type Transport, typeOf } from "../clients.ts";
import { fixWith, replaceString } from "../edit.ts";
import { likelyTransport } from "../project/addresses.ts";
import type { ServerDeclaration } from "../project/servers.ts";
import { defineRule } from "../rule.ts";
import { effectsByNode } from "../schema.ts";
import { either, quote } from "../wording.ts";

export default defineRule({
	effect: "skipped",
	severity: "error",
	summary: "A server's type is no transport that the client accepts in a file.",
	rationale: `
The words differ from client to client, and none says so. Claude Code knows \`stdio\`, \`http\` (also spelled \`streamable-http\`), \`sse\` and \`ws\`, in lower case. It drops a server with any other
\`type\`. Cline writes
\`streamableHttp\`, Roo Code \`streamable-http\` alone, Copilot CLI also \`local\`; VS Code, Kiro and Gemini CLI know \`stdio\`, \`http\` and \`sse\`, opencode \`local\` and \`remote\` alone, and for any other can reject the whole file. The message names the word of the client that reads the file. \`sdk\` and \`claudeai-proxy\`
exist, but not for a file.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "type": "streamableHttp", "url": "https://docs.example.com/mcp" } } }',
			good: '{ "mcpServers": { "docs": { "type": "http", "url": "https://docs.example.com/mcp" } } }',
			fix: "safe",
		},
	],

	*check({ declaredServers, documents }) {
		const effects = effectsByNode(documents);
		for (const server of declaredServers) {
			const { name, type, client, transport, document } = server;
			if (type?.value.type !== "string") continue;
			if (Object.hasOwn(client.transports, type.value.value)) continue;
			if (client.hasUnknownTypes) continue;
			// that is said of the server
			if (client.remoteRemedy && meantTransport(type.value.value)) continue;
			const word = type.value.value;
			const effect = effects.get(type.value);
			const host = Object.hasOwn(client.hostTransports, word)
				? client.hostTransports[word]
				: undefined;
			if (host) {
				yield {
					location: type.value,
					...(effect && { effect }),
					message: `Server ${quote(name)}: the type "${word}" is only for ${host}, not for a file. Remove the server, or name its transport.`,
				};
				continue;
			}
			const meant = findMeant(server, word);
			const right = meant && typeOf(client, meant);
			// one that the client does not have at all is one of a remote server
			const words = Object.keys(client.transports).filter(
				(each) => !meant || client.transports[each] !== "stdio",
			);
			const known = either(words.map((each) => `"${each}"`));
			const remedy = right ? `Write "${right}".` : `Write ${known}.`;
			const isComplete = meant === "stdio" ? server.command : server.url;
			yield {
				location: type.value,
				...(effect && { effect }),
				message: `Server ${quote(name)}: ${client.name} knows no type ${quote(word)}${transport ? ", and goes by the other fields of the server" : ""}. ${remedy}`,
				...(transport && {
					severity: meant === transport ? "info" : "warning",
					effect: "inert",
				}),
				...(right &&
					isComplete &&
					fixWith(`Write "${right}"`, [
						replaceString(document, type.value, right),
					])),
			};
		}
	},
});

/** The transport that a word stands for. What says no more than that a server is somewhere else leaves it to the address. */
function findMeant(
	{ command, url }: ServerDeclaration,
	word: string,
): Transport | undefined {
	const meant =
		meantTransport(word) ??
		(word === "" ? (url ? "http" : "stdio") : undefined);
	const isVague = meant === "http" && !/http|stream/i.test(word);
	const isMisnamed = meant === "stdio" && !command;
	return url && (isVague || isMisnamed) ? likelyTransport(url) : meant;
}
