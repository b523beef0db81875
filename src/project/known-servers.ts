import { clients } from "../clients.ts";
import type { Document } from "../document.ts";
import { normalizeName } from "../permissions/mcp-names.ts";
import { nearest } from "../wording.ts";
import type { Project } from "./project.ts";
import type { ServerDeclaration } from "./servers.ts";

/** The start of the names that plugins' servers and the connectors of claude.ai get; neither is declared in a file of ours. */
const DECLARED_ELSEWHERE = /^(?:plugin_|claude_ai_|ide$)/;

const builtIn: ReadonlySet<string> = new Set(
	Object.values(clients).flatMap(({ reservedServers }) =>
		reservedServers.map(normalizeName),
	),
);

/** Which servers there are, as far as the files of a project tell. */
export interface KnownServers {
	/** As they are written where they are declared. */
	readonly writtenNames: ReadonlySet<string>;
	/** Some server file declares one; without it, any name can be that of a server of the user. */
	readonly isDeclared: boolean;
	/** By normalised name; nothing for a server that whoever starts the session adds, or of which our configuration says that it is declared elsewhere. */
	readonly names: ReadonlyMap<string, ServerDeclaration | undefined>;
}

/** The servers that a session in this project has and, if a document is given, those that it brings along for itself. */
export function knownServers(
	{ documents, servers, inheritedServers, pageServers, surroundings }: Project,
	document?: Document,
): KnownServers {
	const added = documents.flatMap(({ kind }) => kind.addedServers ?? []);
	const others = [...surroundings.servers, ...added];
	const isComplete = !documents.some(({ hasOtherServers }) => hasOtherServers);
	const declared = [...pageServers, ...servers, ...inheritedServers].filter(
		(server) => !server.isPrivate || server.document === document,
	);
	return {
		isDeclared:
			isComplete && declared.some((server) => isServerFile(server.document)),
		writtenNames: new Set([...declared.map(({ name }) => name), ...others]),
		names: new Map([
			...others.map((name) => [normalizeName(name), undefined] as const),
			...declared.map((server) => [server.normalizedName, server] as const),
		]),
	};
}

/** Whether declaring servers is what a document is for. */
function isServerFile({ kind }: Document): boolean {
	return (
		kind.schema === "claude-mcp" ||
		(kind.schema === "plugin-mcp" && !kind.privateServers)
	);
}

/** Whether a name in a rule is that of a server that we cannot know to be missing. */
export function mayExist(
	normalizedName: string,
	{ isDeclared, names }: KnownServers,
): boolean {
	return (
		!isDeclared ||
		names.has(normalizedName) ||
		builtIn.has(normalizedName) ||
		DECLARED_ELSEWHERE.test(normalizedName)
	);
}

/** The server that was probably meant. */
export interface MeantServer {
	readonly normalizedName: string;
	/** The names differ in a few letters only. */
	readonly isNear: boolean;
	/** Absent where our configuration alone names it. */
	readonly declaration: ServerDeclaration | undefined;
}

/** Of more servers than this none is offered. */
const MOST_COMPARED = 200;

/** The server that was probably meant by a name, or nothing. */
export function meantServer(
	name: string,
	{ names }: KnownServers,
): MeantServer | undefined {
	// nobody reads a list of so many names, and each is compared with each
	if (names.size > MOST_COMPARED) return undefined;
	const near = nearest(name, [...names.keys()]);
	const normalizedName = near ?? sameWords(name, [...names.keys()]);
	if (normalizedName === undefined) return undefined;
	return {
		normalizedName,
		isNear: near !== undefined,
		declaration: names.get(normalizedName),
	};
}

/** The only name that begins with the same words or, if it is shorter, with whose words the given one begins: `Omni_MCP` for `omni`. */
function sameWords(
	name: string,
	candidates: readonly string[],
): string | undefined {
	const wanted = words(name);
	const matching = candidates.filter((candidate) => {
		const given = words(candidate);
		const common = Math.min(wanted.length, given.length);
		return (
			common > 0 &&
			wanted.slice(0, common).join(" ") === given.slice(0, common).join(" ")
		);
	});
	return matching.length === 1 ? matching[0] : undefined;
}

function words(name: string): string[] {
	return name
		.toLowerCase()
		.split(/[-_]+/)
		.filter((word) => word !== "");
}
