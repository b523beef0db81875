import { passagesOf } from "../../src/secrets/passages.ts";
import { parseFiles } from "../lint-text.ts";

/** What the places in a file say is a credential, each as its name and text, in the order of the file; what is said twice stands here once. */
export function claimsIn(file: string, text: string): string[] {
	const claims = parseFiles({ [file]: text })
		.flatMap((document) => [...passagesOf(document)])
		.flatMap(({ excerpt, claim }) => {
			const { start } = excerpt.locate(0, excerpt.text.length);
			return claim ? [{ start, said: `${claim.name}: ${excerpt.text}` }] : [];
		})
		.sort((a, b) => a.start - b.start);
	return [...new Set(claims.map(({ said }) => said))];
}

/** The same for a command line that a hook runs. */
export function claimsInCommand(script: string): string[] {
	const text = JSON.stringify({ statusLine: { command: script } });
	return claimsIn(".claude/settings.json", text);
}

/** The same for the words of a server's command. */
export function claimsInWords(...[command, ...args]: string[]): string[] {
	const server = { command, args };
	return claimsIn(".mcp.json", JSON.stringify({ mcpServers: { a: server } }));
}

/** The same for the value of a variable. */
export function claimsInValue(name: string, value: string): string[] {
	return claimsIn(
		".claude/settings.json",
		JSON.stringify({ env: { [name]: value } }),
	);
}
