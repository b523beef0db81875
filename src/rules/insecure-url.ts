import { withDefaults } from "../project/defaults.ts";
import { type HostPlace, placeOfHost } from "../project/hosts.ts";
import type { ServerDeclaration } from "../project/servers.ts";
import { defineRule } from "../rule.ts";
import { quote } from "../wording.ts";

export default defineRule({
	effect: "risky",
	severity: "warning",
	summary: "A server is reached without encryption.",
	rationale: `
Over \`http://\` or \`ws://\` everyone on the way can read and change what the server and the client say to each other, tool results and
credentials included. Use \`https://\` or \`wss://\`. An address of this machine is fine; one of a private network is only mentioned.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "type": "http", "url": "http://docs.example.com/mcp" } } }',
			good: '{ "mcpServers": { "docs": { "type": "http", "url": "https://docs.example.com/mcp" } } }',
		},
	],
	needs: [
		{ servers: true, words: ["http:", "Http:", "HTTP:", "ws:", "Ws:", "WS:"] },
	],

	*check({ declaredServers }) {
		for (const server of declaredServers) {
			const { name, url, transport } = server;
			if (!url || !transport || transport === "stdio") continue;
			const [, scheme, host] =
				/^(http|ws):\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(
					withDefaults(url.value.trim()),
				) ?? [];
			if (!scheme || !host || host.includes("${") || host.includes("<"))
				continue;
			const place = placeOfHost(host);
			if (place === "this machine") continue;
			const secure = scheme.toLowerCase() === "ws" ? "wss" : "https";
			const credentials = sendsCredentials(server);
			yield {
				location: url,
				message: credentials
					? `Server ${quote(name)}: credentials are sent to ${quote(host)} without encryption; use ${secure}://.`
					: `Server ${quote(name)}: ${quote(host)} is reached without encryption; use ${secure}://.`,
				severity: severityOf(place, credentials),
			};
		}
	},
});

function severityOf(place: HostPlace, credentials: boolean) {
	if (place === "private network") return credentials ? "warning" : "info";
	return credentials ? "error" : "warning";
}

/** Names of headers and query parameters that carry credentials, by their words. */
const CREDENTIAL =
	/(?:^|[-_])(?:authorization|cookie|token|secret|password|apikey|api[-_]?key|access[-_]?key|auth)(?:$|[-_])/i;

function sendsCredentials({ url, headers, node }: ServerDeclaration): boolean {
	const address = url?.value ?? "";
	const query = [...address.matchAll(/[?&]([^=&#]+)=/g)];
	return (
		/^[a-z]+:\/\/[^/?#@]*:[^/?#@]+@/i.test(address) ||
		headers.some(({ key }) => CREDENTIAL.test(key.value)) ||
		query.some(([, name = ""]) => CREDENTIAL.test(name)) ||
		node.properties.some(
			({ key }) => key.value === "oauth" || key.value === "headersHelper",
		)
	);
}
