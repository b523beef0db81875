import { parseMcpName } from "./mcp-names.ts";
import { pathWithin, resolvePath, type Session } from "./session.ts";
import type { ToolCall } from "./tool-call.ts";
import { toolByName } from "./tools.ts";

/** The narrowest rule that would allow a call; nothing where no rule can. */
export function suggestRule(
	{ tool, argument }: ToolCall,
	session: Session,
): string | undefined {
	if (parseMcpName(tool)) return tool;
	const known = toolByName(tool);
	if (!known) return undefined;
	const name = known.alias ?? known.name;
	if (argument === undefined || known.content === "none") return name;
	switch (known.content) {
		case "path":
			return `${name === "Read" ? "Read" : "Edit"}(${pathPattern(argument, session)})`;
		case "domain": {
			const host = hostOf(argument);
			return host === undefined ? undefined : `WebFetch(domain:${host})`;
		}
		case "query":
		case "agent":
			return name;
		case "skill":
			return `${name}(${argument.replace(/^\//, "")})`;
		case "command":
			return `${name}(${argument})`;
	}
}

/** The host of an address; nothing for what is none. */
export function hostOf(url: string): string | undefined {
	return URL.canParse(url) ? new URL(url).hostname : undefined;
}

/** A pattern for one file: from the session's folder where the file is in it, else absolute. */
function pathPattern(argument: string, session: Session): string {
	const path = resolvePath(argument, session);
	const way = pathWithin(session.folder, path);
	const literal = (text: string) => text.replace(/[\\*?[\]!#]/g, "\\$&");
	return way === undefined || way === ""
		? `/${literal(path)}`
		: `/${literal(way)}`;
}
