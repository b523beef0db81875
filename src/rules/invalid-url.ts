import type { Transport } from "../clients.ts";
import { withDefaults } from "../project/references.ts";
import { defineRule } from "../rule.ts";
import { both, quote } from "../wording.ts";

/** The schemes that a connection may have; ws is tried for http addresses too (measured on 2.1.329). */
const SCHEMES: Readonly<Record<Transport, readonly string[]>> = {
	stdio: [],
	http: ["http:", "https:"],
	sse: ["http:", "https:"],
	ws: ["ws:", "wss:", "http:", "https:"],
};

export default defineRule({
	effect: "inert",
	severity: "error",
	summary: "A server's address is not a URL that its transport can use.",
	rationale: `
Claude Code loads the server and only finds out when it connects: \`'url' is not a valid URL\`, or a refusal because the address is not http or
https. In CI nothing is said, and the tools of the server are not there.`,
	examples: [
		{
			file: ".mcp.json",
			bad: '{ "mcpServers": { "docs": { "type": "http", "url": "docs.example.com/mcp" } } }',
			good: '{ "mcpServers": { "docs": { "type": "http", "url": "https://docs.example.com/mcp" } } }',
		},
	],

	*check({ servers }) {
		for (const { name, url, transport } of servers) {
			if (!url || !transport || transport === "stdio") continue;
			const text = url.value.trim();
			if (text === "") continue;
			const [placeholder] = /<[^<>]+>/.exec(text) ?? [];
			const complete = withDefaults(text);
			const open = complete.includes("${");
			const [scheme] = /^[a-z][a-z\d+.-]*:(?=\/\/)/i.exec(complete) ?? [];
			if (scheme && !SCHEMES[transport].includes(scheme.toLowerCase())) {
				const allowed = SCHEMES[transport]
					.slice(0, 2)
					.map((each) => `${each}//`);
				yield {
					location: url,
					message: `Server ${quote(name)}: a server of type "${transport}" is reached over ${both(allowed)}, not ${scheme}//; ${remedy(scheme)}.`,
				};
			} else if (placeholder) {
				yield {
					location: url,
					message: `Server ${quote(name)}: the url still has the placeholder ${quote(placeholder)}; fill it in.`,
					severity: "warning",
				};
			} else if (!open && !URL.canParse(complete)) {
				const hint = scheme ? "" : "; write it with https:// in front";
				yield {
					location: url,
					message: `Server ${quote(name)}: ${quote(text)} is not a URL${hint}.`,
				};
			}
		}
	},
});

function remedy(scheme: string): string {
	if (/^wss?:$/i.test(scheme)) return 'write "type": "ws"';
	return "correct the address";
}
