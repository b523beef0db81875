import { findCredentials } from "../../src/secrets/credentials.ts";
import { mayHoldCredential } from "../../src/secrets/suspicion.ts";
import { parseFiles } from "../lint-text.ts";

/** The credentials in a file as they are written there; nothing where the file would not be looked at closely. */
export function foundIn(file: string, text: string): string[] {
	if (!mayHoldCredential(text)) return [];
	return parseFiles({ [file]: text })
		.flatMap((document) => findCredentials(document))
		.map(({ location: { start, end } }) => text.slice(start, end));
}

/** The credentials in a server of `.mcp.json`. */
export function foundInServer(server: unknown, name = "docs"): string[] {
	return foundIn(
		".mcp.json",
		JSON.stringify({ mcpServers: { [name]: server } }),
	);
}

/** The credentials in the value of a variable. */
export function foundInVariable(name: string, value: string): string[] {
	return foundInServer({ command: "npx", env: { [name]: value } });
}

/** The credentials in a permission rule for a command. */
export function foundInCommand(command: string): string[] {
	const permissions = { allow: [`Bash(${command})`] };
	return foundIn(".claude/settings.json", JSON.stringify({ permissions }));
}
