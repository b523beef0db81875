import { clients } from "../clients.ts";
import { parseDocument } from "../document.ts";
import { kindById } from "../kinds.ts";
import { parseMcpName } from "../permissions/mcp-names.ts";
import { readPermissionRules } from "../permissions/permission-rule.ts";
import { nameInRules, toolByName } from "../permissions/tools.ts";
import { parseJson } from "../syntax/json.ts";
import { parseUrl } from "../url.ts";
import { uncoveredCommands } from "./command-calls.ts";
import { pathWithin, resolvePath, type Session } from "./session.ts";
import type { ToolCall } from "./tool-call.ts";

/** The narrowest rules that could allow a call, all of them needed together; none where no rule can. Whether they do is for the caller to try. */
export function suggestRules(
	{ tool, argument }: ToolCall,
	session: Session,
): string[] {
	if (parseMcpName(tool)) return [tool];
	const known = toolByName(tool);
	if (!known) return [];
	const name = nameInRules(tool);
	if (argument === undefined) return [name];
	switch (known.content) {
		case "path":
			return [
				`${name === "Read" ? "Read" : "Edit"}(${pathPattern(argument, session)})`,
			];
		case "domain": {
			const host = hostOf(argument);
			return host === undefined ? [] : [`WebFetch(domain:${host})`];
		}
		case "skill":
			return [`${name}(${argument.replace(/^\//, "")})`];
		case "command":
			return uncoveredCommands(argument, session).map(
				(command) => `Bash(${command})`,
			);
		default:
			return [name];
	}
}

/** The host of an address; nothing for what is none. */
export function hostOf(url: string): string | undefined {
	return parseUrl(url)?.hostname;
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

/** The session with some allow rules more in its project's settings. */
export function withAllowRules(
	texts: readonly string[],
	session: Session,
): Session {
	const kind = kindById("claude-settings");
	if (!kind) return session;
	const text = JSON.stringify({ permissions: { allow: texts } });
	const document = parseDocument(
		{ file: "", kind, content: { text } },
		{ syntaxes: { json: parseJson }, schemas: {}, clients },
	);
	const rules = [...session.rules, ...readPermissionRules(document)];
	return { ...session, rules };
}
